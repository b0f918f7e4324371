#include "extract/attributions.hpp"

#include <algorithm>

namespace muster::extract {
namespace {

// "declined to comment", "has not commented".
bool is_silence(const Draft& draft) {
  return draft.stance == CueStance::kDecline ||
         (draft.negated && draft.speech && draft.stance == CueStance::kAssert);
}

// What the rules alone may say: another alphabet, marks, a sentence before, and silence, which the model's
// texts count as no attribution.
bool is_left_to_rules(const SpeechText& text, const Draft& draft) {
  return is_silence(draft) || draft.certain || draft.from_before || draft.neither ||
         text.is_cyrillic(draft.head);
}

// Does a draft that is left to the rules hold a word of this cue?
bool is_settled(const AttributionView& view, Range cue) {
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    for (const std::uint32_t draft : {view.cue_draft(i), view.content_draft(i)}) {
      if (draft == AttributionView::kNoDraft) continue;
      const Draft& rule = view.drafts()[draft];
      const bool own = draft == view.cue_draft(i) || is_silence(rule);
      if (own && is_left_to_rules(view.text(), rule)) return true;
    }
  }
  return false;
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

// "210 000 rubles (about $2,440": a bracket that is opened is closed.
void complete_bracket(const SpeechText& text, Range& content) {
  int open = 0;
  for (std::uint32_t i = content.first; i < content.last; ++i)
    open += text.is_mark(i, "(") ? 1 : text.is_mark(i, ")") ? -1 : 0;
  if (open == 1 && content.last < text.size() && text.is_mark(content.last, ")")) ++content.last;
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
    for (Range& content : draft.content) complete_bracket(view.text(), content);
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
  for (const Draft& draft : rules) {
    if (is_left_to_rules(text, draft)) drafts.push_back(draft);
  }
  for (const Attribution& found : model.find(view)) {
    // "citing the driver" names a further source of the claim beside it and says nothing of its own.
    if (cites(text.word(found.head)) || is_settled(view, found.cue)) continue;
    Draft draft = draft_of(view, found);
    if (model.explains()) draft.why = model.why(view, found.head);
    if (!draft.content.empty()) drafts.push_back(std::move(draft));
  }
  std::ranges::stable_sort(drafts, {}, &Draft::head);
  add_further_quotes(text, drafts);
  for (Draft& draft : drafts) std::erase_if(draft.content, [](Range piece) { return piece.empty(); });
  std::erase_if(drafts, [](const Draft& draft) { return draft.content.empty(); });
  return drafts;
}

}  // namespace muster::extract
