// Where the records of a list begin and what its columns are called, decided from its first rows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace muster::readers {

enum class HeaderRow : std::uint8_t { kFind, kFirst, kNone };

using RowCells = std::vector<std::string>;  // trimmed

struct RowLayout {
  std::size_t skipped = 0;                    // rows before the first record: titles, and the header
  std::vector<std::string> headers = {};      // distinct, none empty
  std::vector<bool> named = {};               // by column: the list itself gives the header
  std::vector<model::Problem> problems = {};  // what was assumed, and names that occur twice
};

// `first_rows` are the first hundred or so. A row is taken as the header where no cell of it is a number or a
// date, nearly all are there and distinct, and none occurs below it in its own column.
[[nodiscard]] RowLayout find_layout(std::span<const RowCells> first_rows, HeaderRow header);

// Without white space at both ends, no-break and ideographic spaces included.
[[nodiscard]] std::string_view trimmed(std::string_view cell);

// Makes the names distinct ("name (2)") and tells of each that was not.
void make_distinct(std::vector<std::string>& headers, std::vector<model::Problem>& problems);

}  // namespace muster::readers
