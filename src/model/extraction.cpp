#include "model/extraction.hpp"

#include <array>

namespace muster::model {
namespace {

template <class Enum, std::size_t N>
const char* name_of(Enum value, const std::array<const char*, N>& names) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

const char* to_string(MentionType type) {
  return name_of(type, std::array{"person", "organization", "place", "nationality", "other"});
}
const char* to_string(DateType type) {
  return name_of(type, std::array{"DATE", "TIME", "DURATION", "SET"});
}
const char* to_string(Relation relation) {
  return name_of(relation, std::array{"=", ">", ">=", "<", "<=", "~"});
}
const char* to_string(Stance stance) {
  return name_of(stance, std::array{"asserted", "denied", "hedged", "questioned", "demanded", "no comment"});
}
const char* to_string(ClaimKind kind) {
  return name_of(kind, std::array{"direct", "mixed", "indirect"});
}

}  // namespace muster::model
