// Which language is a text in? By script, by letters that only some languages use, and by frequent words.
// Meant for whole documents: a line of names has no language, and the answer is then empty.
#pragma once

#include <string>
#include <string_view>

namespace muster::text {

// ISO 639-1 ("en", "ru", "uk", "zh", ...), or empty where the text does not tell. Looks at the first 64 kB.
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace muster::text
