// The whole of it: rows in, clusters out; the same for any order and any number of threads.
#include "resolve/linkage.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>

#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

using model::Verdict;

Answer answer(std::vector<Cells> cells, const LinkOptions& options = {},
              const Cells& headers = person_headers()) {
  const LinkRows rows = rows_of(headers, cells);
  return answer_of(rows, link(rows, options).value());
}

std::vector<Cells> shuffled(std::vector<Cells> cells, unsigned seed) {
  std::ranges::shuffle(cells, std::mt19937(seed));
  return cells;
}

LinkOptions on_threads(std::size_t threads) {
  LinkOptions options;
  options.threads = threads;
  return options;
}

TEST(Linkage, AnyOrderOfTheRowsAndAnyNumberOfThreadsGiveOneAnswer) {
  RC_ASSERT(rc::check([](unsigned seed) {
    const auto cells = invented_people(seed, 2 + seed % 40);
    const Answer once = answer(cells);
    for (const std::size_t threads : {1U, 2U, 3U})
      RC_ASSERT(answer(shuffled(cells, seed + 1), on_threads(threads)) == once);
  }));
}

TEST(Linkage, FullNamesInSeveralWritingsGiveOneAnswerToo) {
  RC_ASSERT(rc::check([](unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Cells> cells;
    for (Cells& person : invented_people(seed, 25)) {
      const auto way = random() % 3;
      cells.push_back(
          {person[0], way == 0 ? person[2] + ", " + person[1] : person[1] + " " + person[2], person[3]});
    }
    const Cells headers{"id", "name", "dob"};
    RC_ASSERT(answer(cells, {}, headers) == answer(shuffled(cells, seed), on_threads(2), headers));
  }));
}

TEST(Linkage, ALongListGivesOneAnswerByRules) {
  const auto cells = invented_people(11, 2600);
  const LinkRows rows = rows_of(person_headers(), cells);
  const Linkage linkage = link(rows, {}).value();
  EXPECT_FALSE(linkage.all_pairs);
  EXPECT_FALSE(linkage.rules.empty());
  const Answer once = answer_of(rows, linkage);
  for (const std::size_t threads : {2U, 3U}) EXPECT_EQ(answer(shuffled(cells, 5), on_threads(threads)), once);
}

TEST(Linkage, DoublesAreFoundAndStrangersAreNot) {
  std::vector<Cells> cells = invented_people(1, 60);
  cells.push_back({"x1", "Wilhelmina", "Oxenbould", "1944-02-17", "0733119922", "Saltford"});
  cells.push_back({"x2", "Wilhelmina", "Oxenbuold", "1944-02-17", "0733119922", "Saltford"});
  cells.push_back({"x3", "Bartholomew", "Xanthakis", "1988-10-05", "0788001144", "Kirkdale"});
  const LinkRows rows = rows_of(person_headers(), cells);
  const Linkage linkage = link(rows, {}).value();
  EXPECT_TRUE(are_one(rows, linkage, "x1", "x2"));
  EXPECT_FALSE(are_one(rows, linkage, "x1", "x3"));
}

TEST(Linkage, PairsComeBestFirstAndHoldWhatTheySay) {
  RC_ASSERT(rc::check([](unsigned seed) {
    const LinkRows rows = rows_of(person_headers(), invented_people(seed, 40));
    const Linkage linkage = link(rows, {}).value();
    std::set<RowPair> seen;
    for (std::size_t i = 0; i < linkage.pairs.size(); ++i) {
      const LinkedPair& pair = linkage.pairs[i];
      RC_ASSERT(pair.rows.left < pair.rows.right);
      RC_ASSERT(seen.insert(pair.rows).second);
      RC_ASSERT(pair.probability >= 0 && pair.probability <= 1);
      if (i > 0) RC_ASSERT(linkage.pairs[i - 1].bits >= pair.bits);
      const bool one = linkage.cluster[pair.rows.left] == linkage.cluster[pair.rows.right];
      RC_ASSERT((pair.verdict == Verdict::kSame) == one);
    }
  }));
}

TEST(Linkage, NothingOneRowTwoRowsAndRowsAllTheSameEndWell) {
  const Cells person{"a", "Renata", "Holm", "1971-06-24", "", ""};
  EXPECT_TRUE(answer({}).clusters.empty());
  EXPECT_EQ(answer({person}).clusters.size(), 1U);
  Cells other = person;
  other[0] = "b";
  EXPECT_EQ(answer({person, other}).clusters.size(), 2U);
  std::vector<Cells> same;
  for (int i = 0; i < 50; ++i) {
    same.push_back(person);
    same.back()[0] = fmt::format("{:02}", i);
  }
  const Answer all = answer(same);
  EXPECT_EQ(all.clusters.size(), 50U);
}

TEST(Linkage, TwoRowsAreComparedByWhatTheyShare) {
  const Cells headers{"id", "name", "dob", "city"};
  const LinkRows same = rows_of(headers, {{"a", "Ines Quist", "1964-12-30", "Saltford"},
                                          {"b", "QUIST, Ines", "30.12.1964", "Saltford"}});
  EXPECT_TRUE(are_one(same, link(same, {}).value(), "a", "b"));
  const LinkRows other = rows_of(headers, {{"a", "Ines Quist", "1964-12-30", "Saltford"},
                                           {"b", "Oskar Tamm", "1964-12-30", "Saltford"}});
  EXPECT_FALSE(are_one(other, link(other, {}).value(), "a", "b"));
}

