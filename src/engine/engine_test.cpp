#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/add.hpp"
#include "engine/build_brief.hpp"
#include "engine/intake.hpp"
#include "engine/quoting.hpp"

namespace muster::engine {
namespace {

namespace fs = std::filesystem;

class EngineTest : public ::testing::Test {
 protected:
  EngineTest()
      : folder_(fs::temp_directory_path() /
                ("muster-engine-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "in");
  }
  ~EngineTest() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / "in" / name).parent_path());
    std::ofstream(folder_ / "in" / name, std::ios::binary) << text;
  }
  [[nodiscard]] store::Case open() const { return store::Case::create_or_open(folder_ / "c.case").value(); }
  [[nodiscard]] AddReport add(store::Case& to, const Progress& progress = {}) const {
    return add_files(to, find_inputs({folder_ / "in"}), {}, progress).value();
  }

  fs::path folder_;
};

constexpr const char* kList =
    "name,date of birth,unit\n"
    "Чжан Жэньбо,12.03.1994,2-я рота\n"
    "Ван Вэй,01.02.1990,2 рота\n"
    "Чжан Женьбо,12.03.1994,3-я рота\n"
    "Ван Вэй,17.08.1985,3-я рота\n";

TEST_F(EngineTest, FoldersAreWalkedInOrderWithoutSidecarsCasesAndHiddenFiles) {
  write("b.txt", "b");
  write("a/z.txt", "z");
  write("b.json", "{\"published\": \"2025-03-14\"}");
  write("other.json", "[1]");
  write(".hidden.txt", "x");
  write("old.case/case.db", "x");
  write("old.case/originals/x.txt", "x");
  const Intake intake = find_inputs({folder_ / "in"});
  ASSERT_EQ(intake.files.size(), 2U);
  EXPECT_EQ(intake.files[0].label, "in/a/z.txt");
  EXPECT_EQ(intake.files[1].label, "in/b.txt");
  ASSERT_EQ(intake.problems.size(), 1U);
  EXPECT_EQ(intake.problems[0].where, "in/other.json");
  EXPECT_FALSE(intake.problems[0].fatal);
}

TEST_F(EngineTest, APathThatNamesNothingIsAProblem) {
  EXPECT_TRUE(find_inputs({folder_ / "nowhere"}).problems.at(0).fatal);
}

TEST_F(EngineTest, AFileNamedTwiceIsReadOnce) {
  write("a.txt", "a");
  EXPECT_EQ(find_inputs({folder_ / "in", folder_ / "in" / "a.txt"}).files.size(), 1U);
}

TEST_F(EngineTest, AddingAgainReadsNothingAndAnEditedFileSupersedes) {
  write("a.txt", "Ivan Petrenko said that 12 men left.\n");
  store::Case c = open();
  EXPECT_EQ(add(c).added, 1U);
  EXPECT_EQ(add(c).unchanged, 1U);
  write("a.txt", "Ivan Petrenko said that 13 men left.\n");
  EXPECT_EQ(add(c).added, 1U);
  const auto view = CaseView::load(c).value();
  ASSERT_EQ(view.documents().size(), 1U);
  EXPECT_NE(view.documents()[0].document.text.find("13"), std::string::npos);
  EXPECT_EQ(c.documents()->size(), 2U);
}

TEST_F(EngineTest, ASidecarThatChangesHasItsFileReadAgain) {
  write("a.txt", "On April 8 a man left.\n");
  store::Case c = open();
  (void)add(c);
  EXPECT_EQ(CaseView::load(c)->documents()[0].extraction.dates.at(0).value, "XXXX-04-08");
  write("a.json", "{\"published\": \"2025-04-12\"}");
  EXPECT_EQ(add(c).changed, 1U);
  EXPECT_EQ(CaseView::load(c)->documents()[0].extraction.dates.at(0).value, "2025-04-08");
}

