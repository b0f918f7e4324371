// Claims around a verb: who stands before or behind it, and what was said.
//
//   X said that A          subject before, content behind
//   "A," X said, "B"       subject before, content on both sides
//   A, said X, a doctor    subject behind the verb, content before it
//   X did A, adding that B the subject of the earlier verb
#include <algorithm>
#include <ranges>

#include "extract/drafts.hpp"
#include "extract/name_shapes.hpp"
#include "extract/verb_group.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

struct Before {
  bool found = false;
  bool quoted = false;
  bool loose = false;  // a sentence of its own: `"Why?" Veld said.`
  bool verbless = false;
  Range content;
};

bool ends_open(const SpeechText& text, std::uint32_t i) {  // a quotation whose sentence goes on outside
  return text.is_mark(i, ",") || text.is_mark(i, "!") || text.is_mark(i, "?") || text.is_mark(i, "…") ||
         text.is_dash(i);
}

bool has_finite(const SpeechText& text, Range range) {
  const std::uint32_t end = std::min(range.last, range.first + 60);
  for (std::uint32_t i = range.first; i < end; ++i) {
    if (text.may_be_finite(i)) return true;
  }
  return false;
}

Before quoted_before(const SpeechText& text, Range window, std::int32_t closed, bool marked) {
  const Quote& q = text.quote(closed);
  if (q.open < window.first || q.end < q.open + 3) return {};
  if (!marked && !ends_open(text, text.last_inside(q))) return {};
  const bool clause_before = q.open > window.first && text.is_word(q.open - 1);
  const bool whole = !clause_before || text.is_cyrillic(q.open + 1);
  return {true, true, false, false, {whole ? q.open : window.first, q.end}};
}

// `"Why not?" Veld said.`: the quotation is a sentence of its own.
Before question_before(const SpeechText& text, Range window) {
  if (window.first == 0 || text.token(window.first).paragraph_before) return {};
  const std::int32_t closed = text.quote_closed_at(window.first - 1);
  if (closed < 0 || text.quote_of(window.first) != text.quote(closed).parent) return {};
  const Quote& q = text.quote(closed);
  if (q.end < q.open + 3 || !ends_open(text, text.last_inside(q))) return {};
  return {true, true, true, false, {q.open, q.end}};
}

// What stands before the attribution that starts at `at`, if a comma, a dash or a quotation's end parts them.
Before content_before(const SpeechText& text, Range window, std::uint32_t at) {
  std::uint32_t last = at;  // one past the content
  bool comma = false;
  bool dash = false;
  if (last > window.first && text.is_dash(last - 1)) dash = true, --last;
  if (last > window.first + 1 && text.is_mark(last - 1, ",")) comma = true, --last;
  if (last <= window.first) return question_before(text, window);
  if (const std::int32_t closed = text.quote_closed_at(last - 1); closed >= 0) {
    return quoted_before(text, window, closed, comma || dash);
  }
  if (!comma && !dash) return {};
  if (dash && !comma && !text.is_cyrillic(last - 1)) return {};
  Range content = {window.first, last};
  if (text.is_dash(content.first)) ++content.first;  // a line of dialogue
  const bool verbless = !text.is_cyrillic(last - 1) && !has_finite(text, content);
  return {true, false, false, verbless, content};
}

struct Subject {
  std::vector<Range> source;
  std::uint32_t begin = 0;  // where the attribution starts
  bool shared = false;
  bool found = false;
};

bool inside(const std::vector<Range>& ranges, std::uint32_t token) {
  return std::ranges::any_of(ranges, [token](const Range& r) { return r.first <= token && token < r.last; });
}

class VerbSearch {
 public:
  VerbSearch(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts)
      : text_(text), drafts_(drafts), window_(text.window(head)), head_(head) {}

  void search() {
    const auto group = verb_group_at(text_, head_, window_);
    if (!group || group->infinitive) return;
    group_ = *group;
    if (try_silence() || group_.passive) return;
    after_ = look_after(text_, group_, window_);
    if (try_inverted() || try_opening()) return;
    const Subject subject = find_subject();
    if (!subject.found || !fits(subject)) return;
    add_with(subject);
  }

 private:
  [[nodiscard]] const CueFrames& frames() const { return group_.verb->frames; }
  [[nodiscard]] bool gerund() const { return group_.form == CueForm::kGerund && group_.cue.first == head_; }
  [[nodiscard]] bool cyrillic() const { return group_.form == CueForm::kCyrillic; }

