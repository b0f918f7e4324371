#include "report/claim_tree.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace muster::report {
namespace {

BriefClaim claim(std::int64_t id, std::int64_t parent, model::DocumentId document) {
  BriefClaim c;
  c.id = id;
  c.parent = parent;
  c.document = document;
  return c;
}

std::string order(const std::vector<BriefClaim>& claims) {
  std::string text;
  for (const DocumentClaims& group : claims_by_document(claims)) {
    text += fmt::format("d{}:", group.document);
    for (const PlacedClaim& placed : group.claims) {
      text +=
          fmt::format("{}{} ", placed.claim->id, std::string(static_cast<std::size_t>(placed.depth), '>'));
    }
  }
  return text;
}

TEST(ClaimTree, puts_nested_claims_below_the_claim_they_stand_in) {
  EXPECT_EQ(order({claim(1, 0, 7), claim(2, 0, 7), claim(3, 1, 7), claim(4, 3, 7), claim(5, 0, 8)}),
            "d7:1 3> 4>> 2 d8:5 ");
}

TEST(ClaimTree, loses_no_claim_of_a_broken_brief) {
  EXPECT_EQ(order({claim(1, 2, 7), claim(2, 1, 7), claim(3, 3, 7), claim(4, 99, 7), claim(5, 4, 8)}),
            "d7:3 4 1 2> d8:5 ");
}

TEST(ClaimTree, counts_nobody_whom_the_text_only_describes_as_one_person) {
  std::vector<BriefClaim> claims{claim(1, 0, 7), claim(2, 0, 8), claim(3, 0, 8)};
  for (BriefClaim& c : claims) c.speaker = "a Western official";
  claims[0].speaker_why = std::string(model::kDescribed);
  claims[1].speaker_why = "“he” is the last speaker, " + std::string(model::kDescribed);
  claims[2].speaker = "Ada Wolff";
  const auto speakers = speakers_of(claims);
  ASSERT_EQ(speakers.size(), 2U);
  EXPECT_EQ(speakers[0].speaker, "");
  EXPECT_EQ(speakers[0].claims, 2U);
  EXPECT_EQ(speakers[1].speaker, "Ada Wolff");
}

}  // namespace
}  // namespace muster::report
