// Who is meant by a source in another case: "по словам Марата Биджиева" is Марат Биджиев, "в краевом
// правительстве" краевое правительство. By endings and the nouns of the lexicon; what does not fit stays as
// written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::extract {

enum class NameGender : std::uint8_t { kUnknown, kMale, kFemale };

// By patronymic or first name; unknown for initials.
[[nodiscard]] NameGender gender_of_name(std::string_view name);
// A person's name out of the genitive.
[[nodiscard]] std::string nominative_person(std::string_view name);
// Adjectives and their noun; the words behind the noun stay.
[[nodiscard]] std::string nominative_description(std::string_view words, bool ukrainian);
// A noun alone, lower case.
[[nodiscard]] std::string nominative_noun(std::string_view noun);

}  // namespace muster::extract
