// How many of a list's pairs are one person, and how many of one household: what the evidence of the pairs
// that were found calls for.
#pragma once

#include <vector>

#include "resolve/link_fields.hpp"
#include "resolve/link_model.hpp"
#include "resolve/link_spill.hpp"

namespace muster::resolve {

// Sets the three shares of the model. Lists overlap more, or less, than they hold doubles: pairs of one list
// and pairs of two have their own. `begin`: where match_share begins.
// `known`: by row, was it there in an earlier run? Pairs of two such rows were not compared. Empty: none was.
void settle_shares(PairStore& pairs, const LinkRows& rows, const std::vector<bool>& known, double begin,
                   std::size_t threads, LinkModel& model);

}  // namespace muster::resolve
