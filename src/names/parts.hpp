// What a prepared name holds: its words with Latin readings and the part that each plays, and the ways to
// read it as a Chinese or a Korean name.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "names/chinese.hpp"
#include "names/compare.hpp"
#include "names/korean.hpp"
#include "names/transliteration.hpp"
#include "text/letters.hpp"

namespace muster::names {

enum class WordRole : std::uint8_t {
  kName,
  kInitial,
  kParticle,    // bin, van, de; the, of, and in names of organisations
  kTitle,       // Dr, Shaikh
  kGeneration,  // Jr, III
  kLegalForm,   // Ltd, ООО
  kNumber       // of a thing or an organisation: 3, III, Third
};

struct ReadWord;  // word_memo.hpp

struct Word {
  std::u32string written;  // lower case; a term of several words ("limited liability company") with spaces
  text::Script script = text::Script::kNone;
  std::vector<std::string> readings;  // lower-case Latin letters, the best for display first
  std::vector<std::string> sounds;    // readings folded by sound (see words.hpp), without repeats
  std::vector<std::uint16_t>
      nicknames;  // English names it is, or is short for: numbers of lines in nicknames_en.tsv
  WordRole role = WordRole::kName;
  bool patronymic = false;  // Slavic: Petrovich
  bool after_bin = false;   // Arabic: the father's name after bin, ibn, ben or bint
  bool after_and = false;   // "&" stands before it
  bool after_stop = false;  // a full stop stands before it, without a space: the C of "B.C."
  bool capitals = false;    // written in capitals
  bool family = false;      // the family name as far as order, a comma or capitals tell
  bool loose = false;       // of an organisation: Group, Europe: names of one body come with it and without
  bool place = false;       // in an organisation's name: a country; `meaning` says which
  std::uint16_t meaning =
      0;  // of an organisation's word or a legal form: the same number, the same meaning; 0: none
  std::int32_t number = -1;                // of a kNumber or a kGeneration
  const Transliteration* model = nullptr;  // of its script; nullptr: none
  NativeWord native;                       // as the model reads it
  float bits = 0;                          // how much a match on this word tells
  std::shared_ptr<const ReadWord> read;    // what is known of the word until it is finished
};

struct NameParts {
  std::string written;
  std::vector<Word> words;
  std::vector<ChineseReading> chinese;  // likeliest first; empty when the name cannot be Chinese
  std::shared_ptr<const NameParts>
      as_written;  // in Hanzi or Hangul: the words as they stand, as of a foreign name
  // The same name with its readings as a Chinese one that a slip of the hand hides (read_misspelt_chinese).
  std::shared_ptr<const NameParts> mended = {};
  std::vector<Name> nominatives;       // of a Cyrillic name in another case; see cases.hpp
  NameKind kind = NameKind::kUnknown;  // as told, or an organisation by its words
  std::vector<KoreanReading> korean;   // the same for Korean
};

[[nodiscard]] inline bool may_be_person(NameKind kind) {
  return kind == NameKind::kPerson || kind == NameKind::kUnknown;
}

constexpr std::size_t kMostCodepoints = 1000;
constexpr std::size_t kMostWords = 16;

}  // namespace muster::names
