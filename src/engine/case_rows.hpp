// The statements of a case as rows: a person each, a property a column.
#pragma once

#include <filesystem>

#include "base/error.hpp"
#include "model/row_table.hpp"

namespace muster::engine {

// Fails where the folder is no case, or nobody stands in it.
[[nodiscard]] base::Result<model::RowTable> rows_of_case(const std::filesystem::path& folder);

}  // namespace muster::engine
