// Gathers "same" links into clusters without letting a chain join what contradicts itself.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "resolve/evidence.hpp"

namespace muster::resolve {

struct SameEdge {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  bool judged = false;
};

// A link that was not followed, and the two records that forbade it.
struct Refusal {
  std::size_t edge = 0;  // index into the edges
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  bool judged = false;  // a person said that the two differ; else their birth dates contradict each other
};

struct Clustering {
  std::vector<std::vector<std::uint32_t>> clusters;  // of two or more, sorted
  std::vector<Refusal> refusals;
};

// `edges` are followed in the order given, the strongest first. `different` holds the pairs (first < second)
// that a person judged to differ. A person's own "same" overrides the birth dates of its two records, not
// those of others.
[[nodiscard]] Clustering cluster(std::span<const PreparedRecord> records, std::span<const SameEdge> edges,
                                 const std::set<std::pair<std::uint32_t, std::uint32_t>>& different);

}  // namespace muster::resolve
