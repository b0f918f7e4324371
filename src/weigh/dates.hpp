// Dates bound to what they date. A day beside a verb of saying ("said on Tuesday") or in a byline dates the
// report and not the event.
#pragma once

#include <string>
#include <vector>

#include "model/extraction.hpp"
#include "model/finding.hpp"
#include "weigh/copies.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {

// "2025-03-14": a day with its year.
[[nodiscard]] bool is_full_day(std::string_view value);
// Days from 1970-01-01; the value must be a full day.
[[nodiscard]] long day_number(std::string_view value);

// Does this date say when somebody spoke or when the document came out?
[[nodiscard]] bool dates_the_report(const Reading& reading, const model::DateExpression& date);

// One event, two documents: the same day (agree) or two days (conflict).
[[nodiscard]] std::vector<model::Finding> compare_dates(const Case& whole, const Copies& copies);

}  // namespace muster::weigh
