#include "extract/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "extract/countries.hpp"
#include "extract/table_cells.hpp"
#include "extract/table_columns.hpp"
#include "extract/table_dates.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

using model::Statement;

constexpr int kYoungest = 16;  // at a contract
constexpr int kOldest = 90;

bool is_date(std::string_view property) {
  return property == "birthDate" || property == "contractDate" || property == "deathDate";
}
bool identifies(std::string_view property) {
  return property == "name" || property == "lastName" || property == "passportNumber" ||
         property == "idNumber";
}

std::string language_of(std::string_view text, const std::string& document_language) {
  switch (text::main_script(text)) {
    case text::Script::kHan:
      return "zh";
    case text::Script::kHangul:
      return "ko";
    case text::Script::kCyrillic:
      return document_language == "uk" || text.find("і") != std::string_view::npos ||
                     text.find("ї") != std::string_view::npos
                 ? "uk"
             : document_language == "ru" ? "ru"
                                         : "";
    default:
      return "";
  }
}

// "张仁波 (Чжан Жэньбо)" holds two names: the pieces around / ( ) and line breaks.
std::vector<std::string_view> names_in(std::string_view cell) {
  std::vector<std::string_view> names;
  while (!cell.empty()) {
    const std::size_t at = cell.find_first_of("/()\n;");
    std::string_view piece = cell.substr(0, at);
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    if (!piece.empty()) names.push_back(piece);
    cell = at == std::string_view::npos ? std::string_view() : cell.substr(at + 1);
  }
  return names;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_codepoint(text, at);
    if (text::is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    text::append_utf8(out, c);
  }
  return out;
}

// Reads one sheet whose columns are known.
class SheetReader {
 public:
  SheetReader(const model::Document& document, const Sheet& sheet, const TableShape& shape, TableReading& out)
      : document_(document), sheet_(sheet), shape_(shape), out_(out) {}

  void read() {
    published_ = parse_edtf(document_.published).value_or(PartialDate{});
    learn_columns();
    TableInfo info;
    info.sheet = sheet_.index;
    info.columns = shape_.columns;
    if (shape_.header < sheet_.rows.size()) describe_header(info);
    for (std::size_t i = shape_.first; i < sheet_.rows.size(); ++i) {
      const Row& row = sheet_.rows[i];
      if (!is_person(row)) continue;
      read_person(row);
      if (info.rows++ == 0) info.first_row = row.number;
      info.last_row = row.number;
    }
    out_.tables.push_back(std::move(info));
  }

 private:
  void describe_header(TableInfo& info) const {
    const Row& header = sheet_.rows[shape_.header];
    info.header_row = header.number;
    info.span = {sheet_.rows.front().cells.front().span.begin, header.cells.back().span.end};
  }

  // The order of day and month, and the latest year, that each column of dates tells.
  void learn_columns() {
    latest_year_ = published_.year;
    for (const ColumnInfo& column : shape_.columns) {
      if (!is_date(column.property)) continue;
      std::vector<std::string_view> cells;
      for (std::size_t i = shape_.first; i < sheet_.rows.size(); ++i) {
        if (const Cell* cell = sheet_.rows[i].at(column.column)) cells.push_back(cell->text);
      }
      orders_[column.column] = order_of_column(cells);
      if (published_.year > 0) continue;
      for (const std::string_view cell : cells) {
        const CellDate date = read_cell_date(cell, DateOrder::kDayFirst, 2099);
        if (!date.short_year && date.date.year < 2100) latest_year_ = std::max(latest_year_, date.date.year);
      }
    }
    if (latest_year_ < 2000) latest_year_ = 2029;
  }

  bool is_person(const Row& row) const {
    if (is_total(row) || repeats_header(row, shape_)) return false;
    return std::ranges::any_of(shape_.columns, [&](const ColumnInfo& column) {
      const Cell* cell = row.at(column.column);
      return cell && identifies(column.property) && text_in(cell->text);
    });
  }
  static bool text_in(std::string_view cell) {  // "-" and "?" are no names
    return cell.find_first_not_of("-—–?. ") != std::string_view::npos;
  }

  void add(const Row& row, std::string property, std::string value, std::string_view original,
           model::Span span) {
    Statement statement;
    statement.entity = fmt::format("{}-s{}r{}", document_.sha256.substr(0, 12), sheet_.index, row.number);
    statement.schema = "Person";
    statement.property = std::move(property);
    statement.value = std::move(value);
    statement.original = original;
    statement.language = language_of(original, document_.language);
    statement.origin = "cell";
    statement.span = span;
    out_.statements.push_back(std::move(statement));
  }

  void read_person(const Row& row) {
    dates_.clear();
    bool named = false;
    for (const ColumnInfo& column : shape_.columns) {
      const Cell* cell = row.at(column.column);
      if (!cell || !text_in(cell->text) || column.property == "number" || column.property == "notes")
        continue;
      if (column.property == "name")
        add_names(row, *cell);
      else if (is_date(column.property))
        add_date(row, column, *cell);
      else
        add(row, column.property, clean(column.property, cell->text), cell->text, cell->span);
      named = named || column.property == "name";
    }
    if (!named) join_name(row);
    weigh_dates(row);
  }

  static std::string clean(const std::string& property, std::string_view text) {
    if (property == "gender") {
      if (std::string gender = gender_of(text); !gender.empty()) return gender;
    }
    if (property == "nationality") {
      if (const Country* country = find_country(text)) return text::lower(country->code);
    }
    std::string value = one_line(text);
    if (property == "passportNumber") std::erase(value, ' ');
    return value;
  }

