#include "extract/table_doubts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extract/table_headers.hpp"

namespace muster::extract {
namespace {

using model::ListColumn;

constexpr int kYoungest = 16;  // at a contract
constexpr int kOldest = 90;
constexpr int kNoYearAfter = 2059;  // a list that says nothing of its own date

std::vector<std::string_view> cells_of(const Sheet& sheet, const TableShape& shape, std::uint32_t column) {
  std::vector<std::string_view> cells;
  for (std::size_t i = shape.first; i < sheet.rows.size(); ++i) {
    if (const Cell* cell = sheet.rows[i].at(column)) cells.push_back(cell->text);
  }
  return cells;
}

bool has_digit(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos;
}

bool holds_dates(const std::vector<std::string_view>& cells) {
  std::size_t written = 0;
  std::size_t dates = 0;
  for (const std::string_view cell : cells) {
    if (!has_digit(cell)) continue;
    ++written;
    const CellDate date = read_cell_date(cell, DateOrder::kDayFirst, kNoYearAfter);
    dates += date.date.year > 0 || date.impossible;
  }
  return dates * 2 >= written;
}

}  // namespace

bool is_date_property(std::string_view property) {
  return property == "birthDate" || property == "contractDate" || property == "deathDate";
}

void drop_columns_without_dates(const Sheet& sheet, TableShape& shape) {
  std::erase_if(shape.columns, [&](const ListColumn& column) {
    return is_date_property(column.property) && !holds_dates(cells_of(sheet, shape, column.column));
  });
}

ListDates::ListDates(const model::Document& document, const Sheet& sheet, const TableShape& shape,
                     model::Extraction& out)
    : document_(document), out_(out), published_(parse_edtf(document.published).value_or(PartialDate{})) {
  latest_year_ = published_.year;
  for (const ListColumn& column : shape.columns) {
    if (is_date_property(column.property)) learn(column, cells_of(sheet, shape, column.column));
  }
  if (latest_year_ < 2000) latest_year_ = 2029;
}

// The order of day and month, and the latest year, that the column tells.
void ListDates::learn(const ListColumn& column, const std::vector<std::string_view>& cells) {
  DateOrder order = order_of_column(cells);
  if (order == DateOrder::kUnknown) order = order_of_header(column.header);
  orders_[column.column] = order;
  if (published_.year > 0) return;
  for (const std::string_view cell : cells) {
    const CellDate date = read_cell_date(cell, DateOrder::kDayFirst, kNoYearAfter);
    if (!date.short_year && date.date.year <= kNoYearAfter)
      latest_year_ = std::max(latest_year_, date.date.year);
  }
}

std::optional<std::string> ListDates::read(const Row& row, const ListColumn& column, const Cell& cell) {
  const CellDate date = read_cell_date(cell.text, orders_[column.column], latest_year_);
  if (date.impossible) {
    report(row, column, cell, true, "no calendar has this day");
    return std::nullopt;
  }
  if (date.date.year == 0) {
    if (has_digit(cell.text)) report(row, column, cell, true, "not a date");
    return std::nullopt;
  }
  if (date.two_readings) {
    report(row, column, cell, false,
           "day and month can be swapped, and no other date of the column tells the order");
  }
  dates_.push_back({&column, &cell, date.date});
  return to_edtf(date);
}

void ListDates::report(const Row& row, const ListColumn& column, const Cell& cell, bool impossible,
                       std::string why) {
  if (impossible) {
    out_.problems.push_back({fmt::format("{}: {}", cell.text, why), model::place_in(document_, cell.span),
                             "Check the cell against the original list.", false});
  }
  out_.date_doubts.push_back({cell.span, row.number, column.header.empty() ? column.property : column.header,
                              std::string(cell.text), impossible, std::move(why)});
}

const ListDates::KnownDate* ListDates::known(std::string_view property) const {
  const auto found =
      std::ranges::find_if(dates_, [&](const KnownDate& d) { return d.column->property == property; });
  return found == dates_.end() ? nullptr : &*found;
}

void ListDates::doubt(const Row& row, const KnownDate& date, std::string why) {
  report(row, *date.column, *date.cell, false, std::move(why));
}

void ListDates::weigh(const Row& row) {
  const KnownDate* birth = known("birthDate");
  const KnownDate* contract = known("contractDate");
  for (const KnownDate& date : dates_) {
    if (is_after_publication(date.date)) doubt(row, date, "after the list's own date");
  }
  if (birth && birth->date.year < 1900) doubt(row, *birth, "born before 1900");
  if (birth && contract) weigh_contract(row, *birth, *contract);
  dates_.clear();
}

void ListDates::weigh_contract(const Row& row, const KnownDate& birth, const KnownDate& contract) {
  const int age = years_between(birth.date, contract.date);
  if (age < 0)
    doubt(row, contract, "the contract is dated before the birth");
  else if (age < kYoungest || age > kOldest)
    doubt(row, contract, fmt::format("aged {} at the contract", age));
}

bool ListDates::is_after_publication(const PartialDate& date) const {
  if (published_.year == 0) return false;
  if (date.year != published_.year) return date.year > published_.year;
  if (date.month == 0 || published_.month == 0 || date.month != published_.month)
    return date.month > published_.month && published_.month > 0;
  return published_.day > 0 && date.day > published_.day;
}

}  // namespace muster::extract
