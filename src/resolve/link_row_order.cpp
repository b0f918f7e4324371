#include "resolve/link_row_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace muster::resolve {

using model::RowColumn;
using model::RowTable;

void order_rows(const RowTable& table, std::span<const ColumnRole> roles, LinkRows& rows) {
  const auto id_column = std::ranges::find(roles, ColumnUse::kId, &ColumnRole::use);
  std::vector<std::string> ids(table.rows);
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (id_column != roles.end())
      ids[row] = table.columns[static_cast<std::size_t>(id_column - roles.begin())].at(row);
    if (ids[row].empty()) ids[row] = fmt::format("row {}", row + 2);
  }
  rows.table_row.resize(table.rows);
  std::iota(rows.table_row.begin(), rows.table_row.end(), 0U);
  const auto content_before = [&](std::uint32_t a, std::uint32_t b) {
    for (const RowColumn& column : table.columns) {
      if (column.value_of[a] != column.value_of[b]) return column.at(a) < column.at(b);
    }
    return false;
  };
  std::ranges::sort(rows.table_row, [&](std::uint32_t a, std::uint32_t b) {
    return ids[a] != ids[b] ? ids[a] < ids[b] : content_before(a, b);
  });
  std::size_t repeats = 0;
  std::size_t run = 1;
  for (std::size_t i = 0; i < table.rows; ++i) {
    const std::string& id = ids[rows.table_row[i]];
    run = i > 0 && id == ids[rows.table_row[i - 1]] ? run + 1 : 1;
    repeats += run > 1 ? 1 : 0;
    rows.ids.push_back(run > 1 ? fmt::format("{} ({})", id, run) : id);
  }
  if (repeats > 0)
    rows.notes.push_back(
        fmt::format("{} row{} an id that stands before: written 'id (2)' and compared like any other",
                    repeats, repeats == 1 ? " has" : "s have"));
}

}  // namespace muster::resolve
