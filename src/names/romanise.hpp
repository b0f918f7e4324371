// Latin readings of names in other scripts. Cyrillic goes through several schemes (English press, ICAO
// passports, scholarly, German, Ukrainian), Chinese names through pinyin, the rest through ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/letters.hpp"

namespace muster::names {

// Readings of a whole name for display, best first: "Чжан Жэньбо" -> "Zhang Renbo", ... A name in Latin
// letters gives itself. Never empty for a name with letters.
[[nodiscard]] std::vector<std::string> readings(std::string_view name);

// Readings of one lower-case word as lower-case ASCII letters, best first, without repeats; `ukrainian` puts
// the Ukrainian scheme first. Latin words lose their marks ("müller": muller, mueller).
[[nodiscard]] std::vector<std::string> romanise_word(std::u32string_view word, text::Script script,
                                                     bool ukrainian);

// Does the word hold letters, or an ending, that Ukrainian has and Russian lacks?
[[nodiscard]] bool looks_ukrainian(std::u32string_view lower_case_word);

}  // namespace muster::names
