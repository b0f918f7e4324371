#include "extract/printed_date.hpp"

#include <gtest/gtest.h>

namespace muster::extract {
namespace {

std::string printed(const char* text) {
  model::Document document;
  document.text = text;
  return printed_date(document);
}

TEST(PrintedDate, StandsAtTheHeadOfAStatement) {
  EXPECT_EQ(printed("Regional Office\nPress service, 21 March 2025\n\nThe office denies it.\n"),
            "2025-03-21");
  EXPECT_EQ(printed("21.03.2025\n\nНіхто не прийшов.\n"), "2025-03-21");
}

TEST(PrintedDate, IsNoDateOfAnEventOrABirth) {
  EXPECT_EQ(printed("A patrol was stopped on 21 March 2025\nnear the river.\n"), "");
  EXPECT_EQ(printed("Oleh Hnatiuk, born 12 March 1980\nDriver\n"), "");
  EXPECT_EQ(printed("On 21 March 2025 a man left.\n"), "");
}

TEST(PrintedDate, OfTwoNeitherIsTaken) {
  EXPECT_EQ(printed("Lviv, 3 March 2025\nKyiv, 4 March 2025\nText\n"), "");
}

TEST(PrintedDate, NeedsAWholeDate) {
  EXPECT_EQ(printed("Kyiv, March 2025\nText\n"), "");
  EXPECT_EQ(printed("KHARKIV, March 20\nText\n"), "");
}

TEST(PrintedDate, FarDownIsNotAtTheHead) {
  EXPECT_EQ(printed("a\nb\nc\nd\ne\nf\nKyiv, 3 March 2025\n"), "");
}

}  // namespace
}  // namespace muster::extract
