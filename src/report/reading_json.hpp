// One document with all that was found in it, as the one-line JSON object of `muster read` (docs/formats.md).
// Offsets are code points into "text", end exclusive.
#pragma once

#include <string>

#include "model/extraction.hpp"

namespace muster::report {

[[nodiscard]] std::string reading_json(const model::Document& document, const model::Extraction& extraction);

}  // namespace muster::report
