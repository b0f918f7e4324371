// Which documents took their text from each other: copies, rewritten copies, shared quotations. The direction
// is not told: the earlier date is shown where both are known, and a common original that is not in the case
// stays possible.
//
// Two writers on one event share names and numbers, but hardly ever five words in a row that are neither a
// name, a title nor a quotation; a copy shares most of them, a rewritten copy shares several in the same
// order.
#pragma once

#include <set>
#include <vector>

#include "model/finding.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {

struct Copies {
  std::vector<model::Finding> findings;
  std::set<std::pair<model::DocumentId, model::DocumentId>> pairs;  // copies and rewrites, smaller id first
  [[nodiscard]] bool holds(model::DocumentId a, model::DocumentId b) const {
    return pairs.contains({std::min(a, b), std::max(a, b)});
  }
};

// Pairs of readings (indices, smaller first) of which one names the other as its source.
using Credited = std::set<std::pair<std::uint32_t, std::uint32_t>>;
[[nodiscard]] Copies find_copies(const Case& whole, const Credited& credited);

}  // namespace muster::weigh