  void add_names(const Row& row, const Cell& cell) {
    for (const std::string_view name : names_in(cell.text)) {
      const auto begin = static_cast<std::uint32_t>(name.data() - document_.text.data());
      add(row, "name", one_line(name), name, {begin, static_cast<std::uint32_t>(begin + name.size())});
    }
  }

  // Family name, given name and patronymic in columns of their own make the name; the quote is what stands
  // between the first and the last of them, when nothing else does.
  void join_name(const Row& row) {
    std::string value;
    std::vector<const Cell*> cells;
    for (const std::string_view wanted : {"lastName", "firstName", "fatherName"}) {
      const auto column = std::ranges::find(shape_.columns, wanted, &ColumnInfo::property);
      const Cell* cell = column == shape_.columns.end() ? nullptr : row.at(column->column);
      if (!cell || !text_in(cell->text)) continue;
      if (!value.empty()) value.push_back(' ');
      value.append(one_line(cell->text));
      cells.push_back(cell);
    }
    if (cells.empty()) return;
    std::ranges::sort(cells, {}, &Cell::column);
    const bool side_by_side = cells.back()->column - cells.front()->column + 1 == cells.size();
    const model::Span span =
        side_by_side ? model::Span{cells.front()->span.begin, cells.back()->span.end} : cells.front()->span;
    add(row, "name", std::move(value), model::text_at(document_, span), span);
  }

  void add_date(const Row& row, const ColumnInfo& column, const Cell& cell) {
    const CellDate date = read_cell_date(cell.text, orders_[column.column], latest_year_);
    if (date.impossible) {
      report(row, column, cell, DateProblem::Kind::kImpossible, "no calendar has this day");
      return;
    }
    if (date.date.year == 0) {
      report(row, column, cell, DateProblem::Kind::kImpossible, "not a date");
      return;
    }
    if (date.two_readings) {
      report(row, column, cell, DateProblem::Kind::kDoubtful,
             "day and month can be swapped, and no other date of the column tells the order");
    }
    add(row, column.property, to_edtf(date), cell.text, cell.span);
    dates_.push_back({&column, &cell, date.date});
  }

  void report(const Row& row, const ColumnInfo& column, const Cell& cell, DateProblem::Kind kind,
              std::string why) {
    if (kind == DateProblem::Kind::kImpossible) {
      out_.problems.push_back({fmt::format("{}: {}", cell.text, why), model::place_in(document_, cell.span),
                               "Check the cell against the original list.", false});
    }
    out_.dates.push_back({cell.span, sheet_.index, row.number,
                          column.header.empty() ? column.property : column.header, std::string(cell.text),
                          kind, std::move(why)});
  }

  struct KnownDate {
    const ColumnInfo* column;
    const Cell* cell;
    PartialDate date;
  };
  const KnownDate* known(std::string_view property) const {
    const auto found =
        std::ranges::find_if(dates_, [&](const KnownDate& d) { return d.column->property == property; });
    return found == dates_.end() ? nullptr : &*found;
  }
  void doubt(const Row& row, const KnownDate& date, std::string why) {
    report(row, *date.column, *date.cell, DateProblem::Kind::kDoubtful, std::move(why));
  }

  void weigh_dates(const Row& row) {
    const KnownDate* birth = known("birthDate");
    const KnownDate* contract = known("contractDate");
    for (const KnownDate& date : dates_) {
      if (is_after_publication(date.date)) doubt(row, date, "after the list's own date");
    }
    if (birth && birth->date.year < 1900) doubt(row, *birth, "born before 1900");
    if (!birth || !contract) return;
    const int age = years_between(birth->date, contract->date);
    if (age < 0)
      doubt(row, *contract, "the contract is dated before the birth");
    else if (age < kYoungest)
      doubt(row, *contract, fmt::format("aged {} at the contract", age));
    else if (age > kOldest)
      doubt(row, *contract, fmt::format("aged {} at the contract", age));
  }
  bool is_after_publication(const PartialDate& date) const {
    if (published_.year == 0) return false;
    if (date.year != published_.year) return date.year > published_.year;
    if (date.month == 0 || published_.month == 0 || date.month != published_.month)
      return date.month > published_.month && published_.month > 0;
    return published_.day > 0 && date.day > published_.day;
  }

  const model::Document& document_;
  const Sheet& sheet_;
  const TableShape& shape_;
  TableReading& out_;
  PartialDate published_;
  int latest_year_ = 0;
  std::map<std::uint32_t, DateOrder> orders_;
  std::vector<KnownDate> dates_;
};

std::string sheet_name(const model::Document& document, std::uint32_t index) {
  return index < document.sheets.size() ? document.sheets[index] : document.name;
}

}  // namespace

TableReading read_tables(const model::Document& document) {
  TableReading out;
  for (const Sheet& sheet : sheets_of(document)) {
    const auto shape = shape_of(sheet);
    if (!shape) {
      out.problems.push_back(
          {"no people were read: neither a header nor the content tells which column holds names",
           sheet_name(document, sheet.index), "Add a header row such as name, date of birth, unit.", false});
      continue;
    }
    SheetReader(document, sheet, *shape, out).read();
  }
  return out;
}

}  // namespace muster::extract
