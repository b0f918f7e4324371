// Who and what a document names: people, organisations, places by nation, nationalities, and people by their
// role ("a Western official"). Rules over capitals, titles and lexicons for English, Russian and Ukrainian.
// Linear in the text.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// In text order, not overlapping. `name` is the fullest form the document gives: "Volodymyr Zelensky" for
// "Zelensky", "The Wall Street Journal" for "WSJ" once both stood side by side.
[[nodiscard]] std::vector<model::Mention> find_mentions(const Analysis& analysis);

}  // namespace muster::extract
