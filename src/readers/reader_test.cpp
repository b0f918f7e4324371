#include "readers/reader.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.hpp"
#include "readers/sidecar.hpp"
#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using testing::fatal_problem;
using testing::read_as;
using testing::Scratch;

void expect_refused(const model::Document& document, std::string_view part_of_what) {
  const model::Problem* problem = fatal_problem(document);
  ASSERT_NE(problem, nullptr);
  EXPECT_NE(problem->what.find(part_of_what), std::string::npos) << problem->what;
  EXPECT_FALSE(problem->remedy.empty());
  EXPECT_TRUE(document.parts.empty());
}

TEST(Reader, TellsNameHashAndMediaType) {
  const Scratch scratch;
  const auto document = read(scratch.write("a.txt", "One line.\n"));
  EXPECT_EQ(document.name, "a.txt");
  EXPECT_EQ(document.sha256, base::sha256_hex("One line.\n"));
  EXPECT_EQ(document.media_type, "text/plain");
  EXPECT_TRUE(document.problems.empty());
}

TEST(Reader, RefusesWhatIsNoFile) {
  const Scratch scratch;
  expect_refused(read(scratch.folder() / "missing.txt"), "No such file");
  expect_refused(read(scratch.folder()), "folder");
  expect_refused(read(scratch.write("empty.csv", "")), "empty");
}

TEST(Reader, SaysWhenAFileMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const Scratch scratch;
  const auto path = scratch.write("locked.txt", "words");
  ::chmod(path.c_str(), 0);
  expect_refused(read(path), "Permission denied");
}

TEST(Reader, RefusesOtherKindsWithARemedy) {
  expect_refused(read_as("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "not a kind of file");
  expect_refused(read_as("data.json", "{\"a\": 1}"), "not a kind of file");
  expect_refused(read_as("scan.tiff", std::string("II*\0....", 8)), "not a kind of file");
  expect_refused(read_as("book.ods",
                         testing::make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
                 "not a kind of file");
  expect_refused(read_as("files.zip", testing::make_zip({{"a.txt", "words"}})), "not a kind of file");
  expect_refused(read_as("thing.bin", std::string("\1\2\0\3", 4)), "not a kind of file");
}

TEST(Reader, BelievesTheBytesBeforeTheName) {
  expect_refused(read_as("report.pdf", "This is plain text."), "the content does not");
  expect_refused(read_as("scan.png", "This is plain text."), "the content does not");
  expect_refused(read_as("list.xlsx", "name,birth\n"), "the content does not");
  EXPECT_EQ(
      read_as("page", "<!DOCTYPE html><html><body><p>A page of some words, and more words.</p>").media_type,
      "text/html");
}

TEST(Sidecar, SuppliesWhatTheFileCannotTell) {
  const Scratch scratch;
  const auto path = scratch.write("a.txt", "Words.");
  (void)scratch.write(
      "a.json", R"({"published": "2025-04-12", "publisher": "The Example", "url": "https://example.org/a"})");
  const auto document = read(path);
  EXPECT_EQ(document.published, "2025-04-12");
  EXPECT_EQ(document.published_how, "sidecar");
  EXPECT_EQ(document.publisher, "The Example");
  EXPECT_EQ(document.url, "https://example.org/a");
}

TEST(Sidecar, YieldsToTheUser) {
  const Scratch scratch;
  const auto path = scratch.write("a.txt", "Words.");
  (void)scratch.write("a.json", R"({"published": "2025-04-12"})");
  Options options;
  options.published = "2025-05";
  const auto document = read(path, options);
  EXPECT_EQ(document.published, "2025-05");
  EXPECT_EQ(document.published_how, "given");
}

TEST(Sidecar, OverridesThePage) {
  const Scratch scratch;
  const auto path =
      scratch.write("a.html",
                    "<html><head><meta property='article:published_time' "
                    "content='2020-01-02T10:00:00Z'></head><body><p>Words, many words, stand here.</p>");
  EXPECT_EQ(read(path).published, "2020-01-02");
  EXPECT_EQ(read(path).published_how, "page metadata");
  (void)scratch.write("a.json", R"({"published": "2025-04-12"})");
  EXPECT_EQ(read(path).published, "2025-04-12");
}

TEST(Sidecar, IsAProblemWhenBrokenButNotAFatalOne) {
  const Scratch scratch;
  const auto path = scratch.write("a.txt", "Words.");
  for (const char* broken :
       {"{\"published\":", "{\"published\": \"last Tuesday\"}", "{\"published\": 2025}"}) {
    (void)scratch.write("a.json", broken);
    const auto document = read(path);
    ASSERT_EQ(document.problems.size(), 1U) << broken;
    EXPECT_FALSE(document.problems[0].fatal);
    EXPECT_EQ(document.text, "Words.");
    EXPECT_EQ(document.published, "");
  }
}

TEST(Sidecar, OtherJsonBesideAFileIsNone) {
  const Scratch scratch;
  const auto path = scratch.write("a.txt", "Words.");
  for (const char* other : {R"({"document": {"name": "a.txt", "published": ""}, "text": "Words."})",
                            "{\"document\": {}}\n{\"document\": {}}\n", "[1, 2]", "\xFF\xFE", "12"}) {
    const auto json = scratch.write("a.json", other);
    EXPECT_FALSE(is_sidecar(json)) << other;
    EXPECT_TRUE(read(path).problems.empty()) << other;
  }
}

TEST(Sidecar, IsToldFromEvidence) {
  const Scratch scratch;
  (void)scratch.write("a.txt", "Words.");
  EXPECT_TRUE(is_sidecar(scratch.write("a.json", "{}")));
  EXPECT_FALSE(is_sidecar(scratch.write("b.json", "{}")));
  EXPECT_FALSE(is_sidecar(scratch.folder() / "a.txt"));
}

TEST(EdtfDate, TakesTheDateAndNothingElse) {
  EXPECT_EQ(edtf_date("2025-04-12T09:30:00+03:00"), "2025-04-12");
  EXPECT_EQ(edtf_date("2025/04/12"), "2025-04-12");
  EXPECT_EQ(edtf_date("20250412"), "2025-04-12");
  EXPECT_EQ(edtf_date("2025-04"), "2025-04");
  EXPECT_EQ(edtf_date("2025"), "2025");
  for (const char* none :
       {"", "April 8", "2025-13-01", "2025-02-30", "12.04.2025", "0001-01-01", "20", "2025-4", "2025-04-1"})
    EXPECT_EQ(edtf_date(none), "") << none;
}

}  // namespace
}  // namespace muster::readers
