// Where in a picture stand lines of evenly pitched signs? Dark shapes of letter size are chained to lines; a
// line fits when their middles fall on a regular pitch, as they do in the typewriter-like print of
// machine-readable zones.
#pragma once

#include <vector>

#include "readers/raster.hpp"

namespace muster::readers {

// A line of cells: the middle of cell k stands at x = first_middle + k * pitch (measured along x), and its
// baseline at y = baseline + slope * x.
struct GlyphLine {
  double first_middle = 0;
  double pitch = 0;
  double baseline = 0;
  double slope = 0;
  int cells = 0;  // from the first shape to the last
};

// Lines of 20 cells or more that are dark against their surroundings by the factor `darkness` (0.8: a fifth
// darker).
[[nodiscard]] std::vector<GlyphLine> find_glyph_lines(const Grey& picture, double darkness);

}  // namespace muster::readers
