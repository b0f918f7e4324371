// Which of our ways to compare fits two names: as Chinese names, by syllables, or word by word.
#pragma once

#include <cstdint>

#include "names/pair_weights.hpp"
#include "names/parts.hpp"

namespace muster::names {

enum class Way : std::uint8_t { kNothing, kChinese, kWords };  // kNothing: one has no words

[[nodiscard]] Way way_to_compare(const NameParts& a, const NameParts& b, const PairWeights& weights);

}  // namespace muster::names
