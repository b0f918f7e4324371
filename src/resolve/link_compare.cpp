#include "resolve/link_compare.hpp"

namespace muster::resolve {
namespace {

const LinkValue& value_at(const LinkField& field, std::uint32_t row) {
  return field.values[field.value_of[row]];
}

Level equal_level(const LinkField& field) {
  return static_cast<Level>(levels_of(field.kind).size() - 1);
}

// Do the values of two fields agree across, so well that somebody exchanged them?
bool exchanged(const LinkField& one, const LinkField& other, std::uint32_t a, std::uint32_t b) {
  const LinkValue& a1 = value_at(one, a);
  const LinkValue& a2 = value_at(other, a);
  const LinkValue& b1 = value_at(one, b);
  const LinkValue& b2 = value_at(other, b);
  if (a1.text.empty() || a2.text.empty() || b1.text.empty() || b2.text.empty()) return false;
  if (a1.text[0] != b2.text[0] && a2.text[0] != b1.text[0]) return false;
  const Level least = static_cast<Level>(equal_level(other) - 2);
  return compare_values(other.kind, a1, b2) >= least && compare_values(other.kind, b1, a2) >= least;
}

}  // namespace

Pattern compare_rows(std::span<const LinkField> fields, std::uint32_t a, std::uint32_t b) {
  Pattern pattern;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const LinkField& field = fields[i];
    const std::uint32_t x = field.value_of[a];
    const std::uint32_t y = field.value_of[b];
    if (x == 0 || y == 0) continue;
    const Level level =
        x == y ? equal_level(field) : compare_values(field.kind, field.values[x], field.values[y]);
    pattern.set(i, level);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].partner < 0) continue;
    const auto other = static_cast<std::size_t>(fields[i].partner);
    if (pattern.level(i) > 2 || pattern.level(other) > 2) continue;
    if (!exchanged(fields[i], fields[other], a, b)) continue;
    pattern.set(i, static_cast<Level>(equal_level(fields[i]) - 1));
    pattern.set(other, kMissing);
  }
  return pattern;
}

}  // namespace muster::resolve
