// Who says it: the subject before the verb, over a parenthesis, of an earlier verb.
#include <algorithm>
#include <ranges>

#include "extract/verb_search.hpp"

namespace muster::extract {

using namespace word_class;

namespace {

bool inside(const std::vector<Range>& ranges, std::uint32_t token) {
  return std::ranges::any_of(ranges, [token](const Range& r) { return r.first <= token && token < r.last; });
}

}  // namespace

Subject VerbSearch::find_subject() const {
  const std::uint32_t end = before_time(group_.cue.first);
  if (end <= window_.first) return {};
  const std::uint32_t p = end - 1;
  if (gerund() && text_.word(p) == "as") return quoted_subject(p);
  if (gerund()) {
    const bool told = text_.is_mark(p, ",") || text_.is(p, kArtifactNoun | kCueNoun) || text_.is(p, kAdverb);
    return told ? shared_subject(p) : Subject{};
  }
  if (text_.is_mark(p, ",") || text_.is_dash(p)) return subject_over_parenthesis(p);
  if (text_.is(p, kCoordinator)) return shared_subject(p);
  const Range phrase = text_.phrase_before(end, window_.first);
  if (phrase.empty()) return {};
  return {{phrase}, phrase.first, false, true};
}

// "Keita was quoted by the Review as saying", "the Review quoted Keita as saying".
Subject VerbSearch::quoted_subject(std::uint32_t as) const {
  const std::uint32_t floor = std::max(window_.first, as > 24 ? as - 24 : 0);
  for (std::uint32_t i = as; i > floor + 1; --i) {
    const std::string_view word = text_.word(i - 1);
    if (text_.is_stop(i - 1) || text_.quote_closed_at(i - 1) >= 0) return {};
    if (word != "quoted" && word != "cited" && word != "reported") continue;
    std::uint32_t begin = i - 1;
    while (begin > floor && text_.is(begin - 1, kAuxiliary | kAdverb)) --begin;
    const bool passive = begin < i - 1 && text_.is(i - 2, kBe | kAdverb);
    if (!passive) return quoted_object(i, as);
    if (text_.is_mark(begin - 1, ",")) return subject_over_parenthesis(begin - 1);
    const Range phrase = text_.phrase_before(begin, window_.first);
    return phrase.empty() ? Subject{} : Subject{{phrase}, phrase.first, false, true};
  }
  return {};
}

Subject VerbSearch::quoted_object(std::uint32_t first, std::uint32_t as) const {
  const Range phrase = text_.phrase_after(first, as, true);
  return phrase.empty() ? Subject{} : Subject{{phrase}, phrase.first, false, true};
}

// "who in 2010 said", "Veld on Monday said": past the time.
std::uint32_t VerbSearch::before_time(std::uint32_t end) const {
  std::uint32_t at = end;
  if (at <= window_.first) return end;
  while (at > window_.first + 1 &&
         (text_.is(at - 1, kTime) || text_.token(at - 1).kind == text::TokenKind::kNumber))
    --at;
  if (at < end && (text_.word(at - 1) == "this" || text_.word(at - 1) == "last")) return at - 1;
  if (at == end || !text_.is(at - 1, kPreposition)) return text_.is(end - 1, kTime) ? at : end;
  return at - 1;
}

// "X said A and added B", "X left, adding that": the source of the claim before, else the sentence's
// subject.
Subject VerbSearch::shared_subject(std::uint32_t begin) const {
  if (!group_.verb->speech && !drafts_.empty() && inside(drafts_.back().content, head_)) return {};
  if (!drafts_.empty() && drafts_.back().head >= window_.first &&
      text_.quote_of(drafts_.back().head) == text_.quote_of(head_) && !drafts_.back().source.empty()) {
    return {drafts_.back().source, begin, true, true};
  }
  const Range phrase = main_subject();
  if (phrase.empty()) return {};
  return {{phrase}, begin, true, true};
}

Range VerbSearch::main_subject() const {
  const std::uint32_t end = group_.cue.first;
  for (std::uint32_t i = window_.first; i < end; ++i) {
    if (text_.quote_opened_at(i) >= 0) {
      i = text_.quote(text_.quote_opened_at(i)).end - 1;
      continue;
    }
    if (!text_.may_be_finite(i)) continue;
    std::uint32_t last = i;
    while (last > window_.first && text_.is(last - 1, kAdverb) && text_.is_word(last - 1)) --last;
    const Range phrase = text_.phrase_before(last, window_.first);
    return phrase;
  }
  return {};
}

// "X, a doctor, said" and "X, who was there, said": the phrase before the parenthesis.
Subject VerbSearch::subject_over_parenthesis(std::uint32_t close) const {
  const std::uint32_t floor = std::max(window_.first, close > 36 ? close - 36 : 0);
  for (std::uint32_t k = close; k-- > floor;) {
    if (const std::int32_t q = text_.quote_closed_at(k); q >= 0 && text_.quote(q).open >= floor) {
      k = text_.quote(q).open;
      continue;
    }
    if (!text_.is_mark(k, ",") && !text_.is_dash(k)) continue;
    const Range phrase = k > floor ? text_.phrase_before(k, window_.first) : Range{};
    if (phrase.empty()) return {};
    if (text_.is(phrase.first, kTime) || phrase.last != k) return {};
    const std::uint32_t first = k + 1;
    const bool relative = text_.is(first, kRelative);
    const bool clause = has_finite(text_, {first, close});
    if (clause && !relative && !text_.is_dash(k)) continue;
    const bool apposes =
        !relative && !clause && !text_.is(first, kGerund | kPreposition | kAdverb | kParticiple);
    return {{{phrase.first, apposes ? close : phrase.last}}, phrase.first, false, true};
  }
  return {};
}

// "officials say" wants a plural, "a report" is no verb.
bool VerbSearch::fits(const Subject& subject) const {
  if (subject.shared || subject.source.empty()) return true;
  const Range phrase = subject.source.front();
  const std::uint32_t last = phrase.last - 1;
  if (text_.word(last) == "you" || !std::ranges::any_of(std::views::iota(phrase.first, phrase.last),
                                                        [this](std::uint32_t i) { return text_.is_word(i); }))
    return false;
  if (text_.is(phrase.first, kTime | kAdverb) && phrase.last - phrase.first == 1) return false;
  if (group_.form == CueForm::kGerund) return group_.cue.first < head_ || text_.word(head_ - 1) == "as";
  if (group_.form == CueForm::kParticiple) return group_.cue.first < head_;
  if (group_.form != CueForm::kBase || group_.cue.first < head_) return true;
  if (phrase.last - phrase.first == 1 && text_.is(last, kPronoun | kRelative)) return true;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (text_.word(i) == "and") return true;
  }
  const std::uint32_t noun = head_noun(phrase);
  return text_.word(last).ends_with("s") || text_.word(noun).ends_with("s") || text_.is(last, kGroupNoun) ||
         text_.word(last) == "people" || text_.word(last) == "men" || text_.word(last) == "women";
}

// "shopkeepers" of "shopkeepers on the east bank".
std::uint32_t VerbSearch::head_noun(Range phrase) const {
  for (std::uint32_t i = phrase.first + 1; i < phrase.last; ++i) {
    if (text_.is(i, kPreposition)) return i - 1;
  }
  return phrase.last - 1;
}

}  // namespace muster::extract
