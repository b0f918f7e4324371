// The facts on Korean names: family names and the syllables of given names, how frequent they are and how
// they are spelled in Latin letters (counted) and in Cyrillic (Kontsevich's system and habit). Built once
// from data/names/ on first use, constant after, safe for all threads.
//
// A spelling stands for several syllables, each with a chance (jung: 정, 중, 종): it is kept as a list of all
// of them, and two spellings agree as far as their lists do.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/spelling_trie.hpp"

namespace muster::names {

// A family name (of one or two syllables) or a syllable of a given name; the two are numbered apart.
using KoreanId = std::uint16_t;

struct KoreanOption {
  KoreanId id = 0;
  float probability = 0;  // of this spelling, given the family name or syllable
};

// Where a part stands in the name.
enum class KoreanPlace : std::uint8_t { kFamily, kAlone, kFirst, kLater };

class KoreanTables {
 public:
  KoreanTables();

  // What a lower-case Latin or Cyrillic spelling may stand for, by id; empty for none.
  [[nodiscard]] std::span<const KoreanOption> lookup(KoreanPlace place, std::string_view spelling) const;
  // The same, letter by letter.
  [[nodiscard]] const SpellingTrie<KoreanOption>& spellings(KoreanPlace place) const {
    return side(place).trie;
  }
  // The same for Hangul, where few options are left (리 may be 이 as the North writes it); empty for a family
  // name or syllable that is not known.
  [[nodiscard]] std::span<const KoreanOption> hangul(KoreanPlace place, std::u32string_view written) const;

  // How often this family name or syllable stands in this place, among all.
  [[nodiscard]] float frequency(KoreanPlace place, KoreanId id) const;
  [[nodiscard]] std::u32string_view written(KoreanPlace place, KoreanId id) const;
  // The usual Latin spelling, and the others after it, commonest first.
  [[nodiscard]] std::span<const std::string> spellings(KoreanPlace place, KoreanId id) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Entry {
    std::u32string hangul;
    std::array<float, 4> frequency{};  // by place; of families, the first alone
    std::vector<std::string> spellings;
    std::vector<KoreanOption> itself;  // written in Hangul
  };
  struct Side {  // family names, or syllables
    std::vector<Entry> entries;
    std::unordered_map<std::u32string, KoreanId> ids;
    std::unordered_map<std::string, std::vector<KoreanOption>, Hash, std::equal_to<>> options;
    SpellingTrie<KoreanOption> trie;
  };

  void read_families();
  void read_given();
  void add_spellings(Side& side, KoreanId id, std::string_view cells);
  void add_cyrillic();
  void add_north();
  void finish(Side& side);

  [[nodiscard]] const Side& side(KoreanPlace place) const {
    return place == KoreanPlace::kFamily ? family_ : given_;
  }

  Side family_;
  Side given_;
};

[[nodiscard]] const KoreanTables& korean_tables();

}  // namespace muster::names
