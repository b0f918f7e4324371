// Cells of two rows side by side, with what one has otherwise than the other marked.
#pragma once

#include <string>
#include <string_view>

namespace muster::report {

// The first few hundred bytes, in whole code points: a page need not hold a cell of a megabyte twice.
[[nodiscard]] std::string_view shortened(std::string_view value);

// The header of a column as HTML; it may break after its underscores, and not within a word.
[[nodiscard]] std::string breakable(std::string_view name);

// <th>name</th><td>left</td><td>right</td>
void put_cells(std::string& out, std::string_view name, std::string_view left, std::string_view right);

}  // namespace muster::report
