#include "extract/slavic_sources.hpp"

#include <algorithm>

#include "extract/name_shapes.hpp"
#include "extract/slavic_words.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t kReach = 36;

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

// "Г. К.", "Л. Чорна": a stop behind an initial.
bool is_initial(const SpeechText& text, std::uint32_t stop) {
  return text.is_mark(stop, ".") && stop > 0 && !text.token(stop).space_before &&
         text.token(stop - 1).capital && text.raw(stop - 1).size() <= 4;
}

bool joins(std::string_view word) {
  return word == "и" || word == "та" || word == "і" || word == "й";
}

// A word that a source may start with: a person, a body, a name, a pronoun in the nominative.
bool heads_source(const SpeechText& text, std::uint32_t i) {
  if (!text.is_word(i) || text.is(i, kTime)) return false;
  return text.token(i).capital || text.is(i, kPersonNoun | kOfficeNoun | kTitle | kGroupNoun) ||
         (text.is(i, kPronoun) && !text.is(i, kObject)) || is_office_stem(text.word(i));
}

class Before {
 public:
  Before(const SpeechText& text, Range window, std::uint32_t verb)
      : text_(text), floor_(std::max(window.first, verb > kReach ? verb - kReach : 0)), verb_(verb) {}

  SlavicSource find(std::uint32_t cue) const {
    std::uint32_t end = past_adjuncts(cue);
    if (end <= floor_) return {};
    const std::uint32_t p = end - 1;
    if (text_.is_mark(p, ",")) return over_parenthesis(p);
    if (text_.is(p, kCoordinator) && !text_.token(p).capital) return {{}, {}, true, false};
    return trimmed(phrase(end));
  }

 private:
  // Back over "также", "в среду", "14 марта", "не".
  [[nodiscard]] std::uint32_t past_adjuncts(std::uint32_t end) const {
    while (end > floor_) {
      const std::uint32_t p = end - 1;
      const bool small = text_.is(p, kAdverb | kNegation | kTime) && !text_.is(p, kDeterminer | kPronoun) &&
                         !(p > floor_ && text_.is(p - 1, kPreposition) && !text_.is(p, kTime));
      const bool dated = is_number(text_, p) && p + 1 < verb_ && text_.is(p + 1, kTime);
      const bool leads = text_.is(p, kPreposition) && p + 1 < verb_ && (text_.is(p + 1, kTime));
      if (!small && !dated && !leads) break;
      --end;
    }
    return end;
  }

  [[nodiscard]] bool stops(std::uint32_t t, std::uint32_t end) const {
    if (!text_.is_word(t)) {
      if (is_number(text_, t) || is_initial(text_, t)) return false;
      return !(text_.is_mark(t, "-") || text_.is_mark(t, "&") || text_.is_mark(t, "№") ||
               text_.is_mark(t, "/"));
    }
    if (text_.is(t, kRelative)) return t + 1 != end;
    if (text_.is(t, kThat | kSubordinator) && text_.word(t) != "как") return true;
    if (text_.is(t, kCoordinator) && !text_.token(t).capital)
      return !joins(text_.word(t)) || !nominal_before(t);
    return is_verb(text_, t);
  }

  // No verb between the coordinator and its clause's start: it joins nouns.
  [[nodiscard]] bool nominal_before(std::uint32_t t) const {
    for (std::uint32_t i = t; i-- > floor_;) {
      if (text_.is_mark(i, ",") || text_.is_dash(i) || text_.quote_closed_at(i) >= 0) break;
      if (is_verb(text_, i)) return false;
    }
    return true;
  }

