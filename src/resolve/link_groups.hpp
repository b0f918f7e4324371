// Pairs into clusters.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/linkage.hpp"

namespace muster::resolve {

struct Groups {
  std::vector<std::uint32_t> group;   // by row: the first row of its group
  std::vector<ClusterDoubt> doubts;
};

// `pairs` best first. Judged pairs come before all others, in both directions; what contradicts them, or one
// another, is told.
[[nodiscard]] Groups group_pairs(const LinkRows& rows, std::span<const LinkedPair> pairs, const LinkOptions& options);

}  // namespace muster::resolve
