// A word of a script other than Latin as the signs that learned readings speak of: lower case, without
// vowel points and lengthening strokes, final forms as plain ones, Persian letters as the Arabic ones they
// share, hiragana as katakana, Hangul as its letters (jamo), Hanzi simplified.
#pragma once

#include <string>
#include <string_view>

#include "text/letters.hpp"

namespace muster::names {

[[nodiscard]] std::u32string native_letters(std::u32string_view word, text::Script script);

}  // namespace muster::names
