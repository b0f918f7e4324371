// Who says what: claims with the exact words of source, cue and content, what kind of claim each is, how sure
// it is, and whom its source means; an invented claim is worse than a missed one. Linear in the text.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "extract/attribution_model.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

// In text order. A claim inside another's content has that one as its parent; claims without a parent are the
// document's own. `mentions` and `dates` are those of the same document, in text order.
[[nodiscard]] std::vector<model::Claim> find_claims(const Analysis& analysis,
                                                    const std::vector<model::Mention>& mentions,
                                                    const std::vector<model::DateExpression>& dates,
                                                    const AttributionModel& model = AttributionModel::get());

}  // namespace muster::extract
