// The words of an index that may answer the words of a query: the same word, another reading of one sound,
// few edits, short forms, initials, two words of the query written as one and one written as two.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "names/index_view.hpp"
#include "names/index_words.hpp"

namespace muster::names {

// A word of the index that answers the query's words in `mask` (bit i: word i).
struct NearWord {
  std::uint32_t word = 0;
  std::uint16_t mask = 0;
  float gain = 0;  // bits, as compare would count them
};

// Two words of the index that together answer one of the query.
struct NearSplit {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint16_t mask = 0;
  float gain = 0;
};

struct QueryWords {
  std::size_t count = 0;                 // kMostWords at most
  std::array<char, kMostWords> first{};  // first letter of each
  std::uint16_t initials = 0;            // which of them are initials
  std::vector<NearWord> near;            // best gain first
  std::vector<NearSplit> splits;
  std::vector<std::uint32_t> keys;  // of a name that may be Korean (korean_numbers)
  float bits_of_keys = 0;           // what a name with one of them is worth, about
};

constexpr double kBitsOfInitial = 3;

[[nodiscard]] QueryWords near_words(const IndexView& index, const std::vector<IndexWord>& query);

}  // namespace muster::names
