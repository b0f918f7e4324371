// Which pairs of records are worth comparing: those that share a blocking key of their names, a birth date or
// a passport number.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "resolve/evidence.hpp"

namespace muster::resolve {

// Blocks above this size are divided by birth year; what is still above it is left to the other keys.
constexpr std::size_t kMostInBlock = 250;

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // indices, first < second

// Sorted, without repeats.
[[nodiscard]] std::vector<Pair> candidate_pairs(std::span<const PreparedRecord> records);

}  // namespace muster::resolve
