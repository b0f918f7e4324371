#include "readers/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.hpp"
#include "base/mapped_file.hpp"
#include "readers/decode.hpp"
#include "readers/formats.hpp"
#include "readers/json_rows.hpp"
#include "readers/kind.hpp"
#include "readers/records.hpp"
#include "readers/row_source.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kMostConvertedBytes = std::size_t{1} << 30;  // as much as decode() takes

using Cells = std::vector<std::string_view>;

std::size_t estimated_rows(std::string_view text) {
  const std::string_view head = text.substr(0, 256 << 10);
  const auto lines = static_cast<std::size_t>(std::ranges::count(head, '\n')) + 1;
  return text.size() / std::max<std::size_t>(head.size() / lines, 1) * 102 / 100 + 2;
}

base::Result<model::RowTable> delimited_rows(std::string_view text, const RowOptions& options) {
  const char delimiter = find_delimiter(text);
  bool open_quote = false;
  const RowSource source = [&] {
    return [&, records = Records(text, delimiter)](Cells& cells) mutable {
      const bool more = records.next(cells);
      open_quote = records.open_quote();
      return more;
    };
  };
  auto table = fill_table(source, options.header, estimated_rows(text));
  if (table && open_quote)
    table->problems.push_back({"a quotation mark is never closed; what follows it is one cell",
                               fmt::format("row {}", table->rows + 1), "close the quotation mark", false});
  return table;
}

// The sheet to be read: the named one, else the first with cells, a visible one before hidden ones.
base::Result<std::uint32_t> choose_sheet(const model::Document& book, const std::string& wanted) {
  if (wanted.empty()) return book.parts.front().sheet;
  const auto found = std::ranges::find(book.sheets, wanted);
  if (found == book.sheets.end())
    return base::fail(fmt::format("the workbook has no sheet called \"{}\"", wanted), "",
                      fmt::format("its sheets are: {}", fmt::join(book.sheets, ", ")));
  return static_cast<std::uint32_t>(found - book.sheets.begin());
}

NextRow rows_of_sheet(const model::Document& book, std::uint32_t sheet) {
  return [&book, sheet, at = std::size_t{0}, row = std::uint32_t{0}](Cells& cells) mutable {
    const auto& parts = book.parts;
    cells.clear();
    while (at < parts.size() && parts[at].sheet != sheet) ++at;
    if (at == parts.size()) return false;
    if (++row < parts[at].row) {
      cells.emplace_back();  // a row without cells
      return true;
    }
    for (; at < parts.size() && parts[at].sheet == sheet && parts[at].row == row; ++at) {
      cells.resize(parts[at].column);
      cells.back() = model::text_at(book, parts[at].span);
    }
    return true;
  };
}

// Spreadsheets keep no cell for the empty end of a row: every row is as wide as the widest of the first.
RowSource padded(RowSource rows) {
  std::size_t width = 0;
  for (const RowCells& row : first_rows(rows)) width = std::max(width, row.size());
  return [rows = std::move(rows), width] {
    return [next = rows(), width](Cells& cells) {
      if (!next(cells)) return false;
      cells.resize(std::max(cells.size(), width));
      return true;
    };
  };
}

base::Result<model::RowTable> workbook_rows(std::string_view bytes, const RowOptions& options) {
  model::Document book;
  read_xlsx({bytes, {}, Kind::kXlsx, false}, book);
  const auto fatal = std::ranges::find_if(book.problems, &model::Problem::fatal);
  if (fatal != book.problems.end()) return base::fail(fatal->what, fatal->where, fatal->remedy);
  const auto sheet = choose_sheet(book, options.sheet);
  if (!sheet) return std::unexpected(sheet.error());
  auto table = fill_table(padded([&] { return rows_of_sheet(book, *sheet); }), options.header, 0);
  if (!table) return table;
  table->problems.insert(table->problems.begin(), book.problems.begin(), book.problems.end());
  const auto elsewhere =
      std::ranges::find_if(book.parts, [&](const model::Part& part) { return part.sheet != *sheet; });
  if (elsewhere != book.parts.end() && options.sheet.empty())
    table->problems.push_back(
        {fmt::format("only the sheet \"{}\" was read; others hold cells too", book.sheets[*sheet]),
         book.sheets[elsewhere->sheet], "name the sheet to be read", false});
  return table;
}

