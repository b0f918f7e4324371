// Rows of one or several lists, column by column, each column's distinct values kept once. Plain data: the
// readers fill it, linkage compares its rows. A million rows of eleven columns take some 200 MB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace muster::model {

// Stands between the values of a cell that holds several: an array in JSON, a property of FollowTheMoney.
inline constexpr std::string_view kValueSeparator = " ; ";

struct RowColumn {
  std::string header;                        // as written; "column 3" where the list has no header
  std::vector<std::string> values = {""};    // distinct; values[0] is the empty cell
  std::vector<std::uint32_t> value_of = {};  // by row: index into values

  [[nodiscard]] const std::string& at(std::size_t row) const { return values[value_of[row]]; }
};

struct RowTable {
  std::string name = {};  // the file's name
  std::size_t rows = 0;
  std::vector<RowColumn> columns = {};  // each with `rows` entries in value_of
  std::vector<Problem> problems = {};   // ragged rows, an open quote, two columns of one name
};

}  // namespace muster::model
