// The order that rows are linked in, which is not that of the file.
#pragma once

#include <span>

#include "model/row_table.hpp"
#include "resolve/link_fields.hpp"

namespace muster::resolve {

// Fills ids, table_row and notes: rows in the order of their ids, then of their cells; ids made unique.
void order_rows(const model::RowTable& table, std::span<const ColumnRole> roles, LinkRows& rows);

}  // namespace muster::resolve
