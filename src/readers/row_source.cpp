#include "readers/row_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "readers/row_builder.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kSampledRows = 200;
constexpr std::size_t kMostColumns = 16384;
constexpr std::size_t kMostCells = std::size_t{1} << 30;

using Cells = std::vector<std::string_view>;

bool is_blank(const Cells& cells) {
  return std::ranges::all_of(cells, [](std::string_view cell) { return cell.empty(); });
}

// The rows below the layout's header into a table.
class TableFiller {
 public:
  TableFiller(const RowLayout& layout, std::size_t expected_rows) : layout_(layout) {
    builder_.expect_rows(std::min(expected_rows, kMostCells / std::max<std::size_t>(width(), 1)));
    for (const std::string& header : layout.headers) builder_.add_column(header);
  }

  base::Result<model::RowTable> fill(const NextRow& next) {
    Cells cells;
    for (std::size_t row = 1; next(cells); ++row) {
      if (row <= layout_.skipped) continue;
      for (std::string_view& cell : cells) cell = trimmed(cell);
      if (is_blank(cells)) {
        ++blank_;
      } else if (is_header_again(cells)) {
        ++headers_again_;
      } else {
        add(cells, row);
      }
      if (builder_.rows() * builder_.columns() > kMostCells)
        return base::fail(fmt::format("the list has more than {} cells", kMostCells), "",
                          "split the list, or leave out columns");
    }
    return finish();
  }

 private:
  [[nodiscard]] std::size_t width() const { return layout_.headers.size(); }

  [[nodiscard]] bool is_header_again(const Cells& cells) const {
    if (layout_.named.empty() || !layout_.named[0] || cells[0] != layout_.headers[0]) return false;
    return std::ranges::equal(cells, layout_.headers);
  }

  void add(const Cells& cells, std::size_t row) {
    blank_between_ += blank_;
    blank_ = 0;
    builder_.add_row(std::span(cells).first(std::min(cells.size(), width())));
    if (cells.size() == width()) return;
    if (cells.size() > width()) keep_surplus(cells);
    if (ragged_++ == 0) first_ragged_ = row;
  }

  // One column holds all cells beyond the last header, so that a single odd row cannot cost thousands.
  void keep_surplus(const Cells& cells) {
    std::string rest;
    for (std::size_t i = width(); i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      if (!rest.empty()) rest += model::kValueSeparator;
      rest += cells[i];
    }
    if (rest.empty()) return;
    if (builder_.columns() == width()) {
      auto headers = layout_.headers;
      headers.emplace_back();
      std::vector<model::Problem> none;
      make_distinct(headers, none);
      builder_.add_column(headers.back());
    }
    builder_.set(width(), rest);
  }

  model::RowTable finish() {
    const std::size_t rows = builder_.rows();
    model::RowTable table = builder_.finish();
    table.problems = layout_.problems;
    // Columns that the list neither names nor fills, as separators at the ends of all lines make them.
    for (std::size_t i = width(); i-- > 0;) {
      if (!layout_.named[i] && table.columns[i].values.size() == 1)
        table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (ragged_ > 0 && rows > 0)
      table.problems.push_back(
          {fmt::format("{} more or fewer cells than the {} of the header; kept as read",
                       ragged_ == 1 ? "1 row has" : fmt::format("{} rows have", ragged_), width()),
           fmt::format("first in row {}", first_ragged_), "check the quotes and separators of these rows",
           false});
    note_left_out(blank_between_, "nothing", table);
    note_left_out(headers_again_, "the header again", table);
    return table;
  }

  static void note_left_out(std::size_t count, std::string_view held, model::RowTable& table) {
    if (count == 0) return;
    table.problems.push_back(
        {fmt::format("{} {}; left out", count == 1 ? "1 row holds" : fmt::format("{} rows hold", count),
                     held),
         "", "", false});
  }

  const RowLayout& layout_;
  RowBuilder builder_;
  std::size_t ragged_ = 0;
  std::size_t first_ragged_ = 0;
  std::size_t blank_ = 0;
  std::size_t blank_between_ = 0;
  std::size_t headers_again_ = 0;
};

}  // namespace

std::vector<RowCells> first_rows(const RowSource& source) {
  std::vector<RowCells> rows;
  Cells cells;
  for (NextRow next = source(); rows.size() < kSampledRows && next(cells);) {
    RowCells& row = rows.emplace_back();
    for (const std::string_view cell : cells) row.emplace_back(trimmed(cell));
  }
  return rows;
}

base::Result<model::RowTable> fill_table(const RowSource& source, HeaderRow header,
                                         std::size_t expected_rows) {
  const RowLayout layout = find_layout(first_rows(source), header);
  if (layout.headers.size() > kMostColumns)
    return base::fail(fmt::format("the list has {} columns", layout.headers.size()), "",
                      fmt::format("export at most {}", kMostColumns));
  return TableFiller(layout, expected_rows).fill(source());
}

}  // namespace muster::readers
