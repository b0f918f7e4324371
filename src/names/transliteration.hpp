// Readings learned from pairs of words: how likely a word in another script and one in Latin letters write
// one name. "محمد" and "muhammad", "斯坦福" and "stanford", "ג'ורג'" and "george".
//
// A pair is cut into joint pieces (a sign or two against none to four letters), each with a probability
// learned by expectation-maximisation; the pair's probability is the sum over all cuts. The method is the
// joint multigram model: S. Deligne and F. Bimbot, "Inference of variable-length linguistic and acoustic
// units by multigrams" (1997); M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme
// conversion" (2008). The pieces are in data/names/transliteration_*.tsv, made by
// tools/train_transliteration.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/letters.hpp"

namespace muster::names {

// One way to write a few signs in Latin letters.
struct Rewrite {
  std::string_view latin;  // a-z, none to five; lives as long as the program
  float bits = 0;          // -log2 P(signs | letters): for a beam that walks words in Latin letters
  bool ends = false;       // the Latin word must end after these letters
};

// A word as its model reads it; opaque.
struct NativeWord {
  struct Piece {
    std::uint32_t piece = 0;  // 0: no such piece
    std::uint32_t sound = 0;  // Hanzi: the piece of its syllable, which stands in where the sign is rare
    float share = 0;          // P(this sign | its syllable)
  };
  std::vector<Piece> pieces;  // [position * kLongestNative + length - 1]
  std::size_t positions = 0;  // signs
  double marginal = 0;        // log2 P(signs)
};

struct LatinReading {
  std::string latin;
  float bits = 0;  // -log2 P(signs, letters) of its best cut
};

class TransliterationTable;

class Transliteration {
 public:
  static constexpr std::size_t kLongestNative = 2;
  static constexpr std::size_t kLongestLatin = 5;
  static constexpr std::size_t kMostSigns = 48;
  static constexpr std::size_t kMostLetters = 64;

  explicit Transliteration(std::string_view table, text::Script script);
  ~Transliteration();
  Transliteration(const Transliteration&) = delete;
  Transliteration& operator=(const Transliteration&) = delete;

  [[nodiscard]] text::Script script() const { return script_; }

  // Reads at most kMostSigns signs. Any word of the script; signs never seen match nothing well.
  [[nodiscard]] NativeWord encode(std::u32string_view word) const;

  // log2 of how much likelier the two words are as one name than by chance; `latin` is a-z, its first
  // kMostLetters count. Below 0: against. At least kFloor.
  static constexpr double kFloor = -60;
  [[nodiscard]] double bits(const NativeWord& native, std::string_view latin) const;
  // The most that any word in Latin letters could get, about: -log2 P(signs) less what a good cut costs.
  [[nodiscard]] double most_bits(const NativeWord& native) const;

  // The ways to write the signs [at, at + length) of `native` in Latin letters, the most
  // frequent together with the signs first. length 0:
  // letters that nothing answers; 1 to kLongestNative otherwise.
  [[nodiscard]] std::vector<Rewrite> rewrites(const NativeWord& native, std::size_t at,
                                              std::size_t length) const;

  // Likely spellings in Latin letters, best first, `most` at most.
  [[nodiscard]] std::vector<LatinReading> best(const NativeWord& native, std::size_t most) const;

 private:
  std::unique_ptr<const TransliterationTable> table_;
  text::Script script_;
};

// The model of a script; nullptr where there is none. Read once, on first use; safe for all threads.
[[nodiscard]] const Transliteration* transliteration_of(text::Script script);

}  // namespace muster::names
