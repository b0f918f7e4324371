// XLSX: every sheet as a stream of rows. Dates come out as ISO 8601, formulas as the value last computed.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "readers/cells.hpp"
#include "readers/formats.hpp"
#include "readers/number_format.hpp"
#include "readers/parts.hpp"
#include "readers/xml.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kMostSharedBytes = std::size_t{512} << 20;
constexpr std::uint32_t kMostColumns = 16384;
constexpr std::uint32_t kMostRows = 1048576;

struct Sheet {
  std::string name;
  std::string relation;
  std::string member;
  bool hidden = false;
};

struct Workbook {
  std::vector<Sheet> sheets;
  std::vector<std::string> strings;
  std::vector<NumberKind> styles;  // by the cell's style index
  bool epoch_1904 = false;
};

bool is_true(const std::string& value) {
  return value == "1" || value == "true";
}

template <class Number>
Number number_or(std::string_view text, Number otherwise) {
  Number value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : otherwise;
}

base::Result<void> read_sheet_list(std::string_view zip, Workbook& book) {
  auto xml = XmlStream::open(zip, "xl/workbook.xml");
  if (!xml) return std::unexpected(xml.error());
  while (xml->next()) {
    if (xml->at_start("workbookPr")) book.epoch_1904 = is_true(xml->attribute("date1904"));
    if (!xml->at_start("sheet")) continue;
    const std::string state = xml->attribute("state");
    book.sheets.push_back(
        {xml->attribute("name"), xml->attribute("r:id"), "", state == "hidden" || state == "veryHidden"});
  }
  if (!xml->failure().empty())
    return base::fail(xml->failure(), "xl/workbook.xml",
                      "get the file again, or save it anew in an Office program");
  return {};
}

void read_relations(std::string_view zip, Workbook& book) {
  std::map<std::string, std::string> targets;
  auto xml = XmlStream::open(zip, "xl/_rels/workbook.xml.rels");
  while (xml && xml->next()) {
    if (xml->at_start("Relationship")) targets[xml->attribute("Id")] = xml->attribute("Target");
  }
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    std::string target = targets[book.sheets[i].relation];
    if (target.starts_with('/'))
      target.erase(0, 1);
    else if (!target.empty())
      target.insert(0, "xl/");
    book.sheets[i].member = target.empty() ? fmt::format("xl/worksheets/sheet{}.xml", i + 1) : target;
  }
}

// The text of <si> or <is>: runs joined, phonetic guides left out. The stream stands at its start tag.
std::string read_rich_text(XmlStream& xml, std::string_view element) {
  std::string text;
  bool in_text = false;
  bool in_phonetic = false;
  if (xml.is_empty()) return text;
  while (xml.next()) {
    if (xml.at_end(element)) break;
    if (xml.at_start("t"))
      in_text = !xml.is_empty();
    else if (xml.at_end("t"))
      in_text = false;
    else if (xml.at_start("rPh"))
      in_phonetic = !xml.is_empty();
    else if (xml.at_end("rPh"))
      in_phonetic = false;
    else if (xml.at_text() && in_text && !in_phonetic)
      text += xml.text();
  }
  return text;
}

base::Result<void> read_shared_strings(std::string_view zip, Workbook& book) {
  auto xml = XmlStream::open(zip, "xl/sharedStrings.xml");
  if (!xml) return {};  // a workbook without text has none
  std::size_t bytes = 0;
  while (bytes < kMostSharedBytes && xml->next()) {
    if (!xml->at_start("si")) continue;
    book.strings.push_back(read_rich_text(*xml, "si"));
    bytes += book.strings.back().size();
  }
  if (!xml->failure().empty())
    return base::fail(xml->failure(), "xl/sharedStrings.xml",
                      "get the file again, or save it anew in an Office program");
  return {};
}

void read_styles(std::string_view zip, Workbook& book) {
  auto xml = XmlStream::open(zip, "xl/styles.xml");
  std::map<int, std::string> formats;
  bool in_cell_formats = false;
  while (xml && xml->next()) {
    if (xml->at_start("numFmt"))
      formats[number_or(xml->attribute("numFmtId"), -1)] = xml->attribute("formatCode");
    if (xml->at_start("cellXfs")) in_cell_formats = true;
    if (xml->at_end("cellXfs")) in_cell_formats = false;
    if (!in_cell_formats || !xml->at_start("xf")) continue;
    const int id = number_or(xml->attribute("numFmtId"), 0);
    const auto custom = formats.find(id);
    book.styles.push_back(custom != formats.end() ? kind_of_format(custom->second) : kind_of_builtin(id));
  }
}

struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

// "BC12"; zeros where it is none.
CellPlace parse_reference(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  for (;
       at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && place.column <= kMostColumns;
       ++at) {
    place.column = place.column * 26 + static_cast<std::uint32_t>(reference[at] - 'A' + 1);
  }
  place.row = number_or<std::uint32_t>(reference.substr(at), 0);
  return place;
}

class SheetReader {
 public:
  SheetReader(XmlStream& xml, const Workbook& book, model::Document& document, std::uint32_t sheet)
      : xml_(xml), book_(book), writer_(document, sheet) {}

  void read() {
    while (xml_.next()) {
      if (xml_.at_start("row")) {
        row_ = std::max(number_or<std::uint32_t>(xml_.attribute("r"), row_ + 1), row_ + 1);
        column_ = 0;
      } else if (xml_.at_start("c")) {
        read_cell();
      }
    }
  }

 private:
  void read_cell() {
    const CellPlace place = parse_reference(xml_.attribute("r"));
    column_ = std::max(place.column, column_ + 1);
    const std::string type = xml_.attribute("t");
    const auto style = number_or<std::size_t>(xml_.attribute("s"), 0);
    if (xml_.is_empty()) return;
    std::string value;
    bool in_value = false;
    while (xml_.next()) {
      if (xml_.at_end("c")) break;
      if (xml_.at_start("is"))
        value = read_rich_text(xml_, "is");
      else if (xml_.at_start("v"))
        in_value = !xml_.is_empty();
      else if (xml_.at_end("v"))
        in_value = false;
      else if (xml_.at_text() && in_value)
        value += xml_.text();
    }
    put(shown(value, type, style));
  }

  [[nodiscard]] std::string shown(const std::string& value, const std::string& type,
                                  std::size_t style) const {
    if (type == "s") {
      const auto index = number_or(value, book_.strings.size());
      return index < book_.strings.size() ? book_.strings[index] : "";
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return value;  // str, inlineStr, e, d
    const NumberKind kind = style < book_.styles.size() ? book_.styles[style] : NumberKind::kNumber;
    return show_number(value, kind, book_.epoch_1904);
  }

  void put(const std::string& value) {
    if (value.empty() || row_ > kMostRows || column_ > kMostColumns) return;
    writer_.add(value, row_, column_);
  }

  XmlStream& xml_;
  const Workbook& book_;
  CellWriter writer_;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
};

void read_sheet(std::string_view zip, const Workbook& book, std::size_t index, model::Document& document) {
  const Sheet& sheet = book.sheets[index];
  document.sheets.push_back(sheet.name);
  if (sheet.hidden)
    note(document, "the sheet is hidden in the workbook; its cells were read too", sheet.name, "");
  if (sheet.member.starts_with("xl/chartsheets/")) return;
  auto xml = XmlStream::open(zip, sheet.member);
  if (!xml) return note(document, xml.error().what, sheet.name, xml.error().remedy);
  SheetReader(*xml, book, document, static_cast<std::uint32_t>(index)).read();
  if (!xml->failure().empty())
    note(document, xml->failure() + "; cells after that are missing", sheet.name,
         "get the file again, or save it anew in an Office program");
}

base::Result<void> read_workbook(std::string_view zip, Workbook& book) {
  if (auto done = read_sheet_list(zip, book); !done) return done;
  read_relations(zip, book);
  read_styles(zip, book);
  return read_shared_strings(zip, book);
}

}  // namespace

void read_xlsx(const Source& source, model::Document& document) {
  Workbook book;
  if (const auto done = read_workbook(source.bytes, book); !done) {
    return refuse(document, done.error().what, done.error().where, done.error().remedy);
  }
  for (std::size_t i = 0; i < book.sheets.size(); ++i) read_sheet(source.bytes, book, i, document);
  if (!document.parts.empty()) return;
  const bool broken =
      std::ranges::any_of(document.problems, [](const auto& problem) { return !problem.remedy.empty(); });
  refuse(document, broken ? "no cell could be read" : "the workbook has no cells", "",
         "open the file in an Office program and save it anew");
}

}  // namespace muster::readers
