#include "base/process.hpp"
#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using testing::fatal_problem;
using testing::read_as;

bool poppler_is_here() {
  return base::run_process({"pdftotext", "-v"}, std::chrono::seconds(5)).has_value();
}

// A PDF with a page for each string; poppler finds objects without a cross-reference table.
std::string make_pdf(const std::vector<std::string>& pages, const std::string& trailer = "") {
  std::string kids;
  std::string objects;
  int number = 4;
  for (const std::string& text : pages) {
    const std::string stream =
        text.empty() ? "0 0 100 100 re f" : "BT /F1 12 Tf 72 700 Td 14 TL " + text + " ET";
    kids += std::to_string(number) + " 0 R ";
    objects +=
        std::to_string(number) +
        " 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents " +
        std::to_string(number + 1) + " 0 R>> endobj\n";
    objects += std::to_string(number + 1) + " 0 obj <</Length " + std::to_string(stream.size()) +
               ">> stream\n" + stream + "\nendstream endobj\n";
    number += 2;
  }
  return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[" + kids +
         "]/Count " + std::to_string(pages.size()) + ">> endobj\n" +
         "3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n" + objects +
         "900 0 obj <</Title(A title)>> endobj\ntrailer <</Root 1 0 R/Info 900 0 R" + trailer + ">>\n%%EOF\n";
}

TEST(Pdf, ReadsPagesAndJoinsLines) {
  if (!poppler_is_here()) GTEST_SKIP() << "poppler-utils is not installed";
  const auto document = read_as(
      "a.pdf", make_pdf({"(The first line of a para-) Tj T* (graph goes on here.) Tj", "(Page two.) Tj"}));
  EXPECT_EQ(document.text, "The first line of a paragraph goes on here.\n\nPage two.");
  ASSERT_EQ(document.parts.size(), 2U);
  EXPECT_EQ(document.parts[1].page, 2U);
  EXPECT_EQ(document.title, "A title");
  EXPECT_EQ(document.published, "");
}

TEST(Pdf, RefusesPicturesOnly) {
  if (!poppler_is_here()) GTEST_SKIP() << "poppler-utils is not installed";
  const auto document = read_as("a.pdf", make_pdf({""}));
  ASSERT_NE(fatal_problem(document), nullptr);
  EXPECT_NE(fatal_problem(document)->what.find("no text"), std::string::npos);
}

TEST(Pdf, RefusesEncryptedOnes) {
  if (!poppler_is_here()) GTEST_SKIP() << "poppler-utils is not installed";
  const std::string key(32, 'x');
  const auto document =
      read_as("a.pdf", make_pdf({"(Words) Tj"}, "/ID[(a)(b)]/Encrypt <</Filter/Standard/V 1/R 2/P -4/O(" +
                                                    key + ")/U(" + key + ")>>"));
  ASSERT_NE(fatal_problem(document), nullptr);
  EXPECT_NE(fatal_problem(document)->what.find("encrypted"), std::string::npos)
      << fatal_problem(document)->what;
}

TEST(Pdf, RefusesDamagedOnes) {
  if (!poppler_is_here()) GTEST_SKIP() << "poppler-utils is not installed";
  const auto document = read_as("a.pdf", "%PDF-1.7 and then nothing");
  ASSERT_NE(fatal_problem(document), nullptr);
  EXPECT_NE(fatal_problem(document)->what.find("damaged"), std::string::npos);
}

}  // namespace
}  // namespace muster::readers
