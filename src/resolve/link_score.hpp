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

  // All fields, without the odds before comparing. What a household shares lifts no pair above even odds
  // against what tells its members apart.
  [[nodiscard]] double bits(Pattern pattern, RowPair pair) const;
  [[nodiscard]] double bits(RowPair pair) const {
    return bits(compare_rows(fields_, pair.left, pair.right), pair);
  }

  // Do birth dates, names and identifiers say that they are two people?
  [[nodiscard]] bool contradict(RowPair pair) const;

  // A batch, for an engine of its own: out[i] belongs to pairs[i].
  void score(std::span<const RowPair> pairs, std::span<float> out) const;

  // The odds before comparing.
  [[nodiscard]] double prior_bits(RowPair pair) const {
    return source_[pair.left] == source_[pair.right] ? prior_bits_ : prior_bits_across_;
  }

 private:
  // A field that tells one of a household from another: from `agrees` its levels say one person, up to
  // `against` two.
  struct PersonalField {
    enum Kind : std::uint8_t { kName, kDate, kIdentifier, kMail };
    std::uint32_t field = 0;
    Kind kind = kName;
    Level against = kMissing;
    Level agrees = 0;
  };
  struct Personal {
    int against = 0;  // fields
    bool agree = false;
    bool names_differ = false;
    bool dates_differ = false;  // in a list whose dates are good
    bool identified = false;    // an identifier agrees
  };

  void add_personal(std::size_t field, const FieldWeights& weights);
  [[nodiscard]] Personal personal(Pattern pattern) const;
  [[nodiscard]] bool held_back(Pattern pattern, double total) const;
  [[nodiscard]] double level_bits(std::size_t field, Pattern pattern) const;
  [[nodiscard]] double frequency_bits(std::size_t field, Pattern pattern, RowPair pair) const;

  std::span<const LinkField> fields_;
  std::vector<std::array<std::array<double, kMostLevels>, 2>> level_bits_;  // by field, nested, level
  std::vector<std::vector<float>> frequency_of_;  // by field, value: bits of two rows that have it
  std::vector<std::uint32_t> narrower_;
  std::vector<PersonalField> personal_;
  bool good_dates_ = false;
  std::span<const std::uint16_t> source_;
  double prior_bits_ = 0;
  double prior_bits_across_ = 0;
};

}  // namespace muster::resolve
