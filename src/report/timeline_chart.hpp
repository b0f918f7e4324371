// The timeline as a drawing: one lane each for what happened, when it was reported and what is listed. A day
// is a dot, longer or open spans are bars; events of one date share a mark that grows with their number. The
// drawing stretches to the page's width without scaling its text.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/brief.hpp"

namespace muster::report {

struct Chart {
  std::string svg;           // empty: fewer than two dates to draw
  std::size_t off_axis = 0;  // events far away from the others, not drawn
};

[[nodiscard]] Chart draw_timeline(std::span<const BriefEvent> events);

// Lane names in the order in which they are shown: happened, reported, listed.
[[nodiscard]] int lane_of(const BriefEvent& event);
[[nodiscard]] std::string_view lane_title(int lane);
inline constexpr int kLanes = 3;

}  // namespace muster::report
