// Schemes of romanisation as tables of letters with the places where they hold: the engine behind Cyrillic
// (names/cyrillic.hpp), Greek, Georgian, Armenian and Kana.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/letters.hpp"

namespace muster::names {

// Where letters stand, the narrowest first.
enum class Where : std::uint8_t { kEnd, kStart, kOpen, kAny };

struct LetterRule {
  std::u32string letters;
  Where where = Where::kAny;
  std::string latin;
};

struct LetterScheme {
  std::string name;
  std::string language;                                         // as the table names it
  std::unordered_map<char32_t, std::vector<LetterRule>> rules;  // by first letter; the first that fits holds
  // The same for the letters from kNear on: a number for each, 0 for none, and the rules by number.
  std::vector<std::uint8_t> near_numbers{};
  std::vector<std::vector<LetterRule>> near_rules{};

  static constexpr char32_t kNear = 0x370;  // Greek and Cyrillic
  static constexpr char32_t kBeyond = 0x530;
  [[nodiscard]] std::span<const LetterRule> rules_for(char32_t letter) const;
};

// Rows "scheme TAB languages TAB where TAB letters=latin letters=latin ..."; neighbouring rows of one scheme
// and language are one. `table` must outlive nothing: all is copied.
[[nodiscard]] std::vector<LetterScheme> read_letter_schemes(std::string_view table);

// Lower-case Latin; what the scheme lacks, `base` says, and letters that neither has are dropped.
[[nodiscard]] std::string romanise(std::u32string_view word, const LetterScheme& scheme,
                                   const LetterScheme& base);

// Spellings that sound alike (fold_sound) are kept once.
class DistinctReadings {
 public:
  void add(std::string spelling);
  [[nodiscard]] std::size_t size() const { return spellings_.size(); }
  [[nodiscard]] std::vector<std::string> take() { return std::move(spellings_); }

 private:
  std::vector<std::string> spellings_;
  std::vector<std::string> sounds_;
};

// Latin readings of a lower-case Greek, Georgian, Armenian or Kana word, likeliest first; empty for other
// scripts.
[[nodiscard]] std::vector<std::string> romanise_by_letters(std::u32string_view word, text::Script script);

}  // namespace muster::names
