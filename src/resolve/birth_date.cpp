#include "resolve/birth_date.hpp"

#include <array>
#include <chrono>
#include <string>

namespace muster::resolve {
namespace {

using Digits = std::array<int, 8>;

// All digits of text as a number; -1 when it is not all digits.
int number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

Digits digits_of(const BirthDate& date) {
  return {date.year / 1000, date.year / 100 % 10, date.year / 10 % 10, date.year % 10,
          date.month / 10,  date.month % 10,      date.day / 10,       date.day % 10};
}

}  // namespace

BirthDate parse_birth_date(std::string_view edtf) {
  constexpr int kEarliest = 1850;
  constexpr int kLatest = 2100;
  std::string plain;
  for (const char c : edtf) {
    if (c != '?' && c != '~' && c != '%') plain += c;
  }
  const bool year_only = plain.size() == 4;
  const bool with_month = plain.size() == 7 && plain[4] == '-';
  const bool with_day = plain.size() == 10 && plain[4] == '-' && plain[7] == '-';
  const int year = number(std::string_view(plain).substr(0, 4));
  if ((!year_only && !with_month && !with_day) || year < kEarliest || year > kLatest) return {};
  BirthDate date{static_cast<std::uint16_t>(year), 0, 0};
  if (year_only || plain.substr(5, 2) == "XX") return date;
  const int month = number(std::string_view(plain).substr(5, 2));
  if (month < 1 || month > 12) return {};
  date.month = static_cast<std::uint8_t>(month);
  if (with_month || plain.substr(8, 2) == "XX") return date;
  const int day = number(std::string_view(plain).substr(8, 2));
  using namespace std::chrono;
  if (day < 1 || !year_month_day(std::chrono::year(year), std::chrono::month(date.month),
                                 std::chrono::day(static_cast<unsigned>(day)))
                      .ok()) {
    return {};
  }
  date.day = static_cast<std::uint8_t>(day);
  return date;
}

bool is_one_slip(const BirthDate& a, const BirthDate& b) {
  const Digits x = digits_of(a);
  const Digits y = digits_of(b);
  std::size_t different = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] == y[i]) continue;
    ++different;
    last = i;
  }
  if (different == 1) return true;
  return different == 2 && x[last] == y[last - 1] && x[last - 1] == y[last];
}

DateLevel compare_dates(const BirthDate& a, const BirthDate& b) {
  if (a.year == 0 || b.year == 0) return DateLevel::kMissing;
  const bool whole = a.day != 0 && b.day != 0;
  if (!whole) {
    if (a.year != b.year) return DateLevel::kDifferent;
    if (a.month == 0 || b.month == 0) return DateLevel::kSameYear;
    return a.month == b.month ? DateLevel::kSameMonth : DateLevel::kYearOnly;
  }
  if (a == b) return DateLevel::kExact;
  if (a.year == b.year && a.month == b.day && a.day == b.month) return DateLevel::kSwapped;
  if (is_one_slip(a, b)) return DateLevel::kOneDigit;
  return a.year == b.year ? DateLevel::kYearOnly : DateLevel::kDifferent;
}

bool contradict(const BirthDate& a, const BirthDate& b) {
  const DateLevel level = compare_dates(a, b);
  return level == DateLevel::kDifferent || level == DateLevel::kYearOnly;
}

}  // namespace muster::resolve
