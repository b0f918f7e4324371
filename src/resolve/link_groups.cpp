#include "resolve/link_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

namespace muster::resolve {
namespace {

constexpr double kLeastSupport = 0.3;      // of the pairs between two groups; see docs/linkage.md
constexpr std::size_t kMostSupport = 200;  // pairs looked at
constexpr double kContradictionBits = -20;
constexpr std::size_t kMostContradicted = 40;  // rows of a cluster within which contradictions are sought

RowPair in_order(std::uint32_t a, std::uint32_t b) {
  return {std::min(a, b), std::max(a, b)};
}

class Grouper {
 public:
  Grouper(const LinkRows& rows, const LinkOptions& options, const PairScorer& scorer)
      : rows_(rows), options_(options), scorer_(scorer), parent_(rows.size()), members_(rows.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  void forbid(RowPair pair) { different_.insert(pair); }

  // A person's word, or an earlier run's.
  void join_told(RowPair pair, DoubtKind kind) {
    told_same_.insert(pair);
    const std::uint32_t a = root(pair.left);
    const std::uint32_t b = root(pair.right);
    if (a == b) return;
    if (const auto refusal = forbidden(a, b)) {
      doubts_.push_back({kind, pair, *refusal});
    } else {
      merge(a, b);
    }
  }

  void join_likely(RowPair pair) {
    const std::uint32_t a = root(pair.left);
    const std::uint32_t b = root(pair.right);
    if (a == b) return;
    if (const auto refusal = forbidden(a, b)) {
      doubts_.push_back({refused_, pair, *refusal});
      return;
    }
    const Between found = between(a, b);
    if (found.contradiction) {
      doubts_.push_back(
          {DoubtKind::kContradiction, pair,
           fmt::format("{} and {} are likely one, but that would put together {} and {}, whose birth dates "
                       "contradict each other",
                       rows_.ids[pair.left], rows_.ids[pair.right], rows_.ids[found.contradiction->left],
                       rows_.ids[found.contradiction->right])});
    } else if (found.likely_percent < static_cast<std::size_t>(100 * kLeastSupport)) {
      doubts_.push_back(
          {DoubtKind::kBridge, pair,
           fmt::format("{} and {} are likely one, but of the pairs between their groups only {} in 100 are",
                       rows_.ids[pair.left], rows_.ids[pair.right], found.likely_percent)});
    } else {
      merge(a, b);
    }
  }

  Groups take() {
    find_contradictions();
    Groups out;
    out.group.resize(rows_.size());
    for (std::uint32_t row = 0; row < rows_.size(); ++row) out.group[row] = root(row);
    out.doubts = std::move(doubts_);
    return out;
  }

 private:
  std::uint32_t root(std::uint32_t row) {
    while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
    return row;
  }

  std::vector<std::uint32_t> members(std::uint32_t of) const {
    return members_[of].empty() ? std::vector<std::uint32_t>{of} : members_[of];
  }

  // Why the two groups must not be one, and `refused_`.
  std::optional<std::string> forbidden(std::uint32_t a, std::uint32_t b) {
    if (different_.empty() && !options_.one_per_source) return std::nullopt;
    for (const std::uint32_t x : members(a)) {
      for (const std::uint32_t y : members(b)) {
        const RowPair both = in_order(x, y);
        const bool judged = different_.contains(both);
        if (!judged && !(options_.one_per_source && rows_.source[x] == rows_.source[y])) continue;
        refused_ = judged ? DoubtKind::kJudgements : DoubtKind::kOnePerSource;
        return fmt::format("would put together {} and {}, {}", rows_.ids[both.left], rows_.ids[both.right],
                           judged ? "which were judged to differ" : "which stand in one list");
      }
    }
    return std::nullopt;
  }

  struct Between {
    std::size_t likely_percent = 100;           // of the pairs looked at
    std::optional<RowPair> contradiction = {};  // two rows that come together through no third
  };

  // What the pairs between two groups say. A chain of lucky pairs joins two people by one of theirs; one
  // person's rows agree all over. Of many pairs, some spread evenly are looked at; large groups hold rows
  // with wrong dates, which contradict nothing.
  Between between(std::uint32_t a, std::uint32_t b) const {
    const auto x = members(a);
    const auto y = members(b);
    const std::size_t total = x.size() * y.size();
    if (total < 2) return {};
    const std::size_t step = std::max<std::size_t>(1, total / kMostSupport);
    std::size_t likely = 0;
    std::size_t seen = 0;
    Between out;
    for (std::size_t i = 0; i < total; i += step, ++seen) {
      const RowPair pair = in_order(x[i / y.size()], y[i % y.size()]);
      const PairScorer::Judged found = scorer_.judge(pair);
      const bool told = told_same_.contains(pair);
      if (told || found.odds > 0) ++likely;
      if (!told && found.contradict && total <= kMostSupport) out.contradiction = pair;
    }
    out.likely_percent = 100 * likely / seen;
    return out;
  }

  void merge(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t into = std::min(a, b);
    const std::uint32_t from = std::max(a, b);
    parent_[from] = into;
    if (members_[into].empty()) members_[into] = {into};
    if (members_[from].empty()) members_[from] = {from};
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from] = {};
  }

  void find_contradictions() {
    for (const auto& rows : members_) {
      if (rows.size() < 3 || rows.size() > kMostContradicted) continue;
      double worst = kContradictionBits;
      RowPair pair;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
          const RowPair here = in_order(rows[i], rows[j]);
          const double bits = scorer_.odds(here);
          if (bits < worst && !told_same_.contains(here)) {
            worst = bits;
            pair = here;
          }
        }
      }
      if (worst < kContradictionBits)
        doubts_.push_back(
            {DoubtKind::kContradiction, pair,
             fmt::format(
                 "{} and {} stand in one cluster through others, though they speak against each other",
                 rows_.ids[pair.left], rows_.ids[pair.right])});
    }
  }

  const LinkRows& rows_;
  const LinkOptions& options_;
  const PairScorer& scorer_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;  // of roots that have joined others
  std::set<RowPair> different_;
  std::set<RowPair> told_same_;
  std::vector<ClusterDoubt> doubts_;
  DoubtKind refused_ = DoubtKind::kJudgements;
};

void join_known(const LinkRows& rows, const LinkOptions& options, Grouper& grouper) {
  std::unordered_map<std::string_view, std::uint32_t> first;
  for (std::uint32_t row = 0; row < rows.size() && !options.known.empty(); ++row) {
    const auto known = options.known.find(rows.ids[row]);
    if (known == options.known.end()) continue;
    const auto [at, fresh] = first.emplace(known->second, row);
    if (!fresh) grouper.join_told({at->second, row}, DoubtKind::kJudgements);
  }
}

}  // namespace

Groups group_pairs(const LinkRows& rows, std::span<const LinkedPair> pairs, const LinkOptions& options,
                   const PairScorer& scorer) {
  Grouper grouper(rows, options, scorer);
  for (const LinkedPair& pair : pairs) {
    if (pair.judged && pair.verdict == model::Verdict::kDifferent) grouper.forbid(pair.rows);
  }
  for (const LinkedPair& pair : pairs) {
    if (pair.judged && pair.verdict == model::Verdict::kSame)
      grouper.join_told(pair.rows, DoubtKind::kJudgements);
  }
  join_known(rows, options, grouper);
  for (const LinkedPair& pair : pairs) {
    if (!pair.judged && pair.probability >= options.threshold) grouper.join_likely(pair.rows);
  }
  return grouper.take();
}

}  // namespace muster::resolve
