// The pairs of a list that are worth keeping: brought up by blocking rules (or all of a short list), compared
// and weighed on all cores.
#pragma once

#include <functional>
#include <vector>

#include "resolve/link_blocks.hpp"
#include "resolve/link_estimate.hpp"
#include "resolve/link_score.hpp"

namespace muster::resolve {

constexpr std::uint32_t kMostInHotBlock = 3000;  // rows; a block above it is left to the other rules

struct EvidencePair {
  RowPair rows;
  PairScorer::Evidence evidence;
};

struct PairSearch {
  const Blocking* blocking = nullptr;
  std::size_t rows = 0;
  std::size_t threads = 1;
  std::function<bool(RowPair)> wanted = {};  // empty: all
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
  std::size_t most = 50'000'000;  // pairs kept, 16 bytes each; above it the less likely half is dropped
};

struct FoundPairs {
  std::vector<EvidencePair> pairs;  // of `least` bits of evidence and more, sorted by rows
  std::uint64_t compared = 0;
  std::uint64_t dropped = 0;  // to keep the memory bounded; the less likely ones
};

// Every pair once, by the first rule that brings it up; tells the rules their hot blocks.
[[nodiscard]] FoundPairs find_pairs(const PairSearch& search, std::vector<BlockRule>& rules,
                                    const PairScorer& scorer, double least);
[[nodiscard]] FoundPairs find_among_all(const PairSearch& search, const PairScorer& scorer, double least);

// The patterns of at most `most` pairs of a rule; of all pairs where there are no more, else of pairs by
// chance.
[[nodiscard]] Stratum stratum_of_rule(const PairSearch& search, const BlockRule& rule,
                                      std::span<const LinkField> fields, std::uint64_t most,
                                      std::vector<RowPair>* pairs);
[[nodiscard]] Stratum stratum_by_chance(std::size_t rows, std::span<const LinkField> fields,
                                        std::uint64_t most, std::size_t threads);

}  // namespace muster::resolve
