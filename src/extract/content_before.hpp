// What stands before an attribution and may be said by it: `"A," X said`, "A, X said".
#pragma once

#include "extract/speech_text.hpp"

namespace muster::extract {

struct Before {
  bool found = false;
  bool quoted = false;
  bool loose = false;  // a sentence of its own: `"Why?" Veld said.`
  bool verbless = false;
  Range content;
};

// The words before the attribution that starts at `at`, if a comma, a dash or a quotation's end parts them.
[[nodiscard]] Before content_before(const SpeechText& text, Range window, std::uint32_t at);
[[nodiscard]] bool has_finite(const SpeechText& text, Range range);

}  // namespace muster::extract
