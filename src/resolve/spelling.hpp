// Spellings of one thing in a column of units or roles: "2-я мотострелковая рота", "2 мотострелковая рота".
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace muster::resolve {

struct CountedValue {
  std::string value;
  std::size_t count = 0;
};

// Values that differ only in case, spaces, punctuation, the ending of an ordinal number ("2-я") or words cut
// short
// ("мотострел. рота") stand together, the most frequent first. Different numbers are
// never one thing. Groups come in the order of their first value.
[[nodiscard]] std::vector<std::vector<CountedValue>> group_spellings(const std::vector<std::string>& values);

}  // namespace muster::resolve
