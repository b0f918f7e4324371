// What an alignment of words tells, in bits: the model is told in alignment.hpp, its numbers are in
// data/names/pair_weights.tsv.
#pragma once

#include "names/alignment.hpp"

namespace muster::names {

// Sets the bits of every part and of the whole.
void weigh(Alignment& alignment, const NameParts& left, const NameParts& right, const PairWeights& weights);

}  // namespace muster::names
