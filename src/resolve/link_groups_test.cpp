// Pairs into clusters: contradictions, judgements, lists that hold a person once, earlier runs.
#include "resolve/link_groups.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "resolve/link_estimate.hpp"
#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

using model::Verdict;

// Five rows of one name; a and c are born far apart.
std::vector<Cells> namesakes() {
  return {{"a", "Renata", "Ashcombe", "1970-03-04", "0412345678", "Saltford"},
          {"b", "Renata", "Ashcombe", "", "0412345678", "Saltford"},
          {"c", "Renata", "Ashcombe", "1985-11-20", "", "Saltford"},
          {"d", "Renata", "Ashcombe", "1970-03-04", "", "Saltford"},
          {"e", "Oskar", "Vrba", "1951-09-30", "0477000111", "Kirkdale"}};
}

struct Setting {
  LinkRows rows = rows_of(person_headers(), namesakes());
  LinkModel model = [this] {
    LinkModel usual = estimate(rows.fields, {});
    usual.match_share = usual.match_share_across = 0.01;
    usual.household_share = 0.001;
    return usual;
  }();
  PairScorer scorer{rows, model};
  LinkOptions options = {};

  [[nodiscard]] LinkedPair pair(const std::string& a, const std::string& b, float probability = 0.99F) const {
    return {{static_cast<std::uint32_t>(row_of(rows, a)), static_cast<std::uint32_t>(row_of(rows, b))},
            7,
            probability,
            Verdict::kUnsure,
            false};
  }
  [[nodiscard]] LinkedPair judged(const std::string& a, const std::string& b, Verdict verdict) const {
    LinkedPair out = pair(a, b);
    out.verdict = verdict;
    out.judged = true;
    return out;
  }
  [[nodiscard]] Groups group(const std::vector<LinkedPair>& pairs) const {
    return group_pairs(rows, pairs, options, scorer);
  }
  [[nodiscard]] bool one(const Groups& groups, const std::string& a, const std::string& b) const {
    return groups.group[row_of(rows, a)] == groups.group[row_of(rows, b)];
  }
};

bool tells(const Groups& groups, DoubtKind kind) {
  return std::ranges::find(groups.doubts, kind, &ClusterDoubt::kind) != groups.doubts.end();
}

TEST(LinkGroups, RowsThatContradictEachOtherComeTogetherThroughNoThird) {
  const Setting s;
  const Groups groups = s.group({s.pair("a", "b"), s.pair("b", "c")});
  EXPECT_TRUE(s.one(groups, "a", "b"));
  EXPECT_FALSE(s.one(groups, "b", "c"));
  EXPECT_TRUE(tells(groups, DoubtKind::kContradiction));
}

TEST(LinkGroups, PairsBelowTheThresholdJoinNothing) {
  const Setting s;
  const Groups groups = s.group({s.pair("a", "b", 0.94F)});
  EXPECT_FALSE(s.one(groups, "a", "b"));
  EXPECT_TRUE(groups.doubts.empty());
}

TEST(LinkGroups, AGroupIsCalledByItsFirstRow) {
  const Setting s;
  const Groups groups = s.group({s.pair("b", "d"), s.pair("a", "d")});
  for (const char* id : {"a", "b", "d"}) EXPECT_EQ(groups.group[row_of(s.rows, id)], row_of(s.rows, "a"));
}

TEST(LinkGroups, JudgementsGoBeforeAllInBothDirections) {
  const Setting s;
  const Groups apart = s.group({s.pair("a", "d"), s.judged("a", "d", Verdict::kDifferent)});
  EXPECT_FALSE(s.one(apart, "a", "d"));
  EXPECT_TRUE(tells(apart, DoubtKind::kJudgements)) << "a likely pair that a person called different is told";
  const Groups together = s.group({s.judged("a", "e", Verdict::kSame)});
  EXPECT_TRUE(s.one(together, "a", "e"));
  const Groups unsure = s.group({s.judged("a", "d", Verdict::kUnsure)});
  EXPECT_FALSE(s.one(unsure, "a", "d")) << "who was called unsure stays undecided";
}

