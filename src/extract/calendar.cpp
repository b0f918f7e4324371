#include "extract/calendar.hpp"

#include <fmt/format.h>

#include <charconv>

namespace muster::extract {
namespace {

namespace chr = std::chrono;

chr::year_month_day civil(const PartialDate& date) {
  return chr::year(date.year) / chr::month(static_cast<unsigned>(date.month)) /
         chr::day(static_cast<unsigned>(date.day));
}

// `size` digits at `at`; -1 for anything else.
int digits_at(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return -1;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + size, value);
  return error == std::errc() && end == text.data() + at + size && value >= 0 ? value : -1;
}

}  // namespace

bool is_possible(const PartialDate& date) {
  if (date.month < 0 || date.month > 12 || date.day < 0 || date.day > 31) return false;
  if (date.day == 0) return true;
  if (date.month == 0) return false;
  PartialDate whole = date;
  if (whole.year == 0) whole.year = 2000;
  return civil(whole).ok();
}

Day to_day(const PartialDate& date) {
  return Day(civil(date));
}

PartialDate to_date(Day day) {
  const chr::year_month_day at(day);
  return {static_cast<int>(at.year()), static_cast<int>(static_cast<unsigned>(at.month())),
          static_cast<int>(static_cast<unsigned>(at.day()))};
}

int weekday_of(Day day) {
  return static_cast<int>(chr::weekday(day).iso_encoding());
}

PartialDate add_months(const PartialDate& date, int months) {
  const chr::year_month moved =
      chr::year(date.year) / chr::month(static_cast<unsigned>(date.month)) + chr::months(months);
  PartialDate out{static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
                  date.day};
  const chr::year_month_day_last last(moved / chr::last);
  out.day = std::min(out.day, static_cast<int>(static_cast<unsigned>(last.day())));
  return out;
}

std::string to_timex(const PartialDate& date) {
  std::string out = date.year > 0 ? fmt::format("{:04}", date.year) : "XXXX";
  if (date.month > 0) out += fmt::format("-{:02}", date.month);
  if (date.day > 0)
    out += date.month > 0 ? fmt::format("-{:02}", date.day) : fmt::format("-XX-{:02}", date.day);
  return out;
}

std::string iso_week(Day day) {
  const Day thursday = day + chr::days(4 - weekday_of(day));
  const int year = to_date(thursday).year;
  const auto since = (thursday - to_day({year, 1, 1})).count();
  return fmt::format("{:04}-W{:02}", year, since / 7 + 1);
}

std::optional<PartialDate> parse_edtf(std::string_view text) {
  PartialDate date;
  date.year = digits_at(text, 0, 4);
  if (date.year <= 0) return std::nullopt;
  const bool month = text.size() >= 7 && text[4] == '-';
  if (month) date.month = digits_at(text, 5, 2);
  if (month && text.size() >= 10 && text[7] == '-') date.day = digits_at(text, 8, 2);
  if (date.month < 0 || date.day < 0 || (month && date.month == 0) || !is_possible(date)) return std::nullopt;
  return date;
}

PartialDate thanksgiving(int year) {
  const int first = weekday_of(to_day({year, 11, 1}));
  return {year, 11, 1 + (4 - first + 7) % 7 + 21};
}

}  // namespace muster::extract
