// What people said of rows, kept line by line.
#include "engine/judgement_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace muster::engine {
namespace {

namespace fs = std::filesystem;
using model::Judgement;
using model::Verdict;

class JudgementFile : public ::testing::Test {
 protected:
  JudgementFile()
      : file_((fs::temp_directory_path() /
               fmt::format("muster-judged-{}-{}.csv", ::getpid(),
                           ::testing::UnitTest::GetInstance()->current_test_info()->name()))
                  .string()) {
    fs::remove(file_);
  }
  ~JudgementFile() override { fs::remove(file_); }

  void say(const std::string& a, const std::string& b, const std::string& word,
           const std::string& reason = "") const {
    ASSERT_TRUE(
        add_judgement(file_, {a, b, Verdict::kUnsure, 0.5, "jana", "2026-01-02T03:04:05Z", reason}, word));
  }
  void write(const std::string& text) const { std::ofstream(file_, std::ios::binary) << text; }
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    out << std::ifstream(file_, std::ios::binary).rdbuf();
    return out.str();
  }
  [[nodiscard]] std::vector<Judgement> read() const {
    const auto judgements = read_judgements(file_);
    EXPECT_TRUE(judgements) << (judgements ? "" : judgements.error().what);
    return judgements ? *judgements : std::vector<Judgement>{};
  }

  std::string file_;
};

TEST_F(JudgementFile, WhatIsAddedIsReadInTheOrderItWasSaid) {
  say("row-of-a-rather-long-id-2", "row-of-a-rather-long-id-1", "same");
  say("3", "4", "different", "two fathers");
  say("5", "6", "unsure");
  const auto judgements = read();
  ASSERT_EQ(judgements.size(), 3U);
  EXPECT_EQ(judgements[0].left, "row-of-a-rather-long-id-1");
  EXPECT_EQ(judgements[0].right, "row-of-a-rather-long-id-2");
  EXPECT_EQ(judgements[0].verdict, Verdict::kSame);
  EXPECT_EQ(judgements[1].verdict, Verdict::kDifferent);
  EXPECT_EQ(judgements[1].reason, "two fathers");
  EXPECT_EQ(judgements[1].user, "jana");
  EXPECT_EQ(judgements[1].created_at, "2026-01-02T03:04:05Z");
  EXPECT_DOUBLE_EQ(judgements[1].score, 0.5);
}

TEST_F(JudgementFile, NothingThatWasSaidIsEverChanged) {
  say("1", "2", "same");
  const std::string before = text();
  say("1", "2", "different");
  EXPECT_TRUE(text().starts_with(before));
  EXPECT_EQ(read().back().verdict, Verdict::kDifferent) << "the last counts";
}

TEST_F(JudgementFile, UndoTakesBackInEitherOrderAndOnlyWhatCameBefore) {
  say("1", "2", "same");
  say("3", "4", "same");
  say("2", "1", "undo");
  ASSERT_EQ(read().size(), 1U);
  EXPECT_EQ(read()[0].left, "3");
  say("1", "2", "different");
  EXPECT_EQ(read().size(), 2U);
  say("8", "9", "undo");
  EXPECT_EQ(read().size(), 2U) << "there was nothing to take back";
}

TEST_F(JudgementFile, AnyIdAndReasonComeBackAsTheyWere) {
  const std::vector<std::string> odd = {"a,b",         "a\"b",   "\"",  "a;b;c;d;e;f;g", "x\ty",
                                        "Чжан Жэньбо", "id|1",   "'",   "a\nb",          "#1",
                                        "-",           "row 17", "a  b"};
  for (const std::string& cell : odd) say(cell, "zz", "same", cell + "; and\nmore, \"so\"");
  const auto judgements = read();
  ASSERT_EQ(judgements.size(), odd.size());
  for (std::size_t i = 0; i < odd.size(); ++i) {
    EXPECT_EQ(std::pair(judgements[i].left, judgements[i].right),
              (std::pair<std::string, std::string>(std::minmax<std::string>(odd[i], "zz"))));
    EXPECT_EQ(judgements[i].reason, odd[i] + "; and\nmore, \"so\"");
  }
}

