// The facts on Chinese names: syllables of pinyin and how each is spelled in other systems, readings of
// Hanzi, surnames with their frequency, frequency of given-name syllables and characters. Built once from
// data/names/ on first use, constant after, safe for all threads.
//
// Spellings carry a cost in bits: 0 for what a system prescribes, more for a departure from it (Жень for
// Жэнь: 0.3; Жэн for Жэнь, the soft sign lost: 3). A spelling may stand for several syllables (ло: lo, luo).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/spelling_trie.hpp"

namespace muster::names {

using SyllableId = std::uint16_t;
constexpr SyllableId kNoSyllable = 0xFFFF;

// kHangul: the Korean reading of the characters.
enum class Spelling : std::uint8_t { kPalladius, kPinyin, kWadeGiles, kCantonese, kHangul };
constexpr std::size_t kSpellings = 5;

struct SyllableOption {
  SyllableId syllable = kNoSyllable;
  float cost = 0;
};

class ChineseTables {
 public:
  ChineseTables();

  // Lower-case UTF-8 spelling of one syllable to what it may stand for; empty for none.
  [[nodiscard]] std::span<const SyllableOption> lookup(Spelling system, std::string_view spelling) const;
  // The same, letter by letter.
  [[nodiscard]] const SpellingTrie<SyllableOption>& spellings(Spelling system) const {
    return tries_[static_cast<std::size_t>(system)];
  }
  [[nodiscard]] std::string_view pinyin(SyllableId id) const { return syllables_[id]; }  // v for u-umlaut
  [[nodiscard]] std::u32string_view palladius(SyllableId id) const { return palladius_[id]; }

  // Readings of a character as in running text, the usual first; empty when it is not known.
  [[nodiscard]] std::vector<SyllableId> hanzi_readings(char32_t hanzi) const;
  [[nodiscard]] char32_t simplified(char32_t hanzi) const;

  struct Surname {
    std::vector<SyllableId> reading;
    float per_10000 = 0;
  };
  [[nodiscard]] const Surname* surname(std::u32string_view hanzi) const;  // simplified; nullptr: not known
  // How many of 10,000 people bear a surname read so; 0 when none is.
  [[nodiscard]] float surname_per_10000(std::span<const SyllableId> reading) const;

  // -log2 of how often a surname read so is borne; 12 at most.
  [[nodiscard]] float surname_bits(std::span<const SyllableId> reading) const;

  // -log2 of how often a syllable or a character stands in given names.
  [[nodiscard]] float given_bits(SyllableId id) const;
  [[nodiscard]] float given_bits(char32_t hanzi) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Spellings = std::unordered_map<std::string, std::vector<SyllableOption>, Hash, std::equal_to<>>;

  void read_syllables();
  void read_hanzi();
  void read_surnames();
  void read_given();
  void read_sounds();
  void add_spelling(Spelling system, std::string spelling, SyllableId id, float cost);
  void add_cyrillic(std::string_view spelling, SyllableId id, float cost);
  void add_umlaut_forms(std::string_view pinyin, SyllableId id);

  std::vector<std::string> syllables_;
  std::vector<std::u32string> palladius_;
  std::unordered_map<std::string, SyllableId, Hash, std::equal_to<>> ids_;
  Spellings spellings_[kSpellings];
  SpellingTrie<SyllableOption> tries_[kSpellings];
  std::unordered_map<char32_t, std::vector<SyllableId>> readings_;
  std::unordered_map<char32_t, char32_t> simplified_;
  std::unordered_map<std::u32string, Surname> surnames_;
  std::unordered_map<std::uint32_t, float> surname_readings_;
  std::vector<float> given_syllables_;
  std::unordered_map<char32_t, float> given_hanzi_;
};

[[nodiscard]] const ChineseTables& chinese_tables();

}  // namespace muster::names