  Draft draft_with(const std::vector<Range>& source) const {
    Draft draft;
    draft.source = source;
    draft.cue = group_.cue;
    draft.head = head_;
    draft.stance = group_.verb->stance;
    draft.negated = group_.negated;
    draft.neither = group_.neither;
    draft.speech = group_.verb->speech;
    return draft;
  }

  // "has not commented on the report", "could not be reached for comment": what is said is nothing.
  bool try_silence() {
    const std::string_view verb = text_.word(head_);
    const bool unreached = verb == "reached" && group_.passive;
    const bool uncommented =
        verb.starts_with("comment") || verb.starts_with("respond") || verb.starts_with("repl");
    if (!group_.negated || cyrillic() || !(unreached || uncommented) || !group_.verb->tail.empty())
      return false;
    const Range source = subject_of_silence();
    if (source.empty()) return unreached;
    Draft draft = draft_with({source});
    if (group_.cue.first < head_) draft.cue.last = head_;
    draft.content.push_back({head_, content_end(text_, head_, window_.last, true)});
    drafts_.push_back(std::move(draft));
    return true;
  }

  [[nodiscard]] Range subject_of_silence() const {
    if (group_.cue.first == window_.first) return {};
    const std::uint32_t p = group_.cue.first - 1;
    if (text_.is_mark(p, ",") || text_.is_dash(p)) {
      const Subject over = subject_over_parenthesis(p);
      return over.found ? over.source.front() : Range{};
    }
    if (text_.is(p, kCoordinator)) {
      const Subject shared = shared_subject(p);
      return shared.found ? shared.source.front() : Range{};
    }
    return text_.phrase_before(group_.cue.first, window_.first);
  }

  // `"A," said X.` and `A, said X, a doctor.`
  bool try_inverted() {
    const bool form = group_.form == CueForm::kPast || group_.form == CueForm::kThird || cyrillic();
    if (!form || !(frames().around || frames().quote)) return false;
    const Before before = content_before(text_, window_, group_.cue.first);
    if (!before.found || before.verbless || (!before.quoted && (!frames().around || frames().recipient)))
      return false;
    const Range source = text_.phrase_after(start_of_source(), window_.last, true);
    if (source.empty() || (source.last < window_.last && text_.may_be_finite(source.last))) return false;
    if (!before.quoted && !cyrillic() && is_apposition(before.content)) return false;
    if (text_.is(source.first, kTime | kAdverb | kObject) &&
        !text_.is(source.first, kDeterminer | kPossessive | kPronoun))
      return false;
    const bool says = group_.verb->speech || cyrillic() || group_.verb->stance == CueStance::kHedge;
    if (!before.quoted && (!says || !closes(source.last))) return false;
    const bool listener = after_.kind == Following::kQuote && after_.content < start_of_source();
    if (cyrillic() && after_.kind != Following::kNothing && !before.quoted && !listener) return false;
    Draft draft = draft_with({source});
    draft.content.push_back(before.content);
    add_rest(draft, source.last, before.quoted);
    drafts_.push_back(std::move(draft));
    return true;
  }

  // Where the source behind the verb starts. Russian and Ukrainian put the day, the listener and the place
  // first: "заявили в понедельник в областном штабе", "повідомила «Хвилі» начальниця".
  [[nodiscard]] std::uint32_t start_of_source() const {
    std::uint32_t at = group_.cue.last;
    for (int step = 0; cyrillic() && step < 6; ++step) {
      const std::uint32_t next = past_adjunct(at);
      if (next == at || next >= window_.last) break;
      at = next;
    }
    return at;
  }

  [[nodiscard]] std::uint32_t past_adjunct(std::uint32_t at) const {
    if (at + 1 >= window_.last) return at;
    if (text_.is(at, kTime | kObject)) return past_name(at + 1);
    if (text_.token(at).kind == text::TokenKind::kNumber && text_.is(at + 1, kTime)) return at + 2;
    if (const std::uint32_t named = past_name(at); named > at && names_person(named)) return named;
    if (!text_.is(at, kPreposition)) return at;
    if (text_.is(at + 1, kTime)) return at + 2;
    if (text_.is(at + 1, kArtifactNoun)) return past_name(at + 2);
    return names_body(at + 1) ? at + 1 : at;
  }

