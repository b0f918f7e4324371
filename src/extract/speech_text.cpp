#include "extract/speech_text.hpp"

#include <algorithm>

namespace muster::extract {
using namespace word_class;

SpeechText::SpeechText(const Analysis& analysis) : analysis_(analysis), quotes_(find_quotes(analysis)) {
  const SpeechLexicon& lexicon = SpeechLexicon::get();
  entries_.reserve(analysis.words.size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    WordEntry found = lexicon.find(word(i));
    entries_.push_back(found.classes == 0 && found.id == 0 && is_word(i) ? guess(i) : found);
  }
  const std::string_view all = analysis.document.text;
  ukrainian_ = all.contains("і") || all.contains("ї") || all.contains("є");
  mark_sentences();
  mark_quotes();
}

// A word that no list has, by its ending.
WordEntry SpeechText::guess(std::uint32_t i) const {
  const std::string_view bytes = word(i);
  if (bytes.ends_with("'s")) {
    constexpr std::uint32_t kNames =
        kFirstName | kNationality | kOfficeNoun | kPersonNoun | kTitle | kMediaName;
    return {SpeechLexicon::get().find(bytes.substr(0, bytes.size() - 2)).classes & kNames, 0};
  }
  if (token(i).capital || bytes.size() < 5 || token(i).script != text::Script::kLatin) return {};
  if (bytes.ends_with("ing")) return {kGerund, 0};
  if (bytes.ends_with("ly")) return {kAdverb, 0};
  if (!bytes.ends_with("ed")) return {};
  const bool passive = i + 1 < size() && (word(i + 1) == "by" || word(i + 1) == "in" || word(i + 1) == "at");
  return {passive ? kParticiple : kVerb, 0};
}

// "KYIV, March 20 (Agency) - More than 50": the first token of the report itself.
std::uint32_t SpeechText::after_dateline(const text::Sentence& s) const {
  if (!token(s.first).paragraph_before || !token(s.first).all_capitals) return s.first;
  const std::uint32_t end = std::min(s.last, s.first + 16);
  for (std::uint32_t i = s.first + 1; i + 1 < end; ++i) {
    if (is_dash(i) && token(i).space_before && token(i + 1).space_before) return i + 1;
    if (is_finite(i) && !token(i).capital) return s.first;
  }
  return s.first;
}

// The sentences of the text; one that starts without a space before it ("R-N.Y.") belongs to the one before.
void SpeechText::mark_sentences() {
  sentence_of_.resize(size());
  for (const text::Sentence& s : analysis_.sentences) {
    const std::uint32_t first = after_dateline(s);
    const bool glued =
        !sentences_.empty() && !token(s.first).space_before && is_word(s.first) && is_mark(s.first - 1, ".");
    if (glued)
      sentences_.back().last = s.last;
    else
      sentences_.push_back({first, s.last});
    std::fill(sentence_of_.begin() + s.first, sentence_of_.begin() + s.last,
              static_cast<std::uint32_t>(sentences_.size() - 1));
  }
}

std::uint32_t SpeechText::last_inside(const Quote& quote) const {
  std::uint32_t i = quote.end - (quote.goes_on ? 1 : 2);
  while (i > quote.open + 1 && (is_mark(i, "'") || closed_[i] >= 0)) --i;
  return i;
}

void SpeechText::mark_quotes() {
  quote_of_.assign(size(), -1);
  opened_.assign(size(), -1);
  closed_.assign(size(), -1);
  for (std::size_t q = 0; q < quotes_.size(); ++q) {
    opened_[quotes_[q].open] = static_cast<std::int32_t>(q);
    closed_[quotes_[q].end - 1] = static_cast<std::int32_t>(q);
  }
  std::int32_t inside = -1;
  for (std::uint32_t i = 0; i < size(); ++i) {
    while (inside >= 0 && quote(inside).end <= i) inside = quote(inside).parent;
    if (closed_[i] >= 0 && closed_[i] == inside && !quote(inside).goes_on) inside = quote(inside).parent;
    quote_of_[i] = inside;
    if (opened_[i] >= 0) inside = opened_[i];
  }
}

bool SpeechText::is_dash(std::uint32_t i) const {
  const std::string_view mark = word(i);
  return mark == "—" || mark == "–" || mark == "-" || mark == "―" || mark == "−";
}

bool SpeechText::is_stop(std::uint32_t i) const {
  const std::string_view mark = word(i);
  return mark == "." || mark == "!" || mark == "?" || mark == "…";
}

bool SpeechText::has_possessive_ending(std::uint32_t i) const {
  const std::string_view bytes = word(i);
  return bytes.ends_with("'s") ||
         (is_mark(i, "'") && i > 0 && !token(i).space_before && word(i - 1).ends_with("s"));
}

bool SpeechText::is_finite(std::uint32_t i) const {
  if (!is_word(i) || is(i, kTime | kRelative)) return false;
  const bool particle =
      word(i) == "do" && i > 0 && i + 1 < size() && token(i - 1).capital && token(i + 1).capital;
  if (is(i, kAuxiliary | kContraction)) return !particle;  // "Diário do Cais"
  if (token(i).capital && i > 0 && !is_stop(i - 1)) return false;
  if (is(i, kVerb)) return !is(i, kPreposition | kPersonNoun | kOfficeNoun | kArtifactNoun);
  if (is(i, kGerund | kParticiple | kAdjective | kAdverb)) return false;
  if (is_cyrillic(i)) return false;
  return std::ranges::any_of(SpeechLexicon::get().cues(entries_[i]),
                             [](const CueEntry& cue) { return cue.form == CueForm::kPast; });
}

bool SpeechText::may_be_finite(std::uint32_t i) const {
  if (is_finite(i)) return true;
  if (i == 0 || !is_word(i) || token(i).capital || token(i).script != text::Script::kLatin) return false;
  const bool dated = i > 1 && token(i - 1).kind == text::TokenKind::kNumber && is(i - 2, kTime);
  if (!is_word(i - 1) && !dated) return false;  // "on June 3 killed"
  if (is(i - 1, kDeterminer | kPossessive | kPreposition | kAdjective | kAuxiliary | kAdverb | kCoordinator))
    return false;
  if (word(i).ends_with("ed")) return is(i, kParticiple) && !(i + 1 < size() && word(i + 1) == "by");
  constexpr std::uint32_t kNouns =
      kPersonNoun | kOfficeNoun | kArtifactNoun | kGroupNoun | kCueNoun | kAdjective | kAdverb | kPreposition;
  return word(i).ends_with("s") && word(i).size() > 4 && token(i - 1).capital && !is(i, kNouns) &&
         !has_possessive_ending(i);
}

bool SpeechText::matches(std::uint32_t at, const std::vector<std::string_view>& words) const {
  if (at + words.size() > size()) return false;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (word(at + i) != words[i]) return false;
  }
  return true;
}

