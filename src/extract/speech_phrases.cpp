// Noun phrases without a parser: as far as the small words, the capitals and the known nouns carry them.
#include <algorithm>

#include "extract/speech_text.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

constexpr std::uint32_t kPhraseReach = 40;

bool joins_words(std::string_view word) {
  return word == "and" || word == "и" || word == "та" || word == "і" || word == "й";
}

}  // namespace

// "J." and "Sen." inside a name, "U.S."
bool SpeechText::joins_names(std::uint32_t i) const {
  if (!is_mark(i, ".") || i == 0 || token(i).space_before || !token(i - 1).capital) return false;
  return raw(i - 1).size() <= 5 || is(i - 1, kTitle);
}

bool SpeechText::ends_phrase_backwards(std::uint32_t t, std::uint32_t begin, std::uint32_t end,
                                       std::uint32_t limit) const {
  if (!is_word(t)) {
    if (token(t).kind == text::TokenKind::kNumber) return false;
    return !(joins_names(t) || is_mark(t, "&") || is_mark(t, "'") || is_mark(t, "$") || is_mark(t, "/") ||
             is_mark(t, "%") || (is_mark(t, "-") && !token(t).space_before));
  }
  const bool last = t + 1 == end;
  if (is(t, kPronoun | kRelative)) return !last;
  if (is(t, kSubordinator | kThat | kContraction | kQuestion)) return true;
  if (is(t, kPreposition)) {
    const bool held =
        t > limit && is_word(t - 1) &&
        !is(t - 1, kVerb | kAuxiliary | kPreposition | kSubordinator | kAdverb | kCoordinator | kPronoun) &&
        !is_finite(t - 1);
    return last || !held;
  }
  if (is(t, kCoordinator)) {
    if (last || t == limit || !(joins_words(word(t)) || word(t) == "or")) return true;
    if (!is_word(t - 1) || is_finite(t - 1)) return true;
    if (is(begin, kPreposition)) return false;
    return !(token(t - 1).capital && token(begin).capital) &&
           !(is(t - 1, kPersonNoun | kOfficeNoun | kArtifactNoun));
  }
  if (token(t).capital && !is(t, kAuxiliary)) return false;
  if (is(t, kTime) && last) return true;
  const bool opens =
      t > limit && (is_mark(t - 1, ",") || closed_[t - 1] >= 0) && word(t).ends_with("ed") && !last;
  if (is_finite(t)) return !opens;  // "retired general" behind a comma
  const bool describes =
      !last && t > limit && is(t - 1, kDeterminer | kPossessive);  // "the neighbouring town"
  return is(t, kGerund) && !is(t, kAdjective | kPreposition) && !describes;
}

// Without the words that only lead into the phrase: "But the minister", "Meanwhile, officials".
Range SpeechText::trimmed(Range phrase) const {
  while (!phrase.empty()) {
    const std::uint32_t t = phrase.first;
    const bool leads = is(t, kCoordinator | kSubordinator) ||
                       (is(t, kAdverb) && !is(t, kDeterminer | kAdjective | kNumber)) || is_mark(t, "-") ||
                       is_mark(t, ".") || is_mark(t, "'") || (is(t, kPreposition) && !is(t, kDeterminer));
    if (!leads || (phrase.last - phrase.first == 1 && is(t, kRelative | kPronoun))) return phrase;
    ++phrase.first;
  }
  return phrase;
}

Range SpeechText::phrase_before(std::uint32_t end, std::uint32_t limit) const {
  limit = std::max(limit, end > kPhraseReach ? end - kPhraseReach : 0);
  std::uint32_t begin = end;
  while (begin > limit) {
    const std::uint32_t t = begin - 1;
    if (is_mark(t, ")") || closed_[t] >= 0) {  // a bracket or a nickname inside the phrase
      std::uint32_t open = t;
      if (closed_[t] >= 0) {
        open = quote(closed_[t]).open;
      } else {
        while (open > limit && t - open < 12 && !is_mark(open, "(")) --open;
      }
      if (closed_[t] >= 0 &&
          (is_mark(last_inside(quote(closed_[t])), ",") || (t == end - 1 && !is_cyrillic(open + 1))))
        break;
      if (open <= limit || t - open > 12 || !is_word(open - 1)) break;
      begin = open;
      continue;
    }
    if (ends_phrase_backwards(t, begin, end, limit)) break;
    begin = t;
    if (t + 1 == end && is(t, kPronoun | kRelative)) break;
    if (is(t, kDeterminer | kPossessive) &&
        (t == limit || !(is(t - 1, kPreposition | kDeterminer | kNumber | kCoordinator))))
      break;
  }
  return trimmed({begin, end});
}

