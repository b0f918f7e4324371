// Spellings of Korean syllables in Cyrillic: Kontsevich's system into Russian and its Ukrainian counterpart,
// with voicing and assimilation or without ("Чжэ Ин", "Чэин", "Дже Ин"), each with a cost in bits.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::names {

using CyrillicSpellings = std::vector<std::pair<std::string, float>>;  // cost in bits, cheapest first

// Of one Hangul syllable; empty when it is none, or has a final that names do not have.
[[nodiscard]] CyrillicSpellings kontsevich_syllable(char32_t hangul);

// Of a family name: those of its syllables, and habit's (Цой for 최).
[[nodiscard]] CyrillicSpellings kontsevich_family(std::u32string_view hangul);

}  // namespace muster::names
