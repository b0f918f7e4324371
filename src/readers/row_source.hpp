// Rows of any format into a table: the format gives its rows one after another, and what is the same for all
// of them (titles, header, trimming, ragged and empty rows) is done here.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/row_table.hpp"
#include "readers/row_layout.hpp"

namespace muster::readers {

// Puts the cells of the next row, at least one; false at the end. The cells stay valid until the next call.
using NextRow = std::function<bool(std::vector<std::string_view>& cells)>;
// Each call starts again from the first row.
using RowSource = std::function<NextRow()>;

// The first two hundred rows, trimmed.
[[nodiscard]] std::vector<RowCells> first_rows(const RowSource& source);

// The table, with problems but without a name. `expected_rows` is a hint. Fails on too many columns or cells.
[[nodiscard]] base::Result<model::RowTable> fill_table(const RowSource& source, HeaderRow header,
                                                       std::size_t expected_rows);

}  // namespace muster::readers
