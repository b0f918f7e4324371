// Which column of a table holds what: by its header's words, else by what stands in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/table_cells.hpp"
#include "extract/tables.hpp"

namespace muster::extract {

// The property that a header names; "" for none.
[[nodiscard]] std::string property_of_header(std::string_view header);

struct TableShape {
  std::size_t header = 0;  // index into Sheet::rows, or rows.size(): no header
  std::size_t first = 0;   // index of the first row of data
  std::vector<ColumnInfo> columns;
};

// None when neither a header nor the content tells where the people are.
[[nodiscard]] std::optional<TableShape> shape_of(const Sheet& sheet);

// Is this a row of totals, or the header once more?
[[nodiscard]] bool is_total(const Row& row);
[[nodiscard]] bool repeats_header(const Row& row, const TableShape& shape);

// "male", "female" or "".
[[nodiscard]] std::string gender_of(std::string_view cell);

}  // namespace muster::extract
