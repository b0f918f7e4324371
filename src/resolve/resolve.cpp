#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "resolve/candidates.hpp"
#include "resolve/clusters.hpp"
#include "resolve/evidence.hpp"
#include "resolve/person.hpp"
#include "resolve/prior.hpp"
#include "resolve/rivals.hpp"
#include "resolve/weights.hpp"

namespace muster::resolve {
namespace {

using model::Judgement;
using model::Link;
using model::Verdict;

constexpr double kJudgedBits = 60;

struct Compared {
  Pair pair;
  double bits = 0;  // evidence and prior
  Evidence evidence;
  const Judgement* judgement = nullptr;
  double probability = 0;
};

std::vector<PreparedRecord> prepare_all(std::span<const PersonRecord> records) {
  std::vector<PreparedRecord> prepared;
  prepared.reserve(records.size());
  for (const PersonRecord& record : records) prepared.push_back(prepare(record));
  std::ranges::sort(prepared, {}, [](const PreparedRecord& r) { return std::tie(r.id, r.source); });
  return prepared;
}

// The last judgement on each pair of known records.
std::map<Pair, const Judgement*> judged_pairs(std::span<const PreparedRecord> records,
                                              std::span<const Judgement> judgements) {
  std::unordered_map<std::string_view, std::uint32_t> index;
  for (std::uint32_t i = 0; i < records.size(); ++i) index.emplace(records[i].id, i);
  std::map<Pair, const Judgement*> out;
  for (const Judgement& judgement : judgements) {
    const auto left = index.find(judgement.left);
    const auto right = index.find(judgement.right);
    if (left == index.end() || right == index.end() || left == right) continue;
    out[std::minmax(left->second, right->second)] = &judgement;
  }
  return out;
}

std::vector<Compared> compare_all(std::span<const PreparedRecord> records, const Prior& prior,
                                  const std::map<Pair, const Judgement*>& judged) {
  std::vector<Pair> pairs = candidate_pairs(records);
  for (const auto& [pair, judgement] : judged) pairs.push_back(pair);
  std::ranges::sort(pairs);
  const auto repeats = std::ranges::unique(pairs);
  pairs.erase(repeats.begin(), repeats.end());
  std::vector<Compared> out;
  const double least = std::log2(kLeastProbability / (1 - kLeastProbability));
  for (const Pair& pair : pairs) {
    Compared found{pair, prior.bits(pair.first, pair.second),
                   weigh(records[pair.first], records[pair.second]), nullptr, 0};
    found.bits += found.evidence.bits;
    const auto said = judged.find(pair);
    if (said != judged.end()) found.judgement = said->second;
    if (found.bits >= least || found.judgement != nullptr) out.push_back(std::move(found));
  }
  return out;
}

double bits_for_sharing(const Compared& pair) {
  if (pair.judgement == nullptr || pair.judgement->verdict == Verdict::kUnsure) return pair.bits;
  return pair.judgement->verdict == Verdict::kSame ? kJudgedBits : -kJudgedBits;
}

void share_probabilities(std::vector<Compared>& pairs, std::span<const PreparedRecord> records,
                         const Prior& prior) {
  const auto source_of = prior.source_of();
  std::vector<ScoredPair> scored;
  for (const Compared& pair : pairs) {
    const bool same_source = source_of[pair.pair.first] == source_of[pair.pair.second];
    const double bits = bits_for_sharing(pair);
    const double alone =
        std::min(names::probability_of(bits), pair.judgement == nullptr ? pair.evidence.ceiling : 1.0);
    scored.push_back({pair.pair.first, pair.pair.second, bits, same_source, alone >= weight("same").bits});
  }
  const std::vector<Shared> shared = share_among_rivals(scored, records, source_of);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    pairs[i].probability = std::min(shared[i].probability, pairs[i].evidence.ceiling);
    if (shared[i].rivals == 0) continue;
    if (pairs[i].evidence.name_only)
      pairs[i].probability = std::min(pairs[i].probability, weight("name_rivals").ceiling);
    pairs[i].evidence.why.push_back(fmt::format("{} other{} well or nearly so", shared[i].rivals,
                                                shared[i].rivals == 1 ? " fits as" : "s fit as"));
  }
}

Verdict verdict_of(const Compared& pair) {
  if (pair.judgement != nullptr) return pair.judgement->verdict;
  if (pair.probability >= weight("same").bits) return Verdict::kSame;
  return pair.probability <= weight("different").bits ? Verdict::kDifferent : Verdict::kUnsure;
}

Link make_link(const Compared& pair, std::span<const PreparedRecord> records) {
  Link link{records[pair.pair.first].id,
            records[pair.pair.second].id,
            pair.probability,
            verdict_of(pair),
            pair.judgement != nullptr,
            pair.evidence.why};
  if (pair.judgement != nullptr) {
    const std::string reason = pair.judgement->reason.empty() ? std::string() : ": " + pair.judgement->reason;
    link.why.insert(link.why.begin(),
                    fmt::format("judged {} by {}{}", to_string(pair.judgement->verdict),
                                pair.judgement->user.empty() ? "a user" : pair.judgement->user, reason));
  }
  link.why.push_back(fmt::format("before comparing: {}", show_bits(pair.bits - pair.evidence.bits)));
  return link;
}

std::vector<SameEdge> same_edges(std::span<const Compared> pairs, std::span<const Link> links,
                                 std::vector<std::size_t>& from) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i].verdict == Verdict::kSame) from.push_back(i);
  }
  std::ranges::stable_sort(
      from, {}, [&](std::size_t i) { return std::tuple(!links[i].judged, -pairs[i].bits, pairs[i].pair); });
  std::vector<SameEdge> edges;
  for (const std::size_t i : from)
    edges.push_back({pairs[i].pair.first, pairs[i].pair.second, links[i].judged});
  return edges;
}

