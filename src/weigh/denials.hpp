// Who asserts what another denies: two claims of one content, one asserted and one denied, by different
// speakers.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {

[[nodiscard]] std::vector<model::Finding> denials(const Case& whole);

}  // namespace muster::weigh
