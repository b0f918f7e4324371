// How much two sentences say the same thing: the share of the lighter one's meaning that stands in the other,
// each word weighed by how rare it is in the case. Word order and grammar play no part.
#pragma once

#include <cstdint>
#include <vector>

#include "weigh/reading.hpp"

namespace muster::weigh {

// The meanings of a sentence, each once, sorted; function words left out, numbers and dates too where not
// asked for.
[[nodiscard]] std::vector<Key> meanings(const Reading& reading, const Sentence& sentence, bool with_figures);

struct Likeness {
  double share = 0;         // 0 to 1
  std::uint32_t words = 0;  // shared meanings
  std::uint32_t names = 0;  // shared names of people and places
};
[[nodiscard]] Likeness likeness(const Case& whole, const std::vector<Key>& left,
                                const std::vector<Key>& right);

// Pairs of sentences that say the same, in the order of both documents: the longest such chain.
struct AlignedSentences {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};
[[nodiscard]] std::vector<AlignedSentences> aligned_in_order(const Case& whole, const Reading& left,
                                                             const Reading& right);

}  // namespace muster::weigh
