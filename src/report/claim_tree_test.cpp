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

}  // namespace
}  // namespace muster::report