  [[nodiscard]] Range phrase(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > floor_) {
      const std::uint32_t t = begin - 1;
      if (const std::int32_t q = text_.quote_closed_at(t); q >= 0) {
        if (text_.quote(q).open < floor_ || text_.quote(q).end - text_.quote(q).open > 9) break;
        begin = text_.quote(q).open;
        continue;
      }
      if (text_.is_mark(t, ")")) {
        std::uint32_t open = t;
        while (open > floor_ && t - open < 12 && !text_.is_mark(open, "(")) --open;
        if (!text_.is_mark(open, "(") || open == floor_) break;
        begin = open;
        continue;
      }
      if (stops(t, end)) break;
      begin = t;
      if (t + 1 == end && text_.is(t, kRelative)) break;
    }
    return {begin, end};
  }

  // Without what leads into the phrase and what trails it.
  [[nodiscard]] SlavicSource trimmed(Range phrase) const {
    while (!phrase.empty()) {
      const std::uint32_t t = phrase.first;
      if (phrase.last - t == 1 && text_.is(t, kRelative)) return {phrase, {}, false, false};
      const bool dated = is_number(text_, t) && t + 1 < phrase.last && text_.is(t + 1, kTime);
      const bool leads = dated || text_.is(t, kTime | kSubordinator | kThat | kNegation) ||
                         (text_.is(t, kCoordinator)) ||
                         (!text_.is_word(t) && !is_number(text_, t) && text_.quote_opened_at(t) < 0) ||
                         (text_.is(t, kAdverb) && !text_.is(t, kDeterminer | kPronoun | kAdjective));
      if (!leads) break;
      ++phrase.first;
    }
    while (phrase.last > phrase.first + 1 && text_.is(phrase.last - 1, kTime)) --phrase.last;
    if (phrase.empty()) return {};
    if (text_.is(phrase.first, kPreposition) && phrase.last - phrase.first > 1)
      return behind_preposition(phrase);
    phrase = without_trail(phrase);
    if (is_object(phrase)) return {{}, phrase, false, false};
    const std::uint32_t last = phrase.last - 1;
    if (text_.is(last, kObject) && is_slavic_plural_verb(text_.word(verb_)))
      return {{}, {last, phrase.last}, false, false};
    return {phrase, {}, false, false};
  }

  // "В министерстве заявили", "В среду министр заявил", "На суде свидетель заявил".
  [[nodiscard]] SlavicSource behind_preposition(Range phrase) const {
    std::uint32_t at = phrase.first + 1;
    if (text_.is(at, kTime) || is_number(text_, at)) {
      while (at < phrase.last && (text_.is(at, kTime) || is_number(text_, at) || text_.word(at) == "года" ||
                                  text_.word(at) == "року"))
        ++at;
      return at < phrase.last ? trimmed({at, phrase.last}) : SlavicSource{};
    }
    const std::string_view verb = text_.word(verb_);
    const bool nobody = is_slavic_plural_verb(verb) || is_impersonal(verb) || verb == "следует" ||
                        verb == "випливає" || verb == "гласит";
    for (std::uint32_t i = at + 1; i < phrase.last; ++i) {
      if (text_.is(i, kPreposition)) break;
      const bool subject = (text_.is(i, kPronoun) && !text_.is(i, kObject | kDeterminer)) ||
                           (text_.is(i, kPersonNoun | kTitle) && !text_.token(i).capital);
      const bool name =
          text_.token(i).capital && !text_.token(i - 1).capital && !nobody && i + 1 < phrase.last;
      if (!subject && !name) continue;
      std::uint32_t first = i;
      while (first > at + 1 && is_adjective(first - 1)) --first;
      return {without_trail({first, phrase.last}), {}, false, false};
    }
    if (nobody) return {{at, phrase.last}, {}, false, true};
    return {};
  }

  [[nodiscard]] bool is_adjective(std::uint32_t i) const {
    const std::string_view word = text_.word(i);
    return word.ends_with("ый") || word.ends_with("ий") || word.ends_with("ая") || word.ends_with("ые") ||
           word.ends_with("ие");
  }

  // "Орехов на допросе | показал": where he said it is no part of the name.
  [[nodiscard]] Range without_trail(Range phrase) const {
    for (std::uint32_t i = phrase.last; i-- > phrase.first + 1;) {
      if (text_.token(i).capital || text_.is(i, kOfficeNoun | kPersonNoun) || !text_.is_word(i))
        return phrase;
      const std::string_view word = text_.word(i);
      if (!text_.is(i, kPreposition)) continue;
      const bool place = word == "на" || word == "после" || word == "після" || word == "під" ||
                         word == "перед" || word == "через";
      const bool timed = i + 1 < phrase.last && (text_.is(i + 1, kTime) || text_.word(i + 1) == "день");
      const bool told = timed || ((word == "в" || word == "у") && i + 1 < phrase.last &&
                                  (text_.is(i + 1, kArtifactNoun) || text_.word(i + 1).starts_with("суд")));
      if (!place && !told) return phrase;
      phrase.last = i;
      while (phrase.last > phrase.first + 1 && text_.is(phrase.last - 1, kAdverb | kTime)) --phrase.last;
      return phrase;
    }
    return phrase;
  }

  // "Ваничкина обвиняют", "Мне посоветовали".
  [[nodiscard]] bool is_object(Range phrase) const {
    if (!is_slavic_plural_verb(text_.word(verb_))) return false;
    const bool alone = phrase.last - phrase.first == 1;
    if (alone && text_.is(phrase.first, kObject)) return true;
    const std::string_view word = text_.word(phrase.first);
    if (alone && (word == "меня" || word == "мене" || word == "нас" || word == "кого" || word == "якого"))
      return true;
    const bool name = text_.token(phrase.first).capital && text_.token(phrase.last - 1).capital;
    const bool named = name && !text_.is(phrase.first, kPersonNoun | kOfficeNoun | kPronoun) &&
                       phrase.last - phrase.first <= 2;
    return named && text_.word(phrase.last - 1).size() > 8 && looks_accusative(text_.word(phrase.last - 1));
  }

  // "Дипломат, просивший об анонимности, сообщил", "Ана Рудан, инженер порта, сказала".
  [[nodiscard]] SlavicSource over_parenthesis(std::uint32_t close) const {
    for (std::uint32_t k = close; k-- > floor_;) {
      if (const std::int32_t q = text_.quote_closed_at(k); q >= 0 && text_.quote(q).open >= floor_) {
        k = text_.quote(q).open;
        continue;
      }
      if (text_.is_stop(k) && !is_initial(text_, k)) return {};
      if (!text_.is_mark(k, ",") || k == floor_) continue;
      const std::uint32_t first = k + 1;
      if (text_.is(first, kThat) || text_.is(first, kCoordinator)) return {};
      const bool relative =
          text_.is(first, kRelative) ||
          (text_.is(first, kPreposition) && first + 1 < close && text_.is(first + 1, kRelative));
      const bool describes = relative || is_slavic_participle(text_.word(first)) ||
                             text_.is(first, kPersonNoun | kOfficeNoun) || text_.token(first).capital ||
                             text_.quote_opened_at(first) >= 0;
      const bool aside = text_.is(first, kPreposition | kAdverb) || gerund(first);
      if (!describes && !aside) return {};
      const SlavicSource source = trimmed(phrase(k));
      if (source.words.empty() || source.words.last != k || source.oblique) return source;
      return {{source.words.first, aside && !relative ? k : close + 1}, {}, false, false};
    }
    return {};
  }

  [[nodiscard]] bool gerund(std::uint32_t i) const {
    const std::string_view word = text_.word(i);
    for (const std::string_view ending : {"ючись", "ячись", "аясь", "яясь", "вшись", "вши", "ючи", "ячи"})
      if (word.ends_with(ending)) return true;
    const auto cues = SpeechLexicon::get().cues(text_.entry(i));
    return std::ranges::any_of(
        cues, [](const CueEntry& cue) { return SpeechLexicon::get().verb(cue.verb).frames.gerund; });
  }

  const SpeechText& text_;
  std::uint32_t floor_;
  std::uint32_t verb_;
};

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

SlavicSource slavic_source_before(const SpeechText& text, Range window, std::uint32_t cue,
                                  std::uint32_t verb) {
  return Before(text, window, verb).find(cue);
}

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
