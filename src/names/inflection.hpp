// Russian and Ukrainian case forms of names back to the nominative. A report says "Чжана Жэньбо" or
// "Порошенком"; lists hold "Чжан Жэньбо", "Порошенко".
//
// Endings are ambiguous (Чжана: of Чжан, or a man named Чжана), so candidates come back, never a verdict; the
// caller compares them with what it knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::names {

constexpr std::size_t kMostNominatives = 24;

// Full names that may stand for `full_name` in the nominative: the form as written first, then likelier
// before less likely ones, without repeats; words change together, all in one case. Text in other scripts
// gives itself only.
[[nodiscard]] std::vector<std::string> nominatives(std::string_view full_name);

}  // namespace muster::names
