// The rows of one list as people.
#pragma once

#include "extract/table_cells.hpp"
#include "extract/table_columns.hpp"
#include "model/document.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// Adds the sheet's people, its list, doubts and problems to `out`.
void read_people(const model::Document& document, const Sheet& sheet, const TableShape& shape,
                 model::Extraction& out);

}  // namespace muster::extract
