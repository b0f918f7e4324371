#include "report/xlsx.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <set>

#include "report/terminal.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kMostUnits = 32'767;     // of UTF-16 in a cell
constexpr std::size_t kLongestSheetName = 31;  // the same
constexpr std::size_t kRowsMeasured = 1'000;   // to find how wide a column is
constexpr double kNarrowest = 6;
constexpr double kWidest = 60;
constexpr std::int64_t kMostExact = 999'999'999'999'999;  // 15 digits

std::size_t units_of(char32_t codepoint) {
  return codepoint > 0xFFFF ? 2 : 1;
}

// Whether XML 1.0 can hold it. The writer spells control characters out, but not these.
bool is_writable(char32_t codepoint) {
  return codepoint != 0 && codepoint != 0xFFFE && codepoint != 0xFFFF;
}

// "_x0041_" in a text would be read as the letter A: its first underscore is spelled out itself.
bool is_escape_at(std::string_view text, std::size_t at) {
  if (text.size() < at + 7 || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  return std::ranges::all_of(text.substr(at + 2, 4), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
  });
}

struct Written {
  std::string text;
  bool cut = false;
};

// As the cell may hold it: at most kMostUnits, with all that is no sign of XML replaced.
Written cell_text(std::string_view text) {
  Written out;
  std::size_t units = 0;
  std::size_t keep = 0;  // bytes written so far that leave room for the sign of a cut
  for (std::size_t at = 0; at < text.size();) {
    const bool escape = text[at] == '_' && is_escape_at(text, at);
    const char32_t codepoint = text::next_codepoint(text, at);
    units += escape ? 7 : units_of(codepoint);
    if (units > kMostUnits) {
      out.text.resize(keep);
      out.text += "…";
      out.cut = true;
      return out;
    }
    if (escape)
      out.text += "_x005F_";
    else
      text::append_utf8(out.text, is_writable(codepoint) ? codepoint : text::kReplacement);
    if (units < kMostUnits) keep = out.text.size();
  }
  return out;
}

// Nothing of []:*?/\ , no apostrophe at either end, not empty, not too long; "History" is taken by Excel.
std::string sheet_name(std::string_view wanted, std::set<std::string>& taken) {
  std::string clean;
  for (std::size_t at = 0; at < wanted.size();) {
    const char32_t c = text::next_codepoint(wanted, at);
    const bool refused = c < 0x20 || !is_writable(c) || std::u32string_view(U"[]:*?/\\").contains(c);
    text::append_utf8(clean, refused ? U'_' : c);
  }
  while (clean.starts_with('\'')) clean.erase(0, 1);
  while (clean.ends_with('\'')) clean.pop_back();
  if (clean.empty()) clean = "sheet";
  if (text::lower(clean) == "history") clean += "_";
  for (int copy = 1;; ++copy) {
    const std::string suffix = copy == 1 ? "" : fmt::format(" ({})", copy);
    std::string name;
    std::size_t units = suffix.size();
    for (std::size_t at = 0; at < clean.size();) {
      const char32_t c = text::next_codepoint(clean, at);
      units += units_of(c);
      if (units > kLongestSheetName) break;
      text::append_utf8(name, c);
    }
    name += suffix;
    if (taken.insert(text::lower(name)).second) return name;
  }
}

}  // namespace

struct XlsxWriter::State {
  std::filesystem::path path;
  std::string temporary;
  lxw_workbook* book = nullptr;
  lxw_format* bold = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::set<std::string> names;
  std::vector<double> widths;  // of the sheet's columns
  lxw_row_t next_row = 0;
  XlsxWritten written;

  ~State() {
    if (book == nullptr) return;
    lxw_workbook_free(book);
    ::unlink(temporary.c_str());
  }

  // Both as libxlsxwriter counts, from 0.
  void put(lxw_row_t row, std::size_t column, const Cell& cell, lxw_format* format = nullptr);
  void put_text(lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format);
  void measure(std::size_t column, std::size_t columns_wide);
  void finish_sheet();
};

void XlsxWriter::State::put_text(lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
  const Written cell = cell_text(text);
  written.cut_cells += cell.cut ? 1 : 0;
  worksheet_write_string(sheet, row, column, cell.text.c_str(), format);
  if (row < kRowsMeasured) measure(column, columns_of(std::string_view(cell.text).substr(0, 400)));
}

void XlsxWriter::State::put(lxw_row_t row, std::size_t at, const Cell& cell, lxw_format* format) {
  const auto column = static_cast<lxw_col_t>(at);
  if (const auto* text = std::get_if<std::string>(&cell)) {
    if (!text->empty()) put_text(row, column, *text, format);
  } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
    if (*whole > kMostExact || *whole < -kMostExact)
      return put_text(row, column, fmt::format("{}", *whole), format);
    worksheet_write_number(sheet, row, column, static_cast<double>(*whole), format);
    if (row < kRowsMeasured) measure(at, fmt::formatted_size("{}", *whole));
  } else if (const auto* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) {
    worksheet_write_number(sheet, row, column, *number, format);
    if (row < kRowsMeasured) measure(at, std::min<std::size_t>(fmt::formatted_size("{}", *number), 10));
  } else if (const auto* truth = std::get_if<bool>(&cell)) {
    worksheet_write_boolean(sheet, row, column, *truth ? 1 : 0, format);
  }
}

