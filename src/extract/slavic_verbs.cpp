#include "extract/slavic_verbs.hpp"

#include <algorithm>

#include "extract/slavic_words.hpp"

namespace muster::extract {

using namespace word_class;

void SlavicVerbSearch::search() {
  const auto group = verb_group_at(text_, head_, window_);
  if (!group || group->form != CueForm::kCyrillic) return;
  group_ = *group;
  prefer_gerund();
  if (text_.token(head_).capital && head_ > window_.first && text_.is_word(head_ - 1)) return;  // a name
  if (leads_to_neither()) return;
  take_neither();
  after_ = look_after(text_, group_, window_);
  if (try_about() || try_cut_quotation()) return;
  SlavicSource subject = slavic_source_before(text_, window_, group_.cue.first, head_);
  subject.shared |= frames().gerund;
  if (try_inverted(subject)) return;
  if (subject.shared) {
    subject.words = shared_source();
    subject.oblique = !drafts_.empty() && drafts_.back().oblique && !subject.words.empty() &&
                      !drafts_.back().source.empty() && drafts_.back().source.front() == subject.words;
  }
  const bool told = after_.kind == Following::kThat ||
                    (after_.kind == Following::kQuote && after_.content <= group_.cue.last + 1);
  const bool nobody = is_impersonal(text_.word(head_)) || !subject.object.empty() ||
                      (told && is_slavic_plural_verb(text_.word(head_)) && !subject.shared);
  if (subject.words.empty() && frames().artifact_object) return;
  if (subject.words.empty() && !nobody) {
    const bool first = group_.cue.first == window_.first || !text_.is_word(group_.cue.first - 1);
    const Range source = first && !subject.shared ? behind(false) : Range{};
    if (source.empty()) return;
    subject.words = source;
  }
  add_with(subject);
}

// "заявив" is a gerund in Russian, a past in Ukrainian.
void SlavicVerbSearch::prefer_gerund() {
  if (text_.is_ukrainian() || !group_.verb->tail.empty()) return;
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  for (const CueEntry& cue : lexicon.cues(text_.entry(head_))) {
    const CueVerb& verb = lexicon.verb(cue.verb);
    if (verb.frames.gerund && verb.tail.empty()) group_.verb = &verb;
  }
}

// "не подтвердил и не опроверг": the second verb stands for both.
bool SlavicVerbSearch::leads_to_neither() const {
  const std::uint32_t at = group_.cue.last;
  return group_.negated && at + 2 < window_.last && text_.is(at, kCoordinator | kNegation) &&
         (text_.is(at + 1, kNegation) || text_.is(at, kNegation)) &&
         !SpeechLexicon::get().cues(text_.entry(text_.is(at + 1, kNegation) ? at + 2 : at + 1)).empty();
}

void SlavicVerbSearch::take_neither() {
  const std::uint32_t first = group_.cue.first;
  if (!group_.negated || first < window_.first + 3) return;
  const std::uint32_t verb = text_.is(first - 1, kCoordinator) ? first - 2 : first - 1;
  if (SpeechLexicon::get().cues(text_.entry(verb)).empty() || !text_.is(verb - 1, kNegation)) return;
  group_.cue.first = verb - 1;
  group_.neither = true;
}

Draft SlavicVerbSearch::draft_with(Range source) const {
  Draft draft = draft_of(group_, head_);
  if (!source.empty()) draft.source = {source};
  return draft;
}

// "Об этом в среду сообщил X", "Про це йдеться у звіті": the sentence before is the content.
bool SlavicVerbSearch::try_about() {
  const std::uint32_t f = window_.first;
  if (f == 0 || f + 2 >= window_.last || head_ > f + 9 || head_ < f + 2) return false;
  const bool about = (text_.word(f) == "об" && text_.word(f + 1) == "этом") ||
                     (text_.word(f) == "про" && text_.word(f + 1) == "це");
  if (!about) return false;
  Draft draft = draft_with({});
  std::uint32_t at = group_.cue.last;
  const bool document =
      is_impersonal(text_.word(head_)) && at + 1 < window_.last && text_.is(at, kPreposition);
  if (document) draft.cue.last = ++at, draft.oblique = true;
  Range source =
      document ? slavic_phrase(text_, at, window_.last) : slavic_source_after(text_, at, window_.last);
  if (source.empty())
    source = slavic_source_before(text_, {f + 2, window_.last}, group_.cue.first, head_).words;
  if (source.empty()) return false;
  draft.source = {source};
  Range content = text_.sentence(f - 1);
  if (text_.is_mark(content.last - 1, ".")) --content.last;
  draft.content = {content};
  draft.from_before = true;
  drafts_.push_back(std::move(draft));
  return true;
}

// «A, — сказал X. — B»: the author's words stand inside the marks.
bool SlavicVerbSearch::try_cut_quotation() {
  const std::int32_t inside = text_.quote_of(head_);
  if (inside < 0) return false;
  const Quote& quote = text_.quote(inside);
  const std::uint32_t cue = group_.cue.first;
  std::uint32_t dash = cue;  // also "— министр сказал"
  while (dash > quote.open + 1 && cue - dash < 7 && !text_.is_dash(dash - 1) && text_.is_word(dash - 1))
    --dash;
  if (dash <= quote.open + 2 || !text_.is_dash(dash - 1)) return false;
  const std::uint32_t before = dash - 2;
  if (!text_.is_mark(before, ",") && !text_.is_stop(before)) return false;
  const Range source = dash == cue ? slavic_source_after(text_, group_.cue.last, quote.end)
                                   : slavic_source_before(text_, {dash, quote.end}, cue, head_).words;
  std::uint32_t rest = dash == cue && !source.empty() ? source.last : group_.cue.last;
  while (rest + 1 < quote.end && rest < head_ + 30 && !text_.is_dash(rest)) ++rest;
  if (!text_.is_dash(rest)) return false;
  Draft draft = draft_with(source);
  const bool comma = text_.is_mark(before, ",");
  draft.content.push_back({quote.open, comma ? before : before + 1});
  if (rest + 1 < quote.end) draft.content.push_back({rest + 1, quote.end});
  draft.speech = true;
  drafts_.push_back(std::move(draft));
  return true;
}

bool SlavicVerbSearch::closes(std::uint32_t i) const {
  return i >= window_.last || text_.is_stop(i) || text_.is_mark(i, ",") || text_.is_dash(i) ||
         text_.is_mark(i, ":") || text_.is(i, kTime | kPreposition | kSubordinator | kAdverb | kCoordinator);
}

// The source behind the verb; before what is said where that follows too.
Range SlavicVerbSearch::behind(bool needs_end) const {
  const bool follows = after_.kind == Following::kThat || after_.kind == Following::kQuote;
  std::uint32_t limit = window_.last;
  if (follows && after_.content > group_.cue.last) limit = after_.content - 1;
  const Range source = slavic_source_after(text_, group_.cue.last, limit);
  if (source.empty() || text_.is_mark(source.first, ",")) return {};
  if (!needs_end && !follows) return {};
  return source;
}

// "заявили в понедельник в областном штабе"
Range SlavicVerbSearch::body_behind() const {
  std::uint32_t at = group_.cue.last;
  while (at + 2 < window_.last && text_.is(at, kPreposition) && text_.is(at + 1, kTime)) at += 2;
  if (at + 1 >= window_.last || !text_.is(at, kPreposition)) return {};
  return slavic_phrase(text_, at + 1, window_.last);
}

// «A», — сказал X. / A, сообщил X.
bool SlavicVerbSearch::try_inverted(const SlavicSource& subject) {
  const Before before = content_before(text_, window_, group_.cue.first);
  if (!before.found || subject.shared || frames().gerund || !subject.words.empty()) return false;
  if (!before.quoted && group_.negated) return false;  // "моряки, ймовірно, не знали про вантаж"
  if (!before.quoted && !frames().quote && !frames().that && !frames().around) return false;
  if (!before.quoted && (after_.kind == Following::kThat || after_.kind == Following::kQuote)) return false;
  Range source = slavic_source_after(text_, group_.cue.last, window_.last);
  const bool body = source.empty() && is_slavic_plural_verb(text_.word(head_));
  if (body) source = body_behind();
  const bool document = !source.empty() ? false : is_impersonal(text_.word(head_));
  if (source.empty() && !document) return false;
  if (!source.empty() && !closes(source.last) && !before.quoted) return false;
  if (document && text_.is(std::min(group_.cue.last, text_.size() - 1), kPreposition))
    return false;  // a phrase
  Draft draft = draft_with(source);
  draft.oblique = body;
  draft.content.push_back(before.content);
  add_rest(draft, source.empty() ? group_.cue.last : source.last, before.quoted);
  drafts_.push_back(std::move(draft));
  return true;
}

// The content that goes on behind the attribution: "A», — сказал X, — «B" and "A, сказал X, B".
void SlavicVerbSearch::add_rest(Draft& draft, std::uint32_t at, bool quoted) const {
  std::uint32_t stop = at;
  while (quoted && stop < window_.last && stop < at + 12 && !text_.is_dash(stop) && !text_.is_stop(stop) &&
         text_.quote_opened_at(stop) < 0 && !text_.is_mark(stop, ","))
    ++stop;
  if (stop >= window_.last) return;
  const bool marked = text_.is_mark(stop, ",") || text_.is_stop(stop);
  std::uint32_t begin = marked ? stop + 1 : stop;
  const bool dash = begin < text_.size() && text_.is_dash(begin) && !text_.token(begin).line_before;
  if (!marked && !dash) return;
  if (dash) ++begin;
  if (begin >= text_.size() || text_.token(begin).line_before) return;
  if (const std::int32_t opened = text_.quote_opened_at(begin);
      opened >= 0 && (dash || text_.is_mark(stop, ","))) {
    draft.content.push_back({begin, text_.quote(opened).end});
    return;
  }
  if (begin >= window_.last || (quoted && !dash) || (!dash && text_.is_stop(stop))) return;
  if (text_.is(begin, kRelative | kThat | kCoordinator | kSubordinator) ||
      is_slavic_participle(text_.word(begin)))
    return;
  const auto cues = SpeechLexicon::get().cues(text_.entry(begin));
  if (!cues.empty()) return;
  const std::uint32_t end = content_end(text_, begin, window_.last, false);
  if (end > begin + 1) draft.content.push_back({begin, end});
}

// The claim before says who, else the verb before that agrees with this one, else how the sentence opens.
Range SlavicVerbSearch::shared_source() const {
  if (!drafts_.empty() && drafts_.back().head >= window_.first && drafts_.back().head < head_ &&
      text_.quote_of(drafts_.back().head) == text_.quote_of(head_) && !drafts_.back().source.empty() &&
      (frames().gerund || agree(text_.word(head_), text_.word(drafts_.back().head)) ||
       drafts_.back().head + 40 > head_))
    return drafts_.back().source.front();
  const std::uint32_t floor = std::max(window_.first, head_ > 60 ? head_ - 60 : 0);
  for (std::uint32_t i = floor + 1; i < group_.cue.first; ++i) {
    if (const std::int32_t q = text_.quote_opened_at(i); q >= 0)
      i = std::min(text_.quote(q).end, group_.cue.first) - 1;
    const bool lower = text_.is_word(i) && !text_.token(i).capital && !text_.is(i, kPersonNoun | kOfficeNoun);
    if (!lower ||
        !(frames().gerund ? is_slavic_finite(text_.word(i)) : agree(text_.word(head_), text_.word(i))))
      continue;
    const SlavicSource source = slavic_source_before(text_, window_, i, i);
    if (!source.words.empty()) return source.words;
  }
  return {};
}

void SlavicVerbSearch::add_with(const SlavicSource& subject) {
  Draft draft = draft_with(subject.words);
  draft.shares_source = subject.shared;
  draft.oblique = subject.oblique;
  const std::string_view verb = text_.word(head_);
  if (!subject.object.empty() && (verb.starts_with("счита") || verb.starts_with("вважа")))
    draft.stance = CueStance::kHedge;
  const bool about = frames().object_and_rest || draft.stance == CueStance::kHedge;
  if (!subject.object.empty() && about) draft.content.push_back(subject.object);
  if (after_.kind == Following::kNothing && frames().object_if_negated && group_.negated &&
      !group_.verb->tail.empty()) {
    draft.cue.last = head_ + 1;  // "не ответил | на запрос"
    draft.content = {{head_ + 1, group_.cue.last}};
  } else if (after_.kind == Following::kNothing) {
    if (subject.shared || !(frames().quote || frames().around)) return;
    const std::uint32_t begin = subject.words.empty() ? group_.cue.first : subject.words.first;
    const Before before = content_before(text_, window_, begin);
    if (!before.found || text_.is(begin, kRelative)) return;
    draft.content = {before.content};
    add_rest(draft, after_.stop, before.quoted);
  } else {
    if (frames().artifact_object && after_.kind == Following::kObject && !names_artifact(subject.words))
      return;
    add_behind(draft);
  }
  if (!draft.content.empty()) drafts_.push_back(std::move(draft));
}

bool SlavicVerbSearch::names_artifact(Range source) const {
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    if (text_.is(i, kArtifactNoun)) return true;
  }
  return false;
}

