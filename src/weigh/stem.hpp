// A light stemmer for English, Russian and Ukrainian: strips the commonest endings so that two forms of a
// word usually meet. For comparing texts only; a stem is no word and is never shown.
//
// Romanised name keys let "Лесная" and "Lesna" meet across scripts; they are rough, and evidence only
// together with other words.
#pragma once

#include <string>
#include <string_view>

namespace muster::weigh {

// `word` in lower case. At least three letters stay; words of other scripts come back as they are.
[[nodiscard]] std::string stem(std::string_view word);

// The consonants of a name, in Latin letters: "иванівка", "ivanivka" -> "vnvk". Empty for scripts other than
// Latin and Cyrillic.
[[nodiscard]] std::string name_key(std::string_view word);

}  // namespace muster::weigh
