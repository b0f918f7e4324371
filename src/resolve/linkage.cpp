#include "resolve/linkage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <unordered_map>

#include "resolve/link_estimate.hpp"
#include "resolve/link_groups.hpp"
#include "resolve/link_pairs.hpp"
#include "resolve/link_rivals.hpp"
#include "resolve/link_shares.hpp"

namespace muster::resolve {
namespace {

constexpr std::size_t kShortList = 2000;  // rows of which all pairs are compared
constexpr std::uint64_t kPairsByChance = 300'000;
constexpr std::uint64_t kPairsOfRule = 50'000;
constexpr double kLeastPrior = -8;  // bits below even odds that are still kept at first

const double kLeastOdds = std::log2(kLeastShown / (1 - kLeastShown));

class Linker {
 public:
  Linker(const LinkRows& rows, const LinkOptions& options)
      : rows_(rows), options_(options), keys_(make_keys(rows.fields)), blocking_(rows.fields, keys_) {
    search_ = {&blocking_, rows.size(), options.threads, {}, {}};
    read_known();
    if (options.across_only || options.one_per_source || !known_.empty())
      search_.wanted = [this](RowPair pair) { return is_wanted(pair); };
  }

  base::Result<Linkage> run() {
    read_judgements();
    out_.cluster.resize(rows_.size());
    std::iota(out_.cluster.begin(), out_.cluster.end(), 0U);
    if (rows_.size() > 1 && !rows_.fields.empty()) {
      learn();
      const auto settled = compare();
      if (!settled) return std::unexpected(settled.error());
      group(*settled);
    }
    name_clusters();
    return std::move(out_);
  }

 private:
  bool is_wanted(RowPair pair) const {
    if ((options_.across_only || options_.one_per_source) &&
        rows_.source[pair.left] == rows_.source[pair.right])
      return false;
    return known_.empty() || !known_[pair.left] || !known_[pair.right];
  }

  void read_known() {
    if (options_.known.empty()) return;
    for (const std::string& id : rows_.ids) known_.push_back(options_.known.contains(id));
  }

  // The last judgement on each pair of rows that are here.
  void read_judgements() {
    std::unordered_map<std::string_view, std::uint32_t> row_of;
    for (std::uint32_t row = 0; row < rows_.size() && !options_.judgements.empty(); ++row)
      row_of.emplace(rows_.ids[row], row);
    for (const model::Judgement& judgement : options_.judgements) {
      const auto left = row_of.find(judgement.left);
      const auto right = row_of.find(judgement.right);
      if (left == row_of.end() || right == row_of.end() || left == right) continue;
      judged_[{std::min(left->second, right->second), std::max(left->second, right->second)}] =
          judgement.verdict;
    }
  }

  void tell(std::string_view what, std::uint64_t done, std::uint64_t total) const {
    if (options_.progress) options_.progress(what, done, total);
  }

  void learn() {
    out_.all_pairs = rows_.size() <= kShortList;
    if (options_.model != nullptr) out_.model = *options_.model;
    if (options_.model != nullptr && out_.all_pairs) return;  // neither weights nor rules to find
    const RuleSearch rule_search{rows_.fields, keys_, rows_.size(), options_.threads};
    tell("looking for blocking rules", 0, 1);
    const std::vector<BlockRule> possible = possible_rules(rule_search);
    const std::vector<BlockRule> training = training_rules(rule_search, possible);
    std::vector<Stratum> strata{
        stratum_by_chance(rows_.size(), rows_.fields, kPairsByChance, options_.threads)};
    std::vector<std::vector<RowPair>> pairs(training.size());
    for (std::size_t i = 0; i < training.size(); ++i) {
      strata.push_back(stratum_of_rule(search_, training[i], rows_.fields, kPairsOfRule, &pairs[i]));
      for (const std::uint32_t table : training[i].tables) strata.back().left_out |= 1U << keys_[table].field;
      tell("estimating the model", i + 1, training.size());
    }
    if (options_.model == nullptr) out_.model = estimate(rows_.fields, strata);
    if (out_.all_pairs) return;
    std::vector<FoundMatch> matches;
    const PairScorer scorer(rows_, out_.model);
    for (std::size_t i = 0; i < training.size(); ++i)
      add_matches(pairs[i], strata[i + 1].left_out, scorer, matches);
    const auto budget = static_cast<std::uint64_t>(1'000'000 + 15 * rows_.size());
    out_.rules = choose_rules(rule_search, possible, matches, budget);
    if (out_.rules.empty()) out_.rules = narrowest(training, budget);
  }

  // Where no pair is surely one person, nothing tells which rules find them: those of whole values are tried.
  static std::vector<BlockRule> narrowest(std::vector<BlockRule> rules, std::uint64_t budget) {
    std::ranges::stable_sort(rules, {}, &BlockRule::pairs);
    std::uint64_t spent = 0;
    std::erase_if(rules, [&](const BlockRule& rule) {
      spent += rule.pairs;
      return spent > budget;
    });
    return rules;
  }

  // Some thousand pairs that are surely one person, by the fields that were left free.
  void add_matches(std::span<const RowPair> pairs, std::uint32_t left_out, const PairScorer& scorer,
                   std::vector<FoundMatch>& matches) const {
    constexpr std::size_t kMost = 3000;
    std::vector<FoundMatch> found;
    for (const RowPair pair : pairs) {
      if (scorer.evidence(pair).bits - std::log2(static_cast<double>(rows_.size())) > 5)
        found.push_back({pair.left, pair.right, left_out});
    }
    const std::size_t step = std::max<std::size_t>(1, found.size() / kMost);
    for (std::size_t i = 0; i < found.size(); i += step) matches.push_back(found[i]);
  }

