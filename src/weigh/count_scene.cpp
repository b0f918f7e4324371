// The events, places, days and words that a number is bound to.
#include <algorithm>

#include "weigh/count_binder.hpp"

namespace muster::weigh {

namespace {

constexpr std::size_t kShortContext = 8;  // telling words of a sentence that leans on the one before

}  // namespace

// "and", "but", a comma: another verb may follow.
bool CountBinder::opens_clause(std::uint32_t i) const {
  static const std::vector<std::string_view> kJoins = {"and", "but", "while", "и",  "а",
                                                       "но",  "і",   "й",     "та", "але"};
  const std::string_view bytes =
      std::string_view(reading_.document().text).substr(word(i).begin, word(i).end - word(i).begin);
  return word(i).breaks || std::ranges::find(kJoins, bytes) != kJoins.end();
}

// What happened to the counted: events in the clause, else the nearest in the sentence that no other number
// claims.
std::vector<const Concept*> CountBinder::events_near(WordRange range) const {
  std::vector<const Concept*> events;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (event(i) != nullptr && word(i).concept_of(ConceptKind::kCounted) == nullptr)
      events.push_back(event(i));
  }
  const Sentence& sentence = sentence_of(range);
  for (std::uint32_t i = range.last; i < sentence.last && !is_number(i) && !opens_clause(i); ++i) {
    if (event(i) != nullptr) events.push_back(event(i));
  }
  for (std::uint32_t i = range.first;
       i > sentence.first && !is_number(i - 1) && !(i < range.first && opens_clause(i)); --i) {
    const bool other =
        i > sentence.first + 1 && is_relative(i - 2);  // "the quake that struck Karasu killed 28"
    if (event(i - 1) != nullptr && !other) events.push_back(event(i - 1));
  }
  if (events.empty()) add_nearest(events, range, sentence);
  return events;
}

bool CountBinder::is_relative(std::uint32_t i) const {
  const std::string_view word_here = bytes(i);
  return word_here == "that" || word_here == "which" || word_here == "who";
}

void CountBinder::add_nearest(std::vector<const Concept*>& events, WordRange range,
                              const Sentence& sentence) const {
  for (std::uint32_t i = range.first; i > sentence.first; --i) {
    if (event(i - 1) != nullptr) return events.push_back(event(i - 1));
  }
  for (std::uint32_t i = range.last; i < sentence.last; ++i) {
    if (event(i) != nullptr) return events.push_back(event(i));
  }
}

void CountBinder::bind_sentence(Count& count, WordRange range) const {
  const Sentence& sentence = sentence_of(range);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const bool own = i >= range.first && i < range.last;
    if (!own && !word(i).function && !word(i).number && !word(i).dated && !attributes(count.sentence, i))
      count.context.push_back(word(i).meaning);
    count.total = count.total || word(i).concept_of(ConceptKind::kTotal) != nullptr;
  }
  add_scene(count, reading_.found[count.sentence]);
  if (count.places.empty() && count.days.empty()) take_over_scene(count);
  sort_unique(count.context);
  sort_unique(count.places);
  sort_unique(count.days);
}

void CountBinder::add_scene(Count& count, const Found& found) const {
  for (const model::Span place : found.places) {
    const auto [first, last] = reading_.words_in(place);
    for (std::uint32_t i = first; i < last; ++i) {
      if (word(i).name) count.places.push_back(word(i).sound);
    }
  }
  for (const model::DateExpression* date : found.dates) {
    if (date->value.size() >= 10) count.days.push_back(date->value.substr(0, 10));
  }
}

// "the Migration Desk said": who says it is no part of what is said.
bool CountBinder::attributes(std::uint32_t sentence, std::uint32_t i) const {
  constexpr std::size_t kMostClaims = 16;  // of one sentence: more are a text without stops
  if (reading_.found[sentence].claims.size() > kMostClaims) return false;
  const model::Span span{word(i).begin, word(i).end};
  const auto holds = [span](model::Span part) { return covers(part, span); };
  return std::ranges::any_of(reading_.found[sentence].claims, [&](const model::Claim* claim) {
    return std::ranges::any_of(claim->source, holds) || std::ranges::any_of(claim->cue, holds);
  });
}

// "A bus crashed near Vyazma on Monday. Seven people were killed.": a short sentence with no place or day
// of its own speaks of what the sentence before it told, if that gave a
// name and a day.
void CountBinder::take_over_scene(Count& count) const {
  if (count.sentence == 0 || count.context.size() > kShortContext) return;
  const Sentence& before = reading_.sentences[count.sentence - 1];
  const Found& found = reading_.found[count.sentence - 1];
  const bool day = std::ranges::any_of(
      found.dates, [](const model::DateExpression* date) { return date->value.size() >= 10; });
  const bool named = !found.places.empty() ||
                     std::any_of(reading_.words.begin() + before.first, reading_.words.begin() + before.last,
                                 [](const Word& item) { return item.name; });
  if (!named || !day || crosses_paragraph(before, reading_.sentences[count.sentence])) return;
  add_scene(count, found);
  for (std::uint32_t i = before.first; i < before.last; ++i) {
    if (!word(i).function && !word(i).number && !word(i).dated) count.context.push_back(word(i).meaning);
  }
}

bool CountBinder::crosses_paragraph(const Sentence& before, const Sentence& after) const {
  const std::string_view between =
      std::string_view(reading_.document().text).substr(before.span.end, after.span.begin - before.span.end);
  return between.find("\n\n") != std::string_view::npos;
}

}  // namespace muster::weigh
