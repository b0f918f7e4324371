#include "extract/speech_lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/table_lines.hpp"
#include "text/letters.hpp"

MUSTER_EMBEDDED(extract_cue_verbs_tsv)
MUSTER_EMBEDDED(extract_cue_phrases_tsv)
MUSTER_EMBEDDED(extract_cue_nouns_tsv)
MUSTER_EMBEDDED(extract_hedges_tsv)
MUSTER_EMBEDDED(extract_function_words_tsv)
MUSTER_EMBEDDED(extract_english_words_tsv)
MUSTER_EMBEDDED(extract_source_nouns_tsv)
MUSTER_EMBEDDED(extract_titles_tsv)
MUSTER_EMBEDDED(extract_nationalities_tsv)
MUSTER_EMBEDDED(extract_first_names_tsv)
MUSTER_EMBEDDED(extract_first_names_slavic_tsv)

namespace muster::extract {
namespace {

// The parts of a cell; an empty cell has none.
std::vector<std::string_view> split(std::string_view cell, char mark) {
  return cell.empty() ? std::vector<std::string_view>() : base::cells_of(cell, mark);
}

CueStance cue_stance(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {"assert", "deny",    "hedge",  "ask",
                                                             "demand", "decline", "intend", "judge"};
  const auto* at = std::ranges::find(kNames, name);
  base::require(at != kNames.end(), "data/extract: a stance that is not known");
  return static_cast<CueStance>(at - kNames.begin());
}

CueFrames cue_frames(std::string_view letters) {
  CueFrames frames;
  for (const char letter : letters) {
    frames.that |= letter == 's' || letter == 't' || letter == 'c';
    frames.clause |= letter == 's' || letter == 'c';
    frames.quote |= letter == 's' || letter == 'q';
    frames.around |= letter == 's' || letter == 'p';
    frames.object |= letter == 'n';
    frames.artifact_object |= letter == 'a';
    frames.object_if_negated |= letter == 'x';
    frames.infinitive |= letter == 'i';
    frames.recipient |= letter == 'r';
    frames.object_and_rest |= letter == 'm';
    frames.gerund |= letter == 'g';
  }
  return frames;
}

// "deny" -> denies, denied, denying is written out in the table; this is for the verbs that only add endings.
std::vector<std::string> regular_forms(std::string_view base) {
  const std::string stem(base);
  const bool hisses =
      stem.ends_with("s") || stem.ends_with("sh") || stem.ends_with("ch") || stem.ends_with("x");
  return {stem, stem + (hisses ? "es" : "s"), stem + "ed", stem + "ing"};
}

std::uint32_t class_bit(std::string_view name) {
  using namespace word_class;
  static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 24> kClasses = {{
      {"determiner", kDeterminer},
      {"possessive", kPossessive},
      {"pronoun", kPronoun},
      {"object", kObject},
      {"preposition", kPreposition},
      {"coordinator", kCoordinator},
      {"subordinator", kSubordinator},
      {"relative", kRelative},
      {"question", kQuestion},
      {"auxiliary", kAuxiliary},
      {"be", kBe},
      {"negation", kNegation},
      {"adverb", kAdverb},
      {"adjective", kAdjective},
      {"verb", kVerb},
      {"gerund", kGerund},
      {"participle", kParticiple},
      {"time", kTime},
      {"number", kNumber},
      {"person", kPersonNoun},
      {"office", kOfficeNoun},
      {"artifact", kArtifactNoun},
      {"group", kGroupNoun},
      {"that", kThat},
  }};
  if (name == "contraction") return kContraction;
  if (name == "media") return kMediaName;
  const auto* at = std::ranges::find(kClasses, name, &std::pair<std::string_view, std::uint32_t>::first);
  base::require(at != kClasses.end(), "data/extract: a word class that is not known");
  return at->second;
}

}  // namespace

model::Stance stance_of(CueStance stance) {
  switch (stance) {
    case CueStance::kDeny:
      return model::Stance::kDenied;
    case CueStance::kHedge:
      return model::Stance::kHedged;
    case CueStance::kAsk:
      return model::Stance::kQuestioned;
    case CueStance::kDemand:
      return model::Stance::kDemanded;
    case CueStance::kDecline:
      return model::Stance::kNoComment;
    default:
      return model::Stance::kAsserted;
  }
}

bool cites(std::string_view word) {
  return word == "citing" || word == "quoting" || word == "ссылаясь" || word == "посилаючись" ||
         word == "ссылкой" || word == "посиланням";
}

bool reviews(std::string_view verb) {
  return verb == "reviewed" || verb == "saw" || verb == "seen" || verb == "obtained" || verb == "cited" ||
         verb == "cites" || verb == "examined" || verb == "viewed" || verb == "studied" ||
         verb == "analysed" || verb == "analyzed" || verb == "ознакомилась" || verb == "ознакомилось" ||
         verb == "изучил" || verb == "изучила" || verb == "изучило" || verb == "ознайомилася" ||
         verb == "ознайомилось" || verb == "вивчила" || verb == "вивчило" || verb == "проаналізувала" ||
         verb == "проанализировала";
}

const SpeechLexicon& SpeechLexicon::get() {
  static const SpeechLexicon lexicon;
  return lexicon;
}

SpeechLexicon::SpeechLexicon() {
  made_.reserve(1U << 15);  // views into it must hold
  read_classes(MUSTER_BYTES(extract_function_words_tsv));
  read_classes(MUSTER_BYTES(extract_english_words_tsv));
  read_classes(MUSTER_BYTES(extract_source_nouns_tsv));
  read_verbs();
  read_phrases();
  read_hedges();
  read_cue_nouns();
  read_names();
}

WordEntry SpeechLexicon::find(std::string_view word) const {
  const auto at = words_.find(word);
  return at == words_.end() ? WordEntry{} : at->second;
}

CueStance SpeechLexicon::noun_stance(std::string_view noun) const {
  const auto at = nouns_.find(noun);
  return at == nouns_.end() ? CueStance::kAssert : at->second;
}

std::string_view SpeechLexicon::country_of(std::string_view nationality) const {
  const auto at = countries_.find(nationality);
  return at == countries_.end() ? std::string_view() : at->second;
}

std::uint32_t SpeechLexicon::id_of(std::string_view word) {
  WordEntry& found = entry(word);
  if (found.id == 0) {
    found.id = static_cast<std::uint32_t>(cues_.size());
    cues_.emplace_back();
    phrase_ids_.emplace_back();
    hedge_ids_.emplace_back();
  }
  return found.id;
}

void SpeechLexicon::add_class(std::string_view words, std::uint32_t bit) {
  for (const std::string_view word : split(words, ' ')) entry(word).classes |= bit;
}

void SpeechLexicon::add_form(std::string_view word, std::uint16_t verb, CueForm form) {
  base::require(made_.size() < made_.capacity(), "data/extract: more word forms than room");
  made_.emplace_back(word);
  cues_[id_of(made_.back())].push_back({verb, form});
}

void SpeechLexicon::read_classes(std::string_view table) {
  base::for_each_row(table,
                     [this](const auto& columns) { add_class(columns.at(1), class_bit(columns.at(0))); });
}

void SpeechLexicon::read_verbs() {
  base::for_each_row(MUSTER_BYTES(extract_cue_verbs_tsv), [this](const auto& columns) {
    CueVerb verb;
    verb.stance = cue_stance(columns.at(2));
    verb.frames = cue_frames(columns.at(3));
    verb.speech = columns.at(3).contains('s') || columns.at(3).contains('q');
    verb.tail = split(columns.at(1), ' ');
    const std::string_view forms = verb.tail.front();
    verb.tail.erase(verb.tail.begin());
    const auto id = static_cast<std::uint16_t>(verbs_.size());
    verbs_.push_back(std::move(verb));
    if (columns.at(0) != "en") {
      const auto endings = split(forms, '|');
      for (std::size_t i = 1; i < endings.size(); ++i) {
        add_form(std::string(endings[0]).append(endings[i]), id, CueForm::kCyrillic);
      }
      if (endings.size() == 1 || forms.ends_with('|')) add_form(endings[0], id, CueForm::kCyrillic);
      return;
    }
    const auto written = split(forms, '/');
    const auto made = regular_forms(forms);
    for (std::size_t i = 0; i < std::max<std::size_t>(4, written.size()); ++i) {
      add_form(written.size() > 1 ? written.at(i) : std::string_view(made[i]), id, static_cast<CueForm>(i));
    }
  });
}

void SpeechLexicon::read_phrases() {
  base::for_each_row(MUSTER_BYTES(extract_cue_phrases_tsv), [this](const auto& columns) {
    CuePhrase phrase;
    phrase.kind = columns.at(1) == "before"     ? PhraseKind::kSourceFollows
                  : columns.at(1) == "inside"   ? PhraseKind::kSourceInside
                  : columns.at(1) == "previous" ? PhraseKind::kContentBefore
                                                : PhraseKind::kNoSource;
    phrase.words = split(columns.at(2), ' ');
    phrase.stance = cue_stance(columns.at(3));
    phrase_ids_[id_of(phrase.words.front())].push_back(static_cast<std::uint16_t>(phrases_.size()));
    add_class(phrase.words.front(), word_class::kPhraseStart);
    phrases_.push_back(std::move(phrase));
  });
}

void SpeechLexicon::read_hedges() {
  base::for_each_row(MUSTER_BYTES(extract_hedges_tsv), [this](const auto& columns) {
    HedgePhrase hedge;
    hedge.kind = columns.at(0) == "none"    ? HedgeKind::kNoComment
                 : columns.at(0) == "false" ? HedgeKind::kFalse
                                            : HedgeKind::kHedge;
    for (const std::string_view either : split(columns.at(1), ' ')) hedge.words.push_back(split(either, '/'));
    for (const std::string_view first : hedge.words.front()) {
      hedge_ids_[id_of(first)].push_back(static_cast<std::uint16_t>(hedges_.size()));
      add_class(first, word_class::kHedgeStart);
    }
    hedges_.push_back(std::move(hedge));
  });
}

void SpeechLexicon::read_cue_nouns() {
  base::for_each_row(MUSTER_BYTES(extract_cue_nouns_tsv), [this](const auto& columns) {
    for (const std::string_view noun : {columns.at(1), columns.at(2)}) {
      nouns_.emplace(noun, cue_stance(columns.at(0)));
      add_class(noun, word_class::kCueNoun);
    }
  });
}

void SpeechLexicon::read_names() {
  base::for_each_row(MUSTER_BYTES(extract_titles_tsv),
                     [this](const auto& columns) { add_class(columns.at(0), word_class::kTitle); });
  base::for_each_row(MUSTER_BYTES(extract_nationalities_tsv), [this](const auto& columns) {
    add_class(columns.at(1), word_class::kNationality);
    for (const std::string_view word : split(columns.at(1), ' ')) countries_.emplace(word, columns.at(0));
  });
  for (const std::string_view table :
       {MUSTER_BYTES(extract_first_names_tsv), MUSTER_BYTES(extract_first_names_slavic_tsv)}) {
    base::for_each_row(table, [this](const auto& columns) { read_first_names(columns.at(0)); });
  }
}

void SpeechLexicon::read_first_names(std::string_view line) {
  for (const std::string_view name : split(line, ' ')) {
    base::require(made_.size() < made_.capacity(), "data/extract: more names than room");
    made_.push_back(text::lower(name));
    add_class(made_.back(), word_class::kFirstName);
  }
}

}  // namespace muster::extract
