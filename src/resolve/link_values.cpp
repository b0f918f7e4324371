#include "resolve/link_values.hpp"

#include <fmt/format.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/table_lines.hpp"
#include "names/words.hpp"
#include "resolve/link_address.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::resolve {
namespace {

constexpr std::size_t kLongestValue = 200;  // bytes that are compared

// The beginning of a long cell, cut between two letters.
std::string_view begin_of(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return utf8;
  while (most > 0 && (static_cast<unsigned char>(utf8[most]) & 0xC0U) == 0x80U) --most;
  return utf8.substr(0, most);
}

void fold_ascii(std::string& out, std::string_view text) {
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += c;
    } else if (c != '\'' && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

// Letters that are no accented ones, but are written without their stroke or apart where keys lack them.
void append_plain(std::string& out, char32_t c) {
  constexpr std::array<std::pair<char32_t, std::string_view>, 8> kPlain{{{U'ß', "ss"},
                                                                         {U'ø', "o"},
                                                                         {U'ł', "l"},
                                                                         {U'đ', "d"},
                                                                         {U'æ', "ae"},
                                                                         {U'œ', "oe"},
                                                                         {U'ı', "i"},
                                                                         {U'þ', "th"}}};
  const auto* plain = std::ranges::find(kPlain, c, &std::pair<char32_t, std::string_view>::first);
  if (plain == kPlain.end()) {
    text::append_utf8(out, c);
  } else {
    out += plain->second;
  }
}

std::string without_accents(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status) != 0) return std::string(utf8);
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  const icu::UnicodeString apart = decompose->normalize(whole, status);
  std::string out;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(apart.char32At(i));
    const bool mark = c >= 0x300 && c < 0x370;
    if (!mark) append_plain(out, text::to_lower(c));
  }
  return out;
}

