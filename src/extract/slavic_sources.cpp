#include "extract/slavic_sources.hpp"

#include <algorithm>

#include "extract/slavic_phrases.hpp"
#include "extract/slavic_words.hpp"

namespace muster::extract {
namespace {

using namespace word_class;
using namespace slavic;

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

}  // namespace

SlavicSource slavic_source_before(const SpeechText& text, Range window, std::uint32_t cue,
                                  std::uint32_t verb) {
  return Before(text, window, verb).find(cue);
}

}  // namespace muster::extract
