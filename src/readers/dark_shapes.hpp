// Connected dark shapes of letter size in a picture: what may be signs.
#pragma once

#include <vector>

#include "readers/raster.hpp"

namespace muster::readers {

struct Shape {
  int left = 0;
  int right = 0;  // one past
  int top = 0;
  int bottom = 0;  // one past
  [[nodiscard]] int height() const { return bottom - top; }
  [[nodiscard]] int width() const { return right - left; }
  [[nodiscard]] double middle() const { return 0.5 * (left + right - 1); }
};

// Darker than their surroundings by the factor `darkness` (0.8: a fifth darker); 7 to 160 pixels high.
[[nodiscard]] std::vector<Shape> find_dark_shapes(const Grey& picture, double darkness);

}  // namespace muster::readers
