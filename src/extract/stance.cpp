#include "extract/stance.hpp"

#include <algorithm>

namespace muster::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t kReach = 60;  // tokens of one content that are looked through

struct Found {
  Range words;
  HedgeKind kind = HedgeKind::kHedge;
};

// One past the phrase that starts at `at`; `at` where it does not stand there. "checking the new reports".
std::uint32_t end_of_phrase(const SpeechText& text, std::uint32_t at, const HedgePhrase& hedge) {
  std::uint32_t i = at;
  for (const auto& either : hedge.words) {
    const bool loose = hedge.kind == HedgeKind::kNoComment && i > at;
    while (loose && i + 1 < text.size() && i < at + 4 && text.is(i, kDeterminer | kPossessive | kAdjective) &&
           std::ranges::find(either, text.word(i)) == either.end())
      ++i;
    if (i >= text.size() || std::ranges::find(either, text.word(i)) == either.end()) return at;
    ++i;
  }
  return i;
}

bool matches_hedge(const SpeechText& text, std::uint32_t at, Found& found) {
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  for (const std::uint16_t id : lexicon.hedges(text.entry(at))) {
    const HedgePhrase& hedge = lexicon.hedge(id);
    const std::uint32_t end = end_of_phrase(text, at, hedge);
    if (end - at <= found.words.last - found.words.first) continue;
    found = {{at, end}, hedge.kind};
  }
  return !found.words.empty();
}

// "could not find it", "не може приїхати": what nobody is able to do is certain.
bool is_inability(const SpeechText& text, const Found& found) {
  if (found.words.last - found.words.first != 1) return false;
  const std::uint32_t i = found.words.first;
  if (text.is_cyrillic(i)) return i > 0 && text.is(i - 1, kNegation) && text.word(i).starts_with("м");
  return text.word(i) == "could" && i + 1 < text.size() && text.is(i + 1, kNegation);
}

// "In May", "May 9": the month.
bool is_month(const SpeechText& text, std::uint32_t i) {
  return text.word(i) == "may" && text.token(i).capital &&
         (i == 0 || !text.is_stop(i - 1) || text.is_word(i - 1));
}

// Hedges of the content's own clauses: those of a relative clause hedge something else.
std::vector<Found> hedges_in(const SpeechText& text, Range content) {
  std::vector<Found> out;
  const std::uint32_t end = std::min(content.last, content.first + kReach);
  for (std::uint32_t i = content.first; i < end; ++i) {
    const bool relative = i > content.first && text.is(i, kRelative) && !text.is(i, kThat | kSubordinator);
    if (relative && !text.is(i - 1, kCoordinator)) {  // to the clause's end
      while (i < end && !text.is_mark(i, ",") && !text.is_stop(i)) ++i;
      continue;
    }
    Found found;
    if (!text.is(i, kHedgeStart) || is_month(text, i) || !matches_hedge(text, i, found)) continue;
    if (found.words.last > content.last || is_inability(text, found)) continue;
    out.push_back(found);
    i = found.words.last - 1;
  }
  return out;
}

bool asks(const SpeechText& text, const Draft& draft) {
  const Range content = draft.content.back();
  const std::uint32_t last = content.last - 1;
  if (text.is_mark(last, "?")) return true;
  return last > content.first && text.quote_closed_at(last) >= 0 && text.is_mark(last - 1, "?");
}

// "asked Iran to leave" is a demand, "asked whether" a question.
bool asks_to_act(const SpeechText& text, const Draft& draft) {
  const Range content = draft.content.front();
  const std::uint32_t end = std::min(content.last, content.first + 8);
  if (text.is(content.first, kQuestion) || text.word(content.first) == "if" ||
      text.quote_opened_at(content.first) >= 0)
    return false;
  for (std::uint32_t i = content.first; i < end; ++i) {
    if (text.word(i) == "to" || text.word(i) == "for") return true;
  }
  return false;
}

