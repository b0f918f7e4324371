#include "resolve/link_rules.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "base/parallel.hpp"
#include "resolve/link_hash.hpp"

namespace muster::resolve {
namespace {

constexpr std::size_t kSample = 15000;  // rows that pairs are counted on
constexpr std::size_t kMostTables = 64;
constexpr std::size_t kDrawn = 6000;       // matches drawn
constexpr std::uint64_t kMostOfRow = 100;  // pairs a row that a rule may bring up at all
constexpr std::uint64_t kSweeps = 6;       // times the pairs of the narrowest good rule that may be compared
constexpr std::ptrdiff_t kFewest = 4;      // of them: a rule that finds fewer more is not worth its while

std::vector<std::uint32_t> sample_rows(std::size_t rows) {
  std::vector<std::uint32_t> out;
  if (rows <= kSample) return out;
  const auto limit =
      static_cast<std::uint64_t>(std::ldexp(static_cast<double>(kSample) / static_cast<double>(rows), 63));
  for (std::uint32_t row = 0; row < rows; ++row) {
    if (mixed(row) >> 1 < limit) out.push_back(row);
  }
  return out;
}

std::string label_of(const BlockRule& rule, const RuleSearch& search) {
  std::string out;
  for (const std::uint32_t table : rule.tables)
    out += (out.empty() ? "" : " + ") + show(search.tables[table], search.fields);
  return out;
}

std::uint64_t bits_of(const BlockRule& rule) {
  std::uint64_t mask = 0;
  for (const std::uint32_t table : rule.tables) mask |= std::uint64_t{1} << table;
  return mask;
}

// What agreement of a pair looks like, table by table.
std::uint64_t agreement(const Blocking& blocking, std::size_t tables, const FoundMatch& match) {
  std::uint64_t mask = 0;
  for (std::uint32_t table = 0; table < std::min(tables, kMostTables); ++table) {
    if (blocking.shares(table, match.left, match.right)) mask |= std::uint64_t{1} << table;
  }
  return mask;
}

// Matches drawn field by field from those that the field did not bring up.
std::vector<std::uint64_t> draw_matches(const RuleSearch& search, std::span<const FoundMatch> matches) {
  const Blocking blocking(search.fields, search.tables);
  std::vector<std::uint64_t> agree(matches.size());
  base::for_each_piece(matches.size(), search.threads, [&](std::size_t i) {
    agree[i] = agreement(blocking, search.tables.size(), matches[i]);
  });
  std::vector<std::uint64_t> drawn(kDrawn, 0);
  std::mt19937_64 random(20261122);
  for (std::uint32_t f = 0; f < search.fields.size(); ++f) {
    std::uint64_t own = 0;
    for (std::uint32_t table = 0; table < std::min(search.tables.size(), kMostTables); ++table) {
      if (search.tables[table].field == f) own |= std::uint64_t{1} << table;
    }
    std::vector<std::uint64_t> free;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if ((matches[i].blocked_by >> f & 1U) == 0) free.push_back(agree[i] & own);
    }
    if (free.empty()) continue;  // nothing is known: rules of this field find nothing
    for (std::uint64_t& match : drawn) match |= free[random() % free.size()];
  }
  return drawn;
}

std::ptrdiff_t count_found(const BlockRule& rule, std::span<const std::uint64_t> matches) {
  const std::uint64_t mask = bits_of(rule);
  return std::ranges::count_if(matches, [&](std::uint64_t match) { return (match & mask) == mask; });
}

// The pairs of the narrowest rule that finds half of all matches: nearly as many are one person, which is
// more than any budget by rows where people have dozens of rows each. 0: there is no such rule.
std::uint64_t fewest_pairs(std::span<const BlockRule> possible, std::span<const std::uint64_t> matches,
                           std::uint64_t most) {
  std::uint64_t fewest = 0;
  for (const BlockRule& rule : possible) {
    if (rule.pairs > most || (fewest != 0 && rule.pairs >= fewest)) continue;
    if (2 * count_found(rule, matches) >= std::ssize(matches)) fewest = rule.pairs;
  }
  return fewest;
}

}  // namespace

