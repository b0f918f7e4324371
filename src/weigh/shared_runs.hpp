// Stretches of five words or more that two documents share word for word (endings aside). Found through an
// index of all five-word sequences; a sequence that many documents have is a stock phrase and no evidence.
#pragma once

#include <cstdint>
#include <vector>

#include "weigh/reading.hpp"

namespace muster::weigh {

// Words [left, left + length) of one reading and [right, right + length) of the other.
struct Run {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t length = 0;
  bool quoted = false;  // inside quotation marks on either side: a speaker's words, no writer's
};

struct PairRuns {
  std::uint32_t left = 0;  // indices into Case::readings, left < right
  std::uint32_t right = 0;
  std::vector<Run> runs;  // in the left document's order; no word of it is in two runs
};

// Pairs that share at least one run.
[[nodiscard]] std::vector<PairRuns> shared_runs(const Case& whole);

// Pairs that share at least four rare phrases of two telling words: worth a closer look for a rewritten
// copy.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> phrase_sharing_pairs(const Case& whole);

}  // namespace muster::weigh
