// Dates, times, durations and repeated times in running text: English, Russian, Ukrainian, and ISO. Values
// are TIMEX3's.
//
// What hangs on the day of writing ("yesterday", "on Monday", "April 8") is worked out from the publication
// date and carries it as its anchor; without one the unknown places stay X: "April 8" is XXXX-04-08,
// "yesterday" XXXX-XX-XX. 03/04/2025 whose order nothing in the document tells is 2025-XX-XX.
#pragma once

#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// `published`: EDTF or ISO, "" when not known. In text order, without overlaps.
[[nodiscard]] std::vector<model::DateExpression> find_dates(const Analysis& analysis,
                                                            std::string_view published);

}  // namespace muster::extract