std::vector<BlockRule> possible_rules(const RuleSearch& search) {
  const Blocking blocking(search.fields, search.tables);
  std::vector<BlockRule> rules;
  const auto tables = static_cast<std::uint32_t>(std::min(search.tables.size(), kMostTables));
  for (std::uint32_t a = 0; a < tables; ++a) {
    rules.push_back({{a}, {}, 0, 0, 0});
    for (std::uint32_t b = a + 1; b < tables; ++b) {
      if (search.tables[a].field != search.tables[b].field) rules.push_back({{a, b}, {}, 0, 0, 0});
    }
  }
  const std::vector<std::uint32_t> sample = sample_rows(search.rows);
  const double share =
      sample.empty() ? 1 : static_cast<double>(search.rows) / static_cast<double>(sample.size());
  base::for_each_piece(rules.size(), search.threads, [&](std::size_t i) {
    rules[i].pairs = static_cast<std::uint64_t>(static_cast<double>(blocking.count_pairs(rules[i], sample)) *
                                                share * share);
    rules[i].label = label_of(rules[i], search);
  });
  std::erase_if(rules, [](const BlockRule& rule) { return rule.pairs == 0; });
  return rules;
}

std::vector<BlockRule> training_rules(const RuleSearch& search, std::span<const BlockRule> possible) {
  constexpr std::size_t kMost = 12;
  constexpr std::size_t kUses = 4;
  constexpr std::size_t kFew = 3;  // where people have dozens of rows each, hardly a rule is narrow
  std::vector<const BlockRule*> narrow;
  for (const BlockRule& rule : possible) {
    const bool whole = std::ranges::all_of(rule.tables, [&](std::uint32_t table) {
      const KeyKind kind = search.tables[table].kind;
      return kind == KeyKind::kWhole || kind == KeyKind::kNameKeys || kind == KeyKind::kSound;
    });
    if (whole && rule.pairs >= 50 && rule.pairs <= kMostOfRow * search.rows) narrow.push_back(&rule);
  }
  std::ranges::stable_sort(narrow, {}, [](const BlockRule* rule) { return rule->pairs; });
  std::vector<std::size_t> uses(search.fields.size());
  std::vector<BlockRule> chosen;
  for (const BlockRule* rule : narrow) {
    if (chosen.size() == kMost || (chosen.size() >= kFew && rule->pairs > 4 * search.rows)) break;
    const bool worn =
        std::ranges::any_of(rule->tables, [&](auto t) { return uses[search.tables[t].field] >= kUses; });
    if (worn) continue;
    for (const std::uint32_t table : rule->tables) ++uses[search.tables[table].field];
    chosen.push_back(*rule);
  }
  return chosen;
}

std::vector<BlockRule> choose_rules(const RuleSearch& search, std::span<const BlockRule> possible,
                                    std::span<const FoundMatch> matches, std::uint64_t budget) {
  std::vector<std::uint64_t> left = draw_matches(search, matches);
  const double flat = 0.05 * static_cast<double>(search.rows);  // what a rule costs by itself
  budget = std::max(budget, kSweeps * fewest_pairs(possible, left, kMostOfRow * search.rows));
  std::vector<BlockRule> chosen;
  std::uint64_t spent = 0;
  while (!left.empty() && chosen.size() < 40) {
    const BlockRule* best = nullptr;
    double best_gain = 0;
    for (const BlockRule& rule : possible) {
      if (spent + rule.pairs > budget) continue;
      const auto found = count_found(rule, left);
      const double gain = static_cast<double>(found) / (static_cast<double>(rule.pairs) + flat);
      if (found >= kFewest && gain > best_gain) {
        best = &rule;
        best_gain = gain;
      }
    }
    if (best == nullptr) break;
    const std::uint64_t mask = bits_of(*best);
    std::erase_if(left, [&](std::uint64_t match) { return (match & mask) == mask; });
    spent += best->pairs;
    chosen.push_back(*best);
  }
  return chosen;
}

}  // namespace muster::resolve
