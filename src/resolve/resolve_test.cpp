#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

#include "resolve/birth_date.hpp"
#include "resolve/person.hpp"

namespace muster::resolve {
namespace {

using model::Judgement;
using model::Link;
using model::Verdict;

PersonRecord row(std::string id, std::string name, std::string birth_date) {
  return {std::move(id), "list", {std::move(name)}, std::move(birth_date), "", "", "", {}};
}

PersonRecord paper(std::string id, std::vector<std::string> names, std::string birth_date) {
  std::string source = fmt::format("paper {}", id);
  return {std::move(id), std::move(source), std::move(names), std::move(birth_date), "M", "CHN", "", {}};
}

// 66 rows, all invented: the planted cases first, the rest drawn from parts of names with spread birth dates.
std::vector<PersonRecord> roster() {
  std::vector<PersonRecord> rows = {
      row("r01", "Чжан Жэньбо", "1991-05-14"),   row("r02", "Чжан Жэньбо", "1991-05-14"),  // one person twice
      row("r03", "Лю Цзяньхуэй", "1988-11-02"),  row("r04", "Лю Цзяньхой", "1988-11-02"),  // old spelling
      row("r05", "Оуян Чжэньхуа", "1994-03-12"), row("r06", "Оуян Чжэньхуа", "1994-12-03"),  // day and month
      row("r07", "Ван Вэй", "1990-07-21"),       row("r08", "Ван Вэй", "1997-02-09"),        // two men
      row("r09", "Чэнь Юнмин", "1986-04-18"),    row("r10", "Чэн Юнминь", "1993-10-25"),     // alike, two men
      row("r11", "Сюй Дэшэн", "1989-08-30"),     row("r12", "Гао Шуньли", "1995-06-17"),
      row("r13", "Тан Хуаминь", "1992-01-23"),   row("r14", "Тан Хуаминь", "1985-09-08"),  // two men
  };
  const std::vector<std::string> families = {"Ли", "Чжоу", "Сунь", "Хэ",  "Ма",  "Линь", "Го",
                                             "Ло", "Лян",  "Сун",  "Дэн", "Фэн", "Ду"};
  const std::vector<std::string> given = {"Цзяньго", "Хайтао", "Вэньбинь", "Юнцян"};
  for (std::size_t i = 0; rows.size() < 66; ++i) {
    const std::string name = fmt::format("{} {}", families[i % families.size()], given[i / families.size()]);
    const std::string date = fmt::format("{}-0{}-{}", 1980 + i * 7 % 25, 1 + i % 9, 10 + i * 5 % 18);
    rows.push_back(row(fmt::format("x{}", 100 + i), name, date));
  }
  return rows;
}

const Link* link(const Resolution& found, std::string_view a, std::string_view b) {
  const auto at = std::ranges::find_if(
      found.links, [&](const Link& l) { return l.left == std::min(a, b) && l.right == std::max(a, b); });
  return at == found.links.end() ? nullptr : &*at;
}

bool together(const Resolution& found, std::string_view a, std::string_view b) {
  return std::ranges::any_of(found.clusters, [&](const std::vector<std::string>& cluster) {
    return std::ranges::count(cluster, a) > 0 && std::ranges::count(cluster, b) > 0;
  });
}

bool says(const Link& link, std::string_view words) {
  return std::ranges::any_of(link.why, [&](const std::string& why) { return why.contains(words); });
}

TEST(Roster, FindsDoublesAndLeavesNamesakesApart) {
  const Resolution found = resolve(roster(), {});
  EXPECT_TRUE(together(found, "r01", "r02"));
  EXPECT_TRUE(together(found, "r03", "r04"));
  ASSERT_NE(link(found, "r05", "r06"), nullptr);
  EXPECT_TRUE(says(*link(found, "r05", "r06"), "day and month exchanged"));
  EXPECT_TRUE(together(found, "r05", "r06"));
  EXPECT_FALSE(together(found, "r07", "r08"));
  EXPECT_FALSE(together(found, "r09", "r10"));
  EXPECT_FALSE(together(found, "r13", "r14"));
  EXPECT_EQ(found.clusters.size(), 3U);
}

TEST(Papers, FindTheirRowByNameAndDate) {
  std::vector<PersonRecord> records = roster();
  records.push_back(paper("p1", {"ZHANG RENBO", "张仁波"}, "1991-05-14"));
  records.push_back(paper("p2", {"XU DESHENG"}, "1989-08-20"));  // one digit off r11
  records.push_back(paper("p3", {"GAO SHUNLI"}, "1995-06-17"));
  records.push_back(paper("p4", {"TAN HUAMIN"}, "1985-09-08"));   // r14, not r13
  records.push_back(paper("p5", {"QIN BAOLONG"}, "1990-03-03"));  // nobody
  const Resolution found = resolve(records, {});
  EXPECT_TRUE(together(found, "p1", "r01"));
  EXPECT_TRUE(together(found, "p1", "r02"));
  EXPECT_TRUE(together(found, "p3", "r12"));
  EXPECT_TRUE(together(found, "p4", "r14"));
  EXPECT_FALSE(together(found, "p4", "r13"));
  ASSERT_NE(link(found, "p2", "r11"), nullptr);
  ASSERT_NE(link(found, "p3", "r12"), nullptr);
  EXPECT_LT(link(found, "p2", "r11")->probability, link(found, "p3", "r12")->probability - 0.02);
  EXPECT_TRUE(says(*link(found, "p2", "r11"), "one slip apart"));
  EXPECT_TRUE(std::ranges::none_of(found.links, [](const Link& l) {
    return (l.left == "p5" || l.right == "p5") && l.verdict == Verdict::kSame;
  }));
}

TEST(Mentions, OfANameThatTwoRowsBearAreUnsureWithBothListed) {
  std::vector<PersonRecord> records = roster();
  records.push_back({"m1", "report 1", {"Тан Хуаминь"}, "", "", "", "", {}});
  records.push_back({"m2", "report 1", {"Wang Wei"}, "", "", "", "", {}});
  records.push_back({"m3", "report 1", {"Ouyang Jianlong"}, "", "", "", "", {}});
  const Resolution found = resolve(records, {});
  for (const char* candidate : {"r13", "r14"}) {
    ASSERT_NE(link(found, "m1", candidate), nullptr);
    EXPECT_EQ(link(found, "m1", candidate)->verdict, Verdict::kUnsure);
    EXPECT_TRUE(says(*link(found, "m1", candidate), "fits as well"));
  }
  for (const char* candidate : {"r07", "r08"}) {
    ASSERT_NE(link(found, "m2", candidate), nullptr);
    EXPECT_EQ(link(found, "m2", candidate)->verdict, Verdict::kUnsure);
  }
  EXPECT_EQ(link(found, "m3", "r05"), nullptr);
}

TEST(Dates, ContradictoryOnesAreNeverMergedThroughAThird) {
  std::vector<PersonRecord> records = {row("a", "Оуян Чжэньхуа", "1994-03-12"),
                                       row("b", "Оуян Чжэньхуа", "1981-10-29")};
  records.push_back({"c", "other list", {"欧阳震华", "Ouyang Zhenhua"}, "", "", "", "E12345678", {}});
  EXPECT_FALSE(together(resolve(records, {}), "a", "b"));
  const std::vector<Judgement> said = {{"a", "c", Verdict::kSame, 0, "Vera", "", ""},
                                       {"b", "c", Verdict::kSame, 0, "Vera", "", ""}};
  const Resolution found = resolve(records, said);
  EXPECT_FALSE(together(found, "a", "b"));
  const auto refused =
      std::ranges::count_if(found.links, [](const Link& l) { return says(l, "not merged"); });
  EXPECT_EQ(refused, 1);
}

TEST(Judgements, OverrideAndNameTheUser) {
  const std::vector<Judgement> said = {{"r01", "r02", Verdict::kSame, 0, "Ann", "", ""},
                                       {"r01", "r02", Verdict::kDifferent, 0, "Vera", "", "father and son"},
                                       {"r07", "r08", Verdict::kSame, 0, "Vera", "", ""}};
  const Resolution found = resolve(roster(), said);
  EXPECT_FALSE(together(found, "r01", "r02"));
  EXPECT_TRUE(together(found, "r07", "r08"));
  EXPECT_EQ(link(found, "r01", "r02")->why[0], "judged different by Vera: father and son");
  EXPECT_TRUE(link(found, "r01", "r02")->judged);
}

TEST(Resolve, IgnoresTheOrderOfRecords) {
  std::vector<PersonRecord> records = roster();
  records.push_back(paper("p1", {"ZHANG RENBO"}, "1991-05-14"));
  records.push_back(paper("p2", {"TAN HUAMIN"}, ""));
  const Resolution expected = resolve(records, {});
  std::mt19937 random(7);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(records.begin(), records.end(), random);
    const Resolution found = resolve(records, {});
    ASSERT_EQ(found.clusters, expected.clusters);
    ASSERT_EQ(found.links.size(), expected.links.size());
    for (std::size_t j = 0; j < found.links.size(); ++j) {
      EXPECT_EQ(found.links[j].left, expected.links[j].left);
      EXPECT_EQ(found.links[j].right, expected.links[j].right);
      EXPECT_EQ(found.links[j].probability, expected.links[j].probability);
    }
  }
}

TEST(Resolve, AnyBytesSurviveAndProbabilitiesAreProbabilities) {
  RC_ASSERT(rc::check([](const std::vector<std::tuple<std::string, std::string, std::string>>& raw) {
    std::vector<PersonRecord> records;
    for (const auto& [name, date, number] : raw) {
      if (records.size() == 12) break;
      records.push_back({std::to_string(records.size()),
                         name.size() % 2 == 0 ? "a" : "b",
                         {name, fmt::format("Чжан {}", date)},
                         date,
                         number,
                         name,
                         number,
                         {}});
    }
    for (const Link& l : resolve(records, {}).links) {
      RC_ASSERT(l.probability >= 0 && l.probability <= 1);
      RC_ASSERT(l.left < l.right);
    }
  }));
}

TEST(BirthDate, ReadsWhatExistsOnly) {
  EXPECT_EQ(parse_birth_date("1994-03-12"), (BirthDate{1994, 3, 12}));
  EXPECT_EQ(parse_birth_date("1994-03-XX"), (BirthDate{1994, 3, 0}));
  EXPECT_EQ(parse_birth_date("1994~"), (BirthDate{1994, 0, 0}));
  for (const char* bad : {"1994-02-30", "1994-13-01", "", "31.02.1994", "0094-01-01", "1994-3-1", "19X4"}) {
    EXPECT_EQ(parse_birth_date(bad), BirthDate{}) << bad;
  }
}

TEST(BirthDate, ComparesByLevel) {
  const auto level = [](std::string_view a, std::string_view b) {
    return compare_dates(parse_birth_date(a), parse_birth_date(b));
  };
  EXPECT_EQ(level("1994-03-12", "1994-03-12"), DateLevel::kExact);
  EXPECT_EQ(level("1994-03-12", "1994-12-03"), DateLevel::kSwapped);
  EXPECT_EQ(level("1994-03-12", "1994-03-15"), DateLevel::kOneDigit);
  EXPECT_EQ(level("1994-03-12", "1994-03-21"), DateLevel::kOneDigit);
  EXPECT_EQ(level("1994-03-12", "1994-03"), DateLevel::kSameMonth);
  EXPECT_EQ(level("1994-03-12", "1994"), DateLevel::kSameYear);
  EXPECT_EQ(level("1994-03-12", "1994-07-25"), DateLevel::kYearOnly);
  EXPECT_EQ(level("1994-03-12", "1987-07-25"), DateLevel::kDifferent);
  EXPECT_EQ(level("1994-03-12", ""), DateLevel::kMissing);
}

}  // namespace
}  // namespace muster::resolve
