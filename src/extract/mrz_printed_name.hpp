// The name in Hanzi that a paper prints beside its machine-readable zone.
#pragma once

#include <vector>

#include "model/document.hpp"

namespace muster::extract {

// Two to four Hanzi in a run of their own, after a label 姓名 or Name, in the document's image regions.
[[nodiscard]] std::vector<model::Span> printed_hanzi_names(const model::Document& document);

}  // namespace muster::extract
