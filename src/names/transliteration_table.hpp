// The pieces of one transliteration model as read from its table; internal to transliteration.cpp and the
// trainer's checks. Marks for the ends of a word ('^', '$') are signs and letters of their own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "names/transliteration.hpp"

namespace muster::names {

// Up to six letters (a-z, ^, $) in 30 bits under a leading one, so that lengths differ.
[[nodiscard]] std::uint32_t pack_letters(std::string_view letters);

// A map from 64-bit keys to probabilities for reading only: open addressing, at most half full.
class ProbabilityMap {
 public:
  explicit ProbabilityMap(const std::vector<std::pair<std::uint64_t, float>>& entries);
  [[nodiscard]] float at(std::uint64_t key) const {  // 0 where absent
    for (std::size_t i = slot(key);; i = (i + 1) & mask_) {
      if (keys_[i] == key) return values_[i];
      if (keys_[i] == kEmpty) return 0;
    }
  }

 private:
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
  [[nodiscard]] std::size_t slot(std::uint64_t key) const {
    key ^= key >> 31;
    key *= 0x9E3779B97F4A7C15U;
    return (key ^ (key >> 29)) & mask_;
  }
  std::uint64_t mask_ = 0;
  std::vector<std::uint64_t> keys_;
  std::vector<float> values_;
};

// Where packed letters stand in the filter of a piece.
struct LettersBit {
  std::uint8_t word, bit;
};
[[nodiscard]] constexpr LettersBit bit_of(std::uint32_t packed) {
  const std::uint32_t hash = packed * 0x9E3779B1U >> 24;
  return {static_cast<std::uint8_t>(hash >> 6), static_cast<std::uint8_t>(hash & 63)};
}

class TransliterationTable {
 public:
  // Lines: signs TAB letters:bits letters:bits ... ; "-" for none. A cell {syllable}:bits says that the sign
  // is also read as that syllable, whose own line begins with {syllable}.
  explicit TransliterationTable(std::string_view lines);

  [[nodiscard]] std::uint32_t piece(std::u32string_view signs) const;  // 0: none
  [[nodiscard]] std::uint32_t syllable(std::string_view name) const;   // 0: none
  // The syllable of a sign seen in training and P(sign | syllable); {0, 0} for others.
  [[nodiscard]] std::pair<std::uint32_t, float> syllable_of(std::uint32_t piece) const;

  [[nodiscard]] float joint(std::uint32_t piece, std::uint32_t letters) const {
    return joint_.at(std::uint64_t{piece} << 32 | letters);
  }
  // Most pairs have no joint probability: false is certain, and needs no look at the map.
  [[nodiscard]] bool may_join(std::uint32_t piece, LettersBit letters) const {
    return (filters_[piece][letters.word] >> letters.bit & 1U) != 0;
  }
  [[nodiscard]] float letters(std::uint32_t packed) const { return letters_.at(packed); }
  [[nodiscard]] float signs(std::uint32_t piece) const { return marginals_[piece]; }

  struct Way {
    std::string letters;   // without marks
    bool ends = false;     // they had the mark of the end
    std::uint32_t packed;  // with marks
    float joint = 0;       // P(signs, letters)
    float bits = 0;        // -log2 of it
  };
  // Likeliest first.
  [[nodiscard]] const std::vector<Way>& ways(std::uint32_t piece) const { return ways_[piece]; }

 private:
  struct Lines;
  TransliterationTable(Lines&& lines);
  static Lines read(std::string_view text);

  std::unordered_map<std::u32string, std::uint32_t> pieces_;
  std::unordered_map<std::string, std::uint32_t> syllables_;
  std::vector<std::pair<std::uint32_t, float>> syllable_of_;
  std::vector<std::vector<Way>> ways_;
  std::vector<float> marginals_;
  std::vector<std::array<std::uint64_t, 4>> filters_;  // by piece: the letters that it has ways to
  ProbabilityMap joint_;
  ProbabilityMap letters_;
};

}  // namespace muster::names
