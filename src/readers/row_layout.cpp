#include "readers/row_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kMostTitleRows = 20;

std::size_t filled(const RowCells& row) {
  return static_cast<std::size_t>(std::ranges::count_if(row, [](const auto& cell) { return !cell.empty(); }));
}

// The commonest number of cells of a row; of two equally common the larger.
std::size_t usual_width(std::span<const RowCells> rows) {
  std::map<std::size_t, std::size_t> widths;
  for (const RowCells& row : rows) ++widths[row.size()];
  std::size_t best = 0;
  std::size_t most = 0;
  for (const auto& [width, count] : widths) {
    if (count >= most) best = width;
    most = std::max(most, count);
  }
  return best;
}

// Rows above the table: empty ones, and titles where the table is three columns wide or more.
std::size_t rows_above(std::span<const RowCells> rows, std::size_t width, HeaderRow header) {
  const std::size_t most_cells = header == HeaderRow::kFind && width >= 3 ? 1 : 0;
  std::size_t count = 0;
  while (count < std::min(rows.size(), kMostTitleRows) && filled(rows[count]) <= most_cells) ++count;
  return count < rows.size() && count < kMostTitleRows ? count : 0;
}

// A number, a date, an address of mail: no name of a column. "12 Jan 1990" is one; "address_1" and "c12" are
// names.
bool is_value(std::string_view cell) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  bool digits_last = true;
  for (std::size_t at = 0; at < cell.size();) {
    const char32_t c = text::next_codepoint(cell, at);
    if (c == '@') return true;
    digits += text::is_digit(c);
    letters += text::is_letter(c);
    digits_last = digits_last && (text::is_digit(c) || digits == 0);
  }
  const bool numbered = letters > 0 && digits <= 2 && digits_last;
  return digits > letters && !numbered;
}

bool is_nearly(std::size_t count, std::size_t whole) {
  return count + std::max<std::size_t>(1, whole / 4) >= whole;
}

bool recurs_below(std::span<const RowCells> rows) {
  const RowCells& first = rows.front();
  for (const RowCells& row : rows.subspan(1)) {
    if (row == first) continue;  // the header again, where files were joined
    for (std::size_t i = 0; i < std::min(row.size(), first.size()); ++i) {
      if (!first[i].empty() && row[i] == first[i]) return true;
    }
  }
  return false;
}

std::size_t columns_in_use(std::span<const RowCells> rows, std::size_t width) {
  std::vector<bool> used(width);
  for (const RowCells& row : rows) {
    for (std::size_t i = 0; i < std::min(row.size(), width); ++i) used[i] = used[i] || !row[i].empty();
  }
  return static_cast<std::size_t>(std::ranges::count(used, true));
}

bool looks_like_header(std::span<const RowCells> rows, std::size_t width) {
  const RowCells& first = rows.front();
  if (std::ranges::any_of(first, is_value)) return false;
  std::set<std::string_view> distinct(first.begin(), first.end());
  distinct.erase("");
  const std::size_t there = filled(first);
  return there > 0 && is_nearly(there, columns_in_use(rows, width)) && is_nearly(distinct.size(), there) &&
         !recurs_below(rows);
}

// Whether a column is mostly numbers, dates or the like, which its header is not.
bool has_column_of_values(std::span<const RowCells> records, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) {
    std::size_t values = 0;
    std::size_t there = 0;
    for (const RowCells& row : records) {
      if (i >= row.size() || row[i].empty()) continue;
      ++there;
      values += is_value(row[i]);
    }
    if (there > 0 && values * 2 > there) return true;
  }
  return false;
}

void note_doubt(const RowCells& header, std::vector<model::Problem>& problems) {
  std::string shown;
  for (std::size_t i = 0; i < std::min<std::size_t>(header.size(), 3); ++i)
    shown += (i == 0 ? "" : ", ") + header[i];
  problems.push_back({"the first row was taken as the header, not as a record: " + shown, "row 1",
                      "say that the list has no header where it is a record", false});
}

void name_columns(const RowCells* header, std::size_t width, RowLayout& layout) {
  if (header != nullptr) layout.headers = *header;
  layout.headers.resize(std::max(width, layout.headers.size()));
  for (const std::string& name : layout.headers) layout.named.push_back(!name.empty());
  make_distinct(layout.headers, layout.problems);
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };
  if (cell.empty() || (plain(cell.front()) && plain(cell.back()))) return cell;
  while (!cell.empty()) {
    std::size_t at = 0;
    if (!text::is_space(text::next_codepoint(cell, at))) break;
    cell.remove_prefix(at);
  }
  while (!cell.empty()) {
    std::size_t at = cell.size();
    if (!text::is_space(text::previous_codepoint(cell, at))) break;
    cell = cell.substr(0, at);
  }
  return cell;
}

void make_distinct(std::vector<std::string>& headers, std::vector<model::Problem>& problems) {
  std::set<std::string> taken;
  std::map<std::string, int> copies;
  std::vector<std::size_t> unsettled;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    if (headers[i].empty() || !taken.insert(headers[i]).second) unsettled.push_back(i);
  }
  for (const std::size_t i : unsettled) {
    const std::string wanted = headers[i].empty() ? fmt::format("column {}", i + 1) : headers[i];
    std::string free = wanted;
    while (!taken.insert(free).second) free = fmt::format("{} ({})", wanted, ++copies[wanted] + 1);
    if (!headers[i].empty())
      problems.push_back({fmt::format("two columns are called \"{}\"; this one is now \"{}\"", wanted, free),
                          fmt::format("column {}", i + 1), "give each column a name of its own", false});
    headers[i] = std::move(free);
  }
}

RowLayout find_layout(std::span<const RowCells> first_rows, HeaderRow header) {
  RowLayout layout;
  std::size_t width = usual_width(first_rows);
  layout.skipped = rows_above(first_rows, width, header);
  const auto rows = first_rows.subspan(layout.skipped);
  if (rows.empty()) return layout;
  width = usual_width(rows);
  const auto titles = std::ranges::count_if(first_rows.first(layout.skipped), filled);
  if (titles > 0)
    layout.problems.push_back({fmt::format("{} above the table passed over",
                                           titles == 1 ? "1 row" : fmt::format("{} rows", titles)),
                               "row 1", "", false});
  const bool has_header =
      header == HeaderRow::kFirst || (header == HeaderRow::kFind && looks_like_header(rows, width));
  if (has_header) {
    ++layout.skipped;
    if (header == HeaderRow::kFind && rows.size() > 1 && !has_column_of_values(rows.subspan(1), width))
      note_doubt(rows.front(), layout.problems);
  } else if (header == HeaderRow::kFind) {
    layout.problems.push_back({"the list has no header; its columns are called \"column 1\" and so on",
                               "row 1", "name the columns in a first row, or say which column holds what",
                               false});
  }
  name_columns(has_header ? &rows.front() : nullptr, has_header ? rows.front().size() : width, layout);
  return layout;
}

}  // namespace muster::readers
