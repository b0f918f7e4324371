// Names of places in running text: countries, first-level regions, and settlements that GeoNames lists (about
// those of 1,000 inhabitants and more; many villages are missing). English, Russian, Ukrainian.
//
// A place is chosen on written evidence only: the region or country named with it, or named in the document
// when that leaves one candidate. Otherwise it stays undecided and `why` says what is missing. A candidate
// outside the region or country that the text names with it is never chosen.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// In text order, without overlaps. Linear in the text; at most kMostCandidates candidates a mention.
[[nodiscard]] std::vector<model::PlaceMention> find_places(const Analysis& analysis);

constexpr std::size_t kMostCandidates = 20;

}  // namespace muster::extract
