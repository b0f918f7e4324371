#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>

#include "weigh/scene.hpp"

namespace muster::weigh {
namespace {

using enum model::FindingKind;

constexpr const char* kWire =
    "Harbour crews pulled a rusting trawler from the silt below the grain terminal at Ostrivne on Monday. "
    "Inside its flooded hold divers counted eleven sealed barrels with the stamps filed away. "
    "The port inspector ordered the quay closed until chemists from Dnipro had opened the first of them.\n\n"
    "\"Nobody in this town will drink the water before I see the results,\" said the inspector, Larysa "
    "Moroz.\n\n"
    "A watchman told the inquiry that two lorries without plates had stood beside the trawler in January. "
    "His logbook for that week was missing four pages, cut out with a razor close to the binding. "
    "The owner of the trawler, a firm that was struck off the register in 2019, could not be reached.";

constexpr const char* kRewritten =
    "Crews at Ostrivne harbour have pulled a rusting trawler out of the silt under the grain terminal. "
    "Divers counted eleven sealed barrels inside the flooded hold, their stamps filed away. "
    "The quay was closed by order of the port inspector until chemists from Dnipro have opened the first "
    "barrels.\n\n"
    "In January two lorries without plates stood next to the trawler, a watchman told investigators. "
    "Four pages for that week were missing from his logbook: someone cut them with a razor close to the "
    "binding. "
    "The trawler's owner is a firm struck off the register in 2019.";

constexpr const char* kIndependent =
    "Eleven barrels were found on board a wreck in Ostrivne, the regional police said on Tuesday. "
    "Larysa Moroz, who runs the port inspectorate, has shut part of the harbour while samples are tested. "
    "Fishermen complained that they had not been warned and demanded compensation for the lost days. "
    "The vessel sank in a storm six years ago and its name can no longer be read. "
    "A laboratory in Dnipro expects to name the substance by the end of the week, a police spokesman added.";

constexpr const char* kUnrelated =
    "The village school at Vysoke will keep its two youngest classes for another year. "
    "Parents collected signatures after the district council had proposed to merge it with a bigger one. "
    "The mayor promised a new boiler before the frost and a bus for the older pupils. "
    "Teachers welcomed the vote but warned that the roof would not last the winter.";

TEST(Copies, TheSameTextUnderAnotherNameIsACopy) {
  Scene scene;
  scene.document("wire.txt", kWire).document("portal.html", std::string(kWire).substr(0, 620));
  const auto copies = scene.weigh(kCopy);
  ASSERT_EQ(copies.size(), 1U);
  EXPECT_NE(copies[0].summary.find("wire.txt"), std::string::npos);
  EXPECT_NE(copies[0].summary.find("no credit found"), std::string::npos);
  ASSERT_GE(copies[0].anchors.size(), 2U);
  EXPECT_EQ(scene.words(copies[0].anchors[0]), scene.words(copies[0].anchors[1]));
  EXPECT_FALSE(copies[0].not_checked.empty());
}

TEST(Copies, ATextReworkedSentenceBySentenceIsARewrite) {
  Scene scene;
  scene.document("wire.txt", kWire).document("mail.html", kRewritten).document("school.txt", kUnrelated);
  const auto rewrites = scene.weigh(kRewrite);
  ASSERT_EQ(rewrites.size(), 1U) << scene.weigh().size();
  EXPECT_NE(rewrites[0].summary.find("mail.html"), std::string::npos);
}

TEST(Copies, TwoReportsOnOneEventAreNoCopies) {
  Scene scene;
  scene.document("wire.txt", kWire).document("police.txt", kIndependent).document("school.txt", kUnrelated);
  EXPECT_TRUE(scene.weigh(kRewrite).empty());
  EXPECT_TRUE(scene.weigh(kCopy).empty());
  EXPECT_TRUE(scene.weigh(kSharedQuotation).empty());
}

TEST(Copies, QuotingOneSpeakerIsNoCopying) {
  Scene scene;
  scene.document("wire.txt", kWire)
      .document("police.txt",
                std::string(kIndependent) +
                    "\n\nMoroz said: \"Nobody in this town will drink the water before I see the results.\"");
  EXPECT_EQ(scene.weigh(kSharedQuotation).size(), 1U);
  EXPECT_TRUE(scene.weigh(kRewrite).empty());
  EXPECT_TRUE(scene.weigh(kCopy).empty());
}

TEST(Copies, ARewriteInRussianIsFound) {
  Scene scene;
  scene
      .document("agency.txt",
                "Сотрудники порта подняли со дна у зернового терминала ржавый траулер. "
                "В затопленном трюме водолазы насчитали одиннадцать запаянных бочек со спиленными клеймами. "
                "Портовый инспектор закрыла причал до приезда химиков из областной лаборатории. "
                "Сторож рассказал, что в январе возле траулера стояли два грузовика без номеров. "
                "Из его журнала за ту неделю вырезаны бритвой четыре страницы.")
      .document("site.html",
                "Ржавый траулер подняли со дна возле зернового терминала. "
                "Водолазы насчитали в затопленном трюме одиннадцать запаянных бочек, клейма на них спилены. "
                "Причал закрыт портовым инспектором до приезда химиков областной лаборатории. "
                "По рассказу сторожа, два грузовика без номеров стояли возле траулера в январе. "
                "Четыре страницы из журнала за ту неделю вырезаны бритвой.");
  EXPECT_EQ(scene.weigh(kRewrite).size() + scene.weigh(kCopy).size(), 1U);
}

TEST(Copies, OfficialTitlesAreNoEvidence) {
  const std::string title =
      "the Deputy Minister of Internal Affairs of the Republic of Varland Ivan Petrenko";
  Scene scene;
  scene
      .document("a.txt",
                "Roads in the north stay shut, said " + title +
                    ". Snow fell through the night and ploughs could not keep pace with it. Drivers slept in "
                    "a gymnasium while volunteers cooked soup and looked after a dozen stranded dogs.")
      .document("b.txt",
                "A fraud ring was uncovered last spring, according to " + title +
                    ". Its members sold forged licences to fishing companies along the coast for years. "
                    "Accountants traced the money through three banks before the first search was made.");
  EXPECT_TRUE(scene.weigh().empty());
}

TEST(Copies, AnyBytesSurvive) {
  RC_ASSERT(rc::check([](const std::vector<std::string>& texts) {
    Scene scene;
    for (const std::string& text : texts) scene.document("x", text + text);
    for (const model::Finding& finding : scene.weigh()) RC_ASSERT(!finding.anchors.empty());
  }));
}

TEST(Copies, TwoHundredDocumentsTakeWellUnderASecond) {
  Scene scene;
  for (int d = 0; d < 200; ++d) {
    std::string text;
    for (int s = 0; s < 60; ++s) {
      text += "Witness";
      for (int w = 0; w < 12; ++w) text += fmt::format(" w{}", (d * 131 + s * 17 + w * w * 7) % 4000);
      text += ". ";
    }
    scene.document(fmt::format("d{}", d), text);
  }
  const auto start = std::chrono::steady_clock::now();
  (void)scene.weigh();
  const auto took = std::chrono::steady_clock::now() - start;
  RecordProperty("milliseconds", static_cast<int>(took / std::chrono::milliseconds(1)));
  EXPECT_LT(took, std::chrono::seconds(10));  // generous: sanitizers and busy machines; ~0.2 s in release
}

}  // namespace
}  // namespace muster::weigh
