#include "extract/date_numeric.hpp"

#include <array>
#include <charconv>

namespace muster::extract {
namespace {

struct Triple {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> sizes{};
  char mark = 0;
};

std::optional<Triple> split_triple(std::string_view text) {
  Triple triple;
  const std::size_t first = text.find_first_of("./-");
  if (first == std::string_view::npos) return std::nullopt;
  triple.mark = text[first];
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t end = i < 2 ? text.find(triple.mark) : text.size();
    if (end == std::string_view::npos || end == 0 || end > 4) return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + end, triple.numbers[i]);
    if (error != std::errc() || stop != text.data() + end || text[0] == '-') return std::nullopt;
    triple.sizes[i] = end;
    text.remove_prefix(i < 2 ? end + 1 : end);
  }
  return triple;
}

bool is_year_last(const Triple& triple) {
  return triple.sizes[0] <= 2 && triple.sizes[1] <= 2 && (triple.sizes[2] == 4 || triple.sizes[2] == 2);
}

NumericDate checked(PartialDate date) {
  NumericDate out;
  out.date = date;
  out.impossible = date.month == 0 || date.day == 0 || !is_possible(date);
  return out;
}

int full_year(int two_digits, int latest_year) {
  const int year = latest_year - latest_year % 100 + two_digits;
  return year > latest_year ? year - 100 : year;
}

}  // namespace

DateOrder order_of(std::string_view text) {
  const auto triple = split_triple(text);
  if (!triple || !is_year_last(*triple)) return DateOrder::kUnknown;
  if (triple->mark == '.') return DateOrder::kDayFirst;
  if (triple->numbers[0] > 12 && triple->numbers[1] <= 12) return DateOrder::kDayFirst;
  if (triple->numbers[1] > 12 && triple->numbers[0] <= 12) return DateOrder::kMonthFirst;
  return DateOrder::kUnknown;
}

std::optional<NumericDate> parse_numeric_date(std::string_view text, DateOrder order, int latest_year) {
  const auto triple = split_triple(text);
  if (!triple) return std::nullopt;
  const auto [a, b, c] = triple->numbers;
  if (triple->sizes[0] == 4 && triple->sizes[1] <= 2 && triple->sizes[2] <= 2) return checked({a, b, c});
  if (!is_year_last(*triple)) return std::nullopt;
  const bool short_year = triple->sizes[2] == 2;
  const int year = short_year ? full_year(c, latest_year) : c;
  if (const DateOrder told = order_of(text); told != DateOrder::kUnknown) order = told;
  NumericDate out;
  if (order == DateOrder::kUnknown && a <= 12 && b <= 12 && a != b && a > 0 && b > 0) {
    out.date.year = year;
    out.two_readings = true;
  } else {
    out = order == DateOrder::kMonthFirst ? checked({year, a, b}) : checked({year, b, a});
  }
  out.short_year = short_year;
  return out;
}

}  // namespace muster::extract
