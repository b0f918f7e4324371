// Names in another case than the nominative, as texts in Russian and Ukrainian hold them: "Чжана Жэньбо" is
// compared both as it stands and as Чжан Жэньбо, at a cost; the form as written is never lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/compare.hpp"
#include "names/compare_ways.hpp"
#include "names/parts.hpp"

namespace muster::names {

constexpr double kOtherCaseBits = 2;
constexpr std::size_t kMostOtherCases = 2;

// Nominatives that the Cyrillic name may well stand for: where the nominative reads as a Chinese name and the
// form as written does not, where it holds a name that is known and the form does not, or where an ending
// leaves no doubt (Зеленського). At most kMostOtherCases; none for a name that may stand in the nominative
// itself.
[[nodiscard]] std::vector<std::string> likely_nominatives(std::string_view name);

// Two names, or one of their nominatives for either, and how they compare best.
struct ChosenCase {
  const Name* left = nullptr;
  const Name* right = nullptr;
  double cost = 0;  // bits, for each side that is not as written
  ChosenWay way;

  [[nodiscard]] double bits() const { return way.bits - cost; }
};

// Syllables outweigh words: where the nominative alone reads as a Chinese or Korean name, that the letters of
// the form as written resemble another name (Чжана Жэньбо, Чжан Жэньбинь) tells nothing.
[[nodiscard]] ChosenCase choose_case(const Name& a, const Name& b, const PairWeights& weights);

// compare() of two names whose case was chosen before.
[[nodiscard]] Comparison explain(const Name& a, const Name& b, const ChosenCase& chosen);

}  // namespace muster::names
