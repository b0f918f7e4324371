#include "names/native_letters.hpp"

#include <array>

#include "names/chinese_tables.hpp"

namespace muster::names {
namespace {

struct Change {
  char32_t from;
  char32_t to;  // 0: dropped
};

constexpr Change kArabic[] = {{U'ی', U'ي'}, {U'ى', U'ي'}, {U'ک', U'ك'}, {U'ۀ', U'ه'},
                              {U'ە', U'ه'}, {U'ہ', U'ه'}, {U'ھ', U'ه'}, {U'ـ', 0}};
constexpr Change kHebrew[] = {{U'ך', U'כ'}, {U'ם', U'מ'}, {U'ן', U'נ'},  {U'ף', U'פ'},
                              {U'ץ', U'צ'}, {U'״', 0},    {U'׳', U'\''}, {U'’', U'\''}};

// Letters of Ukrainian, Belarusian, Serbian and Macedonian as the Russian ones nearest to them.
constexpr Change kCyrillic[] = {{U'і', U'и'}, {U'ї', U'и'}, {U'є', U'е'}, {U'ґ', U'г'}, {U'ў', U'у'},
                                {U'ј', U'й'}, {U'љ', U'л'}, {U'њ', U'н'}, {U'ћ', U'ч'}, {U'ђ', U'д'},
                                {U'џ', U'ж'}, {U'\'', 0},   {U'’', 0},    {U'ʼ', 0}};

template <std::size_t N>
char32_t changed(char32_t c, const Change (&changes)[N]) {
  for (const Change& change : changes) {
    if (change.from == c) return change.to;
  }
  return c;
}

bool is_arabic_mark(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

bool is_hebrew_point(char32_t c) {
  return c >= 0x0591 && c <= 0x05C7;
}

// Unicode's arithmetic for Hangul syllables (chapter 3.12): 19 initials, 21 vowels, 28 finals with none.
void append_jamo(std::u32string& out, char32_t c) {
  if (c < 0xAC00 || c > 0xD7A3) {
    out += c;
    return;
  }
  const char32_t index = c - 0xAC00;
  out += 0x1100 + index / (21 * 28);
  out += 0x1161 + index / 28 % 21;
  if (index % 28 != 0) out += 0x11A7 + index % 28;
}

char32_t plain(char32_t c, text::Script script) {
  switch (script) {
    case text::Script::kArabic:
      return is_arabic_mark(c) ? 0 : changed(c, kArabic);
    case text::Script::kHebrew:
      return is_hebrew_point(c) ? 0 : changed(c, kHebrew);
    case text::Script::kCyrillic:
      return changed(text::to_lower(c), kCyrillic);
    case text::Script::kKana:
      return c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c;
    case text::Script::kHan:
      return chinese_tables().simplified(c);
    default:
      return text::to_lower(c);
  }
}

}  // namespace

std::u32string native_letters(std::u32string_view word, text::Script script) {
  std::u32string out;
  for (const char32_t c : word) {
    if (script == text::Script::kHangul) {
      append_jamo(out, c);
    } else if (const char32_t kept = plain(c, script); kept != 0) {
      out += kept;
    }
  }
  return out;
}

}  // namespace muster::names
