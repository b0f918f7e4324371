#include "extract/table_people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extract/countries.hpp"
#include "extract/table_content.hpp"
#include "extract/table_doubts.hpp"
#include "extract/table_headers.hpp"
#include "text/letters.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

using model::ListColumn;
using model::Statement;

bool identifies(std::string_view property) {
  return property == "name" || property == "lastName" || property == "passportNumber" ||
         property == "idNumber";
}

bool has_text(std::string_view cell) {  // "-" and "?" are no names
  return cell.find_first_not_of("-—–?. ") != std::string_view::npos;
}

struct NameWords {
  std::size_t words = 0;
  std::size_t capitals = 0;
  bool number = false;
};

NameWords count_words(std::string_view cell) {
  NameWords count;
  const bool uncased = text::main_script(cell) != text::Script::kLatin &&
                       text::main_script(cell) != text::Script::kCyrillic &&
                       text::main_script(cell) != text::Script::kGreek;
  for (const text::Token& token : text::tokenise(cell)) {
    count.number = count.number || token.kind == text::TokenKind::kNumber;
    if (token.kind != text::TokenKind::kWord) continue;
    ++count.words;
    count.capitals += token.capital || uncased;
  }
  return count;
}

// Two words at least, or one in signs, and more than half of them with a capital: "Мамедов Али оглы", and
// neither "Составил" nor "Список составил дежурный".
bool reads_as_name(std::string_view cell) {
  if (looks_like_name(cell)) return true;
  const NameWords count = count_words(cell);
  return !count.number && count.words >= 2 && count.words <= 6 && count.capitals * 2 > count.words;
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
class ListReader {
 public:
  ListReader(const model::Document& document, const Sheet& sheet, const TableShape& shape,
             model::Extraction& out)
      : document_(document), sheet_(sheet), shape_(shape), out_(out), dates_(document, sheet, shape, out) {}

  void read() {
    model::ListTable list;
    list.sheet = sheet_.index;
    list.columns = shape_.columns;
    if (shape_.header < sheet_.rows.size()) describe_header(list);
    for (std::size_t i = shape_.first; i < sheet_.rows.size(); ++i) {
      const Row& row = sheet_.rows[i];
      if (!is_person(row)) continue;
      read_person(row);
      if (list.rows++ == 0) list.first_row = row.number;
      list.last_row = row.number;
    }
    out_.lists.push_back(std::move(list));
  }

 private:
  void describe_header(model::ListTable& list) const {
    const Row& header = sheet_.rows[shape_.header];
    list.header_row = header.number;
    list.span = {sheet_.rows.front().cells.front().span.begin, header.cells.back().span.end};
  }

  // What stands for a name must read as one, or a date or a paper stand beside it: titles of sections, notes
  // and signatures stand in lists too.
  bool is_person(const Row& row) const {
    if (is_total(row) || repeats_header(row, shape_)) return false;
    bool identified = false;
    bool proven = false;
    std::size_t parts = 0;
    for (const ListColumn& column : shape_.columns) {
      const Cell* cell = row.at(column.column);
      if (!cell || !has_text(cell->text)) continue;
      const std::string& property = column.property;
      identified = identified || identifies(property);
      proven = proven || is_date_property(property) || property == "passportNumber" ||
               (property == "name" && reads_as_name(cell->text));
      parts += property == "lastName" || property == "firstName" || property == "fatherName";
    }
    return identified && (proven || parts >= 2);
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
    bool named = false;
    for (const ListColumn& column : shape_.columns) {
      const Cell* cell = row.at(column.column);
      if (!cell || !has_text(cell->text) || column.property == "number" || column.property == "notes")
        continue;
      if (column.property == "name")
        add_names(row, *cell);
      else if (is_date_property(column.property))
        add_date(row, column, *cell);
      else
        add(row, column.property, clean(column.property, cell->text), cell->text, cell->span);
      named = named || column.property == "name";
    }
    if (!named) join_name(row);
    dates_.weigh(row);
  }

  void add_date(const Row& row, const ListColumn& column, const Cell& cell) {
    if (auto edtf = dates_.read(row, column, cell))
      add(row, column.property, std::move(*edtf), cell.text, cell.span);
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
      const auto column = std::ranges::find(shape_.columns, wanted, &ListColumn::property);
      const Cell* cell = column == shape_.columns.end() ? nullptr : row.at(column->column);
      if (!cell || !has_text(cell->text)) continue;
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

  const model::Document& document_;
  const Sheet& sheet_;
  const TableShape& shape_;
  model::Extraction& out_;
  ListDates dates_;
};

}  // namespace

void read_people(const model::Document& document, const Sheet& sheet, const TableShape& shape,
                 model::Extraction& out) {
  ListReader(document, sheet, shape, out).read();
}

}  // namespace muster::extract