TEST_F(JudgementFile, AnyJudgementsComeBack) {
  RC_ASSERT(rc::check([this] {
    fs::remove(file_);
    static const std::vector<std::string> kParts{"a", "B", ",", "\"", ";", "7", "ж", "|", "."};
    const auto word = [] {
      std::string out = "x";
      for (const std::string& part :
           *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kParts)))
        out += part;
      return out;
    };
    std::vector<std::pair<std::string, std::string>> said;
    for (int i = 0; i < 3; ++i) {
      auto pair = std::pair(word(), "y" + word());
      RC_ASSERT(
          add_judgement(file_, {pair.first, pair.second, Verdict::kSame, 0, word(), "now", word()}, "same")
              .has_value());
      said.push_back(std::minmax(pair.first, pair.second));
    }
    const auto judgements = read_judgements(file_);
    RC_ASSERT(judgements.has_value());
    RC_ASSERT(judgements->size() == said.size());
    for (std::size_t i = 0; i < said.size(); ++i)
      RC_ASSERT(std::pair((*judgements)[i].left, (*judgements)[i].right) == said[i]);
  }));
}

TEST_F(JudgementFile, ALineThatCannotBeUnderstoodIsRefusedByItsNumber) {
  for (const char* line : {"3,4,maybe", "3,3,same", ",4,same", "3,,different", "3,4,"}) {
    write(std::string("id1,id2,judgement\n1,2,same\n") + line + "\n");
    const auto judgements = read_judgements(file_);
    ASSERT_FALSE(judgements) << line;
    EXPECT_NE(judgements.error().where.find("line 3"), std::string::npos)
        << line << ": " << judgements.error().where;
    EXPECT_FALSE(judgements.error().remedy.empty());
  }
  write("a,b\n1,2\n");
  const auto judgements = read_judgements(file_);
  ASSERT_FALSE(judgements);
  EXPECT_NE(judgements.error().remedy.find("id1, id2, judgement"), std::string::npos);
  EXPECT_FALSE(read_judgements(file_ + ".nowhere"));
}

TEST_F(JudgementFile, ALineCutShortDoesNotSwallowTheNext) {
  write("id1,id2,judgement,score,user,created_at,reason\n1,2,same,0.5,jana,now,cut");
  say("3", "4", "different");
  const auto judgements = read();
  ASSERT_EQ(judgements.size(), 2U);
  EXPECT_EQ(judgements[1].left, "3");
}

TEST_F(JudgementFile, AFileOfAHeaderAloneIsRefused) {
  write("id1,id2,judgement\n");
  const auto judgements = read_judgements(file_);
  ASSERT_FALSE(judgements);
  EXPECT_NE(judgements.error().what.find("no rows"), std::string::npos);
}

TEST_F(JudgementFile, ItsOwnColumnsMayStandInAnyOrder) {
  write("judgement,id2,id1\nsame,2,1\n");
  EXPECT_EQ(read().at(0).left, "1");
}

TEST_F(JudgementFile, AFileThatCannotBeWrittenIsNamed) {
  const auto done = add_judgement("/nowhere/at/all.csv", {"1", "2", Verdict::kSame, 0, "", "", ""}, "same");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().where, "/nowhere/at/all.csv");
}

TEST_F(JudgementFile, ClustersOfAnEarlierRunAreRead) {
  write("id,cluster,source\n1,1,a\n2,1,b\n\"x,y\",z,b\n");
  const auto clusters = read_clusters(file_);
  ASSERT_TRUE(clusters);
  EXPECT_EQ(*clusters,
            (std::vector<std::pair<std::string, std::string>>{{"1", "1"}, {"2", "1"}, {"x,y", "z"}}));
  write("id,group\n1,1\n");
  EXPECT_FALSE(read_clusters(file_));
}

}  // namespace
}  // namespace muster::engine
