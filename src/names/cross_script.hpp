// Words in different scripts compared by the learned readings (transliteration.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/parts.hpp"
#include "names/words.hpp"

namespace muster::names {

// Gives a word what its script's model reads in it, and its usual Latin spellings; nothing for scripts
// without a model. `written` and `script` must be set.
void learn_readings(Word& word);
// Does learn_readings put all readings of the script in place of others?
[[nodiscard]] bool is_read_by_model_alone(text::Script script);

// Of what a good spelling gets: one name. A fifth of true pairs get less.
constexpr float kSameShare = 0.75F;

// What the learned readings say of two words.
struct LearnedMatch {
  float bits = kNotLearned;  // log2 of how much likelier they are as one name than by chance
  float share = 0;           // of what a good spelling of the word could get, about
};

// bits is kNotLearned where no model speaks of both words.
[[nodiscard]] LearnedMatch learned_match(const Word& a, const Word& b);

// Do Latin letters spell the word well? Its model must not be null.
[[nodiscard]] bool reads_as(const Word& word, std::string_view latin);

// Latin spellings of a word (as native_letters gives it) that were seen often, the most frequent first.
[[nodiscard]] std::vector<std::string_view> known_spellings(std::u32string_view native, text::Script script);

}  // namespace muster::names
