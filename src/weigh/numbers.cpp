#include "weigh/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "weigh/dates.hpp"
#include "weigh/likeness.hpp"

namespace muster::weigh {
namespace {

constexpr double kAlike = 0.25;      // sentences that also share a name
constexpr double kMuchAlike = 0.45;  // sentences that share none
constexpr double kNearlySame = 0.6;
constexpr std::uint32_t kManyWords = 5;
constexpr long kMostDaysApart = 3;             // of two reports on what happens again and again
constexpr std::size_t kFewestSharedNames = 2;  // of two documents on one matter

template <class T>
bool share_one(const std::vector<T>& left, const std::vector<T>& right) {
  return std::ranges::any_of(left, [&](const T& item) { return std::ranges::binary_search(right, item); });
}
template <class T>
bool at_odds(const std::vector<T>& left, const std::vector<T>& right) {
  return !left.empty() && !right.empty() && !share_one(left, right);
}

bool one_kind(const Count& a, const Count& b) {
  return a.counted == b.counted && (!a.counted.empty() || a.head == b.head);
}
bool scopes_fit(const Count& a, const Count& b) {
  return a.scope == b.scope || a.scope == "any" || b.scope == "any";
}

// How two counts hang together, worked out once a pair.
struct Bond {
  Likeness like;
  bool place = false;

  [[nodiscard]] bool one_event(double share) const {
    return like.share >= kMuchAlike || ((place || like.names > 0) && like.share >= share);
  }
};

Bond bond_of(const Case& whole, const Count& a, const Count& b) {
  return {likeness(whole, a.context, b.context), share_one(a.places, b.places)};
}

bool can_speak_of_one(const Count& a, const Count& b) {
  return one_kind(a, b) && scopes_fit(a, b) && !at_odds(a.places, b.places) && !at_odds(a.days, b.days);
}

bool agree(const Case& whole, const Count& a, const Count& b) {
  if (a.denied != b.denied || a.part != b.part || !same_range(*a.quantity, *b.quantity)) return false;
  if (a.of_list && b.of_list) return true;
  if (a.of_list != b.of_list || !can_speak_of_one(a, b) || at_odds(a.nations, b.nations)) return false;
  return share_one(a.events, b.events) && bond_of(whole, a, b).one_event(kAlike);
}

// "168 names" of a list and "more than 150 citizens joined" can speak of one group of people. Told of two
// documents only where the list itself is not in the case: a count-check says more.
bool list_within_bound(const Count& list, const Count& open) {
  return list.of_list && !open.of_list && open.roll && open.counted == "people" && is_open(*open.quantity) &&
         open.quantity->value >= kFewestOnList;
}

bool narrower(const Case& whole, const Count& inner, const Count& outer, bool lists_are_counted) {
  if (inner.denied || outer.denied || inner.part || outer.part || !is_open(*outer.quantity)) return false;
  if (!is_narrower(*inner.quantity, *outer.quantity)) return false;
  if (inner.quantity->value > kMostAboveBound * outer.quantity->value) return false;
  if (list_within_bound(inner, outer)) return inner.reading == outer.reading || !lists_are_counted;
  if (inner.reading == outer.reading || inner.of_list != outer.of_list || !can_speak_of_one(inner, outer))
    return false;
  if (inner.of_list) return true;
  return share_one(inner.events, outer.events) && !at_odds(inner.nations, outer.nations) &&
         bond_of(whole, inner, outer).one_event(kAlike);
}

// One set of verbs: "captured" of men "who fought" is not "fought".
bool same_event(const Count& a, const Count& b, const Bond& bond) {
  return a.events == b.events && (!a.events.empty() || bond.like.share >= kNearlySame);
}

// Towns are shelled again and again: the day, the days of publication or much of the sentence must be shared.
bool same_time(const Case& whole, const Count& a, const Count& b, const Bond& bond) {
  if (share_one(a.days, b.days)) return true;
  const std::string& left = whole.readings[a.reading].document().published;
  const std::string& right = whole.readings[b.reading].document().published;
  if (!is_full_day(left) || !is_full_day(right))
    return bond.like.share >= kNearlySame && bond.like.words >= kManyWords;
  return bond.place && std::abs(day_number(left) - day_number(right)) <= kMostDaysApart;
}

bool same_scope(const Count& a, const Count& b, const Bond& bond) {
  if (a.total != b.total || a.part || b.part) return false;
  const bool close = bond.like.share >= kMuchAlike;
  if (a.scope != b.scope && !close) return false;
  if (a.nations != b.nations && !close) return false;
  return !at_odds(a.nations, b.nations) &&
         (a.modifiers == b.modifiers || (close && !at_odds(a.modifiers, b.modifiers)));
}

// Things that the lexicon does not know ("points", "shares") may be measures: whole numbers only, and
// sentences that say nearly the same of one place or of two names.
bool unknown_things_fit(const Count& a, const Count& b, const Bond& bond) {
  if (!a.counted.empty()) return true;
  const bool whole_numbers = a.quantity->value == std::floor(a.quantity->value) &&
                             b.quantity->value == std::floor(b.quantity->value);
  return whole_numbers && !a.events.empty() && bond.like.share >= kNearlySame &&
         (bond.place || bond.like.names >= 2);
}

bool conflict(const Case& whole, const Count& a, const Count& b, bool one_list) {
  if (a.reading == b.reading || a.denied || b.denied || a.of_list != b.of_list) return false;
  if (ranges_meet(*a.quantity, *b.quantity)) return false;
  if (a.of_list) return one_list && whole.shared_names(a.reading, b.reading) >= kFewestSharedNames;
  if (!can_speak_of_one(a, b) || a.events != b.events) return false;
  const Bond bond = bond_of(whole, a, b);
  const bool often = a.often || b.often;
  if (!bond.one_event(often ? kMuchAlike : kAlike) || (often && !same_time(whole, a, b, bond))) return false;
  return same_event(a, b, bond) && same_scope(a, b, bond) && unknown_things_fit(a, b, bond);
}

// Collects findings; one of a kind for two documents and two ranges, with every place where the numbers
// stand.
class Collector {
 public:
  Collector(const Case& whole) : whole_(whole) {}

