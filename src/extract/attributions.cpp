#include "extract/attributions.hpp"

#include <algorithm>

namespace muster::extract {
namespace {

// What the rules alone may say: another alphabet, marks, a sentence before.
bool is_left_to_rules(const SpeechText& text, const Draft& draft) {
  return draft.certain || draft.from_before || draft.neither || text.is_cyrillic(draft.head);
}

// "declined to comment", "has not commented": the model's texts count these as no attribution.
bool is_silence(const Draft& draft) {
  return draft.stance == CueStance::kDecline ||
         (draft.negated && draft.speech && draft.stance == CueStance::kAssert);
}

// A content that reaches the edge of what the model looked at goes on to its quotation's end.
void complete_quotation(const AttributionView& view, std::uint32_t edge, Range& content) {
  if (content.last != edge) return;
  const SpeechText& text = view.text();
  std::int32_t q = text.quote_of(content.last - 1);
  for (int climb = 0; climb < 4 && q >= 0; ++climb, q = text.quote(q).parent) {
    if (text.quote(q).open >= content.first) content.last = std::max(content.last, text.quote(q).end);
  }
}

// Also by "don't" or "never" right before the cue.
bool is_negated(const SpeechText& text, Range cue) {
  for (std::uint32_t i = cue.first - std::min(cue.first, 2U); i < cue.last; ++i) {
    if (i < cue.first && !text.is(i, word_class::kNegation | word_class::kAuxiliary)) continue;
    if (text.is(i, word_class::kNegation)) return true;
  }
  return false;
}

// What the lexicon knows of a cue that no rule found.
void describe_cue(const SpeechText& text, Draft& draft) {
  draft.negated = is_negated(text, draft.cue);
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  const auto cues = lexicon.cues(text.entry(draft.head));
  if (!cues.empty()) {
    draft.stance = lexicon.verb(cues.front().verb).stance;
    draft.speech = lexicon.verb(cues.front().verb).speech;
  } else if (text.is(draft.head, word_class::kCueNoun)) {
    draft.stance = lexicon.noun_stance(text.word(draft.head));
  }
}

// "In her view", "the ministry's claim": the source stands inside the cue.
void take_possessor(const SpeechText& text, Draft& draft) {
  for (std::uint32_t i = draft.cue.first; i + 1 < draft.cue.last; ++i) {
    if (text.is(i, word_class::kPossessive)) draft.source = {{i, i + 1}};
  }
}

Draft draft_of(const AttributionView& view, const Attribution& found) {
  const std::uint32_t rule = view.cue_draft(found.head);
  Draft draft;
  draft.cue = found.cue;
  draft.head = found.head;
  if (rule == AttributionView::kNoDraft) {
    describe_cue(view.text(), draft);
  } else {
    draft = view.drafts()[rule];
    draft.negated |= is_negated(view.text(), found.cue);
    draft.cue = found.cue;
  }
  if (!found.content.empty()) {
    draft.source = found.source;
    draft.content = found.content;
    complete_quotation(view, role_window(view, found.head).last, draft.content.back());
  }
  if (draft.source.empty()) take_possessor(view.text(), draft);
  draft.probability = found.probability;
  return draft;
}

}  // namespace

std::vector<Draft> find_attributions(const SpeechText& text, const AttributionModel& model) {
  const std::vector<Draft> rules = find_drafts(text);
  const AttributionView view(text, rules);
  std::vector<Draft> drafts;
  std::vector<bool> found_rules(rules.size());
  for (const Attribution& found : model.find(view)) {
    const std::uint32_t rule = view.cue_draft(found.head);
    if (rule != AttributionView::kNoDraft) found_rules[rule] = true;
    if (rule != AttributionView::kNoDraft && is_left_to_rules(text, rules[rule])) continue;
    if (text.is_cyrillic(found.head)) continue;
    Draft draft = draft_of(view, found);
    if (model.explains()) draft.why = model.why(view, found.head);
    if (!draft.content.empty()) drafts.push_back(std::move(draft));
  }
  for (std::size_t r = 0; r < rules.size(); ++r) {
    if ((is_silence(rules[r]) && !found_rules[r]) || is_left_to_rules(text, rules[r]))
      drafts.push_back(rules[r]);
  }
  std::ranges::stable_sort(drafts, {}, &Draft::head);
  add_further_quotes(text, drafts);
  return drafts;
}

}  // namespace muster::extract
