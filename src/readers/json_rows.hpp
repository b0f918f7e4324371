// JSON objects into rows: one a line, or an array of them.
#pragma once

#include <string_view>

#include "base/error.hpp"
#include "model/row_table.hpp"

namespace muster::readers {

// `text` is valid UTF-8. Columns come in the order in which their keys are first met; numbers stay as they
// are written. Lines that are no JSON object are told of and left out; fails where all are.
[[nodiscard]] base::Result<model::RowTable> json_rows(std::string_view text);

}  // namespace muster::readers