TEST(LinkGroups, NoThirdRowBringsTogetherWhatWasJudgedToDiffer) {
  const Setting s;
  const Groups groups =
      s.group({s.pair("a", "b"), s.pair("b", "d"), s.judged("a", "d", Verdict::kDifferent)});
  EXPECT_TRUE(s.one(groups, "a", "b"));
  EXPECT_FALSE(s.one(groups, "a", "d"));
}

TEST(LinkGroups, JudgementsThatContradictThemselvesAreTold) {
  const Setting s;
  const Groups groups = s.group({s.judged("a", "b", Verdict::kSame), s.judged("b", "d", Verdict::kSame),
                                 s.judged("a", "d", Verdict::kDifferent)});
  EXPECT_FALSE(s.one(groups, "a", "d"));
  EXPECT_TRUE(tells(groups, DoubtKind::kJudgements));
}

TEST(LinkGroups, AListThatHoldsAPersonOnceHasNoTwoRowsInOneCluster) {
  Setting s;
  s.rows.source = {0, 1, 1, 1, 0};
  s.options.one_per_source = true;
  const Groups groups = s.group({s.pair("a", "b"), s.pair("a", "d"), s.pair("b", "d")});
  EXPECT_TRUE(s.one(groups, "a", "b"));
  EXPECT_FALSE(s.one(groups, "a", "d"));
  EXPECT_TRUE(tells(groups, DoubtKind::kOnePerSource));
}

TEST(LinkGroups, WhatStoodTogetherBeforeStaysTogether) {
  Setting s;
  s.options.known = {{"a", "K1"}, {"e", "K1"}};
  EXPECT_TRUE(s.one(s.group({}), "a", "e"));
  const Groups judged = s.group({s.judged("a", "e", Verdict::kDifferent)});
  EXPECT_FALSE(s.one(judged, "a", "e"));
  EXPECT_TRUE(tells(judged, DoubtKind::kJudgements));
}

TEST(LinkGroups, AnyPairsAndJudgementsKeepToTheRules) {
  RC_ASSERT(rc::check([](unsigned seed) {
    std::mt19937 random(seed);
    Setting s;
    s.rows = rows_of(person_headers(), invented_people(seed, 10));
    for (auto& source : s.rows.source) source = static_cast<std::uint16_t>(random() % 4);
    s.model = estimate(s.rows.fields, {});
    s.model.match_share = s.model.match_share_across = 0.05;
    s.model.household_share = 0.001;
    const PairScorer scorer(s.rows, s.model);
    s.options.one_per_source = random() % 2 == 0;
    std::vector<LinkedPair> pairs;
    std::set<RowPair> different;
    for (std::uint32_t a = 0; a < 10; ++a) {
      for (std::uint32_t b = a + 1; b < 10; ++b) {
        if (random() % 3 == 0) continue;
        LinkedPair pair{{a, b}, 5, random() % 2 == 0 ? 0.97F : 0.5F, Verdict::kUnsure, random() % 6 == 0};
        pair.verdict = static_cast<Verdict>(random() % 3);
        if (pair.judged && pair.verdict == Verdict::kDifferent) different.insert(pair.rows);
        pairs.push_back(pair);
      }
    }
    const Groups groups = group_pairs(s.rows, pairs, s.options, scorer);
    for (std::uint32_t a = 0; a < 10; ++a) {
      RC_ASSERT(groups.group[a] <= a);
      RC_ASSERT(groups.group[groups.group[a]] == groups.group[a]);
      for (std::uint32_t b = a + 1; b < 10; ++b) {
        if (groups.group[a] != groups.group[b]) continue;
        RC_ASSERT(!different.contains({a, b}));
        RC_ASSERT(!s.options.one_per_source || s.rows.source[a] != s.rows.source[b]);
      }
    }
  }));
}

}  // namespace
}  // namespace muster::resolve
