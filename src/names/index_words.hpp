// The words of names as an index keeps them: what is looked up, without what is only compared.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/compare.hpp"
#include "names/parts.hpp"

namespace muster::names {

// How a word may sound, and how doubtful that is: a class, 0 to 3, with a cost in twentieths of an edit.
struct IndexSound {
  std::string letters;  // a-z, kLongestSound at most
  std::uint8_t doubt = 0;
};
constexpr std::array<int, 4> kCostOfDoubt = {0, 5, 12, 24};

struct IndexWord {
  std::string text;                        // as written, lower case
  std::vector<IndexSound> sounds;          // the likeliest first, without repeats
  std::vector<std::string> spellings;      // in Latin letters, a-z, kLongestSound at most
  const Transliteration* model = nullptr;  // of a word in another script; nullptr: none
  NativeWord native;                       // as the model reads it
  std::vector<std::uint16_t> nicknames;
  float bits = 0;
  bool initial = false;
  bool bears_name = false;  // `native` is the whole name as a foreign one
  char first = 0;           // the first letter of its first reading; 0: none
};

// The words that tell something: no titles and particles, unless the name has nothing else.
[[nodiscard]] std::vector<IndexWord> index_words(const Name& name);

// A name falls into units that are read alone and once: its words or, where words hang together (Han, Hangul,
// Kana: a name is written in one piece, and its first sign is the family's), the whole name.
[[nodiscard]] std::vector<std::string_view> units_of(std::string_view name);

// The words of all units of a name that is looked up, as the index reads them; a repeated one once. Legal
// forms of organisations are left out: they would find half of a list of companies.
[[nodiscard]] std::vector<IndexWord> read_units(std::string_view name, const Name& prepared);

}  // namespace muster::names
