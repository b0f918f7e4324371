#include "names/syllables.hpp"

#include <algorithm>

#include "text/letters.hpp"
#include "text/utf8.hpp"

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

}  // namespace

std::vector<Segmentation> segment(std::u32string_view word, Spelling system) {
  if (word.empty() || word.size() > kLongestWord) return {};
  const ChineseTables& tables = chinese_tables();
  std::vector<std::vector<Segmentation>> ways(word.size() + 1);
  ways[0].push_back({});
  std::string spelling;
  for (std::size_t from = 0; from < word.size(); ++from) {
    if (ways[from].empty()) continue;
    keep_best(ways[from]);
    if (is_separator(word[from])) {
      std::ranges::copy(ways[from], std::back_inserter(ways[from + 1]));
      continue;
    }
    const float mark = lacks_mark(word, from, system) ? kUnmarkedVowel : 0.0F;
    spelling.clear();
    for (std::size_t to = from;
         to < std::min(word.size(), from + kLongestSyllable) && !is_separator(word[to]); ++to) {
      text::append_utf8(spelling, word[to]);
      for (const SyllableOption& option : tables.lookup(system, spelling)) {
        for (const Segmentation& way : ways[from]) {
          Segmentation longer = way;
          longer.syllables.push_back(option.syllable);
          longer.cost += option.cost + mark;
          ways[to + 1].push_back(std::move(longer));
        }
      }
    }
  }
  keep_best(ways.back());
  std::erase_if(ways.back(), [](const Segmentation& way) { return way.syllables.empty(); });
  return std::move(ways.back());
}

}  // namespace muster::names
