// Who says it in Russian and Ukrainian: the noun phrase before or behind the verb, without the day, the place
// and the listener that word order puts between them; the body behind "В министерстве заявили".
#pragma once

#include "extract/speech_text.hpp"

namespace muster::extract {

struct SlavicSource {
  Range words;           // empty: none
  Range object;          // "Ваничкина обвиняют": whom the verb is about, where nobody says it
  bool shared = false;   // the subject of an earlier verb, or of the sentence
  bool oblique = false;  // not in the nominative: "В министерстве"
};

// The source before the words that say, [first of the cue]; `verb` is the word that says.
[[nodiscard]] SlavicSource slavic_source_before(const SpeechText& text, Range window, std::uint32_t cue,
                                                std::uint32_t verb);

}  // namespace muster::extract
