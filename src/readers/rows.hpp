// A list into rows for linkage: every column's cells, each distinct value kept once.
//
//   auto table = readers::read_rows("people.csv");
//   if (!table) ...                                   // unreadable, empty, no list
//   for (const auto& problem : table->problems) ...   // read, but the user must know this
//
// Reads CSV and its kin (comma, semicolon, tab or bar, in any encoding that decode.hpp knows), the first
// sheet of an XLSX workbook that has rows, JSON (an object a line, or an array of objects), and
// FollowTheMoney entities (columns id, schema, and one a property). Cells and headers are trimmed at both
// ends. Several values of one field are joined by model::kValueSeparator; an object inside an object gives
// columns "address.city".
//
// The first row is the header when it looks like one (row_layout.hpp); rows above it that hold a title are
// passed over, rows that hold nothing too. What was assumed is told as a Problem.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "model/row_table.hpp"
#include "readers/row_layout.hpp"

namespace muster::readers {

struct RowOptions {
  HeaderRow header = HeaderRow::kFind;
  std::string sheet = {};  // of a workbook; empty: the first that has rows
};

[[nodiscard]] base::Result<model::RowTable> read_rows(const std::filesystem::path& path,
                                                      const RowOptions& options = {});

// The same from bytes in memory (standard input); `name` helps to tell the kind by its extension.
[[nodiscard]] base::Result<model::RowTable> rows_of(std::string_view bytes, const std::string& name,
                                                    const RowOptions& options = {});

}  // namespace muster::readers
