#include "readers/glyph_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "readers/dark_shapes.hpp"

namespace muster::readers {
namespace {

constexpr int kFewestCells = 20;

bool alike(const Shape& a, const Shape& b) {
  const double larger = std::max(a.height(), b.height());
  return std::min(a.height(), b.height()) > 0.6 * larger && std::abs(a.bottom - b.bottom) < 0.35 * larger;
}

// Shapes from left to right, each with its next neighbour on the line; -1 at the end.
class Chains {
 public:
  explicit Chains(std::vector<Shape> shapes)
      : shapes_(std::move(shapes)), next_(shapes_.size(), -1), used_(shapes_.size()) {
    std::ranges::sort(shapes_, {}, &Shape::left);
    bands_.resize(shapes_.empty() ? 0
                                  : static_cast<std::size_t>(
                                        std::ranges::max(shapes_, {}, &Shape::bottom).bottom / kBand + 1));
    for (std::size_t i = 0; i < shapes_.size(); ++i) bands_[band_of(shapes_[i].bottom)].push_back(i);
    for (std::size_t i = 0; i < shapes_.size(); ++i) next_[i] = neighbour_of(i);
  }

  std::vector<std::vector<Shape>> take_long_ones() {
    std::vector<std::vector<Shape>> chains;
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      std::vector<Shape> chain;
      for (auto at = static_cast<std::ptrdiff_t>(i); at >= 0 && !used_[static_cast<std::size_t>(at)];
           at = next_[static_cast<std::size_t>(at)]) {
        used_[static_cast<std::size_t>(at)] = true;
        chain.push_back(shapes_[static_cast<std::size_t>(at)]);
      }
      if (chain.size() >= static_cast<std::size_t>(kFewestCells) * 3 / 4) chains.push_back(std::move(chain));
    }
    return chains;
  }

 private:
  static constexpr int kBand = 16;
  static std::size_t band_of(int y) { return static_cast<std::size_t>(std::max(0, y) / kBand); }

  [[nodiscard]] std::ptrdiff_t neighbour_of(std::size_t index) const {
    const Shape& shape = shapes_[index];
    const int reach = static_cast<int>(0.35 * 1.7 * shape.height()) + 1;
    std::ptrdiff_t best = -1;
    for (std::size_t band = band_of(shape.bottom - reach);
         band <= band_of(shape.bottom + reach) && band < bands_.size(); ++band) {
      const auto& members = bands_[band];
      for (auto at = std::ranges::upper_bound(members, index); at != members.end(); ++at) {
        const Shape& other = shapes_[*at];
        if (other.left - shape.right > 2.5 * shape.height() ||
            (best >= 0 && *at >= static_cast<std::size_t>(best)))
          break;
        if (other.middle() > shape.right - 1 && alike(shape, other)) best = static_cast<std::ptrdiff_t>(*at);
      }
    }
    return best;
  }

  std::vector<Shape> shapes_;
  std::vector<std::ptrdiff_t> next_;
  std::vector<bool> used_;
  std::vector<std::vector<std::size_t>> bands_;  // shapes by their lower edge, each band from left to right
};

struct Straight {
  double start = 0;
  double slope = 0;
};

// Least squares, then once more without the points that lie off.
Straight fit(const std::vector<double>& x, const std::vector<double>& y, double most_off) {
  Straight line;
  std::vector<bool> out(x.size());
  for (int round = 0; round < 3; ++round) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (out[i]) continue;
      n += 1, sx += x[i], sy += y[i], sxx += x[i] * x[i], sxy += x[i] * y[i];
    }
    const double spread = n * sxx - sx * sx;
    if (n < 3 || spread <= 0) return line;
    line.slope = (n * sxy - sx * sy) / spread;
    line.start = (sy - line.slope * sx) / n;
    for (std::size_t i = 0; i < x.size(); ++i)
      out[i] = std::abs(line.start + line.slope * x[i] - y[i]) > most_off;
  }
  return line;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

// The commonest step from sign to sign; wider shapes are signs that touch and tell nothing.
double first_pitch(const std::vector<Shape>& chain) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < chain.size(); ++i) steps.push_back(chain[i].middle() - chain[i - 1].middle());
  return median(std::move(steps));
}

// Numbers the shapes by cells and refines the pitch as the numbers grow.
bool fit_pitch(const std::vector<Shape>& chain, GlyphLine& line) {
  double pitch = first_pitch(chain);
  std::vector<double> numbers;
  std::vector<double> middles;
  double number = 0;
  double last_middle = chain.front().middle();
  for (const Shape& shape : chain) {
    if (shape.width() > 1.35 * pitch) continue;
    number += numbers.empty() ? 0 : std::max(1.0, std::round((shape.middle() - last_middle) / pitch));
    last_middle = shape.middle();
    numbers.push_back(number);
    middles.push_back(shape.middle());
    if (numbers.size() >= 8) pitch = (middles.back() - middles.front()) / number;
  }
  if (numbers.size() < static_cast<std::size_t>(kFewestCells) * 3 / 4) return false;
  const Straight fitted = fit(numbers, middles, 0.25 * pitch);
  if (fitted.slope <= 4) return false;
  std::vector<double> off;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    off.push_back(std::abs(fitted.start + fitted.slope * numbers[i] - middles[i]));
  line.first_middle = fitted.start;
  line.pitch = fitted.slope;
  line.cells = static_cast<int>(numbers.back()) + 1;
  return median(std::move(off)) < 0.12 * fitted.slope && line.cells >= kFewestCells;
}

void fit_baseline(const std::vector<Shape>& chain, GlyphLine& line) {
  std::vector<double> x;
  std::vector<double> y;
  for (const Shape& shape : chain) {
    x.push_back(shape.middle());
    y.push_back(shape.bottom);
  }
  const Straight fitted = fit(x, y, 0.12 * line.pitch);
  line.baseline = fitted.start;
  line.slope = fitted.slope;
}

}  // namespace

std::vector<GlyphLine> find_glyph_lines(const Grey& picture, double darkness) {
  std::vector<GlyphLine> lines;
  for (const auto& chain : Chains(find_dark_shapes(picture, darkness)).take_long_ones()) {
    GlyphLine line;
    if (!fit_pitch(chain, line)) continue;
    fit_baseline(chain, line);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace muster::readers
