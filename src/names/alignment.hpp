// Two names compared word by word, in any order: which words answer each other, which stand alone.
#pragma once

#include <string>
#include <vector>

#include "names/parts.hpp"

namespace muster::names {

struct WordPair {
  std::size_t left = 0;
  std::size_t right = 0;
  double cost = 0;      // see word_cost
  bool joined = false;  // one word on one side is two on the other: "Abdul Rahman", "Abdulrahman"
};

struct Alignment {
  double bits = 0;
  std::vector<WordPair> pairs;
  std::vector<std::size_t> left_alone;  // names only: no particles, titles or initials
  std::vector<std::size_t> right_alone;
  bool contradicts = false;  // both sides have a name that the other lacks
};

[[nodiscard]] Alignment align(const std::vector<Word>& left, const std::vector<Word>& right);

}  // namespace muster::names
