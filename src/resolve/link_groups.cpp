#include "resolve/link_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace muster::resolve {
namespace {

class Grouper {
 public:
  Grouper(const LinkRows& rows, const LinkOptions& options)
      : rows_(rows), options_(options), parent_(rows.size()), members_(rows.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  void forbid(RowPair pair) { different_.insert(pair); }

  bool join(RowPair pair, std::vector<ClusterDoubt>& doubts) {
    const std::uint32_t a = root(pair.left);
    const std::uint32_t b = root(pair.right);
    if (a == b) return true;
    if (const ClusterDoubt* doubt = forbids(a, b, pair)) {
      doubts.push_back(*doubt);
      return false;
    }
    merge(std::min(a, b), std::max(a, b));
    return true;
  }

  std::uint32_t root(std::uint32_t row) {
    while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
    return row;
  }

 private:
  std::vector<std::uint32_t> members(std::uint32_t of) const {
    return members_[of].empty() ? std::vector<std::uint32_t>{of} : members_[of];
  }

  const ClusterDoubt* forbids(std::uint32_t a, std::uint32_t b, RowPair pair) {
    if (different_.empty() && !options_.one_per_source) return nullptr;
    for (const std::uint32_t x : members(a)) {
      for (const std::uint32_t y : members(b)) {
        const RowPair both{std::min(x, y), std::max(x, y)};
        if (options_.one_per_source && rows_.source[x] == rows_.source[y]) {
          doubt_ = {ClusterDoubt::Kind::kOnePerSource, pair,
                    fmt::format("would put {} and {} of one list together", rows_.ids[both.left], rows_.ids[both.right])};
          return &doubt_;
        }
        if (different_.contains(both)) {
          doubt_ = {ClusterDoubt::Kind::kJudgements, pair,
                    fmt::format("would put {} and {} together, which were judged to differ", rows_.ids[both.left],
                                rows_.ids[both.right])};
          return &doubt_;
        }
      }
    }
    return nullptr;
  }

  void merge(std::uint32_t into, std::uint32_t from) {
    parent_[from] = into;
    if (members_[into].empty()) members_[into] = {into};
    if (members_[from].empty()) members_[from] = {from};
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from] = {};
  }

  const LinkRows& rows_;
  const LinkOptions& options_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::set<RowPair> different_;
  ClusterDoubt doubt_;
};

}  // namespace

Groups group_pairs(const LinkRows& rows, std::span<const LinkedPair> pairs, const LinkOptions& options) {
  Grouper grouper(rows, options);
  Groups out;
  for (const LinkedPair& pair : pairs) {
    if (pair.judged && pair.verdict == model::Verdict::kDifferent) grouper.forbid(pair.rows);
  }
  for (const LinkedPair& pair : pairs) {
    if (pair.judged && pair.verdict == model::Verdict::kSame) grouper.join(pair.rows, out.doubts);
  }
  for (const LinkedPair& pair : pairs) {
    if (pair.judged || pair.probability < options.threshold) continue;
    grouper.join(pair.rows, out.doubts);
  }
  out.group.resize(rows.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) out.group[row] = grouper.root(row);
  return out;
}

}  // namespace muster::resolve
