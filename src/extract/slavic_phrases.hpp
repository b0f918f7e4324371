// Noun phrases of Russian and Ukrainian, by the words they may start and must end with, and the small words
// that both ends are told by.
#pragma once

#include <string_view>

#include "extract/speech_text.hpp"

namespace muster::extract {

// The noun phrase that starts exactly at `begin`, with its appositions.
[[nodiscard]] Range slavic_phrase(const SpeechText& text, std::uint32_t begin, std::uint32_t limit);
// The source behind the verb, from `at`: past the day, the listener and the place.
[[nodiscard]] Range slavic_source_after(const SpeechText& text, std::uint32_t at, std::uint32_t limit);

namespace slavic {

constexpr std::uint32_t kReach = 36;  // words that a source may take

[[nodiscard]] bool is_number(const SpeechText& text, std::uint32_t i);
// A finite verb, by the lexicon of cues or by its ending.
[[nodiscard]] bool is_verb(const SpeechText& text, std::uint32_t i);
// "Г. К.", "Л. Чорна": a stop behind an initial.
[[nodiscard]] bool is_initial(const SpeechText& text, std::uint32_t stop);
[[nodiscard]] bool joins(std::string_view word);  // "и", "та"
// A word that a source may start with: a person, a body, a name, a pronoun in the nominative.
[[nodiscard]] bool heads_source(const SpeechText& text, std::uint32_t i);

}  // namespace slavic
}  // namespace muster::extract
