#include "extract/place_spelling.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

// Letters that have no accent to take off.
std::string_view plain_letter(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ı':
      return "i";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ə':
      return "a";
    case U'ħ':
      return "h";
    default:
      return {};
  }
}

std::string without_accents(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString parts =
      nfd->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_getCombiningClass(c) == 0) kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

}  // namespace

std::string normalise_place(std::string_view name) {
  const std::string lowered = without_accents(text::lower(name));
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < lowered.size();) {
    const char32_t c = text::next_codepoint(lowered, at);
    if (text::is_apostrophe(c) || c == U'ʻ') continue;
    if (!text::is_letter(c) && !text::is_digit(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    const std::string_view plain = plain_letter(c);
    if (plain.empty())
      text::append_utf8(out, c);
    else
      out += plain;
  }
  return out;
}

}  // namespace muster::extract
