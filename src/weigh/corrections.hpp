// Corrections and updates that a document states in words: "an earlier version of this report said twelve". A
// later figure alone corrects nothing.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "weigh/counts.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {

[[nodiscard]] std::vector<model::Finding> stated_corrections(const Case& whole,
                                                             const std::vector<Count>& counts);

}  // namespace muster::weigh
