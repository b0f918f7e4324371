#include "readers/dark_shapes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace muster::readers {
namespace {

constexpr int kLeastHeight = 7;
constexpr int kMostHeight = 160;

std::size_t index_of(int x, int y, int width) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

// Darker than the mean of the square around it, by an integral image (Bradley and Roth 2007).
std::vector<bool> dark_pixels(const Grey& picture, double darkness) {
  const int width = picture.width;
  const int height = picture.height;
  std::vector<std::uint32_t> sums(index_of(0, height + 1, width + 1) + static_cast<std::size_t>(width) + 1);
  for (int y = 0; y < height; ++y) {
    std::uint32_t row = 0;
    for (int x = 0; x < width; ++x) {
      row += picture.at(x, y);
      sums[index_of(x + 1, y + 1, width + 1)] = sums[index_of(x + 1, y, width + 1)] + row;
    }
  }
  const int reach = std::max(12, width / 24);
  std::vector<bool> dark(picture.pixels.size());
  for (int y = 0; y < height; ++y) {
    const int top = std::max(0, y - reach);
    const int bottom = std::min(height, y + reach + 1);
    for (int x = 0; x < width; ++x) {
      const int left = std::max(0, x - reach);
      const int right = std::min(width, x + reach + 1);
      const std::uint32_t sum =
          sums[index_of(right, bottom, width + 1)] - sums[index_of(right, top, width + 1)] -
          sums[index_of(left, bottom, width + 1)] + sums[index_of(left, top, width + 1)];
      const double mean = static_cast<double>(sum) / static_cast<double>((right - left) * (bottom - top));
      dark[index_of(x, y, width)] = picture.at(x, y) < mean * darkness;
    }
  }
  return dark;
}

// Dark runs of pixel rows, joined to shapes where they touch (also by corners).
class ShapeFinder {
 public:
  std::vector<Shape> find(const std::vector<bool>& dark, int width, int height) {
    std::vector<Run> above;
    for (int y = 0; y < height; ++y) {
      std::vector<Run> row = runs_of(dark, width, y);
      join(above, row);
      above = std::move(row);
    }
    return collect();
  }

 private:
  struct Run {
    int left = 0;
    int right = 0;
    std::size_t shape = 0;
  };

  std::vector<Run> runs_of(const std::vector<bool>& dark, int width, int y) {
    std::vector<Run> runs;
    for (int x = 0; x < width; ++x) {
      if (!dark[index_of(x, y, width)]) continue;
      const int left = x;
      while (x < width && dark[index_of(x, y, width)]) ++x;
      runs.push_back({left, x, shapes_.size()});
      shapes_.push_back({left, x, y, y + 1});
      parents_.push_back(parents_.size());
    }
    return runs;
  }

  void join(const std::vector<Run>& above, const std::vector<Run>& row) {
    std::size_t first = 0;
    for (const Run& run : row) {
      while (first < above.size() && above[first].right < run.left) ++first;
      for (std::size_t i = first; i < above.size() && above[i].left <= run.right; ++i)
        unite(above[i].shape, run.shape);
    }
  }

  std::size_t root_of(std::size_t shape) {
    while (parents_[shape] != shape) shape = parents_[shape] = parents_[parents_[shape]];
    return shape;
  }

  void unite(std::size_t a, std::size_t b) {
    a = root_of(a);
    b = root_of(b);
    if (a == b) return;
    if (a > b) std::swap(a, b);
    parents_[b] = a;
    Shape& into = shapes_[a];
    const Shape& from = shapes_[b];
    into = {std::min(into.left, from.left), std::max(into.right, from.right), std::min(into.top, from.top),
            std::max(into.bottom, from.bottom)};
  }

  std::vector<Shape> collect() {
    std::vector<Shape> found;
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      const Shape& shape = shapes_[i];
      const bool letter_sized = shape.height() >= kLeastHeight && shape.height() <= kMostHeight &&
                                shape.width() <= 4 * shape.height() && shape.height() <= 8 * shape.width();
      if (parents_[i] == i && letter_sized) found.push_back(shape);
    }
    return found;
  }

  std::vector<Shape> shapes_;
  std::vector<std::size_t> parents_;
};

}  // namespace

std::vector<Shape> find_dark_shapes(const Grey& picture, double darkness) {
  return ShapeFinder().find(dark_pixels(picture, darkness), picture.width, picture.height);
}

}  // namespace muster::readers
