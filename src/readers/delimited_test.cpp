#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using testing::cell;
using testing::read_as;

TEST(Delimited, CellsAreParts) {
  const auto document = read_as("a.csv", "name,birth\nIvan Testov,1990-01-02\n");
  EXPECT_EQ(document.text, "name\tbirth\nIvan Testov\t1990-01-02");
  ASSERT_EQ(document.parts.size(), 4U);
  EXPECT_EQ(cell(document, 2, 2), "1990-01-02");
  EXPECT_EQ(model::place_in(document, document.parts[3].span), "B2");
  EXPECT_TRUE(document.problems.empty());
}

TEST(Delimited, FindsTheSeparator) {
  for (const char separator : {',', ';', '\t', '|'}) {
    std::string table;
    for (const char* row : {"name", "Ivan", "Petro"})
      table += std::string(row) + separator + "1" + separator + "2,5\n";
    if (separator == ',') table = "name,1,2\nIvan,1,2\n";
    EXPECT_EQ(cell(read_as("a.csv", table), 2, 1), "Ivan") << separator;
    EXPECT_EQ(cell(read_as("a.csv", table), 2, 2), "1") << separator;
  }
}

TEST(Delimited, QuotesHoldSeparatorsBreaksAndQuotes) {
  const auto document =
      read_as("a.csv", "name,note\r\n\"Testov, Ivan\",\"two\nlines and a \"\"word\"\"\"\r\nPetro,x\r\n");
  EXPECT_EQ(cell(document, 2, 1), "Testov, Ivan");
  EXPECT_EQ(cell(document, 2, 2), "two lines and a \"word\"");
  EXPECT_EQ(cell(document, 3, 1), "Petro");
}

TEST(Delimited, EmptyCellsKeepTheirColumns) {
  const auto document = read_as("a.csv", "a,b,c\n,,x\ny,,\n");
  EXPECT_EQ(document.text, "a\tb\tc\n\t\tx\ny\t\t");
  EXPECT_EQ(cell(document, 2, 3), "x");
  EXPECT_EQ(cell(document, 3, 1), "y");
}

TEST(Delimited, RaggedRowsAreKeptAndTold) {
  const auto document = read_as("a.csv", "a,b\n1,2\n3\n4,5,6\n7,8\n");
  EXPECT_EQ(cell(document, 4, 3), "6");
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_NE(document.problems[0].what.find("2 rows"), std::string::npos);
  EXPECT_EQ(document.problems[0].where, "first in row 3");
}

TEST(Delimited, TellsAnOpenQuote) {
  const auto document = read_as("a.csv", "a,b\n1,\"2\n3,4\n");
  EXPECT_FALSE(document.problems.empty());
  EXPECT_EQ(cell(document, 1, 2), "b");
}

TEST(Delimited, ReadsLegacyEncodings) {
  // "имя;город / Иван;Одесса / Пётр;Киев" in windows-1251
  const auto document = read_as("a.csv",
                                "\xE8\xEC\xFF;\xE3\xEE\xF0\xEE\xE4\n\xC8\xE2\xE0\xED;"
                                "\xCE\xE4\xE5\xF1\xF1\xE0\n\xCF\xB8\xF2\xF0;\xCA\xE8\xE5\xE2\n");
  EXPECT_EQ(cell(document, 2, 1), "Иван");
  EXPECT_EQ(cell(document, 3, 1), "Пётр");
}

}  // namespace
}  // namespace muster::readers
