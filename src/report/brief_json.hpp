// The brief as one JSON object, for programs that read on. Keys stand in a stable order; offsets are code
// points into the document's text, end exclusive; what is not known is "" or null. A number that is none
// (NaN) is null.
//
// Beside the fields of docs/formats.md it keeps what the page shows: entity ids of doubles and papers, all
// candidates on the lists ("candidates"), how a publication date is known, why a claim has its speaker.
// "link" is filled only where the verdict is "same": an undecided pair stands in "candidates" alone.
#pragma once

#include <string>

#include "report/brief.hpp"

namespace muster::report {

[[nodiscard]] std::string brief_json(const Brief& brief);

}  // namespace muster::report
