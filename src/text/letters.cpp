#include "text/letters.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace muster::text {
namespace {

bool between(char32_t codepoint, char32_t low, char32_t high) {
  return codepoint >= low && codepoint <= high;
}
UChar32 icu(char32_t codepoint) {
  return static_cast<UChar32>(codepoint);
}

Script script_by_icu(char32_t codepoint) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(icu(codepoint), &status)) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kKana;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_GEORGIAN:
      return Script::kGeorgian;
    case USCRIPT_ARMENIAN:
      return Script::kArmenian;
    default:
      return Script::kOther;
  }
}

}  // namespace

Script script_of(char32_t codepoint) {
  if (codepoint < 0x80) return between(codepoint | 0x20, 'a', 'z') ? Script::kLatin : Script::kNone;
  if (between(codepoint, 0x400, 0x52F)) return Script::kCyrillic;
  if (between(codepoint, 0x4E00, 0x9FFF)) return Script::kHan;
  return is_letter(codepoint) ? script_by_icu(codepoint) : Script::kNone;
}

bool is_letter(char32_t codepoint) {
  if (codepoint < 0x80) return between(codepoint | 0x20, 'a', 'z');
  if (between(codepoint, 0x400, 0x481) || between(codepoint, 0x48A, 0x52F) ||
      between(codepoint, 0x4E00, 0x9FFF))
    return true;
  if (between(codepoint, 0x2000, 0x206F)) return false;
  return u_isalpha(icu(codepoint)) || (u_getCombiningClass(icu(codepoint)) != 0);
}

bool is_digit(char32_t codepoint) {
  return between(codepoint, '0', '9');
}

bool is_space(char32_t codepoint) {
  if (codepoint < 0x80) return codepoint == ' ' || between(codepoint, '\t', '\r');
  return codepoint == 0xA0 || between(codepoint, 0x2000, 0x200B) || codepoint == 0x2028 ||
         codepoint == 0x2029 || codepoint == 0x202F || codepoint == 0x205F || codepoint == 0x3000 ||
         codepoint == 0xFEFF || codepoint == 0x85;
}

bool is_upper(char32_t codepoint) {
  if (codepoint < 0x80) return between(codepoint, 'A', 'Z');
  if (between(codepoint, 0x400, 0x42F)) return true;
  if (between(codepoint, 0x430, 0x45F)) return false;
  return u_isupper(icu(codepoint)) || u_istitle(icu(codepoint));
}

char32_t to_lower(char32_t codepoint) {
  if (codepoint < 0x80) return between(codepoint, 'A', 'Z') ? codepoint | 0x20 : codepoint;
  if (between(codepoint, 0x410, 0x42F)) return codepoint + 0x20;
  if (between(codepoint, 0x400, 0x40F)) return codepoint + 0x50;
  return static_cast<char32_t>(u_tolower(icu(codepoint)));
}

bool is_apostrophe(char32_t codepoint) {
  return codepoint == '\'' || codepoint == 0x2019 || codepoint == 0x2BC || codepoint == 0x2018 ||
         codepoint == 0x2B9 || codepoint == '`';
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(out, to_lower(next_codepoint(text, at)));
  return out;
}

Script main_script(std::string_view text) {
  std::array<std::size_t, static_cast<std::size_t>(Script::kOther) + 1> counts{};
  for (std::size_t at = 0; at < text.size();)
    ++counts[static_cast<std::size_t>(script_of(next_codepoint(text, at)))];
  counts[0] = 0;
  const auto most = std::ranges::max_element(counts);
  return *most == 0 ? Script::kNone : static_cast<Script>(most - counts.begin());
}

}  // namespace muster::text
