// A verb that says with its company ("has repeatedly said", "did not deny", "pointed out") and what follows
// it.
#pragma once

#include <optional>

#include "extract/drafts.hpp"

namespace muster::extract {

struct VerbGroup {
  Range cue;  // auxiliaries and adverbs, the verb, its particles
  std::uint32_t head = 0;
  const CueVerb* verb = nullptr;
  CueForm form = CueForm::kBase;
  bool infinitive = false;
  bool passive = false;
  bool negated = false;
  bool neither = false;  // "neither confirmed nor denied"
};

[[nodiscard]] std::optional<VerbGroup> verb_group_at(const SpeechText& text, std::uint32_t head,
                                                     Range window);

// A draft with what the verb says of it; source and content are still to be found.
[[nodiscard]] Draft draft_of(const VerbGroup& group, std::uint32_t head);

enum class Following : std::uint8_t { kNothing, kQuote, kThat, kClause, kInfinitive, kObject };

struct After {
  Following kind = Following::kNothing;
  std::uint32_t content = 0;  // its first token, where there is some
  std::uint32_t stop = 0;     // where the looking ended
  bool colon = false;
  bool comma = false;  // the looking ended at a comma
};

[[nodiscard]] After look_after(const SpeechText& text, const VerbGroup& group, Range window);

}  // namespace muster::extract
