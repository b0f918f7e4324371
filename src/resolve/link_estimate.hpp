// Match weights from the list itself, by expectation-maximisation, without a labelled pair.
//
// Pairs come in strata: one of pairs drawn by chance, and several blocked by fields that are then left out of
// the sums, as those pairs agree in them anyhow. All strata share m; each has its own share of matches, and
// of pairs of one household, which agree as matches do in what a household shares and as chance has it in the
// rest. u comes from the pairs drawn by chance, less both. Where a stratum is small, what is usual of such
// fields (data/resolve/link_levels.tsv) holds the answer.
//
// Sources: W. Winkler (1988) on EM for the Fellegi-Sunter model; T. Enamorado, B. Fifield, K. Imai, "Using a
// Probabilistic Model to Assist Merging of Large-Scale Administrative Records", APSR 113 (2019).
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "resolve/link_model.hpp"

namespace muster::resolve {

struct Stratum {
  std::uint32_t left_out = 0;  // bit i: field i is left out
  bool by_chance = false;      // drawn from all pairs; u is taken from it
  std::vector<std::pair<Pattern, double>> counts;
};

[[nodiscard]] LinkModel estimate(std::span<const LinkField> fields, std::span<const Stratum> strata);

}  // namespace muster::resolve
