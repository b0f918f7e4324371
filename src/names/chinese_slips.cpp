#include <algorithm>

#include "names/chinese.hpp"
#include "names/syllables.hpp"

namespace muster::names {
namespace {

constexpr std::size_t kShortest = 3;  // letters: shorter words are a letter away from too much
constexpr std::size_t kLongest = 14;
constexpr std::u32string_view kLetters = U"абвгдежзийклмнопрстуфхцчшьэюя";  // of Palladius's system

bool can_be_cut(const std::u32string& word) {
  return !segment(word, Spelling::kPalladius).empty();
}

// Calls visit(word) for each word a slip away.
template <class Visit>
void for_each_slip(const std::u32string& word, Visit visit) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::u32string other = word;
    other.erase(i, 1);
    visit(other);
    if (i + 1 < word.size() && word[i] != word[i + 1]) {
      other = word;
      std::swap(other[i], other[i + 1]);
      visit(other);
    }
  }
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const char32_t letter : kLetters) {
      std::u32string other = word;
      other.insert(i, 1, letter);
      visit(other);
      if (i == word.size() || word[i] == letter) continue;
      other = word;
      other[i] = letter;
      visit(other);
    }
  }
}

}  // namespace

std::vector<ChineseReading> read_misspelt_chinese(std::span<const std::u32string> words) {
  if (words.size() < 2 || words.size() > 3) return {};
  std::size_t bad = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (can_be_cut(words[i])) continue;
    if (bad != words.size()) return {};
    bad = i;
  }
  if (bad == words.size() || words[bad].size() < kShortest || words[bad].size() > kLongest) return {};
  std::vector<std::u32string> mended(words.begin(), words.end());
  std::vector<ChineseReading> readings;
  for_each_slip(words[bad], [&](const std::u32string& other) {
    if (!can_be_cut(other)) return;
    mended[bad] = other;
    std::ranges::move(read_as_chinese(mended, text::Script::kCyrillic), std::back_inserter(readings));
  });
  std::ranges::stable_sort(readings, {}, &ChineseReading::cost);
  constexpr std::size_t kMost = 40;
  if (readings.size() > kMost) readings.resize(kMost);
  return readings;
}

}  // namespace muster::names
