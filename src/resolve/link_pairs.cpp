#include "resolve/link_pairs.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <unordered_map>

#include "base/parallel.hpp"
#include "resolve/link_hash.hpp"

namespace muster::resolve {
namespace {

constexpr std::size_t kPieces = 64;  // of the work of one rule

// Cuts blocks into pieces of nearly as many pairs.
std::vector<std::size_t> cut_blocks(const Blocks& blocks, std::size_t pieces) {
  std::uint64_t total = 0;
  const auto pairs_in = [&](std::size_t b) {
    const std::uint64_t size = blocks.end[b] - blocks.begin[b];
    return size > kMostInHotBlock ? 0 : size * (size - 1) / 2;
  };
  for (std::size_t b = 0; b < blocks.begin.size(); ++b) total += pairs_in(b);
  std::vector<std::size_t> cuts{0};
  std::uint64_t sum = 0;
  for (std::size_t b = 0; b < blocks.begin.size(); ++b) {
    sum += pairs_in(b);
    if (sum * pieces >= total * cuts.size() && cuts.size() < pieces) cuts.push_back(b + 1);
  }
  cuts.push_back(blocks.begin.size());
  return cuts;
}

// Calls visit(key, pair) for the pairs of blocks [from, to) that are not hot.
template <class Visit>
void visit_pairs(const Blocks& blocks, std::size_t from, std::size_t to, Visit visit) {
  for (std::size_t b = from; b < to; ++b) {
    if (blocks.end[b] - blocks.begin[b] > kMostInHotBlock) continue;
    for (std::uint32_t i = blocks.begin[b]; i < blocks.end[b]; ++i) {
      for (std::uint32_t j = i + 1; j < blocks.end[b]; ++j)
        visit(blocks.entries[i].key, RowPair{blocks.entries[i].row, blocks.entries[j].row});
    }
  }
}

void note_hot_blocks(const Blocks& blocks, BlockRule& rule) {
  rule.pairs = 0;
  rule.hot_keys.clear();
  for (std::size_t b = 0; b < blocks.begin.size(); ++b) {
    const std::uint64_t size = blocks.end[b] - blocks.begin[b];
    if (size > kMostInHotBlock) {
      ++rule.hot_blocks;
      rule.hot_rows += size;
      rule.hot_keys.push_back(blocks.entries[blocks.begin[b]].key);
    } else {
      rule.pairs += size * (size - 1) / 2;
    }
  }
}

// Compares the pairs of one piece of the work, and hands the likely ones on, some thousand at a time.
class Keeper {
 public:
  Keeper(const PairScorer& scorer, double least, PairStore& store)
      : scorer_(scorer), least_(least), store_(store) {}

  void compare(RowPair pair) {
    ++compared_;
    const PairScorer::Evidence evidence = scorer_.evidence(pair);
    if (evidence.bits < least_) return;
    pairs_.push_back({pair, evidence});
    if (pairs_.size() == kAtOnce) hand_on();
  }

  std::uint64_t finish() {
    hand_on();
    return compared_;
  }

 private:
  static constexpr std::size_t kAtOnce = 8192;

  void hand_on() {
    store_.add(pairs_);
    pairs_.clear();
  }

  const PairScorer& scorer_;
  double least_;
  PairStore& store_;
  std::vector<EvidencePair> pairs_;
  std::uint64_t compared_ = 0;
};

using Counts = std::unordered_map<Pattern, double, PatternHash>;

void add_counts(std::span<const Counts> pieces, Stratum& stratum) {
  Counts all;
  for (const Counts& piece : pieces) {
    for (const auto& [pattern, count] : piece) all[pattern] += count;
  }
  stratum.counts.assign(all.begin(), all.end());
  std::ranges::sort(stratum.counts);
}

// Which of the rules before bring a pair up: the keys of rules with one key a row stand row by row, side by
// side.
class EarlierRules {
 public:
  EarlierRules(const PairSearch& search, std::span<const BlockRule> rules)
      : search_(search), rules_(rules), keys_(search.rows * rules.size()) {
    base::for_each_piece(rules.size(), search.threads, [&](std::size_t r) {
      if (!search.blocking->has_one_key(rules[r])) return;
      for (const Blocks::Entry& entry : search.blocking->entries(rules[r]))
        keys_[entry.row * rules.size() + r] = entry.key;
    });
    for (const BlockRule& rule : rules) one_key_.push_back(search.blocking->has_one_key(rule));
  }

  [[nodiscard]] bool bring_up(RowPair pair, std::size_t before) const {
    const std::uint64_t* left = &keys_[pair.left * rules_.size()];
    const std::uint64_t* right = &keys_[pair.right * rules_.size()];
    for (std::size_t r = 0; r < before; ++r) {
      if (one_key_[r] ? is_block(rules_[r], left[r], right[r])
                      : search_.blocking->first_block(rules_[r], pair.left, pair.right) != 0)
        return true;
    }
    return false;
  }

 private:
  static bool is_block(const BlockRule& rule, std::uint64_t left, std::uint64_t right) {
    return left == right && left != 0 && !std::ranges::binary_search(rule.hot_keys, left);
  }