  model::Finding& finding(model::FindingKind kind, const Count& a, const Count& b) {
    const auto key = std::tuple(kind, a.reading, b.reading, a.of_list ? "list" : a.counted, a.quantity->low,
                                a.quantity->high, b.quantity->low, b.quantity->high);
    const auto [place, is_new] = index_.try_emplace(key, findings_.size());
    if (is_new) findings_.emplace_back().kind = kind;
    model::Finding& made = findings_[place->second];
    for (const Count* count : {&a, &b}) {
      const model::Anchor anchor = whole_.readings[count->reading].anchor(count->words);
      if (std::ranges::find(made.anchors, anchor) == made.anchors.end()) made.anchors.push_back(anchor);
    }
    return made;
  }
  std::vector<model::Finding> take() { return std::move(findings_); }

 private:
  using Identity = std::tuple<model::FindingKind, std::uint32_t, std::uint32_t, std::string, double, double,
                              double, double>;
  const Case& whole_;
  std::map<Identity, std::size_t> index_;
  std::vector<model::Finding> findings_;
};

class Comparison {
 public:
  Comparison(const Case& whole, const std::vector<Count>& counts, std::span<const CountedList> lists,
             const Copies& copies)
      : whole_(whole), counts_(counts), copies_(copies), lists_(lists.size()), collected_(whole) {}

  std::vector<model::Finding> run() {
    std::map<std::string, std::vector<const Count*>> kinds;  // lists' numbers count people by their names
    for (const Count& count : counts_) {
      const std::string kind = count.counted == "names" ? "people"
                               : count.counted.empty()  ? fmt::format("#{}", count.head)
                                                        : count.counted;
      kinds[kind].push_back(&count);
    }
    for (const auto& [kind, group] : kinds) {
      for (std::size_t i = 0; i < group.size(); ++i) {
        for (std::size_t j = i + 1; j < group.size(); ++j) compare(*group[i], *group[j]);
      }
    }
    return collected_.take();
  }

 private:
  void compare(const Count& a, const Count& b) {
    const bool copied = copies_.holds(id(a), id(b));
    if (a.reading != b.reading && !copied && agree(whole_, a, b)) return tell_agree(a, b);
    if (!copied && narrower(whole_, a, b, lists_ > 0)) return tell_narrower(a, b);
    if (!copied && narrower(whole_, b, a, lists_ > 0)) return tell_narrower(b, a);
    if (conflict(whole_, a, b, lists_ <= 1) && !knows_both(a, b)) tell_conflict(a, b);
  }

  model::DocumentId id(const Count& count) const { return whole_.readings[count.reading].source->id; }

  // A document that gives the other's number too, of the same kind, tells of two things.
  bool knows_both(const Count& a, const Count& b) const {
    const bool copied = copies_.holds(id(a), id(b));
    return std::ranges::any_of(counts_, [&](const Count& other) {
      const bool mine =
          other.reading == a.reading && &other != &a && same_range(*other.quantity, *b.quantity);
      const bool yours =
          other.reading == b.reading && &other != &b && same_range(*other.quantity, *a.quantity);
      if ((!mine && !yours) || !one_kind(other, a) || other.of_list != a.of_list) return false;
      return copied || a.of_list || share_one(other.events, a.events);
    });
  }

  void tell_agree(const Count& a, const Count& b) {
    model::Finding& finding = collected_.finding(model::FindingKind::kAgree, a, b);
    finding.rule = "same number";
    finding.summary = fmt::format("{}, {}: the same number of the same.", says(whole_, a), says(whole_, b));
    finding.not_checked = {"whether both have it from one source"};
  }
  void tell_narrower(const Count& inner, const Count& outer) {
    model::Finding& finding = collected_.finding(model::FindingKind::kNarrower, inner, outer);
    finding.rule = "number within a bound";
    finding.summary = fmt::format("{}, within what {}.", says(whole_, inner), says(whole_, outer));
    finding.not_checked = {"whether both numbers count the same people or things"};
  }
  void tell_conflict(const Count& a, const Count& b) {
    model::Finding& finding = collected_.finding(model::FindingKind::kConflict, a, b);
    finding.rule = a.of_list ? "numbers of one list" : "numbers of one event";
    finding.summary = fmt::format("{}, {}: both cannot hold of one {}.", says(whole_, a), says(whole_, b),
                                  a.of_list ? "list" : "event");
    finding.not_checked = {a.of_list ? "whether both speak of one list"
                                     : "whether both speak of the same time and count alike"};
  }

  const Case& whole_;
  const std::vector<Count>& counts_;
  const Copies& copies_;
  std::size_t lists_;
  Collector collected_;
};

}  // namespace

std::vector<model::Finding> compare_numbers(const Case& whole, const std::vector<Count>& counts,
                                            std::span<const CountedList> lists, const Copies& copies) {
  return Comparison(whole, counts, lists, copies).run();
}

}  // namespace muster::weigh
