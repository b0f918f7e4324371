// What a prepared name holds: its words with Latin readings, and the ways to read it as a Chinese or Korean name.
#pragma once

#include <string>
#include <vector>

#include "names/chinese.hpp"
#include "names/korean.hpp"
#include "text/letters.hpp"

namespace muster::names {

enum class WordRole : std::uint8_t { kName, kInitial, kParticle, kTitle };

struct Word {
  std::u32string written;  // lower case
  text::Script script = text::Script::kNone;
  std::vector<std::string> readings;  // lower-case Latin letters, the best for display first
  std::vector<std::string> sounds;    // readings folded by sound (see words.hpp), without repeats
  std::vector<std::uint16_t>
      nicknames;  // English names it is, or is short for: numbers of lines in nicknames_en.tsv
  WordRole role = WordRole::kName;
  bool patronymic = false;  // Slavic: Petrovich
  bool after_bin = false;   // Arabic: the father's name after bin, ibn, ben or bint
  float bits = 0;           // how much a match on this word tells
};

struct NameParts {
  std::string written;
  std::vector<Word> words;
  std::vector<ChineseReading> chinese;  // likeliest first; empty when the name cannot be Chinese
  std::vector<KoreanReading> korean;    // the same for Korean
};

constexpr std::size_t kMostCodepoints = 1000;
constexpr std::size_t kMostWords = 16;

}  // namespace muster::names
