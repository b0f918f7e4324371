#include <gtest/gtest.h>

#include "model/document.hpp"
#include "model/extraction.hpp"
#include "model/finding.hpp"

namespace muster::model {
namespace {

Document two_cells() {
  Document document;
  document.text = "name\tborn";
  document.sheets = {"Roster"};
  document.parts = {{{0, 4}, PartKind::kCell, 0, 0, 2, 1}, {{5, 9}, PartKind::kCell, 0, 0, 2, 28}};
  return document;
}

TEST(PlaceIn, NamesACellAsASpreadsheetDoes) {
  EXPECT_EQ(place_in(two_cells(), {5, 9}), "Roster!AB2");
}

TEST(PartAt, FindsThePartOfTheFirstByte) {
  const Document document = two_cells();
  EXPECT_EQ(part_at(document, {1, 2}), &document.parts[0]);
  EXPECT_EQ(part_at(document, {4, 5}), nullptr);
}

TEST(TextAt, ASpanOutsideTheTextIsEmpty) {
  EXPECT_EQ(text_at(two_cells(), {5, 100}), "");
}

TEST(Names, OfEnumsAreTheContractsWords) {
  EXPECT_STREQ(to_string(MentionType::kOrganisation), "organization");
  EXPECT_STREQ(to_string(Stance::kNoComment), "no comment");
  EXPECT_STREQ(to_string(FindingKind::kCountCheck), "count-check");
}

}  // namespace
}  // namespace muster::model
