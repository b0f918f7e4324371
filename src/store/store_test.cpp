#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "store/case.hpp"
#include "store/database.hpp"
#include "store/originals.hpp"

namespace muster::store {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, removed at the end.
class CaseTest : public ::testing::Test {
 protected:
  CaseTest()
      : folder_(fs::temp_directory_path() /
                ("muster-store-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
  }
  ~CaseTest() override { fs::remove_all(folder_); }

  Case open() { return Case::create_or_open(folder_).value(); }
  fs::path folder_;
};

const Origin kHere{"", "here"};
constexpr const char* kText = "Ivan Petrenko said 12 men left.";

model::Document report() {
  model::Document document;
  document.sha256 = base::sha256_hex(kText);
  document.name = document.path = "report.txt";
  document.text = kText;
  document.parts = {{{0, 31}, model::PartKind::kParagraph, 0, 0, 0, 0}};
  return document;
}

model::Extraction findings() {
  model::Extraction found;
  found.mentions = {{{0, 13}, model::MentionType::kPerson, "Ivan Petrenko", false}};
  found.dates = {{{19, 21}, model::DateType::kDate, "XXXX-12", ""}};
  found.quantities = {{{19, 21}, 12, 12, 12, model::Relation::kEqual, "", "", "men", {22, 25}, -1}};
  found.quantities.push_back(
      {{22, 25}, std::nan(""), 2, model::kUnbounded, model::Relation::kAbout, "", "", "", {}, 0});
  found.places = {{{0, 4}, {{"1", "Ivan", "UA", "Lviv", 49.5, 24, 0.5}}, 0, "the only one"}};
  model::Claim claim;
  claim.source = {{0, 13}};
  claim.cue = {{14, 18}};
  claim.content = {{19, 21}, {22, 30}};
  claim.speaker = "Ivan Petrenko";
  claim.on_word_of = {"a list"};
  found.claims = {claim};
  found.statements = {{"e1", "Person", "name", "Ivan Petrenko", "Ivan Petrenko", "en", "cell", {0, 13}}};
  found.lists = {{{0, 4}, 0, 1, 2, 9, 8, {{1, "Name", "name"}}}};
  found.date_doubts = {{{19, 21}, 3, "Born", "31.02.1994", true, "February has no 31st"}};
  return found;
}

TEST_F(CaseTest, GivesBackWhatWasAdded) {
  Case c = open();
  ASSERT_EQ(c.add(report(), findings(), kText, kHere).value(), Added::kNew);
  const auto documents = c.documents().value();
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(c.load(documents[0].id)->document.text, kText);
  const auto found = c.extraction(documents[0].id).value();
  EXPECT_EQ(found.mentions.at(0).name, "Ivan Petrenko");
  EXPECT_EQ(found.quantities.at(0).counted, "men");
  EXPECT_TRUE(std::isnan(found.quantities.at(1).value));
  EXPECT_EQ(found.quantities.at(1).high, model::kUnbounded);
  EXPECT_EQ(found.places.at(0).candidates.at(0).region, "Lviv");
  EXPECT_EQ(found.claims.at(0).content, (std::vector<model::Span>{{19, 21}, {22, 30}}));
  EXPECT_EQ(found.claims.at(0).on_word_of, std::vector<std::string>{"a list"});
  EXPECT_EQ(found.statements.at(0).property, "name");
  EXPECT_EQ(found.lists.at(0).columns.at(0).property, "name");
  EXPECT_TRUE(found.date_doubts.at(0).impossible);
}

TEST_F(CaseTest, AddingTwiceChangesNothing) {
  Case c = open();
  ASSERT_TRUE(c.add(report(), findings(), kText, kHere));
  const auto log = base::read_file(folder_ / "log.jsonl").value();
  EXPECT_EQ(c.add(report(), findings(), kText, kHere).value(), Added::kUnchanged);
  EXPECT_EQ(base::read_file(folder_ / "log.jsonl").value(), log);
  EXPECT_EQ(c.extraction(1)->claims.size(), 1U);
}

TEST_F(CaseTest, AnotherContextReadsTheDocumentAgain) {
  Case c = open();
  ASSERT_TRUE(c.add(report(), findings(), kText, kHere));
  auto dated = report();
  dated.published = "2025-04-12";
  EXPECT_EQ(c.add(dated, {}, kText, {"published 2025-04-12", "here"}).value(), Added::kChanged);
  EXPECT_TRUE(c.extraction(1)->claims.empty());
  EXPECT_EQ(c.documents()->at(0).document.published, "2025-04-12");
}

TEST_F(CaseTest, RemembersASecondPathOfTheSameBytes) {
  Case c = open();
  ASSERT_TRUE(c.add(report(), {}, kText, kHere));
  auto copy = report();
  copy.path = "copy/report.txt";
  EXPECT_EQ(c.add(copy, {}, kText, kHere).value(), Added::kUnchanged);
  EXPECT_EQ(c.documents()->at(0).also_at, std::vector<std::string>{"copy/report.txt"});
}

TEST_F(CaseTest, NewBytesAtAPathSupersedeTheOldAndNothingIsLost) {
  Case c = open();
  ASSERT_TRUE(c.add(report(), {}, kText, kHere));
  auto edited = report();
  edited.text = "Another text";
  edited.sha256 = base::sha256_hex(edited.text);
  ASSERT_TRUE(c.add(edited, {}, edited.text, kHere));
  EXPECT_TRUE(c.documents()->at(0).superseded);
  EXPECT_FALSE(c.documents()->at(1).superseded);
  ASSERT_TRUE(c.see_again(report().sha256, "report.txt", kHere));
  EXPECT_FALSE(c.documents()->at(0).superseded);
  EXPECT_TRUE(c.documents()->at(1).superseded);
}

TEST_F(CaseTest, VerifiesAWholeCase) {
  Case c = open();
  ASSERT_TRUE(c.add(report(), findings(), kText, kHere));
  const auto verified = c.verify().value();
  EXPECT_TRUE(verified.failures.empty());
  EXPECT_EQ(verified.spans, 12U);
  EXPECT_EQ(verified.documents, 1U);
}

TEST_F(CaseTest, VerifyFindsAChangedOriginal) {
  Case c = open();
  ASSERT_TRUE(c.add(report(), findings(), kText, kHere));
  const auto original = original_path(folder_, report().sha256);
  fs::permissions(original, fs::perms::owner_all);
  std::ofstream(original, std::ios::app) << "!";
  ASSERT_EQ(c.verify()->failures.size(), 1U);
  EXPECT_EQ(c.verify()->failures[0].what, "the original's bytes have changed");
}

TEST_F(CaseTest, VerifyFindsAChangedTextAndAChangedLog) {
  {
    Case c = open();
    ASSERT_TRUE(c.add(report(), findings(), kText, kHere));
  }
  Database(folder_ / "case.db")
      .execute(
          "UPDATE document SET text = replace(text, 'Ivan', 'Oleh'); UPDATE log SET line = replace(line, "
          "'report', 'repart')");
  const auto failures = Case::open(folder_)->verify()->failures;
  EXPECT_EQ(failures.size(), 6U);  // five spans hold the name, and the log differs from its mirror
}

TEST_F(CaseTest, ATornLogIsCompletedFromTheDatabase) {
  std::string whole;
  {
    Case c = open();
    ASSERT_TRUE(c.add(report(), {}, kText, kHere));
    whole = base::read_file(folder_ / "log.jsonl").value();
  }
  fs::resize_file(folder_ / "log.jsonl", whole.size() / 2);
  Case c = open();
  EXPECT_EQ(base::read_file(folder_ / "log.jsonl").value(), whole);
  EXPECT_TRUE(c.verify()->failures.empty());
}

TEST_F(CaseTest, AChangedLogFileIsReportedAndNotOverwritten) {
  {
    Case c = open();
    ASSERT_TRUE(c.add(report(), {}, kText, kHere));
  }
  std::ofstream(folder_ / "log.jsonl") << "{}\n";
  EXPECT_EQ(open().verify()->failures.size(), 1U);
  EXPECT_EQ(base::read_file(folder_ / "log.jsonl").value(), "{}\n");
}

TEST_F(CaseTest, AFolderWithOtherFilesIsRefused) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "holiday.jpg") << "x";
  const auto refused = Case::create_or_open(folder_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().what, "holds other files and is no case");
}

