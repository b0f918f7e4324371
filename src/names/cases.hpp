// Names in another case than the nominative, as texts in Russian and Ukrainian hold them: "Чжана Жэньбо" is
// compared both as it stands and as Чжан Жэньбо, at a cost; the form as written is never lost.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "names/compare.hpp"
#include "names/parts.hpp"

namespace muster::names {

constexpr double kOtherCaseBits = 2;
constexpr std::size_t kMostOtherCases = 2;

// Nominatives that the Cyrillic name may well stand for: where the nominative reads as a Chinese name and the
// form as written does not, where it holds a name that is known and the form does not, or where an ending
// leaves no doubt (Зеленського). At most kMostOtherCases; none for a name that may stand in the nominative
// itself.
[[nodiscard]] std::vector<std::string> likely_nominatives(std::string_view name);

// Calls visit(left, right, cost in bits) for the names with either side, or both, in the nominative.
template <class Visit>
void for_other_cases(const Name& a, const Name& b, Visit visit) {
  for (const Name& left : a.parts().nominatives) {
    visit(left, b, kOtherCaseBits);
    for (const Name& right : b.parts().nominatives) visit(left, right, 2 * kOtherCaseBits);
  }
  for (const Name& right : b.parts().nominatives) visit(a, right, kOtherCaseBits);
}

}  // namespace muster::names
