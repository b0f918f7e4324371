// A name read as a Chinese one: family name and given name in syllables and, where it was written so, in
// Hanzi. A name written in letters has several such readings (Чжэн may be zheng; Wang Wei may have Wei for
// its family name); two names agree as far as their best pair of readings does.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "names/chinese_tables.hpp"
#include "text/letters.hpp"

namespace muster::names {

enum class Origin : std::uint8_t {
  kHanzi,
  kPalladius,
  kPinyin,
  kWadeGiles,
  kCantonese,  // from here on see chinese_dialects.hpp
  kHokkien,
  kVietnamese,
  kKorean
};

struct ChineseReading {
  std::vector<SyllableId> family;  // one or two
  std::vector<SyllableId> given;   // none, when only the family name is written, to four
  std::u32string family_hanzi;     // simplified; empty unless written in Hanzi
  std::u32string given_hanzi;
  Origin origin = Origin::kPinyin;
  bool family_first = true;
  float cost = 0;   // bits, of the spelling
  float doubt = 0;  // -log2 of how probable this reading is among all that the spelling allows
};

constexpr std::size_t kMostReadings = 12;
constexpr std::size_t kMostDialectReadings = 40;  // where one spelling stands for many characters

// `words`: lower case, all of one script.
[[nodiscard]] std::vector<ChineseReading> read_as_chinese(std::span<const std::u32string> words,
                                                          text::Script script);

// Names in Palladius's Cyrillic of which one word cannot be cut into syllables as it stands, but with one
// letter added, dropped, changed or two neighbours exchanged: a slip of who typed it. Empty where all words
// can be cut, or more than one cannot.
[[nodiscard]] std::vector<ChineseReading> read_misspelt_chinese(std::span<const std::u32string> words);

// -log2 of how often a Chinese is named and spelled so: what another system must beat.
[[nodiscard]] float spelling_bits(const ChineseReading& reading);

struct ChineseAgreement {
  double bits = 0;
  double given_bits = 0;  // of them, what the given names tell
  bool family_agrees = false;
  bool contradicts = false;
  const ChineseReading* left = nullptr;
  const ChineseReading* right = nullptr;
};

// The best pair of readings. Both lists must have a reading.
[[nodiscard]] ChineseAgreement agree(std::span<const ChineseReading> left,
                                     std::span<const ChineseReading> right);

[[nodiscard]] std::string display(const ChineseReading& reading);                       // "Zhang Renbo"
[[nodiscard]] std::string display_syllables(const std::vector<SyllableId>& syllables);  // "Renbo"
// "renbo": lower-case letters, u for u-umlaut; what could not be read is left out.
[[nodiscard]] std::string pinyin_of(const std::vector<SyllableId>& syllables);
[[nodiscard]] const char* to_string(Origin origin);  // "Hanzi", "Palladius", "pinyin", ...

}  // namespace muster::names
