// Everything that one document holds, found: the one entry to this layer for those above.
#pragma once

#include "extract/attribution_model.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// Tables give statements; machine-readable zones give papers; running text gives mentions, dates, quantities,
// places and claims. Relative dates are worked out from document.published where it is known.
[[nodiscard]] model::Extraction extract(const model::Document& document,
                                        const AttributionModel& attribution = AttributionModel::get());

}  // namespace muster::extract