bool SpeechText::ends_phrase_forwards(std::uint32_t t, std::uint32_t begin, std::uint32_t limit) const {
  if (!is_word(t)) {
    if (token(t).kind == text::TokenKind::kNumber) return false;
    const bool initial = joins_names(t) && t + 1 < limit && !token(t + 1).paragraph_before;
    return !(initial || is_mark(t, "&") || is_mark(t, "'") || is_mark(t, "/") || is_mark(t, "%") ||
             is_mark(t, "-"));
  }
  if (t == begin) return is(t, kPreposition | kCoordinator | kSubordinator | kThat | kAuxiliary);
  if (is(t, kThat | kSubordinator | kPronoun | kRelative | kContraction | kObject)) return true;
  if (is(t, kDeterminer | kPossessive) && !is(t - 1, kPreposition | kCoordinator | kDeterminer)) return true;
  if (is(t, kPreposition)) {
    if (t + 1 < limit && (word(t + 1) == "ссылкой" || word(t + 1) == "посиланням")) return true;
    return t + 1 >= limit || !is_word(t + 1) ||
           is(t + 1, kTime | kGerund | kPronoun | kObject | kAdverb | kVerb) || is(t - 1, kTime);
  }
  if (is(t, kCoordinator)) {
    return t + 1 >= limit || !is_word(t + 1) || !joins_words(word(t)) ||
           !(token(t + 1).capital || is(t + 1, kDeterminer | kPersonNoun | kOfficeNoun | kTitle)) ||
           is(t + 1, kPronoun);
  }
  if (token(t).capital && !is(t, kTime)) return false;
  if (is(t, kParticiple) && may_be_finite(t)) return true;
  if (is(t, kGerund) && is(t - 1, kDeterminer | kPossessive)) return false;  // "the neighbouring town"
  if (word(t) == "neither" || word(t) == "either") return true;
  return is(t, kTime | kGerund) || is_finite(t) || (is(t, kAdverb) && !is(t, kAdjective));
}

// To the comma or stop that ends the apposition; 0 where none does, so that a clause is not taken for one.
std::uint32_t SpeechText::end_of_apposition(std::uint32_t at, std::uint32_t limit) const {
  const std::uint32_t reach = std::min(limit, at + 20);
  const bool relative = at < limit && is(at, kRelative);
  for (; at < reach; ++at) {
    if (is_mark(at, ",") || (is_stop(at) && !joins_names(at))) return at;
    if (opened_[at] >= 0 || (!relative && is_finite(at))) return 0;
  }
  return at == limit ? at : 0;
}

Range SpeechText::phrase_after(std::uint32_t begin, std::uint32_t limit, bool appositions) const {
  limit = std::min(limit, begin + kPhraseReach);
  std::uint32_t end = begin;
  while (end < limit) {
    if (end > begin && is_mark(end, "(")) {
      std::uint32_t close = end;
      while (close < limit && close - end < 10 && !is_mark(close, ")")) ++close;
      if (close >= limit || !is_mark(close, ")")) break;
      end = close + 1;
      continue;
    }
    const bool short_quote = opened_[end] >= 0 && quote(opened_[end]).end - end <= 6 && end + 1 < size();
    const bool name_in_quotes =
        short_quote && is_cyrillic(end > begin ? end - 1 : end + 1) && token(end + 1).capital;
    if (name_in_quotes && quote(opened_[end]).end <= limit) {
      end = quote(opened_[end]).end;
      continue;
    }
    if (appositions && end > begin && is_mark(end, ",") && end + 1 < limit && is_word(end + 1)) {
      const std::uint32_t next = end + 1;
      const bool apposes = is(next, kDeterminer | kPersonNoun | kTitle | kPossessive | kOfficeNoun) ||
                           token(next).capital || is(next, kRelative) || is(next, kAdjective);
      if (!apposes || is(next, kPronoun | kTime) || is(next, kCoordinator)) break;
      const Range more = phrase_after(next, limit, false);
      if (more.empty()) break;
      const std::uint32_t whole = end_of_apposition(more.last, limit);
      if (whole == 0) break;
      end = whole;
      continue;
    }
    if (ends_phrase_forwards(end, begin, limit)) break;
    ++end;
    if (end == begin + 1 && is(begin, kPronoun | kObject) && !is(begin, kDeterminer | kPossessive)) break;
  }
  while (end > begin && !is_word(end - 1) && !is_mark(end - 1, ")") && closed_[end - 1] < 0 &&
         token(end - 1).kind == text::TokenKind::kMark) {
    --end;
  }
  return {begin, end};
}

}  // namespace muster::extract
