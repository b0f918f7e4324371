// Letters and scripts: what a code point is, and its lower case. Latin, Cyrillic, Greek and Han go through
// small tables; everything else asks ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::text {

enum class Script : std::uint8_t {
  kNone,
  kLatin,
  kCyrillic,
  kHan,
  kHangul,
  kKana,
  kArabic,
  kHebrew,
  kGreek,
  kGeorgian,
  kArmenian,
  kOther
};

[[nodiscard]] Script script_of(char32_t codepoint);  // kNone for digits, marks, spaces
[[nodiscard]] bool is_letter(char32_t codepoint);    // letters and combining marks
[[nodiscard]] bool is_digit(char32_t codepoint);     // ASCII digits only: other digits are letters to us
[[nodiscard]] bool is_space(char32_t codepoint);     // with no-break and zero-width spaces
[[nodiscard]] bool is_upper(char32_t codepoint);
[[nodiscard]] char32_t to_lower(char32_t codepoint);
[[nodiscard]] bool is_apostrophe(char32_t codepoint);  // ' U+2019 U+02BC U+2018 U+02B9 `

[[nodiscard]] std::string lower(std::string_view text);
// The script of most letters; kNone without letters.
[[nodiscard]] Script main_script(std::string_view text);

}  // namespace muster::text
