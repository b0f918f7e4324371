#include "extract/verb_group.hpp"

#include <algorithm>

namespace muster::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t kAdjunctReach = 24;

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

bool is_adjunct_word(const SpeechText& text, std::uint32_t i) {
  const bool dated = text.token(i).kind == text::TokenKind::kNumber && i > 0 && i + 1 < text.size() &&
                     (text.is(i - 1, kTime) || text.is(i + 1, kTime));
  return dated || text.is(i, kTime) ||
         (text.is(i, kAdverb) && !text.is(i, kDeterminer | kPronoun | kPreposition));
}

// Does a finite verb stand close enough behind `begin` for the words to be a clause?
bool has_verb_soon(const SpeechText& text, std::uint32_t begin, std::uint32_t limit) {
  const std::uint32_t end = std::min(limit, begin + 22);
  if (text.is(begin, kPronoun) && !text.is(begin, kDeterminer)) return begin + 2 < limit;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (text.is_stop(i) && !text.is_mark(i, ".")) return false;
    if (i > begin && (text.may_be_finite(i) || text.is(i, kContraction))) return true;
    if (i == begin && text.is(i, kContraction)) return true;
  }
  return false;
}

bool opens_question(const SpeechText& text, std::uint32_t i) {
  return text.is(i, kQuestion) || text.word(i) == "if";
}

class Looker {
 public:
  Looker(const SpeechText& text, const VerbGroup& group, Range window)
      : text_(text), group_(group), frames_(group.verb->frames), limit_(window.last), at_(group.cue.last) {}

  After look() { return group_.form == CueForm::kCyrillic ? look_cyrillic() : look_english(); }

 private:
  After found(Following kind, std::uint32_t content, bool colon = false) const {
    return {kind, content, content, colon, false};
  }
  After nothing() const {
    return {Following::kNothing, at_, at_, false, at_ < limit_ && text_.is_mark(at_, ",")};
  }

  After look_english() {
    if (frames_.recipient) skip_recipient();
    for (std::uint32_t steps = 0; at_ < limit_ && steps < kAdjunctReach; ++steps) {
      if (text_.token(at_).paragraph_before && !text_.is_mark(at_ - 1, ":")) return nothing();
      if (const After marked = at_mark(); marked.kind != Following::kNothing) return marked;
      if (!text_.is_word(at_) && text_.token(at_).kind == text::TokenKind::kMark && !text_.is_mark(at_, "$"))
        return nothing();
      if (const After worded = at_word(); worded.kind != Following::kNothing) return worded;
      if (!skip_adjunct()) return at_bare();
    }
    return nothing();
  }

  // A colon, a quotation, a comma before a quotation.
  After at_mark() {
    const bool takes_quote = frames_.quote || frames_.that || frames_.object || frames_.object_and_rest;
    if (text_.quote_opened_at(at_) >= 0 && takes_quote) return found(Following::kQuote, at_);
    const bool more = at_ + 1 < limit_;
    if (text_.is_mark(at_, ":") && (frames_.quote || frames_.that) && more)
      return found(Following::kQuote, at_ + 1, true);
    if (text_.is_mark(at_, ",") && more && text_.quote_opened_at(at_ + 1) >= 0 && takes_quote)
      return found(Following::kQuote, at_ + 1);
    if (text_.is_mark(at_, ",") && more) return behind_parenthesis();
    return {};
  }

  // "said, however, that", "said, according to a transcript, that".
  After behind_parenthesis() const {
    const std::uint32_t end = std::min(limit_, at_ + 14);
    for (std::uint32_t i = at_ + 1; i + 1 < end; ++i) {
      if (text_.is_stop(i) || text_.quote_opened_at(i) >= 0) return {};
      if (!text_.is_mark(i, ",")) continue;
      if (text_.word(i + 1) == "that" && frames_.that) return found(Following::kThat, i + 1);
      return {};
    }
    return {};
  }

  After at_word() const {
    const bool last = at_ + 1 >= limit_;
    if (last) return {};
    if (text_.word(at_) == "that" && frames_.that) return found(Following::kThat, at_);
    if ((opens_question(text_, at_) ||
         (text_.word(at_) == "as" && frames_.that && text_.word(at_ + 1) == "if")) &&
        frames_.that) {
      return found(Following::kThat, at_);
    }
    if (text_.word(at_) == "to" && frames_.infinitive) return found(Following::kInfinitive, at_);
    return {};
  }

  // "in a statement", "on Monday", "at a rally in Ohio" before the content. False where content must start.
  bool skip_adjunct() {
    if (is_adjunct_word(text_, at_)) {
      ++at_;
      return true;
    }
    if (at_ + 1 < limit_ && text_.is(at_, kDeterminer) && text_.is(at_ + 1, kTime) && frames_.clause) {
      at_ += 2;
      return true;
    }
    if (!text_.is(at_, kPreposition) || frames_.object_and_rest) return false;
    if (text_.word(at_) == "to" && !frames_.quote) return false;
    const std::uint32_t begin = at_ + 1;
    if (begin < limit_ && text_.is(begin, kTime)) {
      at_ = begin + 1;
      return true;
    }
    Range phrase = text_.phrase_after(begin, limit_, false);
    if (phrase.empty() && begin < limit_ && text_.is(begin, kGerund)) phrase = {begin, begin + 1};
    if (phrase.empty()) return false;
    at_ = phrase.last;
    return true;
  }

