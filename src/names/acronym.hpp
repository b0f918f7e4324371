// Organisations by their initials: "KOMID" for "Korea Mining Development Corporation". For look-ups, which
// find names by words; how far a pair agrees, alignment.hpp says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::names {

// Of, for, de: words that give an acronym a letter seldom.
[[nodiscard]] bool joins_words(std::string_view word);

// Does a word, in plain Latin letters, stand in names of bodies rather than of people?
[[nodiscard]] bool tells_of_body(std::string_view word);

// What the name of an organisation may be shortened to, lower case: its initials without joining words, with
// and without the legal form, or with "co" for a company. Empty where the name is hardly an organisation's,
// has fewer than three words, or is not in Latin letters.
[[nodiscard]] std::vector<std::string> acronyms_of(std::string_view name);

// Those as keys of an index.
[[nodiscard]] std::vector<std::uint32_t> acronym_numbers(std::string_view name);

// The key of a name that may be an acronym itself: one word of three to eight Latin letters, and a legal form
// perhaps; none for others.
[[nodiscard]] std::vector<std::uint32_t> number_of_acronym(std::string_view name);

}  // namespace muster::names
