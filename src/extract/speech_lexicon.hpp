// The words that attribution lives on, read once from data/extract/*.tsv: verbs and phrases that say, hedges,
// and the class of small words. All look-ups take words as Analysis::words gives them (lower case,
// apostrophes as ').
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/extraction.hpp"

namespace muster::extract {

namespace word_class {
enum : std::uint32_t {
  kDeterminer = 1U << 0,
  kPossessive = 1U << 1,
  kPronoun = 1U << 2,
  kObject = 1U << 3,
  kPreposition = 1U << 4,
  kCoordinator = 1U << 5,
  kSubordinator = 1U << 6,
  kRelative = 1U << 7,
  kQuestion = 1U << 8,
  kAuxiliary = 1U << 9,
  kBe = 1U << 10,
  kNegation = 1U << 11,
  kAdverb = 1U << 12,
  kAdjective = 1U << 13,
  kVerb = 1U << 14,
  kGerund = 1U << 15,
  kParticiple = 1U << 16,
  kTime = 1U << 17,
  kNumber = 1U << 18,
  kPersonNoun = 1U << 19,
  kOfficeNoun = 1U << 20,
  kArtifactNoun = 1U << 21,
  kGroupNoun = 1U << 22,
  kTitle = 1U << 23,
  kNationality = 1U << 24,
  kFirstName = 1U << 25,
  kThat = 1U << 26,
  kContraction = 1U << 27,  // "he's": a subject and its verb
  kHedgeStart = 1U << 28,
  kPhraseStart = 1U << 29,
  kCueNoun = 1U << 30,
  kMediaName = 1U << 31,  // "Times", "Post": an office only with a capital
};
}  // namespace word_class

enum class CueStance : std::uint8_t { kAssert, kDeny, kHedge, kAsk, kDemand, kDecline, kIntend, kJudge };
enum class CueForm : std::uint8_t { kBase, kThird, kPast, kGerund, kParticiple, kCyrillic };

// What may stand for the content of a verb that says; see data/extract/cue_verbs.tsv.
struct CueFrames {
  bool that = false, clause = false, quote = false, around = false;
  bool object = false, infinitive = false, recipient = false, object_and_rest = false;
  bool artifact_object = false;
  bool object_if_negated = false;
  bool gerund = false;
};

struct CueVerb {
  CueStance stance = CueStance::kAssert;
  CueFrames frames;
  std::vector<std::string_view> tail;  // words that must follow: "out" of "point out"
  bool speech = false;                 // says in so many words, not believes or shows
};

struct CueEntry {
  std::uint16_t verb = 0;
  CueForm form = CueForm::kBase;
};

enum class PhraseKind : std::uint8_t { kSourceFollows, kSourceInside, kContentBefore, kNoSource };

struct CuePhrase {
  std::vector<std::string_view> words;  // "_" is a possessive: "in _ view"
  PhraseKind kind = PhraseKind::kSourceFollows;
  CueStance stance = CueStance::kAssert;
};

enum class HedgeKind : std::uint8_t { kHedge, kNoComment, kFalse };

struct HedgePhrase {
  std::vector<std::vector<std::string_view>> words;  // each with its alternatives
  HedgeKind kind = HedgeKind::kHedge;
};

struct WordEntry {
  std::uint32_t classes = 0;
  std::uint32_t id = 0;  // key for the lists below; 0: none
};

class SpeechLexicon {
 public:
  [[nodiscard]] static const SpeechLexicon& get();

  [[nodiscard]] WordEntry find(std::string_view word) const;
  [[nodiscard]] std::span<const CueEntry> cues(const WordEntry& word) const { return of(cues_, word); }
  [[nodiscard]] std::span<const std::uint16_t> phrases(const WordEntry& word) const {
    return of(phrase_ids_, word);
  }
  [[nodiscard]] std::span<const std::uint16_t> hedges(const WordEntry& word) const {
    return of(hedge_ids_, word);
  }
  [[nodiscard]] const CueVerb& verb(std::uint16_t id) const { return verbs_[id]; }
  [[nodiscard]] const CuePhrase& phrase(std::uint16_t id) const { return phrases_[id]; }
  [[nodiscard]] const HedgePhrase& hedge(std::uint16_t id) const { return hedges_[id]; }
  [[nodiscard]] CueStance noun_stance(std::string_view noun) const;
  [[nodiscard]] std::string_view country_of(std::string_view nationality) const;

 private:
  SpeechLexicon();
  template <class T>
  static std::span<const T> of(const std::vector<std::vector<T>>& lists, const WordEntry& word) {
    return word.id < lists.size() ? std::span<const T>(lists[word.id]) : std::span<const T>();
  }
  WordEntry& entry(std::string_view word) { return words_[word]; }
  std::uint32_t id_of(std::string_view word);
  void add_class(std::string_view words, std::uint32_t bit);
  void add_form(std::string_view word, std::uint16_t verb, CueForm form);
  void read_verbs();
  void read_phrases();
  void read_hedges();
  void read_cue_nouns();
  void read_classes(std::string_view table);
  void read_names();
  void read_first_names(std::string_view line);

  std::vector<std::string> made_;  // words that stand in no table: built forms, lower-cased names
  std::unordered_map<std::string_view, WordEntry> words_;
  std::vector<std::vector<CueEntry>> cues_{1};
  std::vector<std::vector<std::uint16_t>> phrase_ids_{1};
  std::vector<std::vector<std::uint16_t>> hedge_ids_{1};
  std::vector<CueVerb> verbs_;
  std::vector<CuePhrase> phrases_;
  std::vector<HedgePhrase> hedges_;
  std::unordered_map<std::string_view, CueStance> nouns_;
  std::unordered_map<std::string_view, std::string_view> countries_;
};

[[nodiscard]] model::Stance stance_of(CueStance stance);
// "citing", "посилаючись": a further source of a claim follows.
[[nodiscard]] bool cites(std::string_view word);
// Verbs of a source that has read what it tells: "which reviewed the data".
[[nodiscard]] bool reviews(std::string_view verb);

}  // namespace muster::extract
