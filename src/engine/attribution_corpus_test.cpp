#include "engine/attribution_corpus.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace muster::engine {
namespace {

namespace fs = std::filesystem;

class CorpusTest : public ::testing::Test {
 protected:
  CorpusTest()
      : folder_(fs::temp_directory_path() /
                ("muster-corpus-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~CorpusTest() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] base::Error refusal() const {
    const auto read = read_corpus(folder_);
    if (read) ADD_FAILURE() << "was read";
    return read ? base::Error{} : read.error();
  }
  static std::string words(const extract::GoldDocument& gold, const std::vector<model::Span>& spans) {
    std::string out;
    for (const model::Span span : spans)
      out.append(out.empty() ? "" : " | ").append(model::text_at(gold.document, span));
    return out;
  }

  fs::path folder_;
};

constexpr const char* kMarked = "== one\n{1s She} {1c said} {1t it rained}.\n";

TEST_F(CorpusTest, MarkedFilesAreReadInTheOrderOfTheirNamesWithoutThoseForMeasuring) {
  write("b.txt", "== two\n{1s He} {1c knew} {1t that}.\n");
  write("a.txt", kMarked);
  write("test_c.txt", "== three\n{1s He} {1c knew} {1t that}.\n");
  write("notes.md", "{{{");
  const auto read = read_corpus(folder_);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].document.name, "one");
  EXPECT_EQ((*read)[1].document.name, "two");
}

TEST_F(CorpusTest, BratFilesCountCodePointsAndPiecesAndTheFirstAnnotatorOfAText) {
  write("text/n.txt", "“Zoë left,” said Ana. “She ran.”\n");
  write("attributions/n_first.ann",
        "T1\tContent 0 11;22 32\t“Zoë left,” “She ran.”\n"
        "T2\tCue 12 16\tsaid\n"
        "T3\tSource 17 20\tAna\n"
        "E1\tAttribution:T2 Source:T3 Cue:T2 Content:T1\n");
  write("attributions/n_second.ann",
        "T1\tCue 0 4\tx\nT2\tContent 5 9\ty\nE1\tAttribution:T1 Cue:T1 Content:T2\n");
  write("text/unmarked.txt", "Nothing.\n");
  const auto read = read_corpus(folder_);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 1U);
  const extract::GoldDocument& gold = read->front();
  ASSERT_EQ(gold.attributions.size(), 1U);
  EXPECT_EQ(words(gold, gold.attributions[0].source), "Ana");
  EXPECT_EQ(words(gold, gold.attributions[0].cue), "said");
  EXPECT_EQ(words(gold, gold.attributions[0].content), "“Zoë left,” | “She ran.”");
}

TEST_F(CorpusTest, BratFilesThatLieDoNoHarm) {
  write("text/n.txt", "She said it.\n");
  write("attributions/n_a.ann",
        "T1\tCue 4 8000000000\tsaid\nT2\tContent -5 1e300\tit\nT3\tSource nan inf\t?\nT4\tSource 9 "
        "3\t?\nT5\n\nE\n"
        "E1\tAttribution:T1 Source:T3 Cue:T1 Content:T2 Content:T99 What:T4 Source\n");
  const auto read = read_corpus(folder_);
  ASSERT_TRUE(read.has_value());
  for (const auto& one : read->front().attributions) {
    for (const auto* spans : {&one.source, &one.cue, &one.content}) {
      for (const model::Span span : *spans) EXPECT_LE(span.end, read->front().document.text.size());
    }
  }
}

TEST_F(CorpusTest, ASlipInTheMarksIsToldWithItsFileAndLine) {
  write("a.txt", kMarked);
  write("b.txt", "== two\nFine.\n\n{1q She} said.\n");
  const base::Error error = refusal();
  EXPECT_NE(error.where.find("b.txt, line 4, article two"), std::string::npos) << error.where;
  EXPECT_FALSE(error.remedy.empty());
}

TEST_F(CorpusTest, AFolderWithoutAnnotatedTextsIsRefusedInBothForms) {
  base::Error error = refusal();
  EXPECT_EQ(error.where, folder_.string());
  EXPECT_FALSE(error.remedy.empty());
  write("text/n.txt", "She said it.\n");
  fs::create_directories(folder_ / "attributions");
  error = refusal();
  EXPECT_EQ(error.where, folder_.string());
  EXPECT_FALSE(error.remedy.empty());
}

TEST_F(CorpusTest, AFolderThatIsNoneIsRefused) {
  write("a.txt", kMarked);
  for (const fs::path& path :
       {folder_ / "nowhere", folder_ / "a.txt", fs::path(), fs::path(std::string(5000, 'x'))}) {
    const auto read = read_corpus(path);
    ASSERT_FALSE(read.has_value()) << path;
    EXPECT_FALSE(read.error().what.empty());
    EXPECT_FALSE(read.error().remedy.empty());
  }
}

}  // namespace
}  // namespace muster::engine
