// Counts, sums of money, percentages and measures in running text: English, Russian, Ukrainian. A number with
// its bound ("more than 150"), what is counted ("Chinese citizens"), unit and currency. Numbers that are
// names are none: dates, years, ordinals, phone numbers, articles and pages, units ("the 25th brigade").
//
// value, low and high: "more than 150" is 150, (150, infinity); "about 100" is 100 with 90 to 110, our
// reading of "about"; "two thirds" is 0.667 with the unit "fraction"; "between 10 and 20" has no value (NaN),
// 10 to 20; "a few" has no value, from 2; "hundreds" is at least 200.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// `dates`: what find_dates found in the same analysis; quantities inside a date or time are left out, those
// inside a duration ("two weeks") are kept with their unit. In text order, without overlaps.
[[nodiscard]] std::vector<model::Quantity> find_quantities(const Analysis& analysis,
                                                           const std::vector<model::DateExpression>& dates);

}  // namespace muster::extract