bool is_json(std::string_view bytes, std::string_view name) {
  const std::string ending = text::lower(name.substr(std::min(name.rfind('.'), name.size())));
  constexpr std::string_view kEndings[] = {".json", ".jsonl", ".ndjson", ".ftm"};
  if (std::ranges::find(kEndings, ending) != std::end(kEndings)) return true;
  return ending != ".csv" && ending != ".tsv" && trimmed(bytes.substr(0, 1024)).starts_with("{\"");
}

// Text as it lies in memory where it is UTF-8 already; else decoded, in `decoded`.
base::Result<std::string_view> text_of(std::string_view bytes, Decoded& decoded,
                                       std::vector<model::Problem>& problems) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.find('\0') == std::string_view::npos && text::is_valid_utf8(bytes)) return bytes;
  if (bytes.size() > kMostConvertedBytes)
    return base::fail("a file larger than 1 GB must be UTF-8", "", "save the file as UTF-8");
  model::Document told;
  auto converted = decode(bytes, "", told);
  if (!converted) return std::unexpected(converted.error());
  problems = std::move(told.problems);
  decoded = std::move(*converted);
  return decoded.text;
}

base::Result<model::RowTable> text_rows(std::string_view bytes, bool json, const RowOptions& options) {
  Decoded decoded;
  std::vector<model::Problem> problems;
  const auto text = text_of(bytes, decoded, problems);
  if (!text) return std::unexpected(text.error());
  auto table = json ? json_rows(*text) : delimited_rows(*text, options);
  if (table) table->problems.insert(table->problems.begin(), problems.begin(), problems.end());
  return table;
}

base::Result<model::RowTable> rows_by_kind(std::string_view bytes, const std::string& name,
                                           const RowOptions& options) {
  if (bytes.empty()) return base::fail("the file is empty", "", "get the file again from where it came");
  if (is_json(bytes, name)) return text_rows(bytes, true, options);
  const Sniffed sniffed = sniff(bytes, name);
  if (sniffed.kind == Kind::kXlsx) return workbook_rows(bytes, options);
  if (sniffed.kind == Kind::kDelimited || sniffed.kind == Kind::kText)
    return text_rows(bytes, false, options);
  if (sniffed.kind == Kind::kUnknown) return base::fail(sniffed.what, "", sniffed.remedy);
  return base::fail("the file is no list of rows", "", "export the list as CSV, XLSX or JSON lines");
}

}  // namespace

base::Result<model::RowTable> rows_of(std::string_view bytes, const std::string& name,
                                      const RowOptions& options) {
  auto table = rows_by_kind(bytes, name, options);
  if (table && table->rows == 0)
    table = base::fail(table->columns.empty() ? "the list has no cells" : "the list has a header and no rows",
                       "", "get the list again; if its only row is a record, put a header above it");
  if (!table) {
    if (table.error().where.empty()) table.error().where = name;
    return table;
  }
  table->name = name;
  return table;
}

base::Result<model::RowTable> read_rows(const std::filesystem::path& path, const RowOptions& options) {
  const auto named = [&](base::Result<model::RowTable> table) {
    if (!table && table.error().where == path.filename().string()) table.error().where = path.string();
    return table;
  };
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {  // a pipe cannot be mapped
    const auto bytes = base::read_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    return named(rows_of(*bytes, path.filename().string(), options));
  }
  const auto file = base::MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  return named(rows_of(file->bytes(), path.filename().string(), options));
}

}  // namespace muster::readers
