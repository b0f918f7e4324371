// Which of our ways to compare fits two names: as Chinese or Korean names, by syllables, or word by word.
#pragma once

#include <cstdint>

#include "names/pair_weights.hpp"
#include "names/parts.hpp"

namespace muster::names {

// kNothing: one has no words. kForeign: word by word, with a name in Hanzi or Hangul as a foreign one that
// was transcribed, its words as they stand.
enum class Way : std::uint8_t { kNothing, kChinese, kKorean, kWords, kForeign };

struct ChosenWay {
  Way way = Way::kNothing;
  double bits = 0;
  const NameParts* left = nullptr;  // what was compared: the names, or their foreign readings
  const NameParts* right = nullptr;
  bool slip = false;  // one of them was mended: read_misspelt_chinese
};

[[nodiscard]] ChosenWay choose_way(const NameParts& a, const NameParts& b, const PairWeights& weights);

}  // namespace muster::names
