// Whom the source of a claim means: a name as it stands, its full form, or what a pronoun or "the ministry"
// points back to. The reason is kept with the answer; where nothing fits the speaker stays empty.
#pragma once

#include "extract/drafts.hpp"

namespace muster::extract {

// Sets speaker and speaker_why of each claim; `drafts` and `claims` run side by side, in text order.
void resolve_speakers(const SpeechText& text, const std::vector<model::Mention>& mentions,
                      const std::vector<Draft>& drafts, std::vector<model::Claim>& claims);

}  // namespace muster::extract
