// Clusters as merged FollowTheMoney entities, one JSON object a line: the values of all rows of a cluster
// united, and the ids that it was made of as its `referents`.
//
//   {"id": "a17", "schema": "Person", "caption": "Anna Hallen", "referents": ["b3"],
//    "properties": {"name": ["Anna Hallen", "A. Hallen"], "birthDate": ["1971-06-24"]}}
//
// A column without a property of FollowTheMoney goes to `notes` as "header: value", so that nothing is lost.
// Dates that can be read are written as ISO 8601, others as they stand. A row of given and family name gets a
// `name` of both, and the parts of an address become one `address`. The caption is the name most rows have.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "model/row_table.hpp"
#include "resolve/linkage.hpp"

namespace muster::report {

// All that is pointed to must outlive the call.
struct LinkageEntities {
  const model::RowTable& table;  // that `rows` was made of
  std::span<const resolve::ColumnRole> roles;
  const resolve::LinkRows& rows;
  const resolve::Linkage& linkage;
};

// Calls `write` with each line, its line break included, in the order of the rows' ids.
void write_linkage_ftm(const LinkageEntities& entities, const std::function<void(std::string_view)>& write);

}  // namespace muster::report
