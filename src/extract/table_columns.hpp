// Which column of a table holds what: by its header's words, else by what stands in it. A table that does not
// say it lists people, in its header or its cells, lists none.
#pragma once

#include <optional>
#include <vector>

#include "extract/table_cells.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

struct TableShape {
  std::size_t header = 0;  // index into Sheet::rows, or rows.size(): no header
  std::size_t first = 0;   // index of the first row of data
  std::vector<model::ListColumn> columns;
};

enum class NoPeople : std::uint8_t { kUnclear, kThings };

struct ShapeOfTable {
  std::optional<TableShape> people;
  NoPeople why = NoPeople::kUnclear;  // without people
};

[[nodiscard]] ShapeOfTable shape_of(const Sheet& sheet);

// Is this row the header once more?
[[nodiscard]] bool repeats_header(const Row& row, const TableShape& shape);

}  // namespace muster::extract
