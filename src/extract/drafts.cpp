#include "extract/drafts.hpp"

#include <algorithm>
#include <iterator>

#include "extract/slavic_verbs.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

bool is_cue(const SpeechText& text, std::uint32_t i, bool gerund, bool any = false) {
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  return std::ranges::any_of(lexicon.cues(text.entry(i)), [&](const CueEntry& cue) {
    const CueVerb& verb = lexicon.verb(cue.verb);
    if (!verb.tail.empty() && !text.matches(i + 1, verb.tail)) return false;
    if (gerund) return (cue.form == CueForm::kGerund && verb.speech) || verb.frames.gerund;
    if (verb.frames.gerund) return false;
    if (any && cue.form == CueForm::kCyrillic) return true;
    const bool finite =
        cue.form == CueForm::kPast || cue.form == CueForm::kThird || cue.form == CueForm::kCyrillic;
    const bool turns = any && (verb.frames.object_and_rest || verb.stance == CueStance::kJudge ||
                               verb.stance == CueStance::kDeny);
    return finite && (turns || verb.speech || verb.frames.that);
  });
}

// ", Ivo Marsh, called": the comma at `i` opens an apposition before a verb that says.
bool says_after_apposition(const SpeechText& text, std::uint32_t i, std::uint32_t limit) {
  const std::uint32_t end = std::min(limit, i + 8);
  for (std::uint32_t k = i + 1; k + 1 < end; ++k) {
    if (text.is_mark(k, ",")) return is_cue(text, k + 1, false, true);
  }
  return false;
}

// Does "and said", "but officials said", "while the ministry denied" start at `at`, a coordinator or
// subordinator?
bool starts_claim(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
  const std::uint32_t end = std::min(limit, at + 11);
  for (std::uint32_t i = at + 1; i < end; ++i) {
    if (text.quote_opened_at(i) >= 0 || text.is_stop(i)) return false;
    if (text.is_mark(i, ",")) return says_after_apposition(text, i, limit);
    if (is_cue(text, i, false, i == at + 1) && !(i > 0 && text.is(i - 1, kDeterminer | kPossessive)))
      return true;
    if (text.is(i, kThat | kRelative)) return false;
    if (text.is_finite(i) && !text.is(i, kAuxiliary)) return false;
  }
  return false;
}

bool contrasts(const SpeechText& text, std::uint32_t i) {
  const std::string_view word = text.word(i);
  return word == "while" || word == "whereas" || word == "though" || word == "although" || word == "а" ||
         word == "але" || word == "но" || word == "однако" || word == "однак" || word == "проте";
}

// Does what follows the comma at `i` no longer belong to the content?
bool cuts_at_comma(const SpeechText& text, std::uint32_t i, std::uint32_t limit, bool object) {
  const std::uint32_t next = i + 1;
  if (next >= limit) return true;
  if (is_cue(text, next, true) || text.word(next) == "citing" || text.word(next) == "quoting") return true;
  if (object && (text.is(next, kGerund | kRelative) || contrasts(text, next))) return true;
  if (text.is(next, kCoordinator) || contrasts(text, next)) return starts_claim(text, next, limit);
  return false;
}

// "in an interview", "on Monday", "while in Kyiv": says when and where the object was named, no part of it.
bool ends_object(const SpeechText& text, std::uint32_t i, std::uint32_t limit) {
  const std::string_view word = text.word(i);
  if (word == "while" || word == "when" || word == "because" || word == "although" || word == "during")
    return true;
  if (!text.is(i, kPreposition) || i + 1 >= limit) return false;
  if ((word == "on" || word == "in") && text.is(i + 1, kTime)) return true;
  const bool telling = i + 2 < limit && text.is(i + 1, kDeterminer | kPossessive) &&
                       (text.is(i + 2, kArtifactNoun | kCueNoun) || text.word(i + 2) == "interview" ||
                        text.word(i + 2) == "speech");
  return word == "in" && telling;
}

}  // namespace

std::uint32_t content_end(const SpeechText& text, std::uint32_t begin, std::uint32_t limit, bool object) {
  std::uint32_t end = limit;
  if (end > begin && text.is_mark(end - 1, ".")) --end;
  const std::uint32_t reach = std::min(end, begin + SpeechText::kReach);
  for (std::uint32_t i = begin; i < reach; ++i) {
    if (const std::int32_t q = text.quote_opened_at(i); q >= 0) {
      i = std::max(i, text.quote(q).end - 1);
      if (i >= reach) break;
      continue;
    }
    if (i == begin) continue;
    if (text.is_mark(i, ";") || text.token(i).paragraph_before) return i;
    if (text.is_mark(i, ",") && cuts_at_comma(text, i, end, object)) return i;
    if (object && i > begin + 1 && ends_object(text, i, end)) return i;
    const bool joins = text.is(i, kCoordinator) || contrasts(text, i);
    const bool apart = i > begin + 1 || text.is_cyrillic(i);
    if (joins && apart && starts_claim(text, i, std::min(end, i + 4)) && !text.is_mark(i - 1, ",")) return i;
  }
  return end;
}

