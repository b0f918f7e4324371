// A list as fields: which columns are compared, which of them are one thing, and the distinct values of each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/row_table.hpp"
#include "resolve/link_columns.hpp"
#include "resolve/link_values.hpp"

namespace muster::resolve {

constexpr std::size_t kMostFields = 32;

// One thing that is compared: a column, or several that are one (given and family name as a full name).
struct LinkField {
  FieldKind kind = FieldKind::kText;
  std::string name = {};  // shown: the header, or the headers joined by " + "
  std::string property = {};
  std::vector<LinkValue> values = {};        // distinct; values[0]: missing
  std::vector<std::uint32_t> value_of = {};  // by row
  std::vector<std::uint32_t> count = {};     // by value: rows
  std::int32_t partner = -1;                 // the field that its values are exchanged with by mistake
  // By row, of full names whose family name stands in a column of its own: its number; 0: not known. Empty:
  // there is no such column.
  std::vector<std::uint32_t> family_of = {};
};

struct LinkRows {
  std::vector<std::string> ids;          // by row, unique, rising: the order of the file plays no part
  std::vector<std::uint32_t> table_row;  // by row: its row in the table
  std::vector<std::uint16_t> source;     // by row: number of the list it came from
  std::vector<LinkField> fields;         // at most kMostFields
  std::vector<std::string> notes;        // what a user should know: ids that stand twice, columns left out

  [[nodiscard]] std::size_t size() const { return ids.size(); }
};

// `source_of`: by row of the table; empty: one source. Rows without an id get "row 17"; an id that stands
// twice gets " (2)".
[[nodiscard]] LinkRows make_link_rows(const model::RowTable& table, std::span<const ColumnRole> roles,
                                      std::span<const std::uint16_t> source_of);

}  // namespace muster::resolve
