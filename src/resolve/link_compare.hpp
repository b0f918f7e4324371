// Two rows compared field by field. What comes out is a pattern: the levels of all fields in one number, so
// that millions of pairs are counted by the few thousand patterns they come to.
#pragma once

#include <cstdint>
#include <span>

#include "resolve/link_fields.hpp"
#include "resolve/link_levels.hpp"

namespace muster::resolve {

using Pattern = std::uint64_t;  // four bits a field, the first field lowest

[[nodiscard]] inline Level level_in(Pattern pattern, std::size_t field) {
  return static_cast<Level>((pattern >> (4 * field)) & 15U);
}

[[nodiscard]] inline Pattern with_level(Pattern pattern, std::size_t field, Level level) {
  return (pattern & ~(Pattern{15} << (4 * field))) | (Pattern{level} << (4 * field));
}

// Given and family name exchanged, or two lines of an address, count once: the first field comes to the level
// "exchanged", the other to "not known".
[[nodiscard]] Pattern compare_rows(std::span<const LinkField> fields, std::uint32_t a, std::uint32_t b);

}  // namespace muster::resolve
