// A source holds a person once at most, so where one record fits several of its people they share the
// probability.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/evidence.hpp"

namespace muster::resolve {

struct ScoredPair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  double bits = 0;  // evidence and prior
  bool same_source = false;
  bool one =
      false;  // so probable by itself, or judged so, that two records of one source count as one person
};

struct Shared {
  double probability = 0;  // of the pair, after sharing
  std::size_t rivals = 0;  // other people that fit nearly as well
};

// `source_of[record]` numbers the sources. One answer a pair, in their order.
[[nodiscard]] std::vector<Shared> share_among_rivals(std::span<const ScoredPair> pairs,
                                                     std::span<const PreparedRecord> records,
                                                     std::span<const std::uint32_t> source_of);

}  // namespace muster::resolve
