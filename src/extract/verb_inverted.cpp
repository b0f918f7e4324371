// The source behind the verb: `"A," said X`, "A, заявил X"; and those who say nothing.
#include <algorithm>

#include "extract/verb_search.hpp"

namespace muster::extract {

using namespace word_class;

// "has not commented on the report", "could not be reached for comment": what is said is nothing.
bool VerbSearch::try_silence() {
  const std::string_view verb = text_.word(head_);
  const bool unreached = verb == "reached" && group_.passive;
  const bool uncommented =
      verb.starts_with("comment") || verb.starts_with("respond") || verb.starts_with("repl");
  if (!group_.negated || !(unreached || uncommented) || !group_.verb->tail.empty()) return false;
  const Range source = subject_of_silence();
  if (source.empty()) return unreached;
  Draft draft = draft_with({source});
  if (group_.cue.first < head_) draft.cue.last = head_;
  draft.content.push_back({head_, content_end(text_, head_, window_.last, true)});
  drafts_.push_back(std::move(draft));
  return true;
}

Range VerbSearch::subject_of_silence() const {
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
bool VerbSearch::try_inverted() {
  const bool form = group_.form == CueForm::kPast || group_.form == CueForm::kThird;
  if (!form || !(frames().around || frames().quote)) return false;
  const Before before = content_before(text_, window_, group_.cue.first);
  if (!before.found || before.verbless || (!before.quoted && (!frames().around || frames().recipient)))
    return false;
  const Range source = text_.phrase_after(group_.cue.last, window_.last, true);
  if (source.empty() || (source.last < window_.last && text_.may_be_finite(source.last))) return false;
  if (!before.quoted && is_apposition(before.content)) return false;
  if (text_.is(source.first, kTime | kAdverb | kObject) &&
      !text_.is(source.first, kDeterminer | kPossessive | kPronoun))
    return false;
  const bool says = group_.verb->speech || group_.verb->stance == CueStance::kHedge;
  if (!before.quoted && (!says || !closes(source.last))) return false;
  Draft draft = draft_with({source});
  draft.content.push_back(before.content);
  add_rest(draft, source.last, before.quoted);
  drafts_.push_back(std::move(draft));
  return true;
}

// "Veld, who served there," is no clause that somebody says.
bool VerbSearch::is_apposition(Range content) const {
  std::uint32_t comma = content.first;
  while (comma < content.last && !text_.is_mark(comma, ",")) ++comma;
  if (comma + 1 >= content.last || has_finite(text_, {content.first, comma})) return false;
  return text_.is(comma + 1, kRelative | kDeterminer | kPersonNoun) ||
         text_.token(comma + 1).kind == text::TokenKind::kNumber;
}

// `Said Veld: "A"`
bool VerbSearch::try_opening() {
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

}  // namespace muster::extract
