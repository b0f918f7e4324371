// The bars that the page on linkage draws.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/linkage_sections.hpp"

namespace muster::report {

void BitScale::include(double bits) {
  if (!std::isfinite(bits)) return;
  low_ = std::min(low_, bits);
  high_ = std::max(high_, bits);
}

double BitScale::percent(double bits) const {
  return 100 * std::clamp((bits - low_) / (high_ - low_), 0.0, 1.0);
}

std::string step_svg(const BitScale& scale, double from, double to, std::string_view look) {
  const double left = scale.percent(std::min(from, to));
  const double width = std::max(scale.percent(std::max(from, to)) - left, 0.4);
  return fmt::format(
      R"(<svg class="stair" aria-hidden="true" height="14"><rect class="{}" x="{:.2f}%" y="2" width="{:.2f}%" height="10"/>)"
      R"(<line class="zero" x1="{:.2f}%" x2="{:.2f}%" y1="0" y2="14"/></svg>)",
      look, left, width, scale.percent(0), scale.percent(0));
}

std::string signed_bits(double bits) {
  const std::string size = fmt::format("{:.1f}", std::abs(bits));
  if (size == "0.0") return size;
  return (bits < 0 ? "−" : "+") + size;
}

}  // namespace muster::report
