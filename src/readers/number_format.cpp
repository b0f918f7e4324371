#include "readers/number_format.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

namespace muster::readers {
namespace {

constexpr double kLastDay = 2958465;  // 9999-12-31

// Serial 60 is 1900-02-29, which never was: days before it count from one day later.
std::chrono::year_month_day day_of(double serial, bool epoch_1904) {
  using namespace std::chrono;
  const auto whole = static_cast<int>(std::floor(serial));
  if (epoch_1904) return sys_days(year(1904) / 1 / 1) + days(whole);
  return sys_days(year(1899) / 12 / (whole < 60 ? 31 : 30)) + days(whole);
}

std::string show_date(double serial, bool epoch_1904) {
  const auto day = day_of(serial, epoch_1904);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string show_time(double serial) {
  const auto seconds = static_cast<long>(std::llround((serial - std::floor(serial)) * 86400)) % 86400;
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

// 0.1 is stored as 0.10000000000000001: fifteen digits are what a spreadsheet shows.
std::string show_plain(std::string_view value, double number) {
  if (value.size() < 16 && value.find_first_of("eE") == std::string_view::npos) return std::string(value);
  if (std::abs(number) < 1e15 && number == std::floor(number)) return fmt::format("{:.0f}", number);
  return fmt::format("{:.15g}", number);
}

}  // namespace

NumberKind kind_of_builtin(int format_id) {
  if ((format_id >= 14 && format_id <= 17) || (format_id >= 27 && format_id <= 31) ||
      (format_id >= 50 && format_id <= 58) || format_id == 36)
    return NumberKind::kDate;
  if ((format_id >= 18 && format_id <= 21) || (format_id >= 32 && format_id <= 35) ||
      (format_id >= 45 && format_id <= 47))
    return NumberKind::kTime;
  return format_id == 22 ? NumberKind::kDateTime : NumberKind::kNumber;
}

NumberKind kind_of_format(std::string_view code) {
  bool day_or_year = false;
  bool hour_or_second = false;
  bool month_or_minute = false;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char letter = static_cast<char>(code[at] | 0x20);
    if (code[at] == '"') {
      at = std::min(code.find('"', at + 1), code.size() - 1);
    } else if (code[at] == '\\' || code[at] == '_' || code[at] == '*') {
      ++at;
    } else if (code[at] == '[') {  // [$-419], [Red]; [h] is a length of time
      const std::size_t close = std::min(code.find(']', at), code.size() - 1);
      hour_or_second =
          hour_or_second ||
          (close == at + 2 && (code[at + 1] == 'h' || code[at + 1] == 'm' || code[at + 1] == 's'));
      at = close;
    } else {
      if ((letter == 'e' && at + 1 < code.size() && (code[at + 1] == '+' || code[at + 1] == '-')) ||
          code.substr(at).starts_with("General"))
        return NumberKind::kNumber;
      day_or_year = day_or_year || letter == 'd' || letter == 'y';
      hour_or_second = hour_or_second || letter == 'h' || letter == 's';
      month_or_minute = month_or_minute || letter == 'm';
    }
  }
  if (day_or_year) return hour_or_second ? NumberKind::kDateTime : NumberKind::kDate;
  if (hour_or_second) return NumberKind::kTime;
  return month_or_minute ? NumberKind::kDate : NumberKind::kNumber;
}

std::string show_number(std::string_view value, NumberKind kind, bool epoch_1904) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number))
    return std::string(value);
  if (kind == NumberKind::kNumber || number < 0 || number > kLastDay) return show_plain(value, number);
  if (kind == NumberKind::kTime && number < 1) return show_time(number);
  if (kind == NumberKind::kDate || number == std::floor(number)) return show_date(number, epoch_1904);
  return show_date(number, epoch_1904) + "T" + show_time(number);
}

}  // namespace muster::readers
