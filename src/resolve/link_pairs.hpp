// The pairs of a list that are worth keeping: brought up by blocking rules (or all of a short list), compared
// and weighed on all cores.
#pragma once

#include <functional>
#include <vector>

#include "resolve/link_blocks.hpp"
#include "resolve/link_estimate.hpp"
#include "resolve/link_score.hpp"
#include "resolve/link_spill.hpp"

namespace muster::resolve {

constexpr std::uint32_t kMostInHotBlock = 3000;  // rows; a block above it is left to the other rules

struct PairSearch {
  const Blocking* blocking = nullptr;
  std::size_t rows = 0;
  std::size_t threads = 1;
  std::function<bool(RowPair)> wanted = {};  // empty: all
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
};

// Both put the pairs of `least` bits of evidence and more into the store, each once, and say how many were
// compared. By rules: by the first that brings a pair up; tells the rules their hot blocks. They end early
// where the store fails.
std::uint64_t find_pairs(const PairSearch& search, std::vector<BlockRule>& rules, const PairScorer& scorer,
                         double least, PairStore& store);
std::uint64_t find_among_all(const PairSearch& search, const PairScorer& scorer, double least,
                             PairStore& store);

// The patterns of at most `most` pairs of a rule; of all pairs where there are no more, else of pairs by
// chance.
[[nodiscard]] Stratum stratum_of_rule(const PairSearch& search, const BlockRule& rule,
                                      std::span<const LinkField> fields, std::uint64_t most,
                                      std::vector<RowPair>* pairs);
[[nodiscard]] Stratum stratum_by_chance(std::size_t rows, std::span<const LinkField> fields,
                                        std::uint64_t most, std::size_t threads);

}  // namespace muster::resolve
