// Words of names as sounds in Latin letters: folded so that schemes of romanisation fall together, and
// compared by a weighted edit distance that forgives what clerks and typists do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::names {

struct Word;

// Folds lower-case ASCII: zh -> z, kh -> h, ts and tz -> c, ph -> f, w -> v, y and j -> i, double letters
// once: "yeltsin", "jelcin" -> "ielcin".
[[nodiscard]] std::string fold_sound(std::string_view reading);

// Cost of turning one folded word into the other: 1 for a letter changed, dropped or added, less for vowels,
// neighbouring sounds and letters swapped. At most `limit`; anything above it comes back as a number above
// it.
[[nodiscard]] double edit_cost(std::string_view a, std::string_view b, double limit);

// How two words of names agree, as an edit cost: 0 the same, 0.1 the same in another spelling, more for
// typos, 0.5 for a short form; kNoMatch where they are too far apart to be one name.
constexpr double kNoMatch = 1000;
[[nodiscard]] double word_cost(const Word& a, const Word& b);

// The English names that a word is or is short for: "bill" and "william" share a number. Sorted.
[[nodiscard]] std::vector<std::uint16_t> nickname_lines(std::string_view reading);

// -log2 of the share of people in the world's parliaments whose name holds this word; 4 to 12.
[[nodiscard]] float rarity_bits(std::string_view reading);

// Consonants by class, for blocking: "muhammad" -> "MMT"; a vowel counts only in front.
[[nodiscard]] std::string skeleton(std::string_view reading);

}  // namespace muster::names