  // Past a short name in quotation marks that starts at `at`.
  [[nodiscard]] std::uint32_t past_name(std::uint32_t at) const {
    if (at >= window_.last) return at;
    const std::int32_t opened = text_.quote_opened_at(at);
    if (opened < 0 || text_.quote(opened).end - at > 7 || text_.quote(opened).end >= window_.last) return at;
    return text_.quote(opened).end;
  }

  [[nodiscard]] bool names_person(std::uint32_t at) const {
    for (std::uint32_t i = at; i < std::min(window_.last, at + 3) && text_.is_word(i); ++i) {
      if (text_.is(i, kPersonNoun | kTitle | kFirstName) || text_.token(i).capital) return true;
      if (text_.is(i, kPreposition | kTime)) return false;
    }
    return false;
  }

  [[nodiscard]] bool names_body(std::uint32_t at) const {
    for (std::uint32_t i = at; i < std::min(window_.last, at + 3) && text_.is_word(i); ++i) {
      if (text_.is(i, kOfficeNoun | kGroupNoun) || is_office_stem(text_.word(i)) ||
          text_.token(i).all_capitals)
        return true;
      if (text_.is(i, kPreposition | kTime)) return false;
    }
    return false;
  }

  // "Veld, who served there," is no clause that somebody says.
  [[nodiscard]] bool is_apposition(Range content) const {
    std::uint32_t comma = content.first;
    while (comma < content.last && !text_.is_mark(comma, ",")) ++comma;
    if (comma + 1 >= content.last || has_finite(text_, {content.first, comma})) return false;
    return text_.is(comma + 1, kRelative | kDeterminer | kPersonNoun) ||
           text_.token(comma + 1).kind == text::TokenKind::kNumber;
  }

  // `Said Veld: "A"`
  bool try_opening() {
    if (group_.cue.first != window_.first || group_.form != CueForm::kPast || !group_.verb->speech)
      return false;
    const Range source = text_.phrase_after(group_.cue.last, window_.last, false);
    if (source.empty() || source.last + 1 >= window_.last) return false;
    const bool marked = text_.is_mark(source.last, ":") || text_.is_mark(source.last, ",");
    if (!marked || text_.quote_opened_at(source.last + 1) < 0) return false;
    Draft draft = draft_with({source});
    draft.content.push_back({source.last + 1, text_.quote(text_.quote_opened_at(source.last + 1)).end});
    drafts_.push_back(std::move(draft));
    return true;
  }

  [[nodiscard]] bool closes(std::uint32_t i) const {
    return i >= window_.last || text_.is_stop(i) || text_.is_mark(i, ",") ||
           text_.is(i, kTime | kPreposition | kGerund | kSubordinator);
  }

  // The content that goes on behind the attribution: `"A," he said, "B"` and `A, he said, B`.
  void add_rest(Draft& draft, std::uint32_t at, bool quoted) const {
    if (at >= window_.last || !text_.is_mark(at, ",")) {
      if (!(at < window_.last && text_.is_stop(at) && at + 1 < window_.last && text_.is_dash(at + 1))) return;
      ++at;
    }
    std::uint32_t begin = at + 1;
    if (begin < window_.last && text_.is_dash(begin)) ++begin;
    if (begin >= window_.last) return;
    if (const std::int32_t opened = text_.quote_opened_at(begin); opened >= 0) {
      draft.content.push_back({begin, text_.quote(opened).end});
      return;
    }
    if (quoted && !cyrillic()) return;
    if (text_.is(begin, kRelative) && !text_.is(begin, kThat)) return;
    if (text_.is(begin, kGerund) && !has_finite(text_, {begin, std::min(begin + 5, window_.last)})) return;
    if (text_.is(begin, kTime) || (text_.is(begin, kPreposition) && !text_.is(begin, kSubordinator))) return;
    const std::uint32_t end = content_end(text_, begin, window_.last, false);
    if (end > begin + 2 && (cyrillic() || has_finite(text_, {begin, end})))
      draft.content.push_back({begin, end});
  }

