// Claims around a phrase ("according to X", "по словам X", "this is reported by X") or a noun ("X's claim
// that").
#include <algorithm>

#include "extract/drafts.hpp"
#include "extract/slavic_phrases.hpp"
#include "extract/slavic_words.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

// "_" of a phrase is a possessive.
bool matches_phrase(const SpeechText& text, std::uint32_t at, const std::vector<std::string_view>& words) {
  if (at + words.size() > text.size()) return false;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const bool own = words[i] == "_" && text.is(at + i, kPossessive | kObject);
    if (text.word(at + i) != words[i] && !own) return false;
  }
  return true;
}

const CuePhrase* longest_phrase(const SpeechText& text, std::uint32_t at) {
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  const CuePhrase* best = nullptr;
  for (const std::uint16_t id : lexicon.phrases(text.entry(at))) {
    const CuePhrase& phrase = lexicon.phrase(id);
    if (matches_phrase(text, at, phrase.words) &&
        (best == nullptr || phrase.words.size() > best->words.size()))
      best = &phrase;
  }
  return best;
}

// "как уточнил X", "як повідомили в X": any verb that says.
CuePhrase as_phrase(const SpeechText& text, std::uint32_t at) {
  if (text.word(at) != "как" && text.word(at) != "як") return {};
  std::uint32_t verb = at + 1;
  while (verb < std::min(text.size(), at + 3) && text.is(verb, kAdverb | kTime)) ++verb;
  if (verb + 1 >= text.size()) return {};
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  const auto cues = lexicon.cues(text.entry(verb));
  const bool says = std::ranges::any_of(cues, [&](const CueEntry& cue) {
    const CueVerb& found = lexicon.verb(cue.verb);
    return found.tail.empty() && found.frames.that && !found.frames.gerund &&
           found.stance != CueStance::kDemand;
  });
  if (!says) return {};
  CuePhrase phrase;
  const std::uint32_t end = verb + (text.is(verb + 1, kPreposition) && !text.is(verb + 1, kTime) ? 2 : 1);
  for (std::uint32_t i = at; i < end; ++i) phrase.words.push_back(text.word(i));
  return phrase;
}

// "по предварительным данным X": a phrase of two words with an adjective between them.
CuePhrase described_phrase(const SpeechText& text, std::uint32_t at) {
  if (at + 2 >= text.size() || !is_oblique_adjective(text.word(at + 1)) || text.is(at + 1, kObject))
    return {};
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  for (const std::uint16_t id : lexicon.phrases(text.entry(at))) {
    CuePhrase phrase = lexicon.phrase(id);
    if (phrase.words.size() != 2 || phrase.words[1] != text.word(at + 2)) continue;
    phrase.words = {text.word(at), text.word(at + 1), text.word(at + 2)};
    const std::string_view how = phrase.words[1];
    if (how.starts_with("предварит") || how.starts_with("попередн") || how.starts_with("неподтвер") ||
        how.starts_with("непідтвер") || how.starts_with("неофици") || how.starts_with("неофіц"))
      phrase.stance = CueStance::kHedge;
    return phrase;
  }
  return {};
}

// Without a comma or a dash at its end.
Range without_comma(const SpeechText& text, Range range) {
  while (!range.empty() && (text.is_mark(range.last - 1, ",") || text.is_dash(range.last - 1))) --range.last;
  return range;
}

// Where ", which reviewed Y" ends; `at` itself where no relative clause follows.
std::uint32_t relative_end(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
  if (at + 2 >= limit || !text.is_mark(at, ",") || !text.is(at + 1, kRelative)) return at;
  std::uint32_t end = at + 2;
  while (end < limit && end < at + 40 && !text.is_mark(end, ",") && !text.is_stop(end)) ++end;
  return end;
}

