// What follows a verb that says: a quotation, "that", a clause, an object; past the listener, the day and the
// place.
#include <algorithm>

#include "extract/slavic_words.hpp"
#include "extract/verb_group.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t kAdjunctReach = 24;

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
    if (begin + 1 < limit_ && (frames_.infinitive || frames_.object) &&
        is_slavic_infinitive(text_.word(begin)))
      return found(Following::kInfinitive, begin);
    for (; at_ < end; ++at_) {
      const bool more = at_ + 1 < limit_;
      if (at_ > begin && says_otherwise(at_)) break;
      if (text_.is_mark(at_, ":") && more) return found(Following::kQuote, skip_dash(at_ + 1), true);
      const bool comma = text_.is_mark(at_, ",");
      if (comma && more && opens_cyrillic_clause(at_ + 1, begin)) return found(Following::kThat, at_ + 1);
      if (text_.quote_opened_at(at_) >= 0) {
        const Quote& q = text_.quote(text_.quote_opened_at(at_));
        const bool listener = q.end - q.open <= 6 && q.end < limit_ && text_.is(q.end, kPersonNoun | kTitle);
        const bool takes = frames_.quote || frames_.clause;
        if (takes && ((at_ == begin && !listener) || q.end - q.open > 7))
          return found(Following::kQuote, at_);
        at_ = q.end - 1;
        continue;
      }
      const bool unanswered = frames_.object_if_negated && group_.negated;
      if (at_ == begin && unanswered && text_.is_word(at_) && !text_.is(at_, kThat))
        return found(Following::kObject, at_);
      if (comma && continues_after_comma()) continue;
      if (!text_.is_word(at_) && text_.token(at_).kind != text::TokenKind::kNumber &&
          !text_.is_mark(at_, "(") && !text_.is_mark(at_, ")") && !text_.is_mark(at_, "-"))
        break;
    }
    if (begin < limit_ && takes_bare(begin)) return found(Following::kObject, begin);
    return nothing();
  }

  // Another verb that says begins: what follows is its own.
  [[nodiscard]] bool says_otherwise(std::uint32_t i) const {
    if (text_.token(i).capital) return false;
    const SpeechLexicon& lexicon = SpeechLexicon::get();
    return std::ranges::any_of(lexicon.cues(text_.entry(i)), [&](const CueEntry& cue) {
      const CueVerb& verb = lexicon.verb(cue.verb);
      return cue.form == CueForm::kCyrillic && verb.tail.empty() && !verb.frames.gerund;
    });
  }

  // ", что ...", ", чтобы ...", ", сколько ...": a clause that is said, asked or wanted.
  [[nodiscard]] bool opens_cyrillic_clause(std::uint32_t i, std::uint32_t begin) const {
    const std::string_view word = text_.word(i);
    if (text_.is(i, kThat) || word == "чтобы" || word == "щоб" || word == "будто" || word == "ніби" ||
        word == "нібито" || word == "якобы" || word == "мол" || word == "мовляв" || word == "неначе")
      return frames_.that || frames_.infinitive || frames_.object_and_rest || frames_.object;
    if (text_.is(i, kQuestion)) return frames_.that;
    if ((word == "как" || word == "як") && i == begin + 1) return frames_.that;
    return i == begin + 1 && group_.verb->stance == CueStance::kAsk && text_.is_word(i) && frames_.that;
  }

  // An infinitive or an object right behind the verb.
  [[nodiscard]] bool takes_bare(std::uint32_t i) const {
    const bool quoted = text_.quote_opened_at(i) >= 0;
    if (!quoted && !text_.is_word(i) && text_.token(i).kind != text::TokenKind::kNumber) return false;
    const std::uint32_t next = std::min(i + 1, text_.size() - 1);
    const bool infinitive = is_slavic_infinitive(text_.word(i)) ||
                            (text_.is_word(i) && next < limit_ && is_slavic_infinitive(text_.word(next)));
    if (frames_.infinitive && infinitive) return true;
    if (text_.is(i, kThat | kCoordinator | kSubordinator)) return false;
    if (frames_.artifact_object && text_.is_word(i)) return !text_.is(i, kPreposition);
    if (frames_.object_and_rest || !group_.verb->tail.empty())
      return frames_.object || frames_.object_and_rest;
    return frames_.object && !text_.is(i, kPreposition);
  }

  // An apposition or a parenthesis before ", что".
  [[nodiscard]] bool continues_after_comma() const {
    const std::uint32_t end = std::min(limit_, at_ + 14);
    for (std::uint32_t i = at_ + 1; i + 1 < end; ++i) {
      if (text_.is_stop(i) || text_.is_dash(i)) return false;
      if (i == at_ + 1 && text_.is(i, kCoordinator)) return false;
      if (says_otherwise(i)) return false;
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

}  // namespace

After look_after(const SpeechText& text, const VerbGroup& group, Range window) {
  return Looker(text, group, window).look();
}

}  // namespace muster::extract
