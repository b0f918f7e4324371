// The claim around one verb, from its subject and what stands before and behind it.
#include <algorithm>

#include "extract/slavic_verbs.hpp"
#include "extract/verb_search.hpp"

namespace muster::extract {

using namespace word_class;

void VerbSearch::search() {
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

Draft VerbSearch::draft_with(const std::vector<Range>& source) const {
  Draft draft = draft_of(group_, head_);
  draft.source = source;
  return draft;
}

bool VerbSearch::closes(std::uint32_t i) const {
  return i >= window_.last || text_.is_stop(i) || text_.is_mark(i, ",") ||
         text_.is(i, kTime | kPreposition | kGerund | kSubordinator);
}

// The content that goes on behind the attribution: `"A," he said, "B"` and `A, he said, B`.
void VerbSearch::add_rest(Draft& draft, std::uint32_t at, bool quoted) const {
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
  if (quoted) return;
  if (text_.is(begin, kRelative) && !text_.is(begin, kThat)) return;
  if (text_.is(begin, kGerund) && !has_finite(text_, {begin, std::min(begin + 5, window_.last)})) return;
  if (text_.is(begin, kTime) || (text_.is(begin, kPreposition) && !text_.is(begin, kSubordinator))) return;
  const std::uint32_t end = content_end(text_, begin, window_.last, false);
  if (end > begin + 2 && has_finite(text_, {begin, end})) draft.content.push_back({begin, end});
}

void VerbSearch::add_with(const Subject& subject) {
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
bool VerbSearch::names_artifact(const Subject& subject) const {
  const Range phrase = subject.source.front();
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (text_.is(i, kArtifactNoun)) return true;
  }
  return false;
}

// "As X noted, A" and "A, as X noted".
bool VerbSearch::as_clause(Draft& draft, const Before& before) {
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
std::uint32_t VerbSearch::clause_limit(const Draft& draft) const {
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

void VerbSearch::add_behind(Draft& draft) const {
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

void add_verb_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts) {
  if (text.is_cyrillic(head))
    SlavicVerbSearch(text, head, drafts).search();
  else
    VerbSearch(text, head, drafts).search();
}

}  // namespace muster::extract
