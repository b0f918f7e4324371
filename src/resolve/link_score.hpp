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
  // Both must outlive it.
  PairScorer(const LinkRows& rows, const LinkModel& model);

  struct FieldBits {
    Level level = kMissing;
    double bits = 0;            // of the level
    double frequency_bits = 0;  // more for a rare value, less for a common one
  };
  [[nodiscard]] FieldBits field_bits(std::size_t field, Pattern pattern, RowPair pair) const;

  // All fields, without the odds before comparing. Birth dates that contradict each other hold a pair at even
  // odds, where the list's dates are good; only an identifier that agrees, or overwhelming
  // evidence, overrules them.
  [[nodiscard]] double bits(Pattern pattern, RowPair pair) const;
  [[nodiscard]] double bits(RowPair pair) const {
    return bits(compare_rows(fields_, pair.left, pair.right), pair);
  }

  // Do their birth dates say that they are two people?
  [[nodiscard]] bool contradict(RowPair pair) const;

  // A batch, for an engine of its own: out[i] belongs to pairs[i].
  void score(std::span<const RowPair> pairs, std::span<float> out) const;

  // The odds before comparing.
  [[nodiscard]] double prior_bits(RowPair pair) const {
    return source_[pair.left] == source_[pair.right] ? prior_bits_ : prior_bits_across_;
  }

 private:
  [[nodiscard]] bool contradicts(Pattern pattern) const;
  [[nodiscard]] double level_bits(std::size_t field, Pattern pattern) const;
  [[nodiscard]] double frequency_bits(std::size_t field, Pattern pattern, RowPair pair) const;

  std::span<const LinkField> fields_;
  std::vector<std::array<std::array<double, kMostLevels>, 2>> level_bits_;  // by field, nested, level
  std::vector<std::vector<float>> frequency_of_;  // by field, value: bits of two rows that have it
  std::vector<std::uint32_t> narrower_;
  std::vector<std::uint32_t> birth_dates_;  // fields whose contradiction counts
  std::vector<std::uint32_t> identifiers_;
  std::span<const std::uint16_t> source_;
  double prior_bits_ = 0;
  double prior_bits_across_ = 0;
};

}  // namespace muster::resolve