class PhraseSearch {
 public:
  PhraseSearch(const SpeechText& text, std::uint32_t head, const CuePhrase& phrase)
      : text_(text),
        window_(text.window(head)),
        head_(head),
        behind_(head + static_cast<std::uint32_t>(phrase.words.size())) {
    draft_.head = head;
    draft_.cue = {head, behind_};
    draft_.stance = phrase.stance;
    draft_.speech = phrase.kind == PhraseKind::kSourceFollows || phrase.kind == PhraseKind::kSourceInside;
    for (std::uint32_t i = 0; i < phrase.words.size(); ++i) {
      if (phrase.words[i] == "_") draft_.source = {{head + i, head + i + 1}};
    }
  }

  bool search(PhraseKind kind) {
    if (behind_ >= window_.last) return false;
    if (kind == PhraseKind::kNoSource) return without_source();
    if (kind == PhraseKind::kSourceInside) return around(behind_);
    if (text_.is_cyrillic(head_)) return search_cyrillic(kind);
    Range source = text_.phrase_after(behind_, window_.last, false);
    if (source.empty() || !could_tell(source)) return false;
    const std::uint32_t relative = relative_end(text_, source.last, window_.last);
    if (relative == source.last) source = text_.phrase_after(behind_, window_.last, true);
    const bool swallowed = source.last >= window_.last || text_.is_stop(source.last);
    if (head_ == window_.first && swallowed) source = text_.phrase_after(behind_, window_.last, false);
    draft_.source = {source};
    return kind == PhraseKind::kContentBefore ? previous_sentence() : around(std::max(relative, source.last));
  }

  Draft take() { return std::move(draft_); }

 private:
  // "по словам X", "как уточнили в X"; "по предварительным данным" has nobody behind it.
  bool search_cyrillic(PhraseKind kind) {
    Range source = slavic_phrase(text_, behind_, window_.last);
    const bool swallowed = source.last >= window_.last || text_.is_stop(source.last);
    if (head_ == window_.first && swallowed) {  // what looked like an apposition is the content
      std::uint32_t comma = source.first;
      while (comma < source.last && !text_.is_mark(comma, ",")) ++comma;
      source.last = comma;
    }
    const bool as = text_.word(head_) == "как" || text_.word(head_) == "як";
    draft_.oblique = !as || text_.is(behind_ - 1, kPreposition);
    if (source.empty()) return text_.is_mark(behind_, ",") && around(behind_);
    draft_.source = {source};
    const std::uint32_t f = window_.first;
    const bool about = head_ > f + 1 && head_ < f + 6 &&
                       ((text_.word(f) == "об" && text_.word(f + 1) == "этом") ||
                        (text_.word(f) == "про" && text_.word(f + 1) == "це"));
    return about || kind == PhraseKind::kContentBefore ? previous_sentence() : around(source.last);
  }

  // "according to the ministry", not "according to plan".
  [[nodiscard]] bool could_tell(Range source) const {
    if (text_.is_cyrillic(source.first)) return true;
    for (std::uint32_t i = source.first; i < source.last; ++i) {
      if (text_.token(i).capital || text_.token(i).kind == text::TokenKind::kNumber ||
          text_.word(i).ends_with("s"))
        return true;
      if (text_.is(i, kPersonNoun | kOfficeNoun | kGroupNoun | kArtifactNoun | kObject | kPronoun))
        return true;
    }
    return false;
  }

  bool without_source() {
    --draft_.cue.last;  // "that" belongs to the content
    add({behind_ - 1, content_end(text_, behind_, window_.last, false)});
    return true;
  }

  bool previous_sentence() {
    if (window_.first == 0) return false;
    Range content = text_.sentence(window_.first - 1);
    if (text_.is_mark(content.last - 1, ".")) --content.last;
    draft_.from_before = true;
    add(content);
    return !draft_.content.empty();
  }

  // "According to X, A" / "A, according to X" / "A, according to X, B" / `"A," according to X`
  bool around(std::uint32_t end) {
    const Range before = without_comma(text_, {window_.first, head_});
    if (words_in(before) < 2) {
      add_behind(end);
      return !draft_.content.empty();
    }
    if (const std::int32_t q = text_.quote_closed_at(before.last - 1);
        q >= 0 && text_.quote(q).open >= before.first &&
        !(text_.quote(q).open > before.first && text_.is_word(text_.quote(q).open - 1))) {
      add({text_.quote(q).open, text_.quote(q).end});
      return true;
    }
    add(before);
    if (end < window_.last && text_.is_mark(end, ",")) add_behind(end);
    return true;
  }

