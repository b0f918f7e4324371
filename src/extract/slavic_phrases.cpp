#include "extract/slavic_phrases.hpp"

#include <algorithm>
#include <array>

#include "extract/name_shapes.hpp"
#include "extract/slavic_words.hpp"

namespace muster::extract {

using namespace word_class;

namespace slavic {

bool is_number(const SpeechText& text, std::uint32_t i) {
  return text.token(i).kind == text::TokenKind::kNumber;
}

bool is_verb(const SpeechText& text, std::uint32_t i) {
  if (!text.is_word(i) || text.token(i).capital || text.is(i, kPersonNoun | kOfficeNoun | kArtifactNoun))
    return false;
  const auto cues = SpeechLexicon::get().cues(text.entry(i));
  const bool says = std::ranges::any_of(cues, [](const CueEntry& cue) {
    const CueVerb& verb = SpeechLexicon::get().verb(cue.verb);
    return cue.form == CueForm::kCyrillic && verb.tail.empty() && !verb.frames.gerund;
  });
  return says || is_slavic_finite(text.word(i));
}

bool is_initial(const SpeechText& text, std::uint32_t stop) {
  return text.is_mark(stop, ".") && stop > 0 && !text.token(stop).space_before &&
         text.token(stop - 1).capital && text.raw(stop - 1).size() <= 4;
}

bool joins(std::string_view word) {
  return word == "и" || word == "та" || word == "і" || word == "й";
}

bool heads_source(const SpeechText& text, std::uint32_t i) {
  if (!text.is_word(i) || text.is(i, kTime)) return false;
  return text.token(i).capital || text.is(i, kPersonNoun | kOfficeNoun | kTitle | kGroupNoun) ||
         (text.is(i, kPronoun) && !text.is(i, kObject)) || is_office_stem(text.word(i));
}

}  // namespace slavic

namespace {

using namespace slavic;

// "после заседания", "на встрече с мэром", "по телефону" behind a name.
bool ends_before_preposition(const SpeechText& text, std::uint32_t t, std::uint32_t begin,
                             std::uint32_t limit) {
  if (t + 1 >= limit || text.is(t + 1, kTime) || is_number(text, t + 1)) return true;
  const bool named = text.token(t - 1).capital && (t - begin > 1 || text.is(t - 1, kPronoun)) &&
                     !text.token(t - 1).all_capitals;
  if (text.is(t - 1, kPronoun | kObject) && text.word(t - 1) != "один") return true;
  if (text.word(t + 1) == "ссылкой" || text.word(t + 1) == "посиланням") return true;
  if (named) return true;
  static constexpr std::array<std::string_view, 16> kHolds = {
      "по", "из", "від", "от", "з", "із", "зі", "при", "о", "об", "про", "с", "со", "за", "без", "против"};
  if (std::ranges::find(kHolds, text.word(t)) != kHolds.end()) return false;
  if (!(text.word(t) == "в" || text.word(t) == "у" || text.word(t) == "на")) return true;
  const bool held =
      text.is(t - 1, kPersonNoun | kOfficeNoun) && text.word(t) != "на" && !text.is(t + 1, kArtifactNoun);
  return !text.token(t + 1).capital && !held;
}

bool ends_phrase(const SpeechText& text, std::uint32_t t, std::uint32_t begin, std::uint32_t limit) {
  if (!text.is_word(t)) {
    if (is_number(text, t)) return t + 1 < limit && text.is(t + 1, kTime);
    return !(is_initial(text, t) || text.is_mark(t, "-") || text.is_mark(t, "&") || text.is_mark(t, "№"));
  }
  if (t == begin)
    return text.is(t, kPreposition | kCoordinator | kThat | kSubordinator) || is_verb(text, t) ||
           is_slavic_infinitive(text.word(t));
  if (text.is(t, kThat | kSubordinator | kPronoun | kRelative) && !text.is(t, kDeterminer)) return true;
  if (text.is(t, kPreposition)) return ends_before_preposition(text, t, begin, limit);
  if (text.is(t, kCoordinator)) {
    if (t + 1 >= limit || !joins(text.word(t)) || !text.is_word(t + 1) || text.is(t + 1, kPronoun))
      return true;
    for (std::uint32_t i = t + 1; i < std::min(limit, t + 5) && (text.is_word(i) && !text.is_mark(i, ","));
         ++i)
      if (is_verb(text, i)) return true;
    return false;
  }
  if (text.token(t).capital) return false;
  const std::string_view told = text.word(t);
  const bool dative = told.ends_with("ому") || told.ends_with("ам") || told.ends_with("ям");
  if (dative && (text.token(t - 1).capital || text.is(t - 1, kPersonNoun)) && !text.is(t, kObject))
    return true;
  if (text.word(t) == "телефоном" || text.word(t) == "письменно") return true;
  return text.is(t, kTime) || is_verb(text, t) ||
         (text.is(t, kAdverb) && !text.is(t, kAdjective | kDeterminer));
}

// One past a name alone between a comma and a mark: "один из рабочих, Фарход."; `first` where there is none.
std::uint32_t past_name(const SpeechText& text, std::uint32_t first, std::uint32_t limit) {
  constexpr std::uint32_t kLongest = 4;
  for (std::uint32_t i = first; i < std::min(limit, first + kLongest); ++i) {
    if (text.is_word(i) && text.token(i).capital) continue;
    if (i > first && is_initial(text, i)) continue;
    return text.is_mark(i, ",") || text.is_stop(i) || text.is_dash(i) ? i : first;
  }
  return first + kLongest >= limit ? limit : first;
}

// One past the apposition behind the comma at `at`; `at` where there is none.
std::uint32_t past_apposition(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
  const std::uint32_t first = at + 1;
  if (first + 1 >= limit || !text.is_mark(at, ",") || !text.is_word(first)) return at;
  if (const std::uint32_t past = past_name(text, first, limit); past != first) return past;
  const bool relative =
      text.is(first, kRelative) || (text.is(first, kPreposition) && text.is(first + 1, kRelative));
  const bool describes = relative || is_slavic_participle(text.word(first)) ||
                         (text.is(first, kPersonNoun | kOfficeNoun) && !text.is(first, kPronoun));
  if (!describes) return at;
  for (std::uint32_t i = first; i < std::min(limit, first + 20); ++i) {
    if (text.is_mark(i, ",") || text.is_dash(i) || text.is_mark(i, ":") ||
        (text.is_stop(i) && !is_initial(text, i)))
      return i;
    const bool quoted = text.quote_opened_at(i) >= 0 && text.quote(text.quote_opened_at(i)).end - i > 5;
    if (!relative && (text.is(i, kThat) || is_verb(text, i) || quoted)) return at;
  }
  return limit <= first + 20 ? limit : at;
}

// Past the day, the listener and the place: "заявили в понедельник в областном штабе", "повідомила «Хвилі»".
std::uint32_t past_adjunct(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
  if (at + 1 >= limit) return at;
  if (text.is(at, kTime) || (text.is(at, kAdverb) && !text.is(at, kDeterminer | kPronoun))) return at + 1;
  if (is_number(text, at) && text.is(at + 1, kTime)) return at + 2;
  if (const std::int32_t q = text.quote_opened_at(at); q >= 0) {
    const std::uint32_t end = text.quote(q).end;
    return end - at <= 7 && end < limit && heads_source(text, end) ? end : at;
  }
  if (text.is(at, kObject) && text.is_word(at + 1) && !text.is(at + 1, kPreposition)) {
    const std::string_view word = text.word(at);
    const bool owner = word == "его" || word == "её" || word == "ее" || word == "их" || word == "його" ||
                       word == "її" || word == "їх";
    return owner ? at : at + 1;
  }
  const std::string_view word = text.word(at);
  const bool dative =
      !text.token(at).capital && text.is_word(at) && !text.is(at, kPersonNoun | kOfficeNoun) &&
      (word.ends_with("ам") || word.ends_with("ям") || word.ends_with("ові") || word.ends_with("ому"));
  if (dative && !text.is(at, kPreposition)) {
    for (std::uint32_t i = at + 1; i < std::min(limit, at + 3); ++i)
      if (heads_source(text, i) || text.is(i, kObject)) return i;
  }
  if (!text.is(at, kPreposition)) return at;
  for (std::uint32_t i = at + 2;
       i < std::min(limit, at + 8) && (text.is_word(i) || text.quote_opened_at(i) >= 0 || is_number(text, i));
       ++i) {
    if (const std::int32_t q = text.quote_opened_at(i); q >= 0) i = text.quote(q).end;
    if (i >= limit) break;
    const bool owner = text.is(i, kObject) && i + 1 < limit && text.is(i + 1, kPersonNoun);
    const bool body = text.is(i, kOfficeNoun) && !text.token(i).capital;
    const bool name =
        text.token(i).capital && !text.token(i - 1).capital && i + 1 < limit && text.token(i + 1).capital;
    if (text.is(i, kPersonNoun | kTitle) || (text.is(i, kPronoun) && !text.is(i, kObject | kDeterminer)) ||
        owner || body || name)
      return i;
  }
  return text.is(at + 1, kTime) ? at + 2 : at;
}

}  // namespace

Range slavic_phrase(const SpeechText& text, std::uint32_t begin, std::uint32_t limit) {
  limit = std::min(limit, begin + kReach);
  std::uint32_t end = begin;
  while (end < limit) {
    if (end > begin && text.token(end).line_before) break;
    if (const std::int32_t q = text.quote_opened_at(end); q >= 0) {
      if (text.quote(q).end - end > 8 || text.quote(q).end > limit ||
          text.is_dash(std::min(end + 1, text.size() - 1)))
        break;
      end = text.quote(q).end;
      continue;
    }
    if (end > begin && text.is_mark(end, "(")) {
      std::uint32_t close = end;
      while (close < limit && close - end < 10 && !text.is_mark(close, ")")) ++close;
      if (close >= limit || !text.is_mark(close, ")")) break;
      end = close + 1;
      continue;
    }
    if (end > begin && text.is_mark(end, ",")) {
      const std::uint32_t past = past_apposition(text, end, limit);
      if (past == end) break;
      end = past;
      break;
    }
    if (ends_phrase(text, end, begin, limit)) break;
    ++end;
    const bool pronoun =
        end == begin + 1 && text.is(begin, kPronoun | kObject) && !text.is(begin, kDeterminer);
    if (pronoun &&
        !(text.is(begin, kObject) && end < limit && text.is_word(end) &&
          !text.is(end, kPreposition | kCoordinator | kTime)) &&
        text.word(begin) != "один")
      break;
  }
  while (end > begin &&
         (text.is_mark(end - 1, "-") || (text.is_word(end - 1) && text.is(end - 1, kPreposition))))
    --end;
  return {begin, end};
}

Range slavic_source_after(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
  for (int step = 0; step < 6; ++step) {
    const std::uint32_t next = past_adjunct(text, at, limit);
    if (next == at || next >= limit) break;
    at = next;
  }
  if (at >= limit) return {};
  return slavic_phrase(text, at, limit);
}

}  // namespace muster::extract
