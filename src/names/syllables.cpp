#include "names/syllables.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace muster::names {
namespace {

constexpr std::size_t kLongestWord = 28;
constexpr std::size_t kLongestSyllable = 7;
constexpr float kUnmarkedVowel = 1.5F;  // "xian" read as xi an, "цзинань" as jing an, "бао" as ba o

bool is_separator(char32_t c) {
  return c == U'ъ' || text::is_apostrophe(c);
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeoаэеоуёєяюиії").find(c) != std::u32string_view::npos;
}

// Does a syllable that starts at `at` need a mark before it that is not there?
bool lacks_mark(std::u32string_view word, std::size_t at, Spelling system) {
  if (at == 0 || !is_vowel(word[at])) return false;
  return system != Spelling::kPalladius || word[at - 1] == U'н' || is_vowel(word[at - 1]);
}

void keep_best(std::vector<Segmentation>& ways) {
  std::ranges::stable_sort(ways, {}, &Segmentation::cost);
  if (ways.size() > kMostSegmentations) ways.resize(kMostSegmentations);
}

// Calls visit(end, options) for each syllable that begins at `from`.
template <class Visit>
void for_syllables(std::u32string_view word, std::size_t from, Spelling system, Visit visit) {
  const SpellingTrie<SyllableOption>& spellings = chinese_tables().spellings(system);
  std::uint32_t node = spellings.kRoot;
  for (std::size_t to = from; to < std::min(word.size(), from + kLongestSyllable) && !is_separator(word[to]);
       ++to) {
    node = spellings.step(node, word[to]);
    if (node == spellings.kNowhere) return;
    const auto options = spellings.options(node);
    if (!options.empty()) visit(to + 1, options);
  }
}

// Most words cannot be cut to their end, which shows without a list of the ways.
bool can_be_cut(std::u32string_view word, Spelling system) {
  std::uint32_t reached = 1;
  for (std::size_t from = 0; from < word.size() && reached >> from != 0; ++from) {
    if ((reached >> from & 1U) == 0) continue;
    if (is_separator(word[from])) {
      reached |= 2U << from;
    } else {
      for_syllables(word, from, system, [&](std::size_t end, const auto&) { reached |= 1U << end; });
    }
  }
  return (reached >> word.size() & 1U) != 0;
}

}  // namespace

std::vector<Segmentation> segment(std::u32string_view word, Spelling system) {
  if (word.empty() || word.size() > kLongestWord || !can_be_cut(word, system)) return {};
  std::vector<std::vector<Segmentation>> ways(word.size() + 1);
  ways[0].push_back({});
  for (std::size_t from = 0; from < word.size(); ++from) {
    if (ways[from].empty()) continue;
    keep_best(ways[from]);
    if (is_separator(word[from])) {
      std::ranges::copy(ways[from], std::back_inserter(ways[from + 1]));
      continue;
    }
    const float mark = lacks_mark(word, from, system) ? kUnmarkedVowel : 0.0F;
    for_syllables(word, from, system, [&](std::size_t end, std::span<const SyllableOption> options) {
      for (const SyllableOption& option : options) {
        for (const Segmentation& way : ways[from]) {
          Segmentation longer = way;
          longer.syllables.push_back(option.syllable);
          longer.cost += option.cost + mark;
          ways[end].push_back(std::move(longer));
        }
      }
    });
  }
  keep_best(ways.back());
  std::erase_if(ways.back(), [](const Segmentation& way) { return way.syllables.empty(); });
  return std::move(ways.back());
}

}  // namespace muster::names