  // "агентство «Причал» со ссылкой на следствие, ...": past the reference.
  [[nodiscard]] std::uint32_t past_reference(std::uint32_t end) const {
    if (end + 1 >= window_.last || !text_.is(end, kPreposition)) return end;
    if (text_.word(end + 1) != "ссылкой" && text_.word(end + 1) != "посиланням") return end;
    for (std::uint32_t i = end + 2; i < std::min(window_.last, end + 16); ++i) {
      if (text_.is_mark(i, ",")) return i;
    }
    return end;
  }

  void add_behind(std::uint32_t end) {
    end = past_reference(end);
    if (end < window_.last && text_.is_mark(end, ",")) ++end;
    if (end < window_.last && text_.is_dash(end)) ++end;
    if (end >= window_.last) return;
    add({end, content_end(text_, end, window_.last, false)});
  }

  [[nodiscard]] std::uint32_t words_in(Range range) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = range.first; i < range.last && count < 4; ++i)
      count += text_.is_word(i) && !text_.is(i, kCoordinator);
    return count;
  }

  void add(Range range) {
    if (!range.empty()) draft_.content.push_back(range);
  }

  const SpeechText& text_;
  Range window_;
  std::uint32_t head_;
  std::uint32_t behind_;
  Draft draft_;
};

// The source of "X's claim", "his claim"; empty where the noun has none.
Range owner_before(const SpeechText& text, std::uint32_t noun, std::uint32_t floor) {
  if (noun <= floor) return {};
  const std::uint32_t p = noun - 1;
  if (text.is(p, kPossessive)) return {p, noun};
  if (!text.has_possessive_ending(p)) return {};
  Range phrase = text.phrase_before(noun, floor);
  phrase.last = noun;
  return phrase;
}

// "that units were paid twice | was rejected": the words that the noun's clause ends before.
std::uint32_t noun_clause_end(const SpeechText& text, std::uint32_t begin, std::uint32_t end) {
  bool verb = false;
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    if (text.quote_opened_at(i) >= 0 || text.is(i, kCoordinator | kSubordinator | kRelative | kThat) ||
        text.is_mark(i, ","))
      return end;
    const bool grouped = text.is(i - 1, kAuxiliary | kNegation | kPreposition) ||
                         (text.is(i - 1, kAdverb) && !text.is(i, kAuxiliary));
    if (!text.is_finite(i) || grouped) continue;
    if (verb) return i;
    verb = true;
  }
  return end;
}

}  // namespace

void add_phrase_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts) {
  const CuePhrase* phrase = longest_phrase(text, head);
  CuePhrase made;
  if (phrase == nullptr && text.is_cyrillic(head)) {
    made = as_phrase(text, head);
    if (made.words.empty()) made = described_phrase(text, head);
    if (!made.words.empty()) phrase = &made;
  }
  if (phrase == nullptr) return;
  PhraseSearch search(text, head, *phrase);
  if (search.search(phrase->kind)) drafts.push_back(search.take());
}

void add_noun_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts) {
  const Range window = text.window(head);
  std::uint32_t at = head + 1;
  Range source = owner_before(text, head, window.first);
  if (source.empty() && at < window.last && text.word(at) == "by") {
    source = text.phrase_after(at + 1, window.last, false);
    at = source.empty() ? at : source.last;
  }
  if (source.empty() || at + 2 >= window.last || text.word(at) != "that") return;
  Draft draft;
  draft.source = {source};
  draft.cue = {head, head + 1};
  draft.head = head;
  draft.stance = SpeechLexicon::get().noun_stance(text.word(head));
  draft.content = {{at, noun_clause_end(text, at, content_end(text, at, window.last, true))}};
  drafts.push_back(std::move(draft));
}

}  // namespace muster::extract
