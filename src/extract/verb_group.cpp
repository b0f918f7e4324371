#include "extract/verb_group.hpp"

#include <algorithm>

namespace muster::extract {
namespace {

using namespace word_class;

// "the report", "his claims", "in reports": the word is a noun here.
bool is_noun_here(const SpeechText& text, std::uint32_t i, CueForm form, Range window) {
  if (i == window.first) return form == CueForm::kBase || form == CueForm::kThird;
  const std::uint32_t before = i - 1;
  if (form == CueForm::kCyrillic || text.word(before) == "both" || text.word(before) == "all") return false;
  if (text.is(before, kDeterminer | kPossessive) && !text.is(before, kRelative | kThat | kAdverb))
    return true;
  if (text.has_possessive_ending(before) && !text.is(before, kContraction)) return true;
  if (form != CueForm::kBase && form != CueForm::kThird) return false;
  if (text.token(before).kind == text::TokenKind::kNumber) return true;
  if (text.is(before, kVerb) && !text.is(before, kAuxiliary | kAdverb) && text.is_finite(before))
    return true;  // "made plans"
  if (text.is(before, kAdjective | kNumber) && !text.is(before, kPersonNoun | kAdverb)) return true;
  if (text.is(before, kPreposition) && text.word(before) != "to") return true;
  if (text.token(i).capital &&
      (form == CueForm::kBase || text.word(i) == "states" || text.word(i) == "reports"))
    return true;
  if (i + 1 >= window.last) return false;
  // "intelligence reports include": a finite verb of its own follows
  const bool describes =
      text.word(i + 1).ends_with("ed") && i + 2 < window.last && text.is_word(i + 2) &&
      !text.is(i + 2, kPreposition | kDeterminer | kPossessive | kAdverb | kThat | kObject);
  const bool verb_follows = !describes && text.is(i + 1, kVerb) && !text.token(i + 1).capital &&
                            text.is_finite(i + 1) && !text.is(i + 1, kAdverb);
  const bool gerund = text.word(i + 1) == "having" || text.word(i + 1) == "being";  // "denies having met"
  return verb_follows || (text.is(i + 1, kAuxiliary) && !gerund) || text.word(i + 1) == "of";
}

struct Choice {
  const CueVerb* verb = nullptr;
  CueForm form = CueForm::kBase;
};

// The reading with most further words; of one verb's forms, the past.
Choice best_reading(const SpeechText& text, std::uint32_t head) {
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  Choice best;
  for (const CueEntry& cue : lexicon.cues(text.entry(head))) {
    const CueVerb& verb = lexicon.verb(cue.verb);
    if (!text.matches(head + 1, verb.tail) && !text.matches(head + 2, verb.tail)) continue;
    if (!text.matches(head + 1, verb.tail) && !text.is(head + 1, kTime)) continue;
    const bool better = best.verb == nullptr || verb.tail.size() > best.verb->tail.size() ||
                        (&verb == best.verb && cue.form == CueForm::kPast);
    if (better) best = {&verb, cue.form};
  }
  return best;
}

bool leads_verb(const SpeechText& text, std::uint32_t i) {
  if (text.word(i) == "both" || text.word(i) == "all") return true;
  if (text.is(i, kAuxiliary | kNegation) && !text.token(i).all_capitals) return !text.is(i, kDeterminer);
  return text.is(i, kAdverb) && !text.is(i, kTime | kPronoun | kSubordinator | kDeterminer | kPreposition);
}

// "neither confirmed nor denied": one cue, from "neither" and what leads it.
void take_neither(const SpeechText& text, Range window, VerbGroup& group) {
  if (text.word(group.cue.first) != "nor" || group.cue.first < window.first + 3 ||
      text.word(group.cue.first - 2) != "neither")
    return;
  group.cue.first -= 2;
  group.neither = true;
  while (group.cue.first > window.first && text.is(group.cue.first - 1, kAuxiliary)) --group.cue.first;
}

}  // namespace

std::optional<VerbGroup> verb_group_at(const SpeechText& text, std::uint32_t head, Range window) {
  const Choice choice = best_reading(text, head);
  if (choice.verb == nullptr || is_noun_here(text, head, choice.form, window)) return std::nullopt;
  VerbGroup group;
  group.head = head;
  group.verb = choice.verb;
  group.form = choice.form;
  const bool apart = !text.matches(head + 1, choice.verb->tail);  // "called Friday for"
  group.cue = {head, static_cast<std::uint32_t>(head + 1 + choice.verb->tail.size() + (apart ? 1 : 0))};
  if (group.cue.last > window.last) return std::nullopt;
  while (group.cue.first > window.first && head - group.cue.first < 6 &&
         leads_verb(text, group.cue.first - 1)) {
    --group.cue.first;
    group.negated |= text.is(group.cue.first, kNegation);
    group.passive |= text.is(group.cue.first, kBe);
  }
  take_neither(text, window, group);
  group.passive &= group.form == CueForm::kPast || group.form == CueForm::kParticiple;
  group.infinitive = group.cue.first > window.first && text.word(group.cue.first - 1) == "to";
  return group;
}

Draft draft_of(const VerbGroup& group, std::uint32_t head) {
  Draft draft;
  draft.cue = group.cue;
  draft.head = head;
  draft.stance = group.verb->stance;
  draft.negated = group.negated;
  draft.neither = group.neither;
  draft.speech = group.verb->speech;
  return draft;
}

}  // namespace muster::extract
