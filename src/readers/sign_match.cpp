#include "readers/sign_match.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "base/embedded.hpp"

MUSTER_EMBEDDED(readers_ocrb_tsv)

namespace muster::readers {
namespace {

constexpr int kWidth = 20;
constexpr int kHeight = 28;
constexpr std::size_t kSamples = kWidth * kHeight;
// The grid's height above the baseline, in pitches.
constexpr double kAbove = 1.3;
// Below this spread of grey levels a cell is blank paper.
constexpr float kLeastSpread = 14;

using Grid = std::array<float, kSamples>;
using Font = std::array<Grid, kSigns.size()>;

// Zero mean and length one, so that the product of two grids is their correlation; false where the grid is
// flat.
bool normalise(Grid& grid, float least_spread) {
  const float mean = std::accumulate(grid.begin(), grid.end(), 0.0F) / static_cast<float>(kSamples);
  float squares = 0;
  for (float& value : grid) {
    value -= mean;
    squares += value * value;
  }
  const float length = std::sqrt(squares);
  if (length < least_spread * std::sqrt(static_cast<float>(kSamples))) return false;
  for (float& value : grid) value /= length;
  return true;
}

int hex_value(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

std::vector<Font> parse_fonts(std::string_view table) {
  std::map<std::string, Font> fonts;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos || line.size() != tab + 3 + kSamples) continue;
    Grid& grid = fonts[std::string(line.substr(0, tab))][kSigns.find(line[tab + 1])];
    for (std::size_t i = 0; i < kSamples; ++i) grid[i] = static_cast<float>(hex_value(line[tab + 3 + i]));
    normalise(grid, 0.01F);
  }
  std::vector<Font> list;
  for (auto& [name, font] : fonts) list.push_back(font);
  return list;
}

const std::vector<Font>& fonts() {
  static const std::vector<Font> list = parse_fonts(MUSTER_BYTES(readers_ocrb_tsv));
  return list;
}

// Ink (255 - grey) between pixels; outside the picture there is none.
float ink_at(const Grey& picture, double x, double y) {
  const int left = static_cast<int>(std::floor(x));
  const int top = static_cast<int>(std::floor(y));
  if (left < 0 || top < 0 || left + 1 >= picture.width || top + 1 >= picture.height) return 0;
  const double across = x - left;
  const double down = y - top;
  const double upper = picture.at(left, top) * (1 - across) + picture.at(left + 1, top) * across;
  const double lower = picture.at(left, top + 1) * (1 - across) + picture.at(left + 1, top + 1) * across;
  return static_cast<float>(255 - (upper * (1 - down) + lower * down));
}

// The mean ink of one sample's square: four points where the print is large, one where it is small.
float sample(const Grey& picture, double x, double y, double step) {
  if (step < 1.2) return ink_at(picture, x, y);
  const double quarter = step / 4;
  return (ink_at(picture, x - quarter, y - quarter) + ink_at(picture, x + quarter, y - quarter) +
          ink_at(picture, x - quarter, y + quarter) + ink_at(picture, x + quarter, y + quarter)) /
         4;
}

// The cell with a margin of kReach samples on every side, along the slope of the line: all moves of the grid
// lie in it.
constexpr int kReach = 2;
constexpr int kWideWidth = kWidth + 2 * kReach;
constexpr int kWideHeight = kHeight + 2 * kReach;
using WideGrid = std::array<float, kWideWidth * kWideHeight>;

WideGrid sample_cell(const Grey& picture, const GlyphLine& line, int cell) {
  WideGrid grid;
  const double step = line.pitch / kWidth;
  const double middle = line.first_middle + cell * line.pitch;
  const double baseline = line.baseline + line.slope * middle;
  for (int row = 0; row < kWideHeight; ++row) {
    const double above = (row - kReach + 0.5) * step - kAbove * line.pitch;
    for (int column = 0; column < kWideWidth; ++column) {
      const double aside = (column - kReach + 0.5 - kWidth / 2.0) * step;
      grid[static_cast<std::size_t>(row * kWideWidth + column)] =
          sample(picture, middle + aside - line.slope * above, baseline + above + line.slope * aside, step);
    }
  }
  return grid;
}

Grid cut_out(const WideGrid& wide, int right, int down) {
  Grid grid;
  for (int row = 0; row < kHeight; ++row) {
    const auto from = wide.begin() + (row + down) * kWideWidth + right;
    std::copy_n(from, kWidth, grid.begin() + row * kWidth);
  }
  return grid;
}

// Eight sums side by side, which the compiler can keep in vector registers.
float product(const Grid& a, const Grid& b) {
  static_assert(kSamples % 8 == 0);
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < kSamples; i += 8) {
    for (std::size_t j = 0; j < 8; ++j) sums[j] += a[i + j] * b[i + j];
  }
  return std::accumulate(sums.begin(), sums.end(), 0.0F);
}

void match_cell(const Grey& picture, const GlyphLine& line, int cell, std::vector<SignScores>& by_font) {
  const WideGrid wide = sample_cell(picture, line, cell);
  for (int move = 0; move < (2 * kReach + 1) * (2 * kReach + 1); ++move) {
    Grid grid = cut_out(wide, move % (2 * kReach + 1), move / (2 * kReach + 1));
    if (!normalise(grid, kLeastSpread)) continue;
    for (std::size_t font = 0; font < fonts().size(); ++font) {
      for (std::size_t sign = 0; sign < kSigns.size(); ++sign) {
        by_font[font][sign] = std::max(by_font[font][sign], product(grid, fonts()[font][sign]));
      }
    }
  }
}

}  // namespace

float best_of(const SignScores& scores) {
  return *std::ranges::max_element(scores);
}

std::vector<SignScores> match_signs(const Grey& picture, const GlyphLine& line, int first, int count) {
  std::vector<std::vector<SignScores>> by_font(fonts().size());
  for (int cell = first; cell < first + count; ++cell) {
    std::vector<SignScores> scores(fonts().size(), SignScores{});
    match_cell(picture, line, cell, scores);
    for (std::size_t font = 0; font < fonts().size(); ++font) by_font[font].push_back(scores[font]);
  }
  const auto total = [](const std::vector<SignScores>& cells) {
    return std::accumulate(cells.begin(), cells.end(), 0.0F,
                           [](float sum, const SignScores& scores) { return sum + best_of(scores); });
  };
  return *std::ranges::max_element(by_font, {}, total);
}

}  // namespace muster::readers