void SlavicVerbSearch::add_behind(Draft& draft) const {
  const std::uint32_t begin = after_.content;
  if (after_.colon && begin == group_.cue.last + 1) draft.cue.last = begin;
  if (begin >= window_.last) return;
  const std::int32_t opened = text_.quote_opened_at(begin);
  std::uint32_t end = 0;
  if (opened >= 0 && after_.kind == Following::kQuote) {
    end = text_.quote(opened).end;
    const bool goes_on = end < window_.last && text_.is_word(end) && !text_.token(end).paragraph_before &&
                         !text_.is_stop(text_.last_inside(text_.quote(opened)));
    if (goes_on) end = content_end(text_, end, window_.last, false);
  } else {
    end = content_end(text_, begin, window_.last, false);
  }
  if (end > begin) draft.content.push_back({begin, end});
}

namespace {

bool refers(std::string_view word) {
  return word == "ссылкой" || word == "посиланням" || word == "ссылаясь" || word == "посилаючись" ||
         word == "сославшись" || word == "пославшись";
}

bool doubts(std::string_view word) {
  return word == "якобы" || word == "нібито" || word == "начебто" || word == "буцімто";
}

}  // namespace

void add_doubt_draft(const SpeechText& text, std::uint32_t head, const std::vector<Draft>& drafts,
                     std::vector<Draft>& doubted) {
  if (!doubts(text.word(head)) || text.quote_of(head) >= 0) return;
  const Range sentence = text.sentence(head);
  const auto first = std::ranges::lower_bound(drafts, sentence.first, {}, &Draft::head);
  if (first != drafts.end() && first->head < sentence.last) return;  // doubt inside a claim
  std::uint32_t end = sentence.last;
  while (end > head + 1 && text.is_stop(end - 1)) --end;
  if (end - head > SpeechText::kReach || head - sentence.first > SpeechText::kReach || end <= head + 1)
    return;
  Draft draft;
  draft.head = head;
  draft.cue = {head, head + 1};
  draft.stance = CueStance::kHedge;
  if (head > sentence.first) draft.content.push_back({sentence.first, head});
  draft.content.push_back({head + 1, end});
  doubted.push_back(std::move(draft));
}

void add_reference_draft(const SpeechText& text, std::uint32_t head, const std::vector<Draft>& drafts,
                         std::vector<Draft>& references) {
  if (!refers(text.word(head)) || head + 2 >= text.size() || head == 0 || text.word(head + 1) != "на") return;
  const Range window = text.window(head);
  const auto holds = [&](const Draft& draft) {
    return window.first <= draft.head && draft.head < window.last;
  };
  auto main = std::ranges::upper_bound(drafts, head, {}, &Draft::head);
  if (main != drafts.begin() && holds(*std::prev(main))) --main;
  if (main == drafts.end() || !holds(*main)) return;
  Draft draft;
  draft.source = {slavic_phrase(text, head + 2, window.last)};
  if (draft.source.front().empty()) return;
  draft.head = head;
  draft.cue = {text.is(head - 1, kPreposition) ? head - 1 : head, head + 2};
  draft.oblique = true;
  draft.content = main->content;
  draft.from_before = main->from_before;
  for (Range& content : draft.content) {
    if (content.first <= head && head < content.last) content.last = draft.cue.first;
  }
  std::erase_if(draft.content, [](const Range& r) { return r.empty(); });
  if (!draft.content.empty()) references.push_back(std::move(draft));
}

}  // namespace muster::extract
