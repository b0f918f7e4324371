#include "resolve/link_pairs.hpp"

#include <algorithm>
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
  for (std::size_t b = 0; b < blocks.begin.size(); ++b) {
    const std::uint64_t size = blocks.end[b] - blocks.begin[b];
    if (size > kMostInHotBlock) {
      ++rule.hot_blocks;
      rule.hot_rows += size;
    } else {
      rule.pairs += size * (size - 1) / 2;
    }
  }
}

struct Piece {
  std::vector<EvidencePair> pairs;
  std::uint64_t compared = 0;
};

void keep(Piece& piece, RowPair pair, const PairScorer& scorer, double least) {
  ++piece.compared;
  const PairScorer::Evidence evidence = scorer.evidence(pair);
  if (evidence.bits >= least) piece.pairs.push_back({pair, evidence});
}

void gather(std::vector<Piece>& pieces, FoundPairs& found) {
  for (Piece& piece : pieces) {
    found.compared += piece.compared;
    found.pairs.insert(found.pairs.end(), piece.pairs.begin(), piece.pairs.end());
    piece = {};
  }
}

// Where there are more pairs than may be kept, drops the less likely half and asks for more evidence from now
// on.
void bound(FoundPairs& found, std::size_t most, double& least) {
  if (found.pairs.size() <= most) return;
  const auto bits = [](const EvidencePair& pair) { return pair.evidence.bits; };
  const auto middle = found.pairs.begin() + static_cast<std::ptrdiff_t>(found.pairs.size() / 2);
  std::ranges::nth_element(found.pairs, middle, {}, bits);
  least = std::nextafter(static_cast<double>(middle->evidence.bits), 1e9);
  found.dropped +=
      std::erase_if(found.pairs, [&](const EvidencePair& pair) { return pair.evidence.bits < least; });
}

void sort_pairs(FoundPairs& found) {
  std::ranges::sort(found.pairs, {}, &EvidencePair::rows);
}

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
      const bool shared = one_key_[r] ? left[r] == right[r] && left[r] != 0
                                      : search_.blocking->shares(rules_[r], pair.left, pair.right);
      if (shared && rules_[r].hot_blocks == 0) return true;
    }
    return false;
  }

 private:
  const PairSearch& search_;
  std::span<const BlockRule> rules_;
  std::vector<std::uint64_t> keys_;  // by row and rule; 0: none
  std::vector<bool> one_key_;
};

}  // namespace

FoundPairs find_pairs(const PairSearch& search, std::vector<BlockRule>& rules, const PairScorer& scorer,
                      double least) {
  FoundPairs found;
  const EarlierRules earlier(search, rules);
  std::uint64_t done = 0;
  std::uint64_t expected = 0;
  for (const BlockRule& rule : rules) expected += rule.pairs;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const Blocks blocks = search.blocking->blocks(rules[r]);
    note_hot_blocks(blocks, rules[r]);
    const auto cuts = cut_blocks(blocks, kPieces);
    std::vector<Piece> pieces(cuts.size() - 1);
    // Of several blocks that hold a pair the first brings it up, unless that may be one which was left out.
    const bool by_first = !search.blocking->has_one_key(rules[r]) && rules[r].hot_blocks == 0;
    base::for_each_piece(pieces.size(), search.threads, [&](std::size_t i) {
      visit_pairs(blocks, cuts[i], cuts[i + 1], [&](std::uint64_t key, RowPair pair) {
        if (earlier.bring_up(pair, r)) return;
        if (by_first && !search.blocking->is_first_block(rules[r], key, pair.left, pair.right)) return;
        if (search.wanted && !search.wanted(pair)) return;
        keep(pieces[i], pair, scorer, least);
      });
    });
    gather(pieces, found);
    bound(found, search.most, least);
    done += rules[r].pairs;
    if (search.progress) search.progress(done, std::max(done, expected));
  }
  sort_pairs(found);
  const auto repeats = std::ranges::unique(found.pairs, {}, &EvidencePair::rows);
  found.pairs.erase(repeats.begin(), repeats.end());
  return found;
}

FoundPairs find_among_all(const PairSearch& search, const PairScorer& scorer, double least) {
  FoundPairs found;
  std::vector<Piece> pieces(search.rows);
  base::for_each_piece(search.rows, search.threads, [&](std::size_t left) {
    for (std::size_t right = left + 1; right < search.rows; ++right) {
      const RowPair pair{static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(right)};
      if (search.wanted && !search.wanted(pair)) continue;
      keep(pieces[left], pair, scorer, least);
    }
  });
  gather(pieces, found);
  return found;
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
