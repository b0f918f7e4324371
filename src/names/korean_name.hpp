// Where Korean readings meet the rest of a name: what prepare, compare and blocking_keys ask of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/compare.hpp"
#include "names/parts.hpp"

namespace muster::names {

// Reads the words as a Korean name too. A name in letters that may be Chinese or Korean keeps both sorts of
// readings, each with the doubt that the other throws on it.
void add_korean(NameParts& parts, std::span<const std::u32string> words, text::Script script);

// A name in Hangul as family and given name with their usual Latin spellings, so that it compares with a
// misspelled one, or with half a name, in letters.
[[nodiscard]] std::vector<Word> words_of_hangul(std::span<const std::u32string> words,
                                                const KoreanReading& reading);

// Are both names Korean beyond doubt, or one in Hangul and the other likely Korean, so that their letters
// have nothing to add?
[[nodiscard]] bool korean_decides(const NameParts& a, const NameParts& b);

// Bits against two names of which one is in Hangul (or Hanzi) and the other in letters that no romanisation
// gives; 0 for all others.
[[nodiscard]] double bits_against_words(const NameParts& a, const NameParts& b);

// Both must have Korean readings.
[[nodiscard]] Comparison compare_as_korean(const Name& a, const Name& b);

// Keys of the likely readings by the classes of sounds that all romanisations keep: for blocking, and as
// numbers for an index. None for a name that is hardly Korean.
[[nodiscard]] std::vector<std::uint32_t> korean_numbers(std::span<const KoreanReading> readings);
// The same for a name as it is written, without preparing it.
[[nodiscard]] std::vector<std::uint32_t> korean_numbers(std::string_view name);
void add_korean_keys(std::vector<std::string>& keys, const NameParts& parts);

}  // namespace muster::names
