// Which blocking rules: found from the list, several narrow ones whose union finds what each of them misses.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/link_blocks.hpp"
#include "resolve/link_compare.hpp"

namespace muster::resolve {

struct RuleSearch {
  std::span<const LinkField> fields;
  std::span<const KeyTable> tables;
  std::size_t rows = 0;
  std::size_t threads = 1;
};

// All rules of one table or two of different fields that bring up neither too many pairs nor none, with their
// pairs (counted on a sample of a long list).
[[nodiscard]] std::vector<BlockRule> possible_rules(const RuleSearch& search);

// Up to twelve narrow rules of equal values, such that each field is left free by most: what the model is
// estimated from.
[[nodiscard]] std::vector<BlockRule> training_rules(const RuleSearch& search,
                                                    std::span<const BlockRule> possible);

// A pair taken for one person, and the fields that brought it up.
struct FoundMatch {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t blocked_by = 0;  // bit i: field i
};

// The rules that together find nearly all matches at the least cost: matches are drawn from those found,
// field by field, each from pairs that another field brought up. At most `budget` pairs in all.
[[nodiscard]] std::vector<BlockRule> choose_rules(const RuleSearch& search,
                                                  std::span<const BlockRule> possible,
                                                  std::span<const FoundMatch> matches, std::uint64_t budget);

}  // namespace muster::resolve
