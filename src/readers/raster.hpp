// A picture as grey levels, decoded from PNG or JPEG.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace muster::readers {

struct Grey {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  // rows from the top; 0 black, 255 white
  [[nodiscard]] std::uint8_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

// Fail where the bytes are broken or the picture has more than 60 million pixels.
[[nodiscard]] base::Result<Grey> decode_png(std::string_view bytes);
[[nodiscard]] base::Result<Grey> decode_jpeg(std::string_view bytes);

// Rows [top, bottom) of the picture, made `shrink` times smaller by averaging squares.
[[nodiscard]] Grey cut_rows(const Grey& picture, int top, int bottom, int shrink);

[[nodiscard]] std::string to_pgm(const Grey& picture);

}  // namespace muster::readers
