#include "report/edtf_days.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace muster::report {
namespace {

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

double day_number(long year, unsigned month, unsigned day) {
  return static_cast<double>(days_from_civil(year, month, day));
}

DayRange between(long first_year, long last_year) {
  return {day_number(first_year, 1, 1), day_number(last_year, 1, 1)};
}

std::optional<DayRange> years(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  const std::size_t known = text.find('X');
  if (known == 0 || !all_of(text.substr(0, known), "0123456789")) return std::nullopt;
  if (known == text.npos) return between(number(text), number(text) + 1);
  if (!all_of(text.substr(known), "X")) return std::nullopt;
  int step = 1;
  for (std::size_t i = known; i < 4; ++i) step *= 10;
  const int first = number(text.substr(0, known)) * step;
  return between(first, first + step);
}

std::optional<DayRange> month_of(int year, std::string_view text) {
  if (text.size() < 2 || !all_of(text.substr(0, 2), "0123456789")) return std::nullopt;
  const auto month = static_cast<unsigned>(number(text.substr(0, 2)));
  if (month < 1 || month > 12) return std::nullopt;
  const double first = day_number(year, month, 1);
  const double last = month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1);
  if (text.size() == 2) return DayRange{first, last};
  if (text.size() < 5 || text[2] != '-') return std::nullopt;
  if (text.substr(3, 2) == "XX") return DayRange{first, last};
  if (!all_of(text.substr(3, 2), "0123456789")) return std::nullopt;
  const double day = first + number(text.substr(3, 2)) - 1;
  if (day < first || day >= last) return std::nullopt;
  if (text.size() > 5 && text[5] != 'T') return std::nullopt;
  return DayRange{day, day + 1};
}

std::optional<DayRange> one_date(std::string_view text) {
  while (!text.empty() && std::string_view("?~%").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  const auto year = years(text.substr(0, 4));
  if (!year || text.size() == 4) return year;
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  if (text.substr(5, 2) == "XX") return year;
  if (text.substr(0, 4).find('X') != text.npos) return std::nullopt;
  return month_of(number(text.substr(0, 4)), text.substr(5));
}

bool is_open(std::string_view text) {
  return text.empty() || text == "..";
}

}  // namespace

long days_from_civil(long year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                            std::chrono::day(day)};
  return sys_days(date).time_since_epoch().count();
}

std::optional<DayRange> days_of(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == edtf.npos) return one_date(edtf);
  const std::string_view from = edtf.substr(0, slash);
  const std::string_view to = edtf.substr(slash + 1);
  const auto first = one_date(from);
  const auto last = one_date(to);
  if (first && last)
    return last->last >= first->first ? std::optional(DayRange{first->first, last->last}) : std::nullopt;
  if (first && is_open(to)) return DayRange{first->first, first->last, false, true};
  if (last && is_open(from)) return DayRange{last->first, last->last, true, false};
  return std::nullopt;
}

std::string day_text(double day) {
  using namespace std::chrono;
  const year_month_day date{sys_days(days(static_cast<int>(std::floor(day))))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace muster::report