bool is_comment_verb(std::string_view word) {
  return word == "confirm" || word == "comment" || word == "elaborate" || word == "say" ||
         word == "specify" || word == "disclose" || word.starts_with("коммент") ||
         word.starts_with("комент") || word.starts_with("отвеча") || word.starts_with("відповіда") ||
         word.starts_with("сообщ") || word.starts_with("говор") || word.starts_with("повідомля") ||
         word.starts_with("уточн") || word.starts_with("обсужд") || word.starts_with("обговор") ||
         word.starts_with("раскр") || word.starts_with("розголо") || word.starts_with("розмовл") ||
         word.starts_with("рассказ") || word.starts_with("розпов") || word.starts_with("назы") ||
         word.starts_with("назив");
}

// "refused to comment", "отказалась от комментариев", "declined to say how many".
bool declines_to_talk(const SpeechText& text, const Draft& draft) {
  for (std::uint32_t i = draft.head + 1; text.is_cyrillic(draft.head) && i < draft.cue.last; ++i) {
    if (is_comment_verb(text.word(i))) return true;
  }
  const Range content = draft.content.front();
  if (is_comment_verb(text.word(content.last - 1)) || text.word(draft.cue.last - 1) == "say") return true;
  for (std::uint32_t i = content.first; i < std::min(content.last, content.first + 4); ++i) {
    if (is_comment_verb(text.word(i))) return true;
  }
  return text.word(draft.head) == "reached";  // "could not be reached"
}

// "did not respond to a request for comment", "did not answer questions".
bool leaves_unanswered(const SpeechText& text, const Draft& draft) {
  const Range content = draft.content.front();
  const std::uint32_t end = std::min(content.last, content.first + 12);
  for (std::uint32_t i = content.first; i < end; ++i) {
    const std::string_view word = text.word(i);
    if (word == "comment" || word == "request" || word == "requests" || word == "inquiries" ||
        word == "questions" || word == "messages")
      return true;
  }
  return false;
}

// "does not know what happened": nothing is denied, something is open.
bool opens_question(const SpeechText& text, const Draft& draft) {
  const std::uint32_t first = draft.content.front().first;
  return text.is(first, kQuestion) || text.word(first) == "if";
}

}  // namespace

StanceReading read_stance(const SpeechText& text, const Draft& draft) {
  StanceReading out;
  out.stance = stance_of(draft.stance);
  std::vector<Range> hedges;
  bool no_comment = false;
  for (const Range& content : draft.content) {
    for (const Found& found : hedges_in(text, content)) {
      if (found.kind == HedgeKind::kNoComment) no_comment = true, out.words.push_back(found.words);
      if (found.kind == HedgeKind::kHedge) hedges.push_back(found.words);
      const bool judged = draft.stance == CueStance::kJudge && !draft.negated;
      if (found.kind == HedgeKind::kFalse && judged) out.stance = model::Stance::kDenied;
    }
  }
  if (draft.stance == CueStance::kDecline) {
    if (!no_comment && !declines_to_talk(text, draft)) out.stance = model::Stance::kDenied;  // to do it
    out.words.insert(out.words.begin(), draft.cue);
    return out;
  }
  if (no_comment || draft.neither) {
    out.stance = model::Stance::kNoComment;
    return out;
  }
  if (draft.stance == CueStance::kAsk && asks_to_act(text, draft)) out.stance = model::Stance::kDemanded;
  if (draft.stance == CueStance::kAssert && asks(text, draft)) out.stance = model::Stance::kQuestioned;
  if (draft.negated && draft.stance == CueStance::kDeny)
    out.stance = model::Stance::kHedged;  // did not deny
  else if (draft.negated && draft.stance == CueStance::kAssert &&
           (draft.speech || leaves_unanswered(text, draft)))
    out.stance = model::Stance::kNoComment;
  else if (draft.negated && draft.stance == CueStance::kAssert)
    out.stance = opens_question(text, draft) ? model::Stance::kQuestioned : model::Stance::kDenied;
  else if (draft.negated && draft.stance != CueStance::kAsk)
    out.stance = model::Stance::kDenied;  // does not believe, want, support
  if (draft.stance == CueStance::kDeny || draft.negated || draft.stance == CueStance::kHedge)
    out.words.push_back(draft.cue);
  if (out.stance == model::Stance::kAsserted && !hedges.empty()) out.stance = model::Stance::kHedged;
  if (out.stance == model::Stance::kHedged) out.words.insert(out.words.end(), hedges.begin(), hedges.end());
  return out;
}

}  // namespace muster::extract
