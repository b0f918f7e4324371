// Invented briefs for the tests of this layer. Nobody in them exists, and nothing in them happened.
#pragma once

#include "report/brief.hpp"

namespace muster::report {

// Some of everything: four scripts, nested claims, all findings' moods, hostile names, unknown years.
[[nodiscard]] Brief invented_brief();

// `claims` claims, rows, pairs and findings, for measuring large cases.
[[nodiscard]] Brief large_brief(std::size_t claims);

// A quote of `words` inside `context`, with offsets in code points, the context standing at `context_start`.
[[nodiscard]] Quote quote_of(model::DocumentId document, std::string part, std::string context,
                             std::string_view words, std::size_t context_start = 100);

}  // namespace muster::report