  Subject find_subject() const {
    const std::uint32_t end = before_time(group_.cue.first);
    if (end <= window_.first) return cyrillic() ? subject_behind() : Subject{};
    const std::uint32_t p = end - 1;
    if (gerund() && text_.word(p) == "as") return quoted_subject(p);
    if (gerund()) {
      const bool told =
          text_.is_mark(p, ",") || text_.is(p, kArtifactNoun | kCueNoun) || text_.is(p, kAdverb);
      return told ? shared_subject(p) : Subject{};
    }
    if (text_.is_mark(p, ",") || text_.is_dash(p)) return subject_over_parenthesis(p);
    if (text_.is(p, kCoordinator)) return shared_subject(p);
    if (cyrillic() && !text_.is_word(p) && text_.quote_closed_at(p) < 0) return subject_behind();
    const Range phrase = text_.phrase_before(end, window_.first);
    if (phrase.empty()) return cyrillic() ? subject_behind() : Subject{};
    return {{phrase}, phrase.first, false, true};
  }

  // "Keita was quoted by the Review as saying", "the Review quoted Keita as saying".
  [[nodiscard]] Subject quoted_subject(std::uint32_t as) const {
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

  [[nodiscard]] Subject quoted_object(std::uint32_t first, std::uint32_t as) const {
    const Range phrase = text_.phrase_after(first, as, true);
    return phrase.empty() ? Subject{} : Subject{{phrase}, phrase.first, false, true};
  }

  // "who in 2010 said", "Veld on Monday said": past the time.
  [[nodiscard]] std::uint32_t before_time(std::uint32_t end) const {
    std::uint32_t at = end;
    if (at <= window_.first) return end;
    while (at > window_.first + 1 &&
           (text_.is(at - 1, kTime) || text_.token(at - 1).kind == text::TokenKind::kNumber))
      --at;
    if (at < end && (text_.word(at - 1) == "this" || text_.word(at - 1) == "last")) return at - 1;
    if (at == end || !text_.is(at - 1, kPreposition)) return text_.is(end - 1, kTime) ? at : end;
    return at - 1;
  }

  // "Заявил министр, что": the subject behind the verb.
  Subject subject_behind() const {
    const Range phrase = text_.phrase_after(start_of_source(), window_.last, false);
    if (phrase.empty()) return {};
    return {{phrase}, group_.cue.first, false, true};
  }

  // "X said A and added B", "X left, adding that": the source of the claim before, else the sentence's
  // subject.
  Subject shared_subject(std::uint32_t begin) const {
    if (!group_.verb->speech && !drafts_.empty() && inside(drafts_.back().content, head_)) return {};
    if (!drafts_.empty() && drafts_.back().head >= window_.first &&
        text_.quote_of(drafts_.back().head) == text_.quote_of(head_) && !drafts_.back().source.empty()) {
      return {drafts_.back().source, begin, true, true};
    }
    const Range phrase = main_subject();
    if (phrase.empty()) return {};
    return {{phrase}, begin, true, true};
  }

  [[nodiscard]] Range main_subject() const {
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
    return cyrillic() ? opening_name() : Range{};
  }

  // "МЗС Карпії" at the start of "МЗС Карпії викликало посла та вимагало": who the sentence is about.
  [[nodiscard]] Range opening_name() const {
    std::uint32_t first = window_.first;
    while (first < group_.cue.first && text_.is(first, kAdverb | kTime)) ++first;
    std::uint32_t end = first;
    while (end < group_.cue.first && text_.is_word(end) &&
           !text_.is(end, kPreposition | kCoordinator | kPronoun) &&
           (text_.token(end).capital || text_.is(end, kOfficeNoun | kPersonNoun) ||
            is_office_stem(text_.word(end))))
      ++end;
    return {first, end};
  }

  // "X, a doctor, said" and "X, who was there, said": the phrase before the parenthesis.
  Subject subject_over_parenthesis(std::uint32_t close) const {
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
    return cyrillic() ? subject_behind() : Subject{};
  }

  // "officials say" wants a plural, "a report" is no verb.
  [[nodiscard]] bool fits(const Subject& subject) const {
    if (subject.shared || subject.source.empty() || cyrillic()) return true;
    const Range phrase = subject.source.front();
    const std::uint32_t last = phrase.last - 1;
    if (text_.word(last) == "you" ||
        !std::ranges::any_of(std::views::iota(phrase.first, phrase.last),
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
  [[nodiscard]] std::uint32_t head_noun(Range phrase) const {
    for (std::uint32_t i = phrase.first + 1; i < phrase.last; ++i) {
      if (text_.is(i, kPreposition)) return i - 1;
    }
    return phrase.last - 1;
  }

  void add_with(const Subject& subject) {
    Draft draft = draft_with(subject.source);
    draft.shares_source = subject.shared;
    const bool as = subject.begin > window_.first && text_.word(subject.begin - 1) == "as" && !subject.shared;
    const bool relative = text_.is(subject.source.front().first, kRelative) &&
                          !text_.is(subject.source.front().first, kDeterminer);
    const Before before = subject.shared || relative
                              ? Before{}
                              : content_before(text_, window_, as ? subject.begin - 1 : subject.begin);
    const bool interrupted =
        after_.kind == Following::kNothing && after_.comma && after_.stop == group_.cue.last;
    const bool fits_before = before.quoted ? frames().quote || frames().around : frames().around;
    const bool takes_before = before.found && fits_before && (!before.verbless || interrupted) &&
                              (!before.loose || after_.kind == Following::kNothing);
    if (as && as_clause(draft, before)) return;
    const bool quote_first =
        takes_before && before.quoted && after_.kind != Following::kThat && after_.kind != Following::kQuote;
    if (after_.kind == Following::kNothing || quote_first) {
      if (!takes_before) return;
      draft.content.push_back(before.content);
      if (!quote_first || after_.kind == Following::kNothing) add_rest(draft, after_.stop, before.quoted);
    } else {
      const bool bare = after_.kind == Following::kObject || after_.kind == Following::kClause;
      if (frames().artifact_object && !frames().object && bare && !names_artifact(subject)) return;
      if (takes_before && before.quoted && after_.kind == Following::kQuote)
        draft.content.push_back(before.content);
      add_behind(draft);
    }
    if (!draft.content.empty()) drafts_.push_back(std::move(draft));
  }

  // "the study found 31 cases": a finding; "police found 31 cases" is none.
  [[nodiscard]] bool names_artifact(const Subject& subject) const {
    const Range phrase = subject.source.front();
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
      if (text_.is(i, kArtifactNoun)) return true;
    }
    return false;
  }

  // "As X noted, A" and "A, as X noted".
  bool as_clause(Draft& draft, const Before& before) {
    if (after_.kind != Following::kNothing || !frames().around) return after_.kind != Following::kThat;
    if (before.found) {
      draft.content.push_back(before.content);
    } else if (after_.comma && after_.stop + 1 < window_.last) {
      draft.content.push_back({after_.stop + 1, content_end(text_, after_.stop + 1, window_.last, false)});
    } else {
      return true;
    }
    drafts_.push_back(std::move(draft));
    return true;
  }

  // "After Veld said that A, B": the content ends with its clause, at the comma.
  [[nodiscard]] std::uint32_t clause_limit(const Draft& draft) const {
    const std::uint32_t first =
        draft.source.empty() || draft.shares_source ? window_.first : draft.source.front().first;
    if (first <= window_.first || first - window_.first > 3) return window_.last;
    if (!text_.is(first - 1, kSubordinator) && text_.word(first - 1) != "after" &&
        text_.word(first - 1) != "before")
      return window_.last;
    for (std::uint32_t i = after_.content; i < window_.last; ++i) {
      if (const std::int32_t q = text_.quote_opened_at(i); q >= 0) i = std::max(i, text_.quote(q).end - 1);
      if (i < window_.last && text_.is_mark(i, ",")) return i;
    }
    return window_.last;
  }

  void add_behind(Draft& draft) const {
    const std::uint32_t begin = after_.content;
    if (after_.colon && after_.content == group_.cue.last + 1) draft.cue.last = after_.content;
    if (begin >= window_.last) return;
    const std::int32_t opened = text_.quote_opened_at(begin);
    std::uint32_t end = 0;
    const std::uint32_t limit = clause_limit(draft);
    if (opened >= 0 && after_.kind == Following::kQuote) {
      end = text_.quote(opened).end;
      const bool goes_on = end < limit && text_.is_word(end) && !text_.token(end).paragraph_before &&
                           !text_.is_stop(text_.last_inside(text_.quote(opened)));
      if (goes_on) end = content_end(text_, end, limit, frames().object || frames().object_and_rest);
    } else {
      end = content_end(text_, begin, limit, after_.kind == Following::kObject);
    }
    if (end > begin) draft.content.push_back({begin, end});
  }

  const SpeechText& text_;
  std::vector<Draft>& drafts_;
  Range window_;
  std::uint32_t head_;
  VerbGroup group_;
  After after_;
};

}  // namespace

void add_verb_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts) {
  VerbSearch(text, head, drafts).search();
}

}  // namespace muster::extract