  const PairSearch& search_;
  std::span<const BlockRule> rules_;
  std::vector<std::uint64_t> keys_;  // by row and rule; 0: none
  std::vector<bool> one_key_;
};

}  // namespace

std::uint64_t find_pairs(const PairSearch& search, std::vector<BlockRule>& rules, const PairScorer& scorer,
                         double least, PairStore& store) {
  const EarlierRules earlier(search, rules);
  std::atomic<std::uint64_t> compared{0};
  std::uint64_t done = 0;
  std::uint64_t expected = 0;
  for (const BlockRule& rule : rules) expected += rule.pairs;
  for (std::size_t r = 0; r < rules.size() && !store.failure(); ++r) {
    const Blocks blocks = search.blocking->blocks(rules[r]);
    note_hot_blocks(blocks, rules[r]);
    const auto cuts = cut_blocks(blocks, kPieces);
    const bool one_key = search.blocking->has_one_key(rules[r]);
    base::for_each_piece(cuts.size() - 1, search.threads, [&](std::size_t i) {
      Keeper keeper(scorer, least, store);
      visit_pairs(blocks, cuts[i], cuts[i + 1], [&](std::uint64_t key, RowPair pair) {
        if (earlier.bring_up(pair, r)) return;
        if (!one_key && search.blocking->first_block(rules[r], pair.left, pair.right) != key) return;
        if (search.wanted && !search.wanted(pair)) return;
        keeper.compare(pair);
      });
      compared += keeper.finish();
    });
    done += rules[r].pairs;
    if (search.progress) search.progress(done, std::max(done, expected));
  }
  return compared;
}

std::uint64_t find_among_all(const PairSearch& search, const PairScorer& scorer, double least,
                             PairStore& store) {
  std::atomic<std::uint64_t> compared{0};
  base::for_each_piece(search.rows, search.threads, [&](std::size_t left) {
    Keeper keeper(scorer, least, store);
    for (std::size_t right = left + 1; right < search.rows; ++right) {
      const RowPair pair{static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(right)};
      if (!search.wanted || search.wanted(pair)) keeper.compare(pair);
    }
    compared += keeper.finish();
  });
  return compared;
}

Stratum stratum_of_rule(const PairSearch& search, const BlockRule& rule, std::span<const LinkField> fields,
                        std::uint64_t most, std::vector<RowPair>* pairs) {
  Stratum stratum;
  const Blocks blocks = search.blocking->blocks(rule);
  BlockRule counted = rule;
  note_hot_blocks(blocks, counted);
  const double share =
      counted.pairs > most ? static_cast<double>(most) / static_cast<double>(counted.pairs) : 1;
  const auto limit = share < 1 ? static_cast<std::uint64_t>(std::ldexp(share, 63)) : std::uint64_t{1} << 63;
  const auto cuts = cut_blocks(blocks, kPieces);
  std::vector<Counts> counts(cuts.size() - 1);
  std::vector<std::vector<RowPair>> kept(cuts.size() - 1);
  base::for_each_piece(counts.size(), search.threads, [&](std::size_t i) {
    visit_pairs(blocks, cuts[i], cuts[i + 1], [&](std::uint64_t, RowPair pair) {
      if (mixed((std::uint64_t{pair.left} << 32) + pair.right) >> 1 >= limit) return;
      if (search.wanted && !search.wanted(pair)) return;
      counts[i][compare_rows(fields, pair.left, pair.right)] += 1;
      if (pairs != nullptr) kept[i].push_back(pair);
    });
  });
  add_counts(counts, stratum);
  for (const auto& piece : kept) pairs->insert(pairs->end(), piece.begin(), piece.end());
  return stratum;
}

Stratum stratum_by_chance(std::size_t rows, std::span<const LinkField> fields, std::uint64_t most,
                          std::size_t threads) {
  Stratum stratum;
  stratum.by_chance = true;
  const std::uint64_t all = static_cast<std::uint64_t>(rows) * (rows - 1) / 2;
  const bool every = all <= most;
  std::vector<Counts> counts(kPieces);
  base::for_each_piece(kPieces, threads, [&](std::size_t piece) {
    if (every) {
      for (std::size_t left = piece; left < rows; left += kPieces) {
        for (std::size_t right = left + 1; right < rows; ++right)
          counts[piece][compare_rows(fields, static_cast<std::uint32_t>(left),
                                     static_cast<std::uint32_t>(right))] += 1;
      }
      return;
    }
    for (std::uint64_t i = piece; i < most; i += kPieces) {
      const std::uint64_t drawn = mixed(i + 0x9e3779b97f4a7c15ULL);
      const auto left = static_cast<std::uint32_t>((drawn >> 32) * rows >> 32);
      const auto right = static_cast<std::uint32_t>((drawn & 0xffffffffULL) * rows >> 32);
      if (left != right) counts[piece][compare_rows(fields, left, right)] += 1;
    }
  });
  add_counts(counts, stratum);
  return stratum;
}

}  // namespace muster::resolve
