// Numbers of two documents (and of a document and a counted list) held against each other. A conflict needs
// one kind of thing, one scope, one event and ranges that cannot meet; in doubt there is no finding.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "model/finding.hpp"
#include "weigh/copies.hpp"
#include "weigh/counts.hpp"

namespace muster::weigh {

constexpr double kMostAboveBound = 2;  // 168 within "more than 150"; 4,000 is another matter
constexpr double kFewestOnList = 10;   // an open number this small is no number of a list

// Agreement, narrower numbers and conflicts. Copies agree by nature: between them only conflicts are told.
[[nodiscard]] std::vector<model::Finding> compare_numbers(const Case& whole, const std::vector<Count>& counts,
                                                          std::span<const CountedList> lists,
                                                          const Copies& copies);

// Numbers that speak of a list against the lists of the case, rows and people.
[[nodiscard]] std::vector<model::Finding> check_counts(const Case& whole, const std::vector<Count>& counts,
                                                       std::span<const CountedList> lists);

}  // namespace muster::weigh
