// Edit distances between short words: how many letters are changed, dropped or added (Levenshtein), and a
// weighted cost that forgives what clerks and typists do.
#pragma once

#include <cstddef>
#include <string_view>

namespace muster::names {

// Bit-parallel for words of at most 64 letters (G. Myers, 1999; H. Hyyrö, 2003), else row by row.
[[nodiscard]] std::size_t levenshtein(std::string_view a, std::string_view b);
[[nodiscard]] std::size_t levenshtein(std::u32string_view a, std::u32string_view b);

// The plain twin of both.
[[nodiscard]] std::size_t levenshtein_by_rows(std::u32string_view a, std::u32string_view b);

// Cost of turning one folded word (a-z, see words.hpp) into the other: 1 for a letter changed, dropped or
// added, less for vowels, neighbouring sounds and letters swapped, more for the first letter. Reads 40
// letters. Above `limit`, any number above it may come back.
[[nodiscard]] double edit_cost(std::string_view a, std::string_view b, double limit);

// What edit_cost counts for one letter, in hundredths: multiples of 5. Letters beyond z are all one.
[[nodiscard]] int change_cost(char a, char b);
[[nodiscard]] int drop_cost(char c);

}  // namespace muster::names