TEST_F(CaseTest, ADamagedDatabaseIsAClearError) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "case.db") << "this is no database, and long enough to be read as a header of one: "
                                     << std::string(100, 'x');
  const auto refused = Case::open(folder_);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("not a database"), std::string::npos);
}

TEST_F(CaseTest, RefusedFilesAreListedUntilTheyAreRead) {
  Case c = open();
  ASSERT_TRUE(c.refuse("report.txt", {"Permission denied", "", "give yourself read permission", true}));
  EXPECT_EQ(c.refused()->size(), 1U);
  ASSERT_TRUE(c.add(report(), {}, kText, kHere));
  EXPECT_TRUE(c.refused()->empty());
}

TEST_F(CaseTest, JudgementsAreKeptInOrder) {
  Case c = open();
  ASSERT_TRUE(c.judge({"a", "b", model::Verdict::kSame, 0.7, "olena", now_utc(), "seen both papers"}));
  ASSERT_TRUE(c.judge({"a", "b", model::Verdict::kUnsure, 0.7, "olena", now_utc(), ""}));
  ASSERT_EQ(c.judgements()->size(), 2U);
  EXPECT_EQ(c.judgements()->at(1).verdict, model::Verdict::kUnsure);
}

}  // namespace
}  // namespace muster::store