void XlsxWriter::State::measure(std::size_t column, std::size_t columns_wide) {
  if (column < widths.size()) widths[column] = std::max(widths[column], static_cast<double>(columns_wide));
}

void XlsxWriter::State::finish_sheet() {
  if (sheet == nullptr || widths.empty()) return;
  constexpr double kFilterButton = 3;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, std::clamp(widths[i] + kFilterButton, kNarrowest, kWidest),
                         nullptr);
  }
  worksheet_autofilter(sheet, 0, 0, next_row - 1, static_cast<lxw_col_t>(widths.size() - 1));
}

XlsxWriter::XlsxWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxWriter::XlsxWriter(XlsxWriter&&) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

base::Result<XlsxWriter> XlsxWriter::create(const std::filesystem::path& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->temporary = path.string() + ".part" + std::to_string(::getpid());
  // The library opens the file at the very end, and tells of a failure on stderr.
  if (std::FILE* file = std::fopen(state->temporary.c_str(), "wb"); file != nullptr)
    std::fclose(file);
  else
    return base::fail(std::strerror(errno), path.string(),
                      "check that the folder exists and can be written to");
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  state->book = workbook_new_opt(state->temporary.c_str(), &options);
  if (state->book == nullptr)
    return base::fail("no workbook could be begun", path.string(), "free some memory");
  state->bold = workbook_add_format(state->book);
  format_set_bold(state->bold);
  return XlsxWriter(std::move(state));
}

base::Result<void> XlsxWriter::sheet(std::string_view name, std::span<const std::string> columns) {
  if (columns.size() > kMostColumns)
    return base::fail(fmt::format("a sheet holds at most {} columns", kMostColumns), std::string(name),
                      "write CSV, or fewer columns");
  state_->finish_sheet();
  state_->sheet = workbook_add_worksheet(state_->book, sheet_name(name, state_->names).c_str());
  if (state_->sheet == nullptr)
    return base::fail("no sheet could be begun", std::string(name), "free some memory");
  state_->widths.assign(columns.size(), 0);
  for (std::size_t i = 0; i < columns.size(); ++i) state_->put(0, i, columns[i], state_->bold);
  worksheet_freeze_panes(state_->sheet, 1, 0);
  state_->next_row = 1;
  return {};
}

base::Result<void> XlsxWriter::row(std::span<const Cell> cells) {
  base::require(state_->sheet != nullptr, "a row needs a sheet");
  if (state_->next_row == kMostRows)
    return base::fail(fmt::format("a sheet holds at most {} rows below its header", kMostRows - 1),
                      state_->path.string(), "write CSV or JSON lines for a list as long as this");
  for (std::size_t i = 0; i < std::min(cells.size(), state_->widths.size()); ++i)
    state_->put(state_->next_row, i, cells[i]);
  ++state_->next_row;
  ++state_->written.rows;
  return {};
}

base::Result<XlsxWritten> XlsxWriter::finish() {
  State& state = *state_;
  if (state.sheet == nullptr) {
    if (auto begun = sheet("sheet", {}); !begun) return std::unexpected(begun.error());
  }
  state.finish_sheet();
  const lxw_error failed = workbook_close(std::exchange(state.book, nullptr));
  if (failed == LXW_NO_ERROR && ::rename(state.temporary.c_str(), state.path.c_str()) == 0)
    return state.written;
  const std::string what = failed == LXW_NO_ERROR ? "could not be put in place" : lxw_strerror(failed);
  ::unlink(state.temporary.c_str());
  return base::fail(what, state.path.string(), "check that the folder exists and the disk is not full");
}

base::Result<XlsxWritten> write_xlsx(const std::filesystem::path& path, std::span<const NamedTable> sheets) {
  for (const NamedTable& sheet : sheets) {  // before anything is written
    if (sheet.table.rows.size() >= XlsxWriter::kMostRows)
      return base::fail(
          fmt::format("a sheet holds at most {} rows below its header", XlsxWriter::kMostRows - 1),
          sheet.name, "write CSV or JSON lines for a list as long as this");
  }
  auto book = XlsxWriter::create(path);
  if (!book) return std::unexpected(book.error());
  for (const NamedTable& sheet : sheets) {
    if (auto begun = book->sheet(sheet.name, sheet.table.columns); !begun)
      return std::unexpected(begun.error());
    for (const auto& row : sheet.table.rows) {
      if (auto put = book->row(row); !put) return std::unexpected(put.error());
    }
  }
  return book->finish();
}

}  // namespace muster::report
