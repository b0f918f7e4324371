#include "base/file.hpp"
#include "base/process.hpp"
#include "readers/machine_zone.hpp"
#include "readers/raster.hpp"
#include "readers/test_files.hpp"
#include "readers/zone_format.hpp"

namespace muster::readers {
namespace {

using testing::fatal_problem;
using testing::read_as;

const std::filesystem::path kPapers =
    std::filesystem::path(MUSTER_SOURCE_DIR) / "tests/corpus/readers/papers";

std::map<std::string, std::string> papers() {
  std::map<std::string, std::string> truth;
  std::ifstream rows(kPapers / "truth.tsv");
  for (std::string row; std::getline(rows, row);) {
    std::string lines = row.substr(row.find('\t') + 1);
    std::ranges::replace(lines, '|', '\n');
    truth[row.substr(0, row.find('\t'))] = lines;
  }
  return truth;
}

std::string bytes_of(const std::string& name) {
  return base::read_file(kPapers / name).value_or("");
}

TEST(Picture, ReadsZonesOfEveryLayout) {
  const auto truth = papers();
  ASSERT_EQ(truth.size(), 6U);
  for (const auto& [name, lines] : truth) {
    const auto document = read_as(name, bytes_of(name));
    ASSERT_EQ(document.parts.size(), 1U) << name;
    EXPECT_EQ(document.parts[0].kind, model::PartKind::kMachineReadable);
    EXPECT_EQ(document.text, lines) << name;
    EXPECT_TRUE(document.problems.empty()) << name;
  }
}

TEST(Picture, ReadsPrintedTextBesideTheZone) {
  if (!base::run_process({"tesseract", "--version"}, std::chrono::seconds(5)))
    GTEST_SKIP() << "tesseract is not installed";
  const auto document = read(kPapers / "004.jpg");
  ASSERT_GT(document.parts.size(), 1U);
  EXPECT_EQ(document.parts[1].kind, model::PartKind::kImageRegion);
  EXPECT_NE(document.text.find("SPECIMEN"), std::string::npos);
  EXPECT_TRUE(testing::is_sound(document));
}

TEST(Picture, FindsNoZoneOnBlankPaper) {
  EXPECT_FALSE(read_machine_zone({300, 200, std::vector<std::uint8_t>(60'000, 200)}).has_value());
}

TEST(Picture, RefusesBrokenOnes) {
  for (const std::string name : {"001.png", "004.jpg"}) {
    const std::string whole = bytes_of(name);
    const auto document = read_as(name, std::string_view(whole).substr(0, 200));
    ASSERT_NE(fatal_problem(document), nullptr) << name;
    EXPECT_NE(fatal_problem(document)->remedy, "");
  }
}

TEST(Picture, RefusesHugeOnesWithoutTheMemory) {
  std::string bytes = bytes_of("001.png");
  for (std::size_t i = 16; i < 24; ++i) bytes[i] = i % 4 == 0 ? '\0' : '\x7F';  // width and height
  EXPECT_NE(fatal_problem(read_as("001.png", bytes)), nullptr);
}

TEST(ZoneFormat, ChecksTheSpecimenOfDoc9303) {
  const std::string signs =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  const auto& format = zone_formats().front();
  ASSERT_EQ(format.name, "TD3");
  ASSERT_EQ(signs.size(), format.classes.size());
  for (const auto& check : format.checks) EXPECT_TRUE(check_holds(check, signs));
  std::string wrong = signs;
  wrong[50] = '1';
  EXPECT_FALSE(check_holds(format.checks[0], wrong));
}

TEST(ZoneFormat, ClassesCoverEveryCell) {
  for (const auto& format : zone_formats())
    EXPECT_EQ(format.classes.size(), static_cast<std::size_t>(format.lines * format.width)) << format.name;
}

}  // namespace
}  // namespace muster::readers
