#include <chrono>

#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using testing::fatal_problem;
using testing::read_as;

TEST(Plain, KeepsTheTextAsItIs) {
  const std::string text = "  First line\r\nsecond\n\n\nThird \t\n";
  EXPECT_EQ(read_as("a.txt", text).text, text);
}

TEST(Plain, PartsAreParagraphsWhereEmptyLinesStand) {
  const auto document = read_as("a.txt", "One\ntwo\n\nThree\n \nFour");
  ASSERT_EQ(document.parts.size(), 3U);
  EXPECT_EQ(model::text_at(document, document.parts[0].span), "One\ntwo");
  EXPECT_EQ(model::text_at(document, document.parts[2].span), "Four");
}

TEST(Plain, PartsAreLinesWhereNoEmptyLineStands) {
  const auto document = read_as("a.txt", "One\r\ntwo\r\nthree\r\n");
  ASSERT_EQ(document.parts.size(), 3U);
  EXPECT_EQ(model::text_at(document, document.parts[1].span), "two");
}

TEST(Plain, MarkdownHeadingsArePartsAndTheFirstIsTheTitle) {
  const auto document = read_as("a.md", "# The title\nWords.\n\n## More\n\nWords again.");
  ASSERT_EQ(document.parts.size(), 4U);
  EXPECT_EQ(document.parts[0].kind, model::PartKind::kHeading);
  EXPECT_EQ(document.parts[1].kind, model::PartKind::kParagraph);
  EXPECT_EQ(document.title, "The title");
  EXPECT_EQ(read_as("a.md", "# ").title, "");
}

TEST(Plain, DropsTheByteOrderMark) {
  EXPECT_EQ(read_as("a.txt", "\xEF\xBB\xBFWords").text, "Words");
}

TEST(Plain, ReadsUtf16WithAndWithoutMark) {
  using namespace std::string_view_literals;
  EXPECT_EQ(read_as("a.txt", "\xFF\xFEH\0i\0 \0\x16\x04"sv).text, "Hi Ж");
  EXPECT_EQ(read_as("a.txt", "\xFE\xFF\0H\0i\0 \x04\x16"sv).text, "Hi Ж");
  EXPECT_EQ(read_as("a.txt", "H\0i\0 \0t\0h\0e\0r\0e\0"sv).text, "Hi there");
}

TEST(Plain, ReadsCyrillicOfFiveEncodings) {
  // "Привет, это письмо о погоде в городе" in each encoding.
  const std::string expected = "Привет, это письмо о погоде в городе";
  const char* bytes[] = {
      "\xCF\xF0\xE8\xE2\xE5\xF2, \xFD\xF2\xEE \xEF\xE8\xF1\xFC\xEC\xEE \xEE \xEF\xEE\xE3\xEE\xE4\xE5 \xE2 "
      "\xE3\xEE\xF0\xEE\xE4\xE5",
      "\xF0\xD2\xC9\xD7\xC5\xD4, \xDC\xD4\xCF \xD0\xC9\xD3\xD8\xCD\xCF \xCF \xD0\xCF\xC7\xCF\xC4\xC5 \xD7 "
      "\xC7\xCF\xD2\xCF\xC4\xC5",
      "\x8F\xE0\xA8\xA2\xA5\xE2, \xED\xE2\xAE \xAF\xA8\xE1\xEC\xAC\xAE \xAE \xAF\xAE\xA3\xAE\xA4\xA5 \xA2 "
      "\xA3\xAE\xE0\xAE\xA4\xA5",
      "\xBF\xE0\xD8\xD2\xD5\xE2, \xED\xE2\xDE \xDF\xD8\xE1\xEC\xDC\xDE \xDE \xDF\xDE\xD3\xDE\xD4\xD5 \xD2 "
      "\xD3\xDE\xE0\xDE\xD4\xD5",
      "\x8F\xF0\xE8\xE2\xE5\xF2, \xFD\xF2\xEE \xEF\xE8\xF1\xFC\xEC\xEE \xEE \xEF\xEE\xE3\xEE\xE4\xE5 \xE2 "
      "\xE3\xEE\xF0\xEE\xE4\xE5",
  };
  for (const char* one : bytes) {
    const auto document = read_as("a.txt", one);
    EXPECT_EQ(document.text, expected);
    EXPECT_EQ(document.problems.size(), 1U);
    EXPECT_EQ(document.language, "ru");
  }
}

TEST(Plain, RepairsBrokenUtf8AndCounts) {
  const auto document = read_as("a.txt", "Чжан\nЖэнь\xFF\xD0 бо");
  EXPECT_EQ(document.text, "Чжан\nЖэнь\xEF\xBF\xBD\xEF\xBF\xBD бо");
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_NE(document.problems[0].what.find("2 bytes"), std::string::npos);
  EXPECT_EQ(document.problems[0].where, "first in line 2");
  EXPECT_EQ(read_as("a.txt", "hello \xFF\xFE world").text, "hello \xEF\xBF\xBD\xEF\xBF\xBD world");
}

TEST(Plain, RefusesBinaryAndBlankFiles) {
  EXPECT_NE(fatal_problem(read_as("a.txt", std::string("words\0words", 11))), nullptr);
  EXPECT_NE(fatal_problem(read_as("a.txt", " \n\t\n")), nullptr);
}

TEST(Plain, ReadsALongLineAndRefusesAnEndlessOne) {
  const auto long_line = read_as("a.txt", std::string(5'000'000, 'a'));
  EXPECT_EQ(fatal_problem(long_line), nullptr);
  EXPECT_EQ(long_line.problems.size(), 1U);
  const auto endless = read_as("a.txt", std::string(20'000'000, 'a'));
  ASSERT_NE(fatal_problem(endless), nullptr);
  EXPECT_NE(fatal_problem(endless)->what.find("20 MB"), std::string::npos);
}

TEST(Plain, ReadsTwentyMegabytesInLinearTime) {
  std::string text;
  while (text.size() < 20'000'000)
    text += "A sentence of some words, and of some more words.\nЕщё строка слов.\n\n";
  const auto start = std::chrono::steady_clock::now();
  const auto document = read_as("a.txt", text);
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 10.0);
  EXPECT_EQ(document.text.size(), text.size());
}

}  // namespace
}  // namespace muster::readers
