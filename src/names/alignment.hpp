// Two names compared word by word, in any order: which words answer each other, which stand alone, and what
// each tells.
//
// Words are paired greedily, the surest first; what is left is tried as words written together or apart, as
// initials, as an acronym. What is still left is missing (on one side) or contradicts (on both).
//
// The bits of a pair without doubts are the sum of its words' bits: a shared rare name weighs more than a
// common one. Once words are only near, or contradict, the sum says little (a brother shares the rarest
// family name): then what agrees is bounded, and each departure costs.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "names/pair_weights.hpp"
#include "names/parts.hpp"
#include "names/words.hpp"

namespace muster::names {

constexpr std::int8_t kNoWord = -1;

// Words [left, left + left_words) of one name and what answers them in the other.
struct PartMatch {
  Relation relation = Relation::kContradicts;
  std::int8_t left = kNoWord;  // kNoWord: nothing there
  std::int8_t right = kNoWord;
  std::uint8_t left_words = 1;
  std::uint8_t right_words = 1;
  std::uint8_t left_sound = 0;  // which of the words' sounds agreed
  std::uint8_t right_sound = 0;
  float learned_share = 0;
  float learned = kNotLearned;  // as of WordMatch
  float cost = 0;               // edits
  float bits = 0;               // what it tells; the whole is bounded, so that the sum may be more
};

class Alignment {
 public:
  double bits = 0;
  bool contradicts = false;
  bool crossed = false;  // the words stand in another order

  [[nodiscard]] std::span<const PartMatch> parts() const { return {parts_.data(), count_}; }
  void add(const PartMatch& part) { parts_[count_++] = part; }
  [[nodiscard]] std::span<PartMatch> parts() { return {parts_.data(), count_}; }

 private:
  std::array<PartMatch, 2 * kMostWords> parts_;  // each holds a word at least
  std::size_t count_ = 0;
};

// Both names have words.
[[nodiscard]] Alignment align(const NameParts& left, const NameParts& right, const PairWeights& weights);

}  // namespace muster::names
