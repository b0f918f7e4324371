#include <fmt/format.h>

#include <map>
#include <optional>
#include <tuple>

#include "weigh/numbers.hpp"

namespace muster::weigh {
namespace {

std::string list_figures(const CountedList& list) {
  const std::string people =
      list.people == list.rows ? "" : fmt::format(", {} people after joining doubles", list.people);
  return fmt::format("{} holds {} rows{}", list.name, list.rows, people);
}

enum class Check { kNone, kRows, kPeople, kWithin, kOutside };

model::Quantity exactly(std::size_t number) {
  model::Quantity quantity;
  quantity.value = quantity.low = quantity.high = static_cast<double>(number);
  return quantity;
}

Check check(const Count& count, const CountedList& list) {
  const model::Quantity& said = *count.quantity;
  const model::Quantity rows = exactly(list.rows);
  const model::Quantity people = exactly(list.people);
  if (same_range(said, rows)) return Check::kRows;
  if (same_range(said, people)) return Check::kPeople;
  return ranges_meet(said, rows) || ranges_meet(said, people) ? Check::kWithin : Check::kOutside;
}

// An open number of people who signed or joined, that the list bears out: nothing is said where it does not.
bool borne_out(const Count& count, const CountedList& list) {
  return !count.of_list && count.roll && !count.part && count.counted == "people" &&
         is_open(*count.quantity) && count.quantity->value >= kFewestOnList &&
         check(count, list) == Check::kWithin &&
         static_cast<double>(list.rows) <= kMostAboveBound * count.quantity->value;
}

std::string verdict(Check check) {
  switch (check) {
    case Check::kRows:
      return "agrees with the rows counted";
    case Check::kPeople:
      return "agrees with the people counted";
    case Check::kWithin:
      return "the count lies within that";
    default:
      return "neither figure fits: a conflict";
  }
}

model::Finding count_finding(const Case& whole, const Count& count, const CountedList& list, Check result) {
  model::Finding finding;
  finding.kind = model::FindingKind::kCountCheck;
  finding.rule = result == Check::kOutside  ? "count-check: conflict"
                 : result == Check::kWithin ? "count-check: within"
                                            : "count-check: agrees";
  finding.summary = fmt::format("{}; {}: {}.", says(whole, count), list_figures(list), verdict(result));
  finding.not_checked = {"whether the number speaks of this very list"};
  if (list.undecided > 0) {
    finding.not_checked.push_back(
        fmt::format("{} pairs of rows that may be one person are counted as two", list.undecided));
  }
  finding.anchors = {whole.readings[count.reading].anchor(count.words), list.anchor};
  return finding;
}

// The list that a number fits best; among several lists one that does not fit proves nothing.
std::optional<std::pair<const CountedList*, Check>> best_list(const Count& count,
                                                              std::span<const CountedList> lists) {
  std::optional<std::pair<const CountedList*, Check>> best;
  for (const CountedList& list : lists) {
    if (!count.of_list && !borne_out(count, list)) continue;
    const Check result = check(count, list);
    if (result == Check::kOutside && lists.size() > 1) continue;
    if (!best || result < best->second) best = {&list, result};
  }
  return best;
}

}  // namespace

std::vector<model::Finding> check_counts(const Case& whole, const std::vector<Count>& counts,
                                         std::span<const CountedList> lists) {
  std::vector<model::Finding> findings;
  std::map<std::tuple<std::uint32_t, double, double, const CountedList*>, std::size_t> told;
  for (const Count& count : counts) {
    if (count.denied) continue;
    const auto best = best_list(count, lists);
    if (!best) continue;
    const auto key = std::tuple(count.reading, count.quantity->low, count.quantity->high, best->first);
    const auto [place, is_new] = told.try_emplace(key, findings.size());
    if (is_new) {
      findings.push_back(count_finding(whole, count, *best->first, best->second));
    } else {
      findings[place->second].anchors.push_back(whole.readings[count.reading].anchor(count.words));
    }
  }
  return findings;
}

}  // namespace muster::weigh
