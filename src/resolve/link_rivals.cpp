#include "resolve/link_rivals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster::resolve {
namespace {

constexpr std::size_t kMostPartners = 30;  // of a row: one that fits so many is of a large cluster, not torn

// The likely pairs of each row, best first.
std::vector<std::vector<std::uint32_t>> likely_pairs(const std::vector<LinkedPair>& pairs, std::size_t rows) {
  std::vector<std::vector<std::uint32_t>> of_row(rows);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].judged || pairs[i].bits <= 0) continue;
    for (const std::uint32_t row : {pairs[i].rows.left, pairs[i].rows.right}) {
      if (of_row[row].size() < kMostPartners) of_row[row].push_back(i);
    }
  }
  return of_row;
}

std::uint32_t other(const RowPair& pair, std::uint32_t row) {
  return pair.left == row ? pair.right : pair.left;
}

}  // namespace

void share_among_rivals(std::vector<LinkedPair>& pairs, std::size_t rows, const PairScorer& scorer) {
  const auto of_row = likely_pairs(pairs, rows);
  std::vector<float> rival(pairs.size(), -std::numeric_limits<float>::infinity());
  for (std::uint32_t row = 0; row < rows; ++row) {
    const auto& likely = of_row[row];
    for (std::size_t i = 0; i < likely.size(); ++i) {
      for (std::size_t j = i + 1; j < likely.size(); ++j) {
        const std::uint32_t a = other(pairs[likely[i]].rows, row);
        const std::uint32_t b = other(pairs[likely[j]].rows, row);
        if (!scorer.contradict({std::min(a, b), std::max(a, b)})) continue;
        rival[likely[i]] = std::max(rival[likely[i]], pairs[likely[j]].bits);
        rival[likely[j]] = std::max(rival[likely[j]], pairs[likely[i]].bits);
      }
    }
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (std::isinf(rival[i])) continue;
    const double bits = pairs[i].bits;
    pairs[i].probability = static_cast<float>(1 / (1 + std::exp2(-bits) + std::exp2(rival[i] - bits)));
  }
}

}  // namespace muster::resolve
