// Blocking keys, blocks, and the pairs that rules bring up, held against plain twins.
#include "resolve/link_keys.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "resolve/link_blocks.hpp"
#include "resolve/link_pairs.hpp"
#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

using KeySet = std::set<std::uint64_t>;

KeySet keys_of(const LinkRows& rows, const KeyTable& table, std::size_t row) {
  const auto keys = table.of(rows.fields[table.field].value_of[row]);
  return {keys.begin(), keys.end()};
}

bool have_common(const KeySet& a, const KeySet& b) {
  return std::ranges::any_of(a, [&](auto key) { return b.contains(key); });
}

struct List {
  LinkRows rows;
  std::vector<KeyTable> tables;

  explicit List(LinkRows of) : rows(std::move(of)), tables(make_keys(rows.fields)) {}

  [[nodiscard]] bool share(const BlockRule& rule, std::size_t a, std::size_t b) const {
    return std::ranges::all_of(rule.tables, [&](std::uint32_t t) {
      return have_common(keys_of(rows, tables[t], a), keys_of(rows, tables[t], b));
    });
  }
};

// Rules of one table and of two tables of different fields.
std::vector<BlockRule> some_rules(const List& list) {
  std::vector<BlockRule> rules;
  for (std::uint32_t a = 0; a < list.tables.size(); ++a) {
    rules.push_back({{a}});
    for (std::uint32_t b = 0; b < list.tables.size(); b += 3) {
      if (list.tables[a].field != list.tables[b].field && list.tables[b].kind != KeyKind::kNameKeys)
        rules.push_back({{a, b}});
    }
  }
  return rules;
}

// Whole names too, whose keys are several a row.
List full_names(unsigned seed, std::size_t count) {
  std::vector<Cells> rows;
  for (Cells& person : invented_people(seed, count))
    rows.push_back({person[0], person[1] + " " + person[2], person[3], person[4]});
  return List(rows_of({"id", "name", "dob", "phone"}, rows));
}

LinkModel usual_model(const LinkRows& rows) {
  LinkModel model = estimate(rows.fields, {});
  model.match_share = model.match_share_across = 0.01;
  model.household_share = 0.001;
  return model;
}

const KeyTable& table_of_kind(const List& list, KeyKind kind) {
  return *std::ranges::find(list.tables, kind, &KeyTable::kind);
}

std::vector<RowPair> pairs_in(PairStore& store) {
  std::vector<RowPair> pairs;
  store.for_each(1, [&](std::span<const EvidencePair> some, std::size_t) {
    for (const EvidencePair& pair : some) pairs.push_back(pair.rows);
  });
  std::ranges::sort(pairs);
  return pairs;
}

TEST(LinkKeys, RowsThatDifferByASlipShareTheKeyThatLeavesItOut) {
  const List list(
      rows_of(person_headers(), {{"a", "Renata", "Ashcombe", "1971-06-24", "0412345678", "Saltford"},
                                 {"b", "Renatta", "Ashcome", "1971-24-06", "0412345679", "Saltferd"},
                                 {"c", "Oskar", "Vrba", "1950-01-02", "", "Kirkdale"}}));
  const auto share = [&](KeyKind kind, std::size_t a, std::size_t b) {
    const KeyTable& table = table_of_kind(list, kind);
    return have_common(keys_of(list.rows, table, a), keys_of(list.rows, table, b));
  };
  EXPECT_TRUE(share(KeyKind::kSound, 0, 1));
  EXPECT_TRUE(share(KeyKind::kStart, 0, 1));
  EXPECT_TRUE(share(KeyKind::kMonthDay, 0, 1)) << "day and month exchanged";
  EXPECT_TRUE(share(KeyKind::kYear, 0, 1));
  EXPECT_FALSE(share(KeyKind::kYearMonth, 0, 1));
  EXPECT_FALSE(share(KeyKind::kSound, 0, 2));
}

TEST(LinkKeys, NameKeysCrossScripts) {
  const List list(
      rows_of({"id", "name"}, {{"a", "Чжан Жэньбо"}, {"b", "ZHANG RENBO"}, {"c", "Renata Holm"}}));
  const BlockRule rule{
      {static_cast<std::uint32_t>(&table_of_kind(list, KeyKind::kNameKeys) - list.tables.data())}};
  EXPECT_TRUE(list.share(rule, 0, 1));
  EXPECT_FALSE(list.share(rule, 0, 2));
}

TEST(LinkKeys, AMissingValueIsInNoBlock) {
  const List list(rows_of(person_headers(), {{"a", "", "", "", "", ""},
                                             {"b", "", "Holm", "1970-01-02", "0412", "x y"},
                                             {"c", "Ines", "Tamm", "1971-01-02", "0413", "z"}}));
  for (const KeyTable& table : list.tables)
    EXPECT_TRUE(keys_of(list.rows, table, 0).empty()) << show(table, list.rows.fields);
}

