// Which sign stands in a cell of a line? Each cell is sampled on a small grid and compared with pictures of
// the 37 signs of a machine-readable zone (data/readers/ocrb.tsv) by correlation, so that light, contrast and
// paper tint do not matter.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "readers/glyph_lines.hpp"
#include "readers/raster.hpp"

namespace muster::readers {

constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

// How well each sign fits a cell: correlation, 1 perfect, 0 not at all.
using SignScores = std::array<float, kSigns.size()>;

// Scores of `count` cells, the first being cell `first` of the line (it may be negative or lie outside the
// picture), in the font whose pictures fit best.
[[nodiscard]] std::vector<SignScores> match_signs(const Grey& picture, const GlyphLine& line, int first,
                                                  int count);

[[nodiscard]] float best_of(const SignScores& scores);

}  // namespace muster::readers
