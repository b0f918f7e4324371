// A row that fits two people is neither's: where two likely partners of a row contradict each other, or rows
// that are surely one person with them do, they share its probability.
#pragma once

#include <vector>

#include "resolve/linkage.hpp"

namespace muster::resolve {

// Lowers the probability of pairs that have rivals. `pairs` hold bits; judged pairs are left as they are.
void share_among_rivals(std::vector<LinkedPair>& pairs, std::size_t rows, const PairScorer& scorer);

}  // namespace muster::resolve
