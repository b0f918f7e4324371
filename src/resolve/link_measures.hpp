// How right a linkage is, where the truth is known.
//
// Sources: pairwise precision and recall; A. Bagga and B. Baldwin, "Algorithms for Scoring Coreference
// Chains" (1998), for B-cubed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "resolve/linkage.hpp"

namespace muster::resolve {

struct LinkMeasures {
  double precision = 0;  // of pairs in one cluster
  double recall = 0;
  double f1 = 0;
  double b_precision = 0;  // B-cubed
  double b_recall = 0;
  double b_f1 = 0;
  std::uint64_t true_pairs = 0;
  std::uint64_t made_pairs = 0;
  double compared_share =
      0;  // of the true pairs, those that stand among the pairs of probability kLeastShown and more
  double calibration_error = 0;  // expected, over the pairs of probability kLeastShown and more, ten bins
};

// `truth`: by row, the number of its true cluster.
[[nodiscard]] LinkMeasures measure(const Linkage& linkage, std::span<const std::uint32_t> truth);

}  // namespace muster::resolve
