#include "weigh/counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "weigh/count_binder.hpp"
#include "weigh/likeness.hpp"

namespace muster::weigh {

void CountBinder::bind_all(std::vector<Count>& counts) {
  for (const model::Quantity& quantity : extraction().quantities) {
    const bool counts_things =
        quantity.currency.empty() && quantity.unit != "percent" && !quantity.counted.empty();
    if (!counts_things || !std::isfinite(quantity.value) || quantity.value <= 0) continue;
    const model::Span counted = quantity.counted_span;
    const bool before = counted.end > counted.begin;
    const model::Span words{before ? std::min(quantity.span.begin, counted.begin) : quantity.span.begin,
                            before ? std::max(quantity.span.end, counted.end) : quantity.span.end};
    const auto [first, last] = reading_.words_in(words);
    if (first < last && !word(last - 1).function &&
        reading_.words[first].sentence == reading_.words[last - 1].sentence) {
      counts.push_back(bind(quantity, words, {first, last}));
    }
  }
}

const Sentence& CountBinder::sentence_of(const WordRange& range) const {
  return reading_.sentences[word(range.first).sentence];
}

Count CountBinder::bind(const model::Quantity& quantity, model::Span words, WordRange range) const {
  Count count;
  count.reading = index_;
  count.sentence = word(range.first).sentence;
  count.quantity = &quantity;
  count.words = words;
  bind_head(count, range);
  bind_claim(count);
  for (const Concept* item : events_near(range)) {
    count.events.push_back(item->name);
    count.roll = count.roll || item->scope == "roll";
    count.often = count.often || item->scope == "often";
  }
  sort_unique(count.events);
  bind_sentence(count, range);
  count.part = is_part(range);
  count.of_list = !count.part && is_of_list(count, range);
  return count;
}

// The last counted word that the lexicon knows is the head; the rest qualify it.
void CountBinder::bind_head(Count& count, WordRange range) const {
  std::uint32_t head = range.last - 1;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const bool fits = !word(i).number && word(i).concept_of(ConceptKind::kCounted) != nullptr;
    if (fits) head = i;
  }
  count.head = word(head).meaning;
  if (const Concept* known = word(head).concept_of(ConceptKind::kCounted); known != nullptr) {
    count.counted = known->name;
    count.scope = known->scope;
  }
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Word& item = word(i);
    if (item.concept_of(ConceptKind::kNation) != nullptr) {
      count.nations.push_back(item.meaning);
    } else if (i != head && !item.function && !item.number &&
               covers(count.quantity->counted_span, {item.begin, item.end})) {
      count.modifiers.push_back(item.meaning);
    }
  }
  sort_unique(count.nations);
  sort_unique(count.modifiers);
}

std::string CountBinder::speaker_of(const model::Claim& claim) const {
  if (!claim.speaker.empty() || claim.source.empty()) return claim.speaker;
  return std::string(model::text_at(reading_.document(), claim.source.front()));
}

// The innermost claim that holds the number speaks.
void CountBinder::bind_claim(Count& count) const {
  std::uint32_t shortest = UINT32_MAX;
  for (const model::Claim* claim : reading_.found[count.sentence].claims) {
    for (const model::Span span : claim->content) {
      if (!covers(span, count.quantity->span) || span.end - span.begin >= shortest) continue;
      shortest = span.end - span.begin;
      count.denied = claim->stance == model::Stance::kDenied;
      count.speaker = speaker_of(*claim);
    }
  }
}

const Concept* CountBinder::event(std::uint32_t i) const {
  return word(i).name ? nullptr : word(i).concept_of(ConceptKind::kEvent);
}

std::string_view CountBinder::bytes(std::uint32_t i) const {
  return std::string_view(reading_.document().text).substr(word(i).begin, word(i).end - word(i).begin);
}

namespace {

constexpr double kAboutSlack = 0.1;  // "about 150" allows 135 to 165

struct Bounds {
  double low = 0;
  double high = 0;
};

Bounds bounds_of(const model::Quantity& quantity) {
  using enum model::Relation;
  Bounds bounds{quantity.low, quantity.high};
  if (quantity.relation == kMore) bounds.low = std::max(bounds.low, quantity.value) + 1;
  if (quantity.relation == kLess) bounds.high = std::min(bounds.high, quantity.value) - 1;
  if (quantity.relation == kAbout) {
    bounds.low = std::min(bounds.low, quantity.value * (1 - kAboutSlack));
    bounds.high = std::max(bounds.high, quantity.value * (1 + kAboutSlack));
  }
  if (quantity.relation == kEqual && !std::isfinite(bounds.high)) bounds.low = bounds.high = quantity.value;
  return bounds;
}

}  // namespace

std::vector<Count> bound_counts(const Case& whole) {
  std::vector<Count> counts;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) CountBinder(whole, r).bind_all(counts);
  return counts;
}

bool is_open(const model::Quantity& quantity) {
  return quantity.relation == model::Relation::kMore || quantity.relation == model::Relation::kAtLeast;
}

bool ranges_meet(const model::Quantity& left, const model::Quantity& right) {
  const Bounds a = bounds_of(left);
  const Bounds b = bounds_of(right);
  return a.low <= b.high && b.low <= a.high;
}

bool same_range(const model::Quantity& left, const model::Quantity& right) {
  const Bounds a = bounds_of(left);
  const Bounds b = bounds_of(right);
  return a.low == b.low && a.high == b.high;
}

bool is_narrower(const model::Quantity& inner, const model::Quantity& outer) {
  const Bounds a = bounds_of(inner);
  const Bounds b = bounds_of(outer);
  return b.low <= a.low && a.high <= b.high && !same_range(inner, outer);
}

std::string says(const Case& whole, const Count& count) {
  const model::Document& document = whole.readings[count.reading].document();
  const std::string speaker =
      count.speaker.empty() ? "" : fmt::format(" ({}{})", count.speaker, count.denied ? ", denying it" : "");
  return fmt::format("{} says \"{}\"{}", document.name, model::text_at(document, count.words), speaker);
}

}  // namespace muster::weigh