// Else two columns of one fact would be two witnesses.
TEST(Linkage, AColumnThatRepeatsAnotherIsNotCompared) {
  std::vector<Cells> cells = invented_people(6, 30);
  for (Cells& row : cells) row.push_back(row[3]);
  Cells headers = person_headers();
  headers.push_back("dob (2)");
  const LinkRows rows = rows_of(headers, cells);
  EXPECT_EQ(rows.fields.size(), 5U);
  EXPECT_EQ(rows.notes.size(), 1U);
  EXPECT_EQ(answer_of(rows, link(rows, {}).value()).pairs, answer(invented_people(6, 30)).pairs);
}

TEST(Linkage, WithoutAFieldEachRowStandsByItself) {
  const LinkRows rows = rows_of({"id", "status"}, {{"a", "x"}, {"b", "x"}, {"c", "y"}});
  ASSERT_TRUE(rows.fields.empty());
  const Linkage linkage = link(rows, {}).value();
  EXPECT_EQ(linkage.cluster_id, (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(linkage.pairs.empty());
}

TEST(Linkage, ASavedModelGivesTheSameEvidence) {
  const LinkRows rows = rows_of(person_headers(), invented_people(4, 80));
  const Linkage first = link(rows, {}).value();
  const LinkModel model = model_from_json(to_json(first.model), "m").value();
  LinkOptions options;
  options.model = &model;
  EXPECT_EQ(answer_of(rows, link(rows, options).value()), answer_of(rows, first));
}

TEST(Linkage, TheLastJudgementOnAPairCounts) {
  const auto cells = invented_people(4, 40);
  const LinkRows rows = rows_of(person_headers(), cells);
  const auto said = [&](const char* a, const char* b, Verdict verdict) {
    return model::Judgement{a, b, verdict, 0, "", "", ""};
  };
  const std::vector<model::Judgement> judgements = {
      said("p0000", "p0001", Verdict::kSame), said("p0002", "p0003", Verdict::kSame),
      said("p0001", "p0000", Verdict::kDifferent), said("nobody", "p0004", Verdict::kSame),
      said("p0005", "p0005", Verdict::kSame)};
  LinkOptions options;
  options.judgements = judgements;
  const Linkage linkage = link(rows, options).value();
  EXPECT_FALSE(are_one(rows, linkage, "p0000", "p0001"));
  EXPECT_TRUE(are_one(rows, linkage, "p0002", "p0003"));
  EXPECT_EQ(std::ranges::count(linkage.pairs, true, &LinkedPair::judged), 2);
}

TEST(Linkage, ABatchKeepsTheClustersBeforeItAndComparesOnlyWhatIsNew) {
  const auto cells = invented_people(8, 90);
  const std::vector<Cells> before(cells.begin(), cells.begin() + 70);
  LinkOptions options;
  for (const auto& [id, cluster] : answer(before).clusters) options.known[id] = cluster;
  const LinkRows rows = rows_of(person_headers(), cells);
  const Linkage linkage = link(rows, options).value();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto known = options.known.find(rows.ids[row]);
    if (known != options.known.end()) {
      EXPECT_EQ(linkage.cluster_id[row], known->second);
    }
  }
  EXPECT_EQ(linkage.compared, 90U * 89 / 2 - 70U * 69 / 2);
  for (const LinkedPair& pair : linkage.pairs)
    EXPECT_FALSE(options.known.contains(rows.ids[pair.rows.left]) &&
                 options.known.contains(rows.ids[pair.rows.right]));
}

// The odds before comparing are those of the pairs that are compared, not of all.
TEST(Linkage, OneNewRowIsFoundAmongManyKnownOnes) {
  auto cells = invented_people(8, 400);
  LinkOptions options;
  for (const auto& [id, cluster] : answer(cells).clusters) options.known[id] = cluster;
  cells.push_back({"x1", cells[20][1], cells[20][2], cells[20][3], cells[20][4], ""});
  const LinkRows rows = rows_of(person_headers(), cells);
  const Linkage batch = link(rows, options).value();
  EXPECT_TRUE(are_one(rows, batch, "x1", cells[20][0]));
  EXPECT_GT(batch.model.match_share, 1e-3);
}

TEST(Linkage, NoTwoClustersHaveOneId) {
  RC_ASSERT(rc::check([](unsigned seed) {
    std::mt19937 random(seed);
    const auto cells = invented_people(seed, 14);
    const LinkRows rows = rows_of(person_headers(), cells);
    LinkOptions options;
    for (const std::string& id : rows.ids) {
      if (random() % 2 == 0) options.known[id] = rows.ids[random() % rows.size()];
    }
    std::vector<model::Judgement> judgements;
    for (int i = 0; i < 8; ++i)
      judgements.push_back({rows.ids[random() % 14], rows.ids[random() % 14],
                            random() % 3 == 0 ? Verdict::kSame : Verdict::kDifferent, 0, "", "", ""});
    options.judgements = judgements;
    const Linkage linkage = link(rows, options).value();
    std::map<std::string, std::uint32_t> cluster_of;
    for (std::size_t row = 0; row < rows.size(); ++row)
      RC_ASSERT(cluster_of.emplace(linkage.cluster_id[row], linkage.cluster[row]).first->second ==
                linkage.cluster[row]);
  }));
}

TEST(Linkage, OnePerListAndAcrossOnlyCompareOnlyAcross) {
  std::vector<Cells> cells = invented_people(5, 30);
  std::vector<std::uint16_t> source;
  for (std::size_t i = 0; i < cells.size(); ++i) source.push_back(static_cast<std::uint16_t>(i % 2));
  const LinkRows rows = rows_of(person_headers(), cells, source);
  LinkOptions once;
  once.one_per_source = true;
  const Linkage linkage = link(rows, once).value();
  for (std::size_t a = 0; a < rows.size(); ++a) {
    for (std::size_t b = a + 1; b < rows.size(); ++b) {
      EXPECT_FALSE(rows.source[a] == rows.source[b] && linkage.cluster[a] == linkage.cluster[b]);
    }
  }
  LinkOptions across;
  across.across_only = true;
  EXPECT_EQ(link(rows, across).value().compared, 15U * 15);
}

// What a page of reasons shows must be what the pair was judged by.
TEST(Linkage, TheReasonsAddUpToTheBitsOfThePair) {
  RC_ASSERT(rc::check([](unsigned seed) {
    const LinkRows rows = rows_of(person_headers(), invented_people(seed, 40));
    const Linkage linkage = link(rows, {}).value();
    const Explainer explainer(rows, linkage.model);
    for (const LinkedPair& pair : linkage.pairs) {
      const Waterfall why = explainer.explain(pair.rows);
      double sum = why.prior_bits + why.household_bits + why.held_bits;
      for (const WaterfallLine& line : why.lines) sum += line.bits;
      RC_ASSERT(std::abs(sum - why.total_bits) < 1e-6);
      RC_ASSERT(std::abs(why.total_bits - pair.bits) < 0.01);
    }
  }));
}

// Every rule then brings up more pairs than a list of doubles has, and none was taken: nobody was found.
TEST(Linkage, PeopleOfDozensOfRowsEachAreFound) {
  std::vector<Cells> cells;
  const auto people = invented_people(5, 90);
  std::mt19937 random(1);
  for (std::size_t i = 0; i < 3600; ++i) {
    Cells copy = people[i % people.size()];
    copy[1 + random() % 5].clear();
    copy[0] = fmt::format("p{:03}-{:02}", i % people.size(), i / people.size());
    cells.push_back(copy);
  }
  const LinkRows rows = rows_of(person_headers(), cells);
  const Linkage linkage = link(rows, {}).value();
  EXPECT_GT(linkage.rules.size(), 1U);
  std::size_t found = 0;
  for (std::size_t row = 0; row + 1 < rows.size(); ++row)
    found += linkage.cluster[row] == linkage.cluster[row + 1] ? 1 : 0;
  EXPECT_GT(found, 3000U);
}

TEST(Linkage, ListsThatNameFamiliesAloneTellNoPeople) {
  std::vector<Cells> homes;
  for (const Cells& person : invented_people(8, 60)) {
    homes.push_back({person[0], person[2], person[4], person[5]});
    homes.push_back({person[0] + "b", person[2], person[4], person[5]});
  }
  const LinkRows rows = rows_of({"id", "surname", "phone", "suburb"}, homes);
  const Linkage linkage = link(rows, {}).value();
  EXPECT_GT(linkage.pairs.size(), 10U) << "they are shown";
  for (std::size_t row = 0; row < rows.size(); ++row)
    EXPECT_EQ(linkage.cluster[row], row) << "and not merged";
}

TEST(Linkage, ARowsSurePartnerSpeaksForIt) {
  std::vector<Cells> cells = invented_people(12, 40);
  cells.push_back({"x1", "Wilhelmina", "Oxenbould", "1944-02-17", "0733119922", "Ravenglass"});
  cells.push_back({"x2", "Wilhelmina", "Oxenbould", "", "0733119922", "Ravenglass"});  // one with x1
  cells.push_back({"z1", "Wilhelmina", "Oxenbould", "", "", "Ravenglass"});
  const auto joined = [&](const std::string& other) {
    const LinkRows rows = rows_of(person_headers(), cells);
    return are_one(rows, link(rows, {}).value(), "z1", other);
  };
  EXPECT_TRUE(joined("x2"));
  cells.push_back({"y1", "Wilhelmina", "Oxenbould", "1971-09-30", "0788223311", "Ravenglass"});
  EXPECT_FALSE(joined("x2")) << "y1 fits as well; x2 has no birth date, but x1 has";
  EXPECT_FALSE(joined("x1"));
  EXPECT_FALSE(joined("y1"));
}

}  // namespace
}  // namespace muster::resolve
