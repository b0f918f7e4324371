#include <gtest/gtest.h>

#include "weigh/scene.hpp"

namespace muster::weigh {
namespace {

using enum model::FindingKind;

Scene& root(Scene& scene) {
  return scene.document("wire.txt", "Divers counted eleven barrels in the hold of a sunken trawler.",
                        "Coast Wire", "2025-05-06");
}

TEST(Credits, NamingTheOtherPublisherAsSourceIsACredit) {
  Scene scene;
  root(scene).document("mail.txt", "Eleven barrels lay in the trawler, Coast Wire reported.", "Harbour Mail",
                       "2025-05-07");
  const auto found = scene.weigh(kCites);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(scene.words(found[0].anchors[0]), "Coast Wire");
}

TEST(Credits, InflectedAndRomanisedNamesCount) {
  Scene scene;
  scene.document("a.txt", "Бочки нашли водолазы.", "Береговая Газета", "2025-05-06")
      .document("b.txt", "Водолазы подняли бочки, сообщили «Береговой Газете» в порту.", "Почта",
                "2025-05-07")
      .document("c.txt", "According to Beregovaya Gazeta, divers lifted barrels.", "Harbour Mail",
                "2025-05-08");
  EXPECT_EQ(scene.weigh(kCites).size(), 2U);
}

TEST(Credits, AWordOfTheSameConsonantsIsNoPublisher) {
  Scene scene;
  scene.document("a.txt", "Divers counted eleven barrels.", "Hosted", "2025-05-06")
      .document("b.txt", "Divers lifted barrels in August, the harbour master reported.", "Harbour Mail",
                "2025-05-07");
  EXPECT_TRUE(scene.weigh(kCites).empty());
}

TEST(Credits, AOneWordPublisherCountsAtTheStartOfASentence) {
  Scene scene;
  scene.document("a.txt", "Divers counted eleven barrels.", "Seawatch", "2025-05-06")
      .document("b.txt", "Seawatch reported that divers lifted barrels.", "Harbour Mail", "2025-05-07");
  EXPECT_EQ(scene.weigh(kCites).size(), 1U);
}

TEST(Credits, BeingSpokenOfIsNoCredit) {
  Scene scene;
  root(scene).document("ministry.txt", "The ministry demands that Coast Wire take the picture down.",
                       "Ministry", "2025-05-07");
  EXPECT_TRUE(scene.weigh(kCites).empty());
}

TEST(Credits, TwoThatCiteAThirdAreOneRoot) {
  Scene scene;
  root(scene)
      .document("mail.txt", "Eleven barrels lay in the trawler, Coast Wire reported.", "Harbour Mail",
                "2025-05-07")
      .document("post.txt", "According to Coast Wire, a wreck hid barrels.", "Post", "2025-05-08");
  const auto found = scene.weigh(kSameRoot);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].summary, "mail.txt and post.txt both take this from Coast Wire: one root, not two.");
}

TEST(SameRoot, OneNamedSourceForOneClaim) {
  Scene scene;
  scene.document("a.txt", "The Coast Guard Service said that barrels of poison lay under the grain terminal.")
      .claim("The Coast Guard Service", "said", "barrels of poison lay under the grain terminal")
      .document("b.txt",
                "Barrels of poison were under the grain terminal, according to the Coast Guard Service.")
      .claim("the Coast Guard Service", "according to", "Barrels of poison were under the grain terminal")
      .document("c.txt", "Fishing starts again on Friday, the Coast Guard Service said.")
      .claim("the Coast Guard Service", "said", "Fishing starts again on Friday");
  const auto found = scene.weigh(kSameRoot);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].summary.find("a.txt and b.txt"), std::string::npos);
}

TEST(SameRoot, TwoWhomNothingNamesAreNotOne) {
  const auto scene = [](std::string_view why) {
    Scene made;
    made.document("a.txt", "A Western official said that barrels of poison lay under the grain terminal.")
        .claim("A Western official", "said", "barrels of poison lay under the grain terminal")
        .speaker_why(why)
        .document("b.txt",
                  "Barrels of poison were under the grain terminal, according to a Western official.")
        .claim("a Western official", "according to", "Barrels of poison were under the grain terminal")
        .speaker_why(why);
    return made.weigh(kSameRoot).size();
  };
  EXPECT_EQ(scene("named"), 1U);
  EXPECT_EQ(scene(model::kDescribed), 0U);
}

TEST(Corrections, AreToldOnlyWhereTheTextSaysSo) {
  Scene scene;
  scene.document("a.txt", "Twelve barrels were found in the hold.")
      .number("Twelve", 12, "barrels")
      .document("b.txt",
                "Divers found eleven barrels, the port said; it had earlier reported twelve barrels.")
      .number("eleven", 11, "barrels")
      .number("twelve", 12, "barrels")
      .document("c.txt", "The ministry demands that the paper print a correction about 12 barrels.")
      .number("12", 12, "barrels");
  EXPECT_EQ(scene.weigh(kUpdate).size(), 1U);
  EXPECT_TRUE(scene.weigh(kCorrection).empty());
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

}  // namespace
}  // namespace muster::weigh
