// Names of an index gathered from the lists of a query's near words, scored by the lists alone.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "names/index_view.hpp"
#include "names/near_words.hpp"

namespace muster::names {

constexpr std::uint32_t kScoreScale = 32;  // scores in 1/32 bits

struct GatheredScore {
  std::int32_t score = 0;
  std::uint32_t name = 0;
};

struct GatheredScores {
  std::vector<GatheredScore> best;  // best first, ties in the index's order
  bool settled = false;             // the lists hold all that a name's own words can tell
};

[[nodiscard]] GatheredScores gather_scores(const IndexView& index, const QueryWords& query);

// What it costs that so many words of the query and of the name have no answer.
[[nodiscard]] float loss_of_left(std::size_t query_left, std::size_t name_left);

// How many words a mask holds.
[[nodiscard]] inline std::size_t count_words(std::uint32_t mask) {
  static constexpr auto kBits = [] {
    std::array<std::uint8_t, 256> bits{};
    for (unsigned i = 0; i < 256; ++i) bits[i] = static_cast<std::uint8_t>(std::popcount(i));
    return bits;
  }();
  return std::size_t{kBits[mask & 0xFF]} + kBits[mask >> 8 & 0xFF];
}

// A list of names while it is being read.
struct ListCursor {
  const char* at = nullptr;
  const char* end = nullptr;
  std::uint32_t left = 0;
  std::uint32_t name = 0;  // the next one

  explicit ListCursor(const PostingList& list)
      : at(list.at), end(list.end), left(list.at == nullptr ? 0 : list.names) {}

  bool step() {
    std::uint32_t gap = 0;
    if (left == 0) return false;
    at = read_varint(at, end, gap);
    if (at == nullptr || gap > std::numeric_limits<std::uint32_t>::max() - name) return false;
    --left;
    name += gap;
    return true;
  }
};

}  // namespace muster::names
