// Two rows compared field by field. What comes out is a pattern: the levels of all fields in one number, so
// that millions of pairs are counted by the few thousand patterns they come to.
#pragma once

#include <cstdint>
#include <span>

#include "resolve/link_fields.hpp"
#include "resolve/link_levels.hpp"

namespace muster::resolve {

// Four bits a field.
struct Pattern {
  std::uint64_t low = 0;   // fields 0 to 15, the first lowest
  std::uint64_t high = 0;  // fields 16 to 31
  friend auto operator<=>(const Pattern&, const Pattern&) = default;

  [[nodiscard]] Level level(std::size_t field) const {
    const std::uint64_t half = field < 16 ? low : high;
    return static_cast<Level>((half >> (4 * (field % 16))) & 15U);
  }
  void set(std::size_t field, Level level) {
    std::uint64_t& half = field < 16 ? low : high;
    const std::size_t shift = 4 * (field % 16);
    half = (half & ~(std::uint64_t{15} << shift)) | (std::uint64_t{level} << shift);
  }
};

struct PatternHash {
  std::size_t operator()(const Pattern& pattern) const {
    std::uint64_t hash = (pattern.low ^ (pattern.high * 0x9e3779b97f4a7c15ULL)) * 0xbf58476d1ce4e5b9ULL;
    return hash ^ (hash >> 32);
  }
};

// Given and family name exchanged, or two lines of an address, count once: the first field comes to the level
// "exchanged", the other to "not known".
[[nodiscard]] Pattern compare_rows(std::span<const LinkField> fields, std::uint32_t a, std::uint32_t b);

}  // namespace muster::resolve