// A claim inside another's words gives way where the outer attribution starts: `A, officials say, B said`.
void cut_at_neighbours(const SpeechText& text, std::vector<Draft>& drafts) {
  for (std::size_t a = 0; a < drafts.size(); ++a) {
    for (std::size_t b = a + 1; b < drafts.size() && b < a + 4; ++b) {
      if (drafts[b].from_before || drafts[b].content.empty()) continue;
      const Range outer = drafts[b].content.front();
      if (drafts[a].head < outer.first || drafts[a].head >= outer.last) continue;
      std::uint32_t start = drafts[b].cue.first;
      for (const Range& source : drafts[b].source) start = std::min(start, source.first);
      for (Range& content : drafts[a].content) {
        if (content.first >= start || content.last <= start) continue;
        content.last = start;
        while (!content.empty() && (text.is_mark(content.last - 1, ",") || text.is_dash(content.last - 1)))
          --content.last;
      }
      std::erase_if(drafts[a].content, [](const Range& r) { return r.empty(); });
    }
  }
  std::erase_if(drafts, [](const Draft& draft) { return draft.content.empty(); });
}

namespace {

// Can the quotation stand for itself as a further sentence of the speaker before?
bool is_whole(const SpeechText& text, const Quote& quote) {
  if (quote.goes_on) return true;
  const std::uint32_t last = text.last_inside(quote);
  if (!text.is_stop(last) && !text.is_stop(std::min(quote.end, text.size() - 1))) return false;
  if (quote.end >= text.size() || text.token(quote.end).paragraph_before) return true;
  return text.is_mark(last, ".") || text.token(quote.end).capital || text.is_stop(quote.end);
}

// "— A, — said X. — B.": a line that starts with a dash is speech.
bool is_dialogue(const SpeechText& text, const Draft& draft) {
  const std::uint32_t first = draft.content.front().first;
  return first > 0 && text.is_dash(first - 1) && text.token(first - 1).line_before &&
         draft.content.size() == 1;
}

void add_rest_of_dialogue(const SpeechText& text, Draft& draft) {
  const std::uint32_t dash = text.window(draft.head).last;
  if (dash + 1 >= text.size() || !text.is_dash(dash) || text.token(dash).line_before) return;
  std::uint32_t end = dash + 1;
  const std::uint32_t reach = std::min(text.size(), end + 400);
  while (end < reach && !text.token(end).line_before) ++end;
  draft.content.push_back({dash + 1, end});
}

bool is_direct(const SpeechText& text, const Draft& draft) {
  const Range last = draft.content.back();
  return text.quote_opened_at(last.first) >= 0 && last.last > last.first;
}

// Gives quotations without a cue of their own to whoever spoke right before them.
class FurtherQuotes {
 public:
  FurtherQuotes(const SpeechText& text, const std::vector<Draft>& drafts)
      : text_(text), used_(text.quotes().size()), heads_(text.size()) {
    for (const Draft& draft : drafts) {
      heads_[draft.head] = true;
      for (const Range& content : draft.content) {
        if (const std::int32_t q = text.quote_opened_at(content.first); q >= 0)
          used_[static_cast<std::size_t>(q)] = true;
      }
    }
  }

  // `"A," X said in town, "but B."`: a quotation behind the cue that nobody else brings in.
  void resume(Draft& draft) {
    const std::uint32_t end = text_.window(draft.head).last;
    for (std::uint32_t i = draft.head + 1; i < end; ++i) {
      if (heads_[i]) return;
      const std::int32_t opened = text_.quote_opened_at(i);
      if (opened < 0) continue;
      const Quote& quote = text_.quote(opened);
      const bool goes_on = text_.is_mark(i - 1, ",") && quote.end - quote.open >= 6;
      if (!goes_on || used_[static_cast<std::size_t>(opened)]) return;
      used_[static_cast<std::size_t>(opened)] = true;
      draft.content.push_back({quote.open, quote.end});
      return;
    }
  }

  // `X said that A. "B."`: a sentence that is one quotation, in the same paragraph.
  void add_after_indirect(Draft& draft) {
    const std::uint32_t at = past_marks(std::max(text_.window(draft.head).last, draft.content.back().last));
    if (at >= text_.size() || text_.token(at).line_before) return;
    const std::int32_t opened = text_.quote_opened_at(at);
    if (opened < 0 || used_[static_cast<std::size_t>(opened)] || !is_whole(text_, text_.quote(opened)))
      return;
    if (has_head(draft.head + 1, at)) return;
    add_to(draft);
  }