// A refused link is unsure, whatever spoke for it.
void refuse(Link& link, const Refusal& refusal, std::span<const PreparedRecord> records) {
  link.verdict = Verdict::kUnsure;
  link.why.insert(link.why.begin(), fmt::format("not merged: it would make one of {} and {}, {}",
                                                records[refusal.left].id, records[refusal.right].id,
                                                refusal.judged ? "judged to differ"
                                                               : "whose birth dates contradict each other"));
}

}  // namespace

Resolution resolve(std::span<const PersonRecord> records, std::span<const Judgement> judgements) {
  const std::vector<PreparedRecord> prepared = prepare_all(records);
  const Prior prior(prepared);
  const std::map<Pair, const Judgement*> judged = judged_pairs(prepared, judgements);
  std::vector<Compared> pairs = compare_all(prepared, prior, judged);
  share_probabilities(pairs, prepared, prior);

  Resolution out;
  for (const Compared& pair : pairs) out.links.push_back(make_link(pair, prepared));
  std::set<Pair> different;
  for (const auto& [pair, judgement] : judged) {
    if (judgement->verdict == Verdict::kDifferent) different.insert(pair);
  }
  std::vector<std::size_t> from;
  const std::vector<SameEdge> edges = same_edges(pairs, out.links, from);
  const Clustering clustering = cluster(prepared, edges, different);
  for (const Refusal& refusal : clustering.refusals) refuse(out.links[from[refusal.edge]], refusal, prepared);
  for (const auto& members : clustering.clusters) {
    std::vector<std::string>& ids = out.clusters.emplace_back();
    for (const std::uint32_t member : members) ids.push_back(prepared[member].id);
  }
  std::erase_if(out.links,
                [](const Link& link) { return link.probability < kLeastProbability && !link.judged; });
  std::ranges::stable_sort(
      out.links, {}, [](const Link& l) { return std::tuple(-l.probability, std::tie(l.left, l.right)); });
  return out;
}

}  // namespace muster::resolve