TEST_F(EngineTest, ProgressCountsEveryFileAndStopIsHonoured) {
  for (int i = 0; i < 5; ++i) write(std::to_string(i) + ".txt", "text " + std::to_string(i) + "\n");
  store::Case c = open();
  std::size_t steps = 0;
  std::atomic<bool> stop = false;
  Progress progress;
  progress.stop = &stop;
  progress.step = [&](std::size_t done, std::size_t total, std::string_view) {
    EXPECT_EQ(done, ++steps);
    EXPECT_EQ(total, 5U);
    if (done == 2) stop = true;
  };
  const AddReport report = add(c, progress);
  EXPECT_TRUE(report.interrupted);
  EXPECT_EQ(steps, 2U);
  EXPECT_EQ(c.documents()->size(), 2U);
  EXPECT_EQ(add(c).added, 3U);
}

TEST_F(EngineTest, ACellIsQuotedWithItsRowAndWordsWithTheirSentence) {
  write("list.csv", kList);
  write("report.txt", "A car came. Ivan Petrenko left on March 3. Then rain.\n");
  store::Case c = open();
  (void)add(c);
  const auto view = CaseView::load(c).value();
  const auto& list = view.documents().at(0);
  const auto cell = view.quote(list.id, list.extraction.statements.at(0).span);
  EXPECT_EQ(cell.text, "Чжан Жэньбо");
  EXPECT_EQ(cell.part, "A2");
  EXPECT_EQ(cell.context, "Чжан Жэньбо\t12.03.1994\t2-я рота");
  const auto& report = view.documents().at(1);
  const auto words = view.quote(report.id, report.extraction.dates.at(0).span);
  EXPECT_EQ(words.text, "March 3");
  EXPECT_EQ(words.context, "Ivan Petrenko left on March 3.");
  EXPECT_EQ(words.context_start, 12U);
}

TEST_F(EngineTest, TheBriefCountsPeopleJoinsDoublesAndKeepsNamesakesApart) {
  write("list.csv", kList);
  store::Case c = open();
  (void)add(c);
  const auto brief = build_brief(c).value();
  ASSERT_EQ(brief.lists.size(), 1U);
  EXPECT_EQ(brief.lists[0].rows, 4U);
  EXPECT_EQ(brief.lists[0].people, 3U);
  ASSERT_FALSE(brief.doubles.empty());
  EXPECT_EQ(brief.doubles[0].left.row, 2U);
  EXPECT_EQ(brief.doubles[0].right.row, 4U);
  ASSERT_EQ(brief.units.size(), 2U);
  EXPECT_EQ(brief.units[0].spellings.size(), 2U);
}

TEST_F(EngineTest, ANameInAReportIsLinkedToItsRowInAnyCaseForm) {
  write("list.csv", "name,date of birth\nОуян Чжэньхуа,12.03.1994\nВан Вэй,01.02.1990\nВан Вэй,17.08.1985\n");
  write("note.txt", "Родственники Оуяна Чжэньхуа ждут его дома. Ван Вэй молчит.\n");
  store::Case c = open();
  (void)add(c);
  const auto brief = build_brief(c).value();
  const auto named = [&](std::string_view words) {
    const auto found =
        std::ranges::find_if(brief.named, [&](const auto& n) { return n.quotes.at(0).text == words; });
    return found == brief.named.end() ? report::BriefNamed{} : *found;
  };
  EXPECT_EQ(named("Оуяна Чжэньхуа").verdict, model::Verdict::kSame);
  EXPECT_EQ(named("Оуяна Чжэньхуа").links.at(0).row.row, 2U);
  EXPECT_NE(named("Ван Вэй").verdict, model::Verdict::kSame) << "two rows bear the name";
}

TEST_F(EngineTest, AnEmptyCaseHasAnEmptyBrief) {
  const store::Case c = open();
  EXPECT_TRUE(build_brief(c)->documents.empty());
}

}  // namespace
}  // namespace muster::engine