  // The scorer of the model that the pairs settled.
  base::Result<PairScorer> compare() {
    const double share = std::max(out_.model.match_share, 0.2 / static_cast<double>(rows_.size()));
    const PairScorer scorer(rows_, out_.model);
    const double least = kLeastPrior - std::log2(share);
    search_.progress = [this](std::uint64_t done, std::uint64_t total) { tell(kComparing, done, total); };
    PairStore found(options_.pair_memory);
    out_.compared = out_.all_pairs ? find_among_all(search_, scorer, least, found)
                                   : find_pairs(search_, out_.rules, scorer, least, found);
    out_.spilled = found.in_file();
    if (options_.model == nullptr && !found.failure())
      settle_shares(found, rows_, known_, share, options_.threads, out_.model);
    PairScorer settled(rows_, out_.model);
    if (!found.failure()) take_likely(found, settled);
    if (found.failure()) return std::unexpected(*found.failure());
    for (const auto& [pair, verdict] : judged_) {
      const double bits = settled.odds(pair);
      out_.pairs.push_back(
          {pair, static_cast<float>(bits), static_cast<float>(names::probability_of(bits)), verdict, true});
    }
    std::ranges::sort(out_.pairs, {}, [](const LinkedPair& p) { return std::tuple(-p.bits, p.rows); });
    share_among_rivals(out_.pairs, rows_.size(), settled);
    return settled;
  }

  void take_likely(PairStore& found, const PairScorer& settled) {
    std::array<std::vector<LinkedPair>, PairStore::kLanes> likely;
    found.for_each(options_.threads, [&](std::span<const EvidencePair> some, std::size_t lane) {
      for (const EvidencePair& pair : some) {
        if (settled.odds(pair.evidence, pair.rows) < kLeastOdds)
          continue;  // more than dates allow, and quick
        const double bits = settled.odds(pair.rows);
        const double probability = names::probability_of(bits);
        if (probability < kLeastShown || judged_.contains(pair.rows)) continue;
        likely[lane].push_back({pair.rows, static_cast<float>(bits), static_cast<float>(probability)});
      }
    });
    for (auto& some : likely) {
      out_.pairs.insert(out_.pairs.end(), some.begin(), some.end());
      some = {};
    }
  }

  void group(const PairScorer& scorer) {
    Groups groups = group_pairs(rows_, out_.pairs, options_, scorer);
    out_.cluster = std::move(groups.group);
    out_.doubts = std::move(groups.doubts);
    for (LinkedPair& pair : out_.pairs) {
      if (pair.judged) continue;
      const bool one = out_.cluster[pair.rows.left] == out_.cluster[pair.rows.right];
      const bool unlikely = pair.probability <= 1 - options_.threshold;
      pair.verdict =
          one ? model::Verdict::kSame : (unlikely ? model::Verdict::kDifferent : model::Verdict::kUnsure);
    }
  }

  // The id of the earlier run where its rows had one (of several, the one that most rows had), else the id of
  // the first row. Where an earlier cluster fell apart, the part of most rows keeps its id: no two clusters
  // have one.
  void name_clusters() {
    std::map<std::uint32_t, std::map<std::string_view, std::size_t>> earlier;
    for (std::uint32_t row = 0; row < rows_.size() && !known_.empty(); ++row) {
      if (known_[row]) ++earlier[out_.cluster[row]][options_.known.at(rows_.ids[row])];
    }
    struct Claim {
      std::size_t rows = 0;
      std::uint32_t cluster = 0;
      std::string_view id;
    };
    std::vector<Claim> claims;
    for (const auto& [cluster, names] : earlier) {
      const auto most = std::ranges::max_element(names, {}, [](const auto& entry) { return entry.second; });
      claims.push_back({most->second, cluster, most->first});
      if (names.size() > 1)
        out_.doubts.push_back(
            {DoubtKind::kKnown,
             {cluster, cluster},
             fmt::format("{} clusters of the earlier run became one: {}", names.size(), most->first)});
    }
    std::ranges::stable_sort(claims, std::greater{}, &Claim::rows);
    std::vector<std::string> name = rows_.ids;
    if (!claims.empty()) {
      std::set<std::string, std::less<>> taken;
      std::vector<bool> named(rows_.size());
      for (const Claim& claim : claims) {
        if (!taken.emplace(claim.id).second) continue;
        name[claim.cluster] = claim.id;
        named[claim.cluster] = true;
      }
      for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        if (out_.cluster[row] != row || named[row]) continue;
        for (int part = 2; !taken.insert(name[row]).second; ++part)
          name[row] = fmt::format("{} ({})", rows_.ids[row], part);
      }
    }
    for (std::uint32_t row = 0; row < rows_.size(); ++row) out_.cluster_id.push_back(name[out_.cluster[row]]);
  }

  const LinkRows& rows_;
  const LinkOptions& options_;
  std::vector<KeyTable> keys_;
  Blocking blocking_;
  PairSearch search_;
  std::vector<bool> known_;  // by row; empty: there was no earlier run
  std::map<RowPair, model::Verdict> judged_;
  Linkage out_;
};

}  // namespace

base::Result<Linkage> link(const LinkRows& rows, const LinkOptions& options) {
  return Linker(rows, options).run();
}

}  // namespace muster::resolve
