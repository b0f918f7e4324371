// Lists from files and cases, ready to be linked: columns recognised, several lists laid over one another.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/row_table.hpp"
#include "resolve/link_columns.hpp"

namespace muster::engine {

struct Lists {
  model::RowTable table;
  std::vector<resolve::ColumnRole> roles;  // by column of the table
  std::vector<std::uint16_t> source_of;    // by row: index into sources
  std::vector<std::string> sources;        // the files' names, or what a list's own column of sources says
  std::vector<std::string> notes;          // what was assumed
};

// Files (csv, tsv, xlsx, jsonl, FollowTheMoney) and cases (folders). Columns of several lists are one where
// they hold the same property. Ids that occur in more than one list get their list's name in front. Fails
// where a file cannot be read, naming it.
[[nodiscard]] base::Result<Lists> read_lists(const std::vector<std::string>& paths,
                                             const resolve::ColumnWishes& wishes);

}  // namespace muster::engine
