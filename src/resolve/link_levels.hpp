// How far two values of one field agree, as one of a few levels. Level 0: one of them is missing, which is no
// evidence; level 1: they differ; the highest: they are equal. data/resolve/link_levels.tsv names each level
// and says how often it is expected of one person's records and of two people's, before any data.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "resolve/link_values.hpp"

namespace muster::resolve {

using Level = std::uint8_t;
constexpr Level kMissing = 0;
constexpr Level kDiffers = 1;
constexpr std::size_t kMostLevels = 16;

struct LevelPrior {
  std::string label;  // "one letter off"
  double m = 0;       // share of pairs of one person, of those that have both values
  double u = 0;       // share of pairs of two people
};

// By level, from 0; the last is "equal" and has its frequency weighed.
[[nodiscard]] std::span<const LevelPrior> levels_of(FieldKind kind);

[[nodiscard]] Level compare_values(FieldKind kind, const LinkValue& a, const LinkValue& b);

}  // namespace muster::resolve