  void add_to(Draft& draft) {
    std::uint32_t at = std::max(text_.window(draft.head).last, draft.content.back().last);
    at = past_marks(at);
    bool skipped = false;
    while (at < text_.size()) {
      const std::int32_t opened = text_.quote_opened_at(at);
      if (opened < 0) {
        const std::uint32_t next = past_sentence(at);
        if (skipped || next == at) return;
        skipped = true;
        at = next;
        continue;
      }
      if (used_[static_cast<std::size_t>(opened)]) return;
      const Quote& quote = text_.quote(opened);
      std::uint32_t end = quote.end;
      if (!is_whole(text_, quote)) {
        end = skipped ? at : end_of_mixed(quote);
        if (end == at) return;
      }
      used_[static_cast<std::size_t>(opened)] = true;
      draft.content.push_back({quote.open, end});
      at = past_marks(end);
    }
  }

 private:
  [[nodiscard]] std::uint32_t past_marks(std::uint32_t at) const {
    while (at < text_.size() && (text_.is_stop(at) || text_.quote_closed_at(at) >= 0) &&
           text_.quote_opened_at(at) < 0)
      ++at;
    return at;
  }

  [[nodiscard]] bool has_head(std::uint32_t first, std::uint32_t last) const {
    return std::find(heads_.begin() + first, heads_.begin() + last, true) != heads_.begin() + last;
  }

  // Over a short plain sentence of the same paragraph, to a quotation: `"A," X said. He smiled. "B."`
  [[nodiscard]] std::uint32_t past_sentence(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 14;
    const Range sentence = text_.sentence(at);
    const std::uint32_t end = sentence.last;
    const bool fits = sentence.first == at && end < text_.size() && end - at <= kLongest &&
                      !text_.token(at).paragraph_before && !text_.token(end).paragraph_before &&
                      text_.quote_opened_at(end) >= 0 && text_.quote_of(end - 1) < 0;
    return fits && !has_head(at, end) ? end : at;
  }

  // `"A," said X. "B is" for the few`: a sentence that opens with a quotation and says no other source. Its
  // end, or the quotation's begin where it is no such sentence.
  [[nodiscard]] std::uint32_t end_of_mixed(const Quote& quote) const {
    constexpr std::uint32_t kFewest = 8;
    std::uint32_t end = text_.sentence(quote.end - 1).last;
    const bool fits = quote.end - quote.open >= kFewest && !text_.token(quote.open).paragraph_before &&
                      end > quote.end && end - quote.end <= 12 && !has_head(quote.end, end);
    if (!fits || text_.is_mark(quote.end - 2, ",")) return quote.open;
    while (end > quote.end && text_.is_stop(end - 1)) --end;
    return end;
  }

  const SpeechText& text_;
  std::vector<bool> used_;
  std::vector<bool> heads_;
};

}  // namespace

void add_further_quotes(const SpeechText& text, std::vector<Draft>& drafts) {
  FurtherQuotes further(text, drafts);
  for (Draft& draft : drafts) {
    if (draft.speech && is_dialogue(text, draft)) add_rest_of_dialogue(text, draft);
    if (draft.from_before || draft.certain) continue;
    const bool direct = is_direct(text, draft);
    if (direct && draft.content.back().last <= draft.head) further.resume(draft);
    if (direct && draft.speech)
      further.add_to(draft);
    else if (!draft.source.empty())
      further.add_after_indirect(draft);
  }
}

std::vector<Draft> find_drafts(const SpeechText& text) {
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  std::vector<Draft> drafts;
  std::uint32_t skip_to = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (!text.is_word(i) && (text.is_dash(i) || text.is_mark(i, ":"))) add_marked_draft(text, i, drafts);
    if (text.entry(i).id == 0 && !text.is(i, kCueNoun)) {
      continue;
    }
    const std::size_t count = drafts.size();
    if (text.is(i, kPhraseStart) && (i >= skip_to || !text.is_cyrillic(i))) add_phrase_draft(text, i, drafts);
    if (drafts.size() > count) {
      skip_to = drafts.back().cue.last;
      continue;
    }
    if (i < skip_to) continue;
    if (!lexicon.cues(text.entry(i)).empty()) add_verb_draft(text, i, drafts);
    if (drafts.size() == count && text.is(i, kCueNoun)) add_noun_draft(text, i, drafts);
  }
  std::ranges::stable_sort(drafts, {}, &Draft::head);
  std::vector<Draft> references;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (!text.is_cyrillic(i)) continue;
    add_reference_draft(text, i, drafts, references);
    add_doubt_draft(text, i, drafts, references);
  }
  std::ranges::move(references, std::back_inserter(drafts));
  std::ranges::stable_sort(drafts, {}, &Draft::head);
  add_transcript_drafts(text, drafts);
  cut_at_neighbours(text, drafts);
  add_further_quotes(text, drafts);
  return drafts;
}

}  // namespace muster::extract
