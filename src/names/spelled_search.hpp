// The words of an index that a word in another script may be spelled as: a beam over the trie of Latin
// spellings, driven by the learned pieces of transliteration.hpp, sign by sign.
//
// A state is a place in the word and a node of the trie; its cost is -log2 P(signs so far | letters so far)
// by the best cut. The cheapest states of each place go on, so that the time is bounded by the word's
// length and no spelling is lost that starts at all well.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "names/sound_trie.hpp"
#include "names/transliteration.hpp"

namespace muster::names {

struct SpelledHit {
  std::uint32_t words = 0;  // as the trie has it
  float bits = 0;           // the cost; less is likelier
};

// How wide the beam is: wide for words of few signs, which afford it; narrow where the index has the word as
// it is written, so that spellings come second; thorough for Hanzi in a list that affords it.
enum class BeamWidth : std::uint8_t { kByLength, kNarrow, kThorough };

// The cheapest first, `most` at most.
[[nodiscard]] std::vector<SpelledHit> find_spelled(std::span<const TrieNode> trie,
                                                   const Transliteration& model, const NativeWord& word,
                                                   std::size_t most, BeamWidth width = BeamWidth::kByLength);

}  // namespace muster::names