TEST(LinkBlocks, SharesAndCountsAreThoseOfAPlainTwin) {
  RC_ASSERT(rc::check([](unsigned seed) {
    const List list =
        seed % 2 == 0 ? full_names(seed, 12) : List(rows_of(person_headers(), invented_people(seed, 12)));
    const Blocking blocking(list.rows.fields, list.tables);
    for (const BlockRule& rule : some_rules(list)) {
      std::set<RowPair> in_blocks;
      const Blocks blocks = blocking.blocks(rule);
      for (std::size_t b = 0; b < blocks.begin.size(); ++b) {
        for (auto i = blocks.begin[b]; i < blocks.end[b]; ++i) {
          for (auto j = i + 1; j < blocks.end[b]; ++j) {
            const RowPair pair{blocks.entries[i].row, blocks.entries[j].row};
            const bool fresh = in_blocks.insert(pair).second;
            if (fresh) continue;
            RC_ASSERT(blocking.first_block(rule, pair.left, pair.right) != blocks.entries[i].key ||
                      list.share(rule, pair.left, pair.right));
          }
        }
      }
      for (std::uint32_t a = 0; a < list.rows.size(); ++a) {
        for (std::uint32_t b = a + 1; b < list.rows.size(); ++b) {
          RC_ASSERT((blocking.first_block(rule, a, b) != 0) == list.share(rule, a, b));
          RC_ASSERT(in_blocks.contains({a, b}) == list.share(rule, a, b));
        }
      }
      RC_ASSERT(blocking.count_pairs(rule) >= in_blocks.size());
    }
  }));
}

TEST(LinkPairs, RulesBringUpEachPairOnceThatAPlainTwinFinds) {
  RC_ASSERT(rc::check([](unsigned seed) {
    const List list =
        seed % 2 == 0 ? full_names(seed, 30) : List(rows_of(person_headers(), invented_people(seed, 30)));
    const Blocking blocking(list.rows.fields, list.tables);
    const LinkModel model = usual_model(list.rows);
    const PairScorer scorer(list.rows, model);
    std::vector<BlockRule> rules = some_rules(list);
    if (rules.size() > 5) rules.resize(5);
    std::set<RowPair> twin;
    for (std::uint32_t a = 0; a < list.rows.size(); ++a) {
      for (std::uint32_t b = a + 1; b < list.rows.size(); ++b) {
        if (std::ranges::any_of(rules, [&](const BlockRule& rule) { return list.share(rule, a, b); }))
          twin.insert({a, b});
      }
    }
    PairStore found(seed % 3 == 0 ? 0 : kPairMemory);
    const auto compared = find_pairs({&blocking, list.rows.size(), 2, {}, {}}, rules, scorer, -1000, found);
    RC_ASSERT(pairs_in(found) == std::vector<RowPair>(twin.begin(), twin.end()));
    RC_ASSERT(compared == twin.size());
  }));
}

TEST(LinkPairs, APairInABlockThatIsTooLargeIsFoundByItsOtherKeys) {
  const Cells rare{"Wilhelmina", "Bartholomew", "Xanthippe", "Zebulon", "Kunigunde", "Thorvald"};
  std::vector<Cells> cells;
  Cells twins;
  for (const std::string family : {"Holm", "Tamm", "Pratt"}) {
    for (std::size_t i = 0; i <= kMostInHotBlock; ++i)
      cells.push_back(
          {fmt::format("{}{:05}", family, i), fmt::format("{} {}", family, static_cast<char>('a' + i % 26))});
    for (const std::string& name : rare) {
      twins.push_back(family + name);
      cells.push_back({twins.back() + " 1", name + " " + family});
      cells.push_back({twins.back() + " 2", family + " " + name});
    }
  }
  const List list(rows_of({"id", "name"}, cells));
  const Blocking blocking(list.rows.fields, list.tables);
  const LinkModel model = usual_model(list.rows);
  const PairScorer scorer(list.rows, model);
  std::vector<BlockRule> rules{
      {{static_cast<std::uint32_t>(&table_of_kind(list, KeyKind::kNameKeys) - list.tables.data())}}};
  rules.push_back(
      rules[0]);  // what a rule brought up, whichever of its blocks are left out, no later one does
  PairStore found(kPairMemory);
  find_pairs({&blocking, list.rows.size(), 2, {}, {}}, rules, scorer, -1000, found);
  EXPECT_GT(rules[0].hot_blocks, 0U);
  const std::vector<RowPair> pairs = pairs_in(found);
  for (const std::string& twin : twins) {
    const RowPair pair{static_cast<std::uint32_t>(row_of(list.rows, twin + " 1")),
                       static_cast<std::uint32_t>(row_of(list.rows, twin + " 2"))};
    EXPECT_EQ(std::ranges::count(pairs, pair), 1) << twin;
  }
}

TEST(LinkPairs, OnlyWantedPairsAreCompared) {
  const List list(rows_of(person_headers(), invented_people(7, 40)));
  const Blocking blocking(list.rows.fields, list.tables);
  const LinkModel model = usual_model(list.rows);
  const PairScorer scorer(list.rows, model);
  const PairSearch search{
      &blocking, list.rows.size(), 1, [](RowPair pair) { return pair.left % 2 == 0; }, {}};
  PairStore found(kPairMemory);
  const auto compared = find_among_all(search, scorer, -1000, found);
  EXPECT_EQ(compared, found.size());
  for (const RowPair pair : pairs_in(found)) EXPECT_EQ(pair.left % 2, 0U);
}

}  // namespace
}  // namespace muster::resolve
