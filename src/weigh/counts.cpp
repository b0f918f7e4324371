#include "weigh/counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "weigh/likeness.hpp"

namespace muster::weigh {
namespace {

constexpr std::uint32_t kListReach = 6;   // words between "list" and its number
constexpr std::uint32_t kAfterReach = 4;  // "64 people are on the list"
constexpr std::size_t kShortContext = 8;  // telling words of a sentence that leans on the one before
constexpr double kAboutSlack = 0.1;       // "about 150" allows 135 to 165

template <class T>
void sort_unique(std::vector<T>& items) {
  std::ranges::sort(items);
  items.erase(std::ranges::unique(items).begin(), items.end());
}

bool covers(model::Span outer, model::Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// Words [first, last) of one sentence.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// Builds the counts of one document.
class Binder {
 public:
  Binder(const Case& whole, std::uint32_t index)
      : whole_(whole), index_(index), reading_(whole.readings[index]) {
    for (const model::Quantity& quantity : extraction().quantities) {
      const auto [first, last] = reading_.words_in(quantity.span);
      for (std::uint32_t i = first; i < last; ++i) numbers_.push_back(i);
    }
    std::ranges::sort(numbers_);
  }

  void bind_all(std::vector<Count>& counts) {
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

 private:
  const model::Extraction& extraction() const { return *reading_.source->extraction; }
  const Word& word(std::uint32_t i) const { return reading_.words[i]; }
  const Sentence& sentence_of(const Range& range) const {
    return reading_.sentences[word(range.first).sentence];
  }

  Count bind(const model::Quantity& quantity, model::Span words, Range range) const {
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
  void bind_head(Count& count, Range range) const {
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

  std::string speaker_of(const model::Claim& claim) const {
    if (!claim.speaker.empty() || claim.source.empty()) return claim.speaker;
    return std::string(model::text_at(reading_.document(), claim.source.front()));
  }

  // The innermost claim that holds the number speaks.
  void bind_claim(Count& count) const {
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

  bool is_number(std::uint32_t i) const { return std::ranges::binary_search(numbers_, i); }
  const Concept* event(std::uint32_t i) const {
    return word(i).name ? nullptr : word(i).concept_of(ConceptKind::kEvent);
  }

  // "and", "but", a comma: another verb may follow.
  bool opens_clause(std::uint32_t i) const {
    static const std::vector<std::string_view> kJoins = {"and", "but", "while", "и",  "а",
                                                         "но",  "і",   "й",     "та", "але"};
    const std::string_view bytes =
        std::string_view(reading_.document().text).substr(word(i).begin, word(i).end - word(i).begin);
    return word(i).breaks || std::ranges::find(kJoins, bytes) != kJoins.end();
  }

  // What happened to the counted: events in the clause, else the nearest in the sentence that no other number
  // claims.
  std::vector<const Concept*> events_near(Range range) const {
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

  bool is_relative(std::uint32_t i) const {
    const std::string_view word_here = bytes(i);
    return word_here == "that" || word_here == "which" || word_here == "who";
  }

  void add_nearest(std::vector<const Concept*>& events, Range range, const Sentence& sentence) const {
    for (std::uint32_t i = range.first; i > sentence.first; --i) {
      if (event(i - 1) != nullptr) return events.push_back(event(i - 1));
    }
    for (std::uint32_t i = range.last; i < sentence.last; ++i) {
      if (event(i) != nullptr) return events.push_back(event(i));
    }
  }

  void bind_sentence(Count& count, Range range) const {
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

  void add_scene(Count& count, const Found& found) const {
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
  bool attributes(std::uint32_t sentence, std::uint32_t i) const {
    const model::Span span{word(i).begin, word(i).end};
    const auto holds = [span](model::Span part) { return covers(part, span); };
    return std::ranges::any_of(reading_.found[sentence].claims, [&](const model::Claim* claim) {
      return std::ranges::any_of(claim->source, holds) || std::ranges::any_of(claim->cue, holds);
    });
  }

  // "A bus crashed near Vyazma on Monday. Seven people were killed.": a short sentence with no place or day
  // of its own speaks of what the sentence before it told, if that gave a
  // name and a day.
  void take_over_scene(Count& count) const {
    if (count.sentence == 0 || count.context.size() > kShortContext) return;
    const Sentence& before = reading_.sentences[count.sentence - 1];
    const Found& found = reading_.found[count.sentence - 1];
    const bool day = std::ranges::any_of(
        found.dates, [](const model::DateExpression* date) { return date->value.size() >= 10; });
    const bool named = !found.places.empty() || std::any_of(reading_.words.begin() + before.first,
                                                            reading_.words.begin() + before.last,
                                                            [](const Word& item) { return item.name; });
    if (!named || !day || crosses_paragraph(before, reading_.sentences[count.sentence])) return;
    add_scene(count, found);
    for (std::uint32_t i = before.first; i < before.last; ++i) {
      if (!word(i).function && !word(i).number && !word(i).dated) count.context.push_back(word(i).meaning);
    }
  }

  [[nodiscard]] bool crosses_paragraph(const Sentence& before, const Sentence& after) const {
    const std::string_view between = std::string_view(reading_.document().text)
                                         .substr(before.span.end, after.span.begin - before.span.end);
    return between.find("\n\n") != std::string_view::npos;
  }

  bool named(std::uint32_t i, std::string_view concept_name) const {
    const Concept* part = word(i).concept_of(ConceptKind::kPartOf);
    return part != nullptr && part->name == concept_name;
  }

  // "six of the men", "nine men from the list", "six were also killed".
  bool is_part(Range range) const {
    const Sentence& sentence = sentence_of(range);
    for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
      if (named(i, "partof") || bytes(i) == "of") return true;
    }
    for (std::uint32_t i = std::max(sentence.first + 1, range.first) - 1;
         i < std::min(sentence.last, range.last + 2); ++i) {
      if (named(i, "further")) return true;
    }
    if (range.last >= sentence.last) return false;
    if (named(range.last, "partof") && !word(range.last).breaks) return true;
    return bytes(range.last) == "of" &&
           list_in(range.last, std::min(range.last + kAfterReach, sentence.last));
  }

  std::string_view bytes(std::uint32_t i) const {
    return std::string_view(reading_.document().text).substr(word(i).begin, word(i).end - word(i).begin);
  }

  bool list_in(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (word(i).concept_of(ConceptKind::kList) != nullptr) return true;
    }
    return false;
  }

  bool is_of_list(const Count& count, Range range) const {
    const Sentence& sentence = sentence_of(range);
    if (count.counted == "names")
      return list_in(sentence.first, sentence.last) || list_in_sentence_before(count.sentence);
    if (count.counted != "people") return false;
    return is_held_by_list(range, sentence) || stands_on_list(range, sentence);
  }

  bool list_in_sentence_before(std::uint32_t sentence) const {
    return sentence > 0 &&
           list_in(reading_.sentences[sentence - 1].first, reading_.sentences[sentence - 1].last);
  }

  // "The roster lists 64 people", "a list of 64 people": a list before, and only its verb between.
  bool is_held_by_list(Range range, const Sentence& sentence) const {
    bool holds = false;
    const std::uint32_t from =
        std::max(sentence.first, range.first > kListReach ? range.first - kListReach : 0);
    for (std::uint32_t i = range.first; i > from; --i) {
      const Word& item = word(i - 1);
      if (holds && !item.name && item.concept_of(ConceptKind::kList) != nullptr) return true;
      if (item.concept_of(ConceptKind::kHolds) != nullptr) {
        holds = true;
      } else if (!item.function && item.concept_of(ConceptKind::kSpeech) == nullptr && !item.name) {
        return false;
      }
    }
    return false;
  }

  // "64 people are on the list", "в списке 64 человека".
  bool stands_on_list(Range range, const Sentence& sentence) const {
    for (std::uint32_t i = range.last; i < std::min(sentence.last, range.last + kAfterReach); ++i) {
      if (word(i).concept_of(ConceptKind::kPartOf) != nullptr ||
          (event(i) != nullptr && event(i)->name != "listed"))
        return false;
      if (word(i).concept_of(ConceptKind::kList) != nullptr) return true;
    }
    const bool list_before =
        range.first >= sentence.first + 2 && word(range.first - 1).concept_of(ConceptKind::kList) != nullptr;
    return list_before && word(range.first - 2).function &&
           word(range.first - 2).concept_of(ConceptKind::kPartOf) == nullptr;
  }

  const Case& whole_;
  std::uint32_t index_;
  const Reading& reading_;
  std::vector<std::uint32_t> numbers_;  // words of quantities, sorted
};

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
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) Binder(whole, r).bind_all(counts);
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