// "He said:" at a paragraph's end brings in the next paragraph: its quotation where it opens with one, else
// the whole of it.
std::uint32_t SpeechText::past_colon(std::uint32_t end) const {
  if (end == 0 || end >= size() || !is_mark(end - 1, ":") || !token(end).line_before) return end;
  if (const std::int32_t q = opened_[end]; q >= 0) return quote(q).end;
  const std::uint32_t reach = std::min(size(), end + kReach);
  std::uint32_t last = end + 1;
  while (last < reach && !token(last).line_before) ++last;
  return last;
}

Range SpeechText::window(std::uint32_t i) const {
  const std::int32_t inside = quote_of_[i];
  const Range own = sentence(i);
  const std::uint32_t floor = std::max(inside < 0 ? 0 : quote(inside).open + 1, i > kReach ? i - kReach : 0);
  const std::uint32_t ceiling = inside < 0 ? size() : quote(inside).end - (quote(inside).goes_on ? 0 : 1);
  std::uint32_t first = std::max(std::min(own.first, i), inside < 0 ? 0 : quote(inside).open + 1);
  for (int step = 0; step < 8 && quote_of_[first] != inside && first > 0; ++step) {
    std::int32_t q = quote_of_[first];
    for (int climb = 0; climb < 8 && q >= 0 && quote(q).parent != inside; ++climb) q = quote(q).parent;
    if (q < 0 || quote(q).parent != inside) break;
    first = std::max(sentence(quote(q).open).first, inside < 0 ? 0 : quote(inside).open + 1);
  }
  std::uint32_t last = std::min(own.last, ceiling);
  for (int step = 0; step < 8 && last < ceiling && quote_of_[last] != inside; ++step) {
    std::int32_t q = quote_of_[last];
    for (int climb = 0; climb < 8 && q >= 0 && quote(q).parent != inside; ++climb) q = quote(q).parent;
    if (q < 0 || quote(q).parent != inside) break;
    last = std::min(std::max(last + 1, std::min(sentence(quote(q).end - 1).last, ceiling)), ceiling);
    if (last < quote(q).end) last = quote(q).end;
  }
  if (inside < 0) last = past_colon(last);
  if (i - first > kReach && quote_of_[floor] == inside) first = floor;  // a text without sentence marks
  if (last - i > kReach && quote_of_[i + kReach] == inside) last = i + kReach;
  return {first, std::max(last, i + 1)};
}

}  // namespace muster::extract
