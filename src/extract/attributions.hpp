// Who says what in a text: what the rules find, weighed, corrected and completed by the learned model.
//
// The rules (drafts.hpp) read Russian and Ukrainian, marks and transcripts by themselves. In Latin script the
// model decides which cues to believe and where source and content begin and end.
#pragma once

#include <string>
#include <vector>

#include "extract/attribution_model.hpp"

namespace muster::extract {

// In order of their heads. Linear in the text.
[[nodiscard]] std::vector<Draft> find_attributions(const SpeechText& text, const AttributionModel& model);

}  // namespace muster::extract