void fold_wide(std::string& out, std::string_view text) {
  const std::string plain = without_accents(text);
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = text::next_codepoint(plain, at);
    if (text::is_letter(c) || text::is_digit(c)) {
      text::append_utf8(out, c);
    } else if (!text::is_apostrophe(c) && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

// What lists write where they know nothing.
bool says_nothing(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kNothing{"",    "n a", "na",         "none", "null",
                                                      "nan", "nil", "unknown",    "unk",  "not known",
                                                      "u",   "x",   "неизвестно", "нет"};
  return std::ranges::find(kNothing, folded) != kNothing.end();
}

std::string only_digits(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

// "Anna Hall <anna@hall.example>" -> "anna@hall.example"
std::string_view address_within(std::string_view cell) {
  const std::size_t open = cell.rfind('<');
  const std::size_t close = cell.find('>', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return cell;
  return cell.substr(open + 1, close - open - 1);
}

struct DatePieces {
  std::array<unsigned, 3> number{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
  unsigned month_by_name = 0;
  std::size_t name_at = 0;  // pieces before the month's name
};

unsigned month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word.starts_with(kMonths[i])) return i + 1;
  }
  return 0;
}

// The numbers of a cell and the English name of a month; a time of day after them is left.
DatePieces pieces_of(std::string_view cell) {
  DatePieces pieces;
  const std::string folded = fold_text(cell.substr(0, 40));
  for (const std::string_view word : base::cells_of(folded, ' ')) {
    if (const unsigned month = month_named(word); month != 0) {
      pieces.month_by_name = month;
      pieces.name_at = pieces.count;
      continue;
    }
    if (pieces.count == 3) break;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{}) break;
    const bool whole = end == word.data() + word.size();
    pieces.number[pieces.count] = value;
    pieces.digits[pieces.count++] = static_cast<std::size_t>(end - word.data());
    if (!whole) break;  // 24T00:00
  }
  return pieces;
}

std::uint16_t full_year(unsigned year, std::size_t digits) {
  constexpr unsigned kLastYear = 26;  // of this century
  if (digits > 2) return static_cast<std::uint16_t>(std::min(year, 9999U));
  return static_cast<std::uint16_t>(year + (year <= kLastYear ? 2000 : 1900));
}

WrittenDate date_of(unsigned year, std::size_t year_digits, unsigned month, unsigned day) {
  if (month > 99 || day > 99) return {};
  return {full_year(year, year_digits), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace

std::string fold_text(std::string_view utf8) {
  utf8 = begin_of(utf8, kLongestValue);
  std::string out;
  out.reserve(utf8.size());
  text::is_ascii(utf8) ? fold_ascii(out, utf8) : fold_wide(out, utf8);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

WrittenDate read_written_date(std::string_view cell, DayOrder order) {
  const DatePieces p = pieces_of(cell);
  if (p.month_by_name != 0) {
    if (p.count == 1) {
      const bool a_day = p.name_at == 1 && p.digits[0] < 3;  // "24 Jun", of no year
      return a_day ? WrittenDate{} : date_of(p.number[0], p.digits[0], p.month_by_name, 0);
    }
    if (p.count < 2) return {};
    const bool year_first = p.digits[0] == 4;
    return date_of(p.number[year_first ? 0 : 1], p.digits[year_first ? 0 : 1], p.month_by_name,
                   p.number[year_first ? 1 : 0]);
  }
  if (p.count == 1 && p.digits[0] == 8)
    return date_of(p.number[0] / 10000, 4, p.number[0] / 100 % 100, p.number[0] % 100);
  if (p.count == 1 && p.digits[0] == 4) return date_of(p.number[0], 4, 0, 0);
  if (p.count == 2 && p.digits[0] == 4) return date_of(p.number[0], 4, p.number[1], 0);
  if (p.count == 2 && p.digits[1] == 4) return date_of(p.number[1], 4, p.number[0], 0);
  if (p.count != 3) return {};
  if (p.digits[0] >= 3) return date_of(p.number[0], p.digits[0], p.number[1], p.number[2]);
  const bool month_first = p.number[1] > 12 || (order == DayOrder::kMonthFirst && p.number[0] <= 12);
  return month_first ? date_of(p.number[2], p.digits[2], p.number[0], p.number[1])
                     : date_of(p.number[2], p.digits[2], p.number[1], p.number[0]);
}

DayOrder day_order_of(const std::vector<std::string>& cells) {
  std::size_t day_first = 0;
  std::size_t month_first = 0;
  for (const std::string& cell : cells) {
    const DatePieces p = pieces_of(cell);
    if (p.count != 3 || p.digits[0] >= 3 || p.month_by_name != 0) continue;
    day_first += p.number[0] > 12 && p.number[1] <= 12 ? 1 : 0;
    month_first += p.number[1] > 12 && p.number[0] <= 12 ? 1 : 0;
  }
  return month_first > day_first ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

std::string sound_key(std::string_view folded) {
  std::string key = names::fold_sound(without_blanks(std::string(folded)));
  if (key.empty()) return key;
  std::string out(1, key[0]);
  for (std::size_t i = 1; i < key.size(); ++i) {
    const char c = key[i];
    const bool vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'h';
    if (!vowel && c != out.back()) out += c;
  }
  return out;
}

LinkValue read_value(FieldKind kind, std::string_view cell, DayOrder order, names::NameKind name_kind) {
  LinkValue value;
  value.shown = std::string(begin_of(cell, kLongestValue));
  value.text = fold_text(cell);
  if (says_nothing(value.text)) {
    value.text.clear();
    return value;
  }
  switch (kind) {
    case FieldKind::kGivenName:
    case FieldKind::kFamilyName:
    case FieldKind::kMiddleName:
    case FieldKind::kTown:
      value.sound = sound_key(value.text);
      if (kind == FieldKind::kGivenName) value.nicknames = names::nickname_lines(value.text);
      break;
    case FieldKind::kFullName:
      value.names.push_back(names::prepare(cell, name_kind));
      break;
    case FieldKind::kDate:
      value.date = read_written_date(cell, order);
      if (value.date.year != 0)
        value.text = fmt::format("{}-{}-{}", value.date.year, value.date.month, value.date.day);
      break;
    case FieldKind::kPhone:
      value.text = only_digits(value.text);
      break;
    case FieldKind::kIdentifier:
    case FieldKind::kPostcode:
      value.text = without_blanks(std::move(value.text));
      break;
    case FieldKind::kEmail:
      value.text = text::lower(address_within(value.shown));
      break;
    default:
      break;
  }
  return value;
}

}  // namespace muster::resolve
