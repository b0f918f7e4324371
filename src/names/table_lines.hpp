// Reading the tab-separated tables of data/names/: lines without comments, cells of a line. The table must
// outlive what comes back.
#pragma once

#include <string_view>
#include <vector>

namespace muster::names {

// The cells of a line; an empty line has one empty cell.
[[nodiscard]] inline std::vector<std::string_view> cells_of(std::string_view line, char separator = '\t') {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t end = line.find(separator);
    cells.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

// Calls visit(cells) for each line that is neither empty nor a comment (#).
template <class Visit>
void for_each_row(std::string_view table, Visit visit) {
  for (const std::string_view line : cells_of(table, '\n')) {
    if (!line.empty() && line.front() != '#') visit(cells_of(line));
  }
}

}  // namespace muster::names
