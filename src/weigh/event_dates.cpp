// Two documents that date one event. Bound by the verb's class and a shared place, or by sentences that say
// nearly the same; towns are shelled and people meet again and again, so such events need the second.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "weigh/dates.hpp"
#include "weigh/likeness.hpp"

namespace muster::weigh {
namespace {

constexpr long kMostDaysApart = 45;
constexpr double kNearlySame = 0.6;
constexpr double kMuchAlike = 0.45;
constexpr std::uint32_t kFewestSharedWords = 4;
constexpr std::size_t kFewestSharedNames = 2;  // of the whole documents: they speak of one matter

struct Dated {
  std::uint32_t reading = 0;
  const model::DateExpression* date = nullptr;
  const Sentence* sentence = nullptr;
  const Concept* nearest = nullptr;  // event
  std::vector<std::string> events;   // of the sentence, sorted
  std::vector<Key> places, keys;     // sorted

  [[nodiscard]] std::string_view day() const { return std::string_view(date->value).substr(0, 10); }
};

template <class T>
bool share_one(const std::vector<T>& left, const std::vector<T>& right) {
  return std::ranges::any_of(left, [&](const T& item) { return std::ranges::binary_search(right, item); });
}

void add_events(const Reading& reading, Dated& dated, std::uint32_t first) {
  std::uint32_t shortest = UINT32_MAX;
  for (std::uint32_t i = dated.sentence->first; i < dated.sentence->last; ++i) {
    const Word& word = reading.words[i];
    const Concept* event = word.name ? nullptr : word.concept_of(ConceptKind::kEvent);
    if (event == nullptr) continue;
    dated.events.push_back(event->name);
    const std::uint32_t distance = i < first ? first - i : i - first;
    if (distance < shortest) dated.nearest = event;
    shortest = std::min(shortest, distance);
  }
  std::ranges::sort(dated.events);
}

void add_place(const Reading& reading, Dated& dated, model::Span span) {
  const auto [first, last] = reading.words_in(span);
  for (std::uint32_t i = first; i < last; ++i) {
    if (reading.words[i].name) dated.places.push_back(reading.words[i].sound);
  }
}

std::vector<Dated> dated_events(const Case& whole) {
  std::vector<Dated> found;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    const model::Extraction& extraction = *reading.source->extraction;
    for (const model::DateExpression& date : extraction.dates) {
      const bool day = date.type == model::DateType::kDate || date.type == model::DateType::kTime;
      const auto [first, last] = reading.words_in(date.span);
      if (!day || !is_full_day(date.value) || first >= last || dates_the_report(reading, date)) continue;
      Dated dated{r, &date, &reading.sentences[reading.words[first].sentence], nullptr, {}, {}, {}};
      add_events(reading, dated, first);
      for (const model::Span place : reading.found[reading.words[first].sentence].places)
        add_place(reading, dated, place);
      std::ranges::sort(dated.places);
      dated.keys = meanings(reading, *dated.sentence, false);
      if (dated.nearest != nullptr) found.push_back(std::move(dated));
    }
  }
  return found;
}

class DateComparison {
 public:
  DateComparison(const Case& whole, const Copies& copies)
      : whole_(whole), copies_(copies), dated_(dated_events(whole)) {}

  std::vector<model::Finding> run() {
    std::map<std::string, std::vector<const Dated*>> by_event;
    for (const Dated& dated : dated_) {
      for (const std::string& event : dated.events) by_event[event].push_back(&dated);
    }
    std::set<std::pair<const Dated*, const Dated*>> seen;
    for (const auto& [event, group] : by_event) {
      for (std::size_t i = 0; i < group.size(); ++i) {
        for (std::size_t j = i + 1; j < group.size(); ++j) {
          if (seen.emplace(group[i], group[j]).second) compare(*group[i], *group[j]);
        }
      }
    }
    return std::move(findings_);
  }

 private:
  bool bound(const Dated& a, const Dated& b) const {
    const bool place = share_one(a.places, b.places);
    if (!place && !a.places.empty() && !b.places.empty()) return false;
    const bool nearest = std::ranges::binary_search(b.events, a.nearest->name) &&
                         std::ranges::binary_search(a.events, b.nearest->name);
    if (!nearest) return false;
    const Likeness like = likeness(whole_, a.keys, b.keys);
    if (like.share >= kNearlySame && like.words >= kFewestSharedWords) return true;
    const bool often = a.nearest->scope == "often" || b.nearest->scope == "often";
    return !often && (place || (like.names > 0 && like.share >= kMuchAlike));
  }

  void compare(const Dated& a, const Dated& b) {
    if (a.reading == b.reading) return;
    const long apart = std::abs(day_number(a.day()) - day_number(b.day()));
    if (apart > kMostDaysApart || whole_.shared_names(a.reading, b.reading) < kFewestSharedNames ||
        !bound(a, b))
      return;
    const bool copied =
        copies_.holds(whole_.readings[a.reading].source->id, whole_.readings[b.reading].source->id);
    if (apart == 0) {
      if (!copied) tell(model::FindingKind::kAgree, a, b);
    } else if (!knows(a.reading, b) && !knows(b.reading, a)) {
      tell(model::FindingKind::kConflict, a, b);
    }
  }

  // A document that gives the other's day for this too tells of two events, or of one that took days.
  bool knows(std::uint32_t reading, const Dated& other) const {
    return std::ranges::any_of(dated_, [&](const Dated& dated) {
      return dated.reading == reading && dated.day() == other.day() && share_one(dated.events, other.events);
    });
  }

  void tell(model::FindingKind kind, const Dated& a, const Dated& b) {
    if (!told_.emplace(kind, a.reading, b.reading, a.day(), b.day()).second) return;
    const Reading& left = whole_.readings[a.reading];
    const Reading& right = whole_.readings[b.reading];
    model::Finding& finding = findings_.emplace_back();
    finding.kind = kind;
    finding.rule = "event date";
    finding.summary = kind == model::FindingKind::kAgree
                          ? fmt::format("{} and {} give one day, {}, for what seems one event.",
                                        left.document().name, right.document().name, a.day())
                          : fmt::format("{} gives {}, {} gives {} for what seems one event.",
                                        left.document().name, a.day(), right.document().name, b.day());
    finding.not_checked = {"whether both speak of one event"};
    finding.anchors = {left.anchor(a.date->span), right.anchor(b.date->span), left.anchor(a.sentence->span),
                       right.anchor(b.sentence->span)};
  }

  const Case& whole_;
  const Copies& copies_;
  std::vector<Dated> dated_;
  std::set<std::tuple<model::FindingKind, std::uint32_t, std::uint32_t, std::string_view, std::string_view>>
      told_;
  std::vector<model::Finding> findings_;
};

}  // namespace

std::vector<model::Finding> compare_dates(const Case& whole, const Copies& copies) {
  return DateComparison(whole, copies).run();
}

}  // namespace muster::weigh
