#include "weigh/weigh.hpp"

#include <algorithm>

#include "weigh/copies.hpp"
#include "weigh/corrections.hpp"
#include "weigh/counts.hpp"
#include "weigh/credits.hpp"
#include "weigh/dates.hpp"
#include "weigh/denials.hpp"
#include "weigh/numbers.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {
namespace {

void append(std::vector<model::Finding>& findings, std::vector<model::Finding> more) {
  std::ranges::move(more, std::back_inserter(findings));
}

}  // namespace

std::vector<model::Finding> weigh(std::span<const Source> sources, std::span<const CountedList> lists) {
  Case whole(sources);
  const std::vector<Credit> credits = find_credits(whole);
  Credited credited;
  for (const Credit& credit : credits) credited.insert(std::minmax(credit.from, credit.to));
  Copies copies = find_copies(whole, credited);
  const std::vector<Count> counts = bound_counts(whole);

  std::vector<model::Finding> findings = check_counts(whole, counts, lists);
  append(findings, compare_numbers(whole, counts, lists, copies));
  append(findings, compare_dates(whole, copies));
  append(findings, denials(whole));
  append(findings, stated_corrections(whole, counts));
  append(findings, same_roots(whole, credits, copies));
  append(findings, cites(whole, credits));
  append(findings, std::move(copies.findings));
  std::ranges::stable_sort(findings, [](const model::Finding& a, const model::Finding& b) {
    const auto rank = [](model::FindingKind kind) { return kind == model::FindingKind::kConflict ? 0 : 1; };
    return rank(a.kind) < rank(b.kind);
  });
  return findings;
}

}  // namespace muster::weigh
