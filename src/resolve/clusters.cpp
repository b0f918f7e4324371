#include "resolve/clusters.hpp"

#include <algorithm>
#include <optional>

namespace muster::resolve {
namespace {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

class Clusterer {
 public:
  Clusterer(std::span<const PreparedRecord> records, std::span<const SameEdge> edges, const Pairs& different)
      : records_(records), different_(different), cluster_of_(records.size()), members_(records.size()) {
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      cluster_of_[i] = i;
      members_[i] = {i};
    }
    for (const SameEdge& edge : edges) {
      if (edge.judged) said_same_.insert(std::minmax(edge.left, edge.right));
    }
  }

  Clustering run(std::span<const SameEdge> edges) {
    Clustering out;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const std::uint32_t a = cluster_of_[edges[i].left];
      const std::uint32_t b = cluster_of_[edges[i].right];
      if (a == b) continue;
      if (std::optional<Refusal> refusal = forbids(a, b)) {
        refusal->edge = i;
        out.refusals.push_back(*refusal);
      } else {
        merge(a, b);
      }
    }
    for (std::vector<std::uint32_t>& members : members_) {
      if (members.size() < 2) continue;
      std::ranges::sort(members);
      out.clusters.push_back(std::move(members));
    }
    std::ranges::sort(out.clusters);
    return out;
  }

 private:
  std::optional<Refusal> forbids(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t x : members_[a]) {
      for (const std::uint32_t y : members_[b]) {
        const auto pair = std::pair(std::min(x, y), std::max(x, y));
        if (said_same_.contains(pair)) continue;
        if (different_.contains(pair)) return Refusal{0, x, y, true};
        if (contradict(records_[x].birth_date, records_[y].birth_date)) return Refusal{0, x, y, false};
      }
    }
    return std::nullopt;
  }

  void merge(std::uint32_t a, std::uint32_t b) {
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const std::uint32_t x : members_[b]) {
      cluster_of_[x] = a;
      members_[a].push_back(x);
    }
    members_[b].clear();
  }

  std::span<const PreparedRecord> records_;
  const Pairs& different_;
  Pairs said_same_;
  std::vector<std::uint32_t> cluster_of_;
  std::vector<std::vector<std::uint32_t>> members_;
};

}  // namespace

Clustering cluster(std::span<const PreparedRecord> records, std::span<const SameEdge> edges,
                   const Pairs& different) {
  return Clusterer(records, edges, different).run(edges);
}

}  // namespace muster::resolve
