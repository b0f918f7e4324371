#include "extract/table_dates.hpp"

#include <algorithm>
#include <charconv>

#include "base/embedded.hpp"
#include "extract/date_scan.hpp"
#include "extract/word_table.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_month_short_tsv)

namespace muster::extract {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

CellDate from_numeric(const NumericDate& numeric) {
  CellDate out;
  out.date = numeric.date;
  out.impossible = numeric.impossible;
  out.two_readings = numeric.two_readings;
  out.short_year = numeric.short_year;
  return out;
}

// "1994年3月12日", "1994年3月".
CellDate read_chinese(std::string_view cell) {
  CellDate out;
  const std::size_t year = cell.find("年");
  const std::size_t month = cell.find("月");
  if (year != 4 || !is_digits(cell.substr(0, 4))) return out;
  out.date.year = to_int(cell.substr(0, 4));
  if (month == std::string_view::npos || month < year) return out;
  out.date.month = to_int(cell.substr(year + 3, month - year - 3));
  const std::string_view rest = cell.substr(month + 3);
  out.date.day = to_int(rest.substr(0, rest.find("日")));
  out.impossible = out.date.month == 0 || !is_possible(out.date);
  return out;
}

// "19940312".
CellDate read_compact(std::string_view cell) {
  CellDate out;
  if (cell.size() != 8 || !is_digits(cell)) return out;
  const PartialDate date{to_int(cell.substr(0, 4)), to_int(cell.substr(4, 2)), to_int(cell.substr(6))};
  if (date.year < 1850 || date.year > 2100 || date.month == 0 || date.day == 0 || !is_possible(date))
    return out;
  out.date = date;
  return out;
}

// "200511" is 20 May 2011 as well as November 2005.
bool reads_as_day_month_year(std::string_view six_digits) {
  const int day = to_int(six_digits.substr(0, 2));
  const int month = to_int(six_digits.substr(2, 2));
  const int months = to_int(six_digits.substr(4));
  return months < 1 || months > 12 || (day >= 1 && day <= 31 && month >= 1 && month <= 12);
}

// "03.1994", "1994-03", "1994.3", "199403", "1994".
CellDate read_short(std::string_view cell) {
  CellDate out;
  const auto plausible = [](int year) { return year >= 1850 && year <= 2100; };
  if (cell.size() == 4 && is_digits(cell) && plausible(to_int(cell))) out.date.year = to_int(cell);
  const auto is_mark = [&](std::size_t at) { return cell[at] == '.' || cell[at] == '/' || cell[at] == '-'; };
  const bool month_year =
      cell.size() == 7 && is_mark(2) && is_digits(cell.substr(0, 2)) && is_digits(cell.substr(3));
  const bool marked = (cell.size() == 6 || cell.size() == 7) && is_mark(4) && is_digits(cell.substr(5));
  const bool compact = cell.size() == 6 && is_digits(cell) && !reads_as_day_month_year(cell);
  const bool year_month = is_digits(cell.substr(0, 4)) && (marked || compact);
  if (!month_year && !year_month) return out;
  const int month = to_int(month_year ? cell.substr(0, 2) : cell.substr(marked ? 5 : 4));
  const int year = to_int(month_year ? cell.substr(3) : cell.substr(0, 4));
  if (!plausible(year)) return out;
  out.date = {year, month, 0};
  out.impossible = month < 1 || month > 12;
  return out;
}

// "Mar-94", "мар. 94" at the end of a cell: the year with its century.
std::string with_full_year(std::string_view cell, int latest_year) {
  std::string out(cell);
  while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
  const std::size_t size = out.size();
  const bool two_digits = size > 5 && is_digits(std::string_view(out).substr(size - 2)) &&
                          (out[size - 3] == ' ' || out[size - 3] == '-' || out[size - 3] == '.');
  const bool after_word = two_digits && out.find_last_of("0123456789", size - 4) < size - 5;
  if (!after_word) return std::string(cell);
  int year = latest_year - latest_year % 100 + to_int(std::string_view(out).substr(size - 2));
  if (year > latest_year) year -= 100;
  return out.replace(size - 2, 2, std::to_string(year));
}

// Short months in full: "12 мар 1994" -> "12 марта 1994".
std::string with_full_month(std::string_view cell) {
  static const WordTable shorts(MUSTER_BYTES(extract_month_short_tsv), {"month"});
  std::string out;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(' '), cell.size());
    const auto* month = shorts.find(text::lower(cell.substr(0, end)), 0);
    out.append(month ? month->value : cell.substr(0, end)).append(" ");
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

// "12 марта 1994 г.", "March 12, 1994", "12-Mar-1994", "12 мар. 94": as in running text, when nothing else
// stands in the cell. A short month keeps no full stop: it would end a sentence.
CellDate read_words(std::string_view cell, int latest_year) {
  CellDate out;
  model::Document document;
  std::string spaced = with_full_year(cell, latest_year);
  const bool short_year = spaced.size() != cell.size();
  std::ranges::replace_if(spaced, [](char c) { return c == '-' || c == '.'; }, ' ');
  document.text = with_full_month(spaced);
  const Analysis analysis(document);
  for (const RawDate& raw : scan_dates(analysis)) {
    if (raw.form != RawDate::Form::kCalendar || raw.date.year == 0 || raw.date.month == 0) continue;
    if (raw.last + 2 < analysis.tokens.size() || raw.first > 1) continue;
    out.date = raw.date;
    out.short_year = short_year;
    return out;
  }
  return out;
}

// The first word of "1994-03-12 00:00:00", "12.03.1994 г.".
std::string_view first_word(std::string_view cell) {
  const std::size_t end = cell.find_first_of(" T");
  const std::string_view head = cell.substr(0, end);
  return is_digits(head.substr(0, 1)) ? head : cell;
}

// Where "12.03.1994г.", "1994р." and "12.03.1994," end without the abbreviated "year".
std::size_t without_suffix(std::string_view head) {
  const std::size_t last = head.find_last_of("0123456789");
  return last == std::string_view::npos || head.size() - last > 5 ? head.size() : last + 1;
}

}  // namespace

CellDate read_cell_date(std::string_view cell, DateOrder order, int latest_year) {
  if (cell.empty() || cell.size() > 60) return {};
  std::string_view head = first_word(cell);
  head = head.substr(0, without_suffix(head));
  if (const auto numeric = parse_numeric_date(head, order, latest_year)) return from_numeric(*numeric);
  if (const CellDate compact = read_compact(head); compact.date.year > 0) return compact;
  if (const CellDate chinese = read_chinese(cell); chinese.date.year > 0) return chinese;
  if (const CellDate words = read_words(cell, latest_year); words.date.year > 0) return words;
  return read_short(head);
}

DateOrder order_of_column(const std::vector<std::string_view>& cells) {
  DateOrder order = DateOrder::kUnknown;
  for (const std::string_view cell : cells) {
    const DateOrder told = order_of(first_word(cell));
    if (told == DateOrder::kUnknown) continue;
    if (order != DateOrder::kUnknown && told != order) return DateOrder::kUnknown;
    order = told;
  }
  return order;
}

std::string to_edtf(const CellDate& date) {
  return date.two_readings ? to_timex({date.date.year, 0, 0}) + "-XX-XX" : to_timex(date.date);
}

int years_between(const PartialDate& from, const PartialDate& to) {
  const bool before = std::pair(to.month, to.day) < std::pair(from.month, from.day);
  return to.year - from.year - (before ? 1 : 0);
}

}  // namespace muster::extract