  After at_bare() const {
    if (at_ + 1 >= limit_) return nothing();
    const bool direct = at_ == group_.cue.last;
    if (frames_.object_and_rest && direct && !text_.is(at_, kPreposition | kSubordinator))
      return found(Following::kObject, at_);
    const bool clause =
        frames_.clause && !text_.is(at_, kPreposition | kCoordinator | kSubordinator | kRelative);
    if (clause && has_verb_soon(text_, at_, limit_)) return found(Following::kClause, at_);
    if ((frames_.object || frames_.artifact_object) && direct &&
        (!text_.is(at_, kPreposition | kSubordinator | kCoordinator | kRelative | kFiniteMask) ||
         is_gerund_of_auxiliary(at_))) {
      return found(Following::kObject, at_);
    }
    return nothing();
  }

  // "denies having met", "admits being there".
  [[nodiscard]] bool is_gerund_of_auxiliary(std::uint32_t i) const {
    return text_.word(i) == "having" || text_.word(i) == "being";
  }

  // "told reporters", "told Ana Lind of the Daily Mirror".
  void skip_recipient() {
    if (at_ >= limit_ || text_.quote_opened_at(at_) >= 0 || text_.is(at_, kThat | kQuestion)) return;
    if (text_.word(at_) == "that" || text_.word(at_) == "to") return;
    if (text_.is(at_, kPronoun | kObject) && !text_.is(at_, kDeterminer)) {
      ++at_;
      return;
    }
    const Range phrase = text_.phrase_after(at_, limit_, false);
    const bool must = !frames_.clause || group_.verb->frames.around;
    // "warned the plan was late": the phrase is the clause's subject
    const bool subject = !phrase.empty() && phrase.last < limit_ && text_.is_finite(phrase.last) &&
                         !(text_.raw(group_.head).starts_with("t"));
    if (must && !phrase.empty() && !subject) at_ = phrase.last;
  }

  After look_cyrillic() {
    const std::uint32_t begin = at_;
    const std::uint32_t end = std::min(limit_, at_ + kAdjunctReach);
    for (; at_ < end; ++at_) {
      const bool more = at_ + 1 < limit_;
      if (text_.is_mark(at_, ":") && more) return found(Following::kQuote, skip_dash(at_ + 1), true);
      const bool comma = text_.is_mark(at_, ",");
      if (comma && more &&
          (text_.is(at_ + 1, kThat) || text_.is(at_ + 1, kQuestion) || text_.word(at_ + 1) == "чтобы" ||
           text_.word(at_ + 1) == "щоб" || text_.word(at_ + 1) == "будто" || text_.word(at_ + 1) == "ніби") &&
          (frames_.that || frames_.infinitive || frames_.object_and_rest)) {
        return found(Following::kThat, at_ + 1);
      }
      if (text_.quote_opened_at(at_) >= 0) {
        const Quote& q = text_.quote(text_.quote_opened_at(at_));
        if (frames_.quote && (at_ == begin || q.end - q.open > 7)) return found(Following::kQuote, at_);
        at_ = q.end - 1;
        continue;
      }
      const bool unquoted = (frames_.object || frames_.object_and_rest) && !frames_.quote;
      const bool unanswered = frames_.object_if_negated && group_.negated;
      if (at_ == begin && (unquoted || unanswered) && text_.is_word(at_) && !text_.is(at_, kThat)) {
        return found(Following::kObject, at_);
      }
      if (comma && continues_after_comma()) continue;
      if (!text_.is_word(at_) && text_.token(at_).kind != text::TokenKind::kNumber &&
          !text_.is_mark(at_, "(") && !text_.is_mark(at_, ")"))
        return nothing();
    }
    return nothing();
  }

  // An apposition or a parenthesis before ", что".
  [[nodiscard]] bool continues_after_comma() const {
    const std::uint32_t end = std::min(limit_, at_ + 14);
    for (std::uint32_t i = at_ + 1; i + 1 < end; ++i) {
      if (text_.is_stop(i) || text_.is_dash(i)) return false;
      if (text_.is_mark(i, ",")) return text_.is(i + 1, kThat);
      if (text_.is_mark(i, ":")) return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t skip_dash(std::uint32_t i) const {
    return i + 1 < limit_ && text_.is_dash(i) ? i + 1 : i;
  }

  static constexpr std::uint32_t kFiniteMask = kAuxiliary;
  const SpeechText& text_;
  const VerbGroup& group_;
  const CueFrames& frames_;
  std::uint32_t limit_;
  std::uint32_t at_;
};

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

After look_after(const SpeechText& text, const VerbGroup& group, Range window) {
  return Looker(text, group, window).look();
}

}  // namespace muster::extract
