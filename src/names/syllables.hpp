// Cuts a word written in Palladius's Cyrillic, pinyin or Wade-Giles into Chinese syllables: "жэньбо" -> ren
// bo. All ways to cut, cheapest first; a soft sign, a hard sign and an apostrophe decide where they stand
// ("цзиньань" jin an, "цзинъань" jing an).
#pragma once

#include <string_view>
#include <vector>

#include "names/chinese_tables.hpp"

namespace muster::names {

struct Segmentation {
  std::vector<SyllableId> syllables;
  float cost = 0;  // bits, as in chinese_tables.hpp
};

constexpr std::size_t kMostSegmentations = 6;

// `word`: lower case, letters and apostrophes; Latin with v or plain u for u-umlaut. Empty when it cannot be
// cut.
[[nodiscard]] std::vector<Segmentation> segment(std::u32string_view word, Spelling system);

}  // namespace muster::names
