// Pairs into clusters that do not chain: the best pairs first, and two groups become one only where enough of
// the pairs between them are likelier than not.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/linkage.hpp"

namespace muster::resolve {

struct Groups {
  std::vector<std::uint32_t> group;  // by row: the first row of its group
  std::vector<ClusterDoubt> doubts;
};

// `pairs` best first. Judged pairs come before all others, in both directions, and what stood together in an
// earlier run stays together; what contradicts them is told.
[[nodiscard]] Groups group_pairs(const LinkRows& rows, std::span<const LinkedPair> pairs,
                                 const LinkOptions& options, const PairScorer& scorer);

}  // namespace muster::resolve
