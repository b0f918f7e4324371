// Latin spellings of Cyrillic words by the schemes of papers, the press and neighbouring languages' habit
// (data/names/cyrillic_schemes.tsv), and of Western names written in Cyrillic back to Latin letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::names {

constexpr std::size_t kMostCyrillicReadings = 7;

enum CyrillicLanguage : std::uint8_t {
  kRussian = 1,
  kUkrainian = 2,
  kBelarusian = 4,
  kBulgarian = 8,
  kSerbian = 16,
  kMacedonian = 32
};

// The languages (a sum of the above) whose letters hold all of this lower-case word; all of them for a word
// in letters that all share.
[[nodiscard]] std::uint8_t languages_of(std::u32string_view word);

// Lower-case Latin letters, likeliest first; of spellings that sound alike (fold_sound) the first alone.
// `languages`: those that the whole name may be in; `preferred`, one of them or 0, comes first.
[[nodiscard]] std::vector<std::string> romanise_cyrillic(std::u32string_view word, std::uint8_t languages,
                                                         std::uint8_t preferred);

// One scheme by its name in the table, for one language: for tests and for tools that need a certain scheme.
[[nodiscard]] std::string romanise_by_scheme(std::u32string_view word, std::string_view scheme,
                                             CyrillicLanguage language);

}  // namespace muster::names
