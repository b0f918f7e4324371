// The evidence that two rows are one person, in bits, by a model; of one pair or of many.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "resolve/link_model.hpp"

namespace muster::resolve {

struct RowPair {
  std::uint32_t left = 0;  // rows, left < right
  std::uint32_t right = 0;
  friend auto operator<=>(const RowPair&, const RowPair&) = default;
};

class PairScorer {
 public:
  // `rows` must outlive it.
  PairScorer(const LinkRows& rows, const LinkModel& model);

  struct FieldBits {
    Level level = kMissing;
    double bits = 0;            // of the level
    double frequency_bits = 0;  // more for a rare value, less for a common one
  };
  [[nodiscard]] FieldBits field_bits(std::size_t field, Pattern pattern, RowPair pair) const;

  struct Evidence {
    float bits = 0;    // of all fields, without the odds before comparing
    float shared = 0;  // of them, of what a household shares
  };
  [[nodiscard]] Evidence evidence(Pattern pattern, RowPair pair) const;
  [[nodiscard]] Evidence evidence(RowPair pair) const {
    return evidence(compare_rows(fields_, pair.left, pair.right), pair);
  }

  // log2 of the odds that the rows are one person. What a household shares counts no further than it tells
  // one person from two of a household. Birth dates that contradict each other hold a pair at even odds,
  // where the list's dates are good and the rest is not overwhelming.
  [[nodiscard]] double odds(Pattern pattern, RowPair pair) const;
  [[nodiscard]] double odds(RowPair pair) const {
    return odds(compare_rows(fields_, pair.left, pair.right), pair);
  }
  // The same from evidence, without regard to birth dates.
  [[nodiscard]] double odds(Evidence evidence, RowPair pair) const;

  struct Judged {
    double odds = 0;
    bool contradict = false;  // their birth dates say that they are two people, and nothing overrules them
  };
  [[nodiscard]] Judged judge(RowPair pair) const;
  [[nodiscard]] bool contradict(RowPair pair) const;  // judge's, quick where the dates agree

  // The odds of a batch, for an engine of its own: out[i] belongs to pairs[i].
  void score(std::span<const RowPair> pairs, std::span<float> out) const;

  // The odds before comparing.
  [[nodiscard]] double prior_bits(RowPair pair) const {
    return source_[pair.left] == source_[pair.right] ? prior_bits_ : prior_bits_across_;
  }

 private:
  [[nodiscard]] bool dates_contradict(Pattern pattern) const;
  // Is nothing known on both sides that tells the people of a household apart?
  [[nodiscard]] bool only_of_household(Pattern pattern) const;
  [[nodiscard]] double level_bits(std::size_t field, Pattern pattern) const;
  [[nodiscard]] double frequency_bits(std::size_t field, Pattern pattern, RowPair pair) const;
  // Of full names: what their family name alone tells, where they share it.
  [[nodiscard]] double family_bits(std::size_t field, RowPair pair) const;

  std::span<const LinkField> fields_;
  std::vector<std::array<std::array<double, kMostLevels>, 2>> level_bits_;  // by field, nested, level
  std::vector<std::vector<float>> frequency_of_;  // by field, value: bits of two rows that have it
  std::vector<std::uint32_t> narrower_;
  std::vector<bool> household_;                  // by field
  std::vector<std::vector<float>> family_bits_;  // by field, number of a family name
  std::vector<std::uint32_t> birth_dates_;       // fields whose contradiction counts
  double household_odds_ = 0;
  std::span<const std::uint16_t> source_;
  double prior_bits_ = 0;
  double prior_bits_across_ = 0;
};

}  // namespace muster::resolve
