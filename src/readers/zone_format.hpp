// Layouts of machine-readable zones (data/readers/mrz_formats.tsv): which signs a cell may hold, which check
// digits guard which cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::readers {

struct ZoneCheck {
  std::vector<std::size_t> cells;  // counted from 0 through all lines
  std::size_t digit = 0;           // the cell of the check digit
};

struct ZoneFormat {
  std::string name;
  int lines = 0;
  int width = 0;
  std::string classes;  // a, d, s or x for each cell of all lines
  std::vector<ZoneCheck> checks;
};

[[nodiscard]] const std::vector<ZoneFormat>& zone_formats();

[[nodiscard]] bool may_hold(char cell_class, char sign);

// Do the digits of this check hold (weights 7, 3, 1)? `signs` are all lines joined. An empty field may have <
// for its digit.
[[nodiscard]] bool check_holds(const ZoneCheck& check, std::string_view signs);

}  // namespace muster::readers
