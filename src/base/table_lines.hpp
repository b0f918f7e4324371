// Reading the tab-separated tables of data/: lines without comments, cells of a line. The table must outlive
// what comes back.
#pragma once

#include <charconv>
#include <string_view>
#include <vector>

namespace muster::base {

// Cuts the text before the first `mark` (or all of it) off the front of `rest`, and the mark with it.
[[nodiscard]] inline std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view head = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return head;
}

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
  while (!table.empty()) {
    const std::string_view line = cut(table, '\n');
    if (!line.empty() && line.front() != '#') visit(cells_of(line));
  }
}

// The number that the cell begins with; 0 where it begins with none.
[[nodiscard]] inline double number_in(std::string_view cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace muster::base
