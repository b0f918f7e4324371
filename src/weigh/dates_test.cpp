#include "weigh/dates.hpp"

#include <gtest/gtest.h>

#include "weigh/scene.hpp"

namespace muster::weigh {
namespace {

using enum model::FindingKind;

Scene& stop(Scene& scene) {
  return scene
      .document(
          "agency.txt",
          "A patrol stopped a white van on May 4 near Ostrivne and detained its driver, Petro Lysak said.",
          "Coast Wire", "2025-05-06")
      .date("May 4", "2025-05-04")
      .place("Ostrivne");
}

TEST(EventDates, TwoDaysForOneStopConflict) {
  Scene scene;
  stop(scene)
      .document("talk.txt",
                "They stopped me on May 6 near Ostrivne, the man says. Petro Lysak asked for papers.", "Mail",
                "2025-05-10")
      .date("May 6", "2025-05-06")
      .place("Ostrivne");
  const auto conflicts = scene.weigh(kConflict);
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(conflicts[0].rule, "event date");
  EXPECT_EQ(scene.words(conflicts[0].anchors[0]), "May 4");
  EXPECT_EQ(scene.words(conflicts[0].anchors[1]), "May 6");
}

TEST(EventDates, TheSameDayAgrees) {
  Scene scene;
  stop(scene)
      .document("talk.txt",
                "They stopped me on Sunday near Ostrivne, the man says. Petro Lysak asked for papers.")
      .date("Sunday", "2025-05-04")
      .place("Ostrivne");
  EXPECT_EQ(scene.weigh(kAgree).size(), 1U);
}

TEST(EventDates, ADayOfSpeakingIsNoDayOfTheEvent) {
  Scene scene;
  stop(scene)
      .document("talk.txt", "Petro Lysak said on May 6 that a patrol had stopped a van near Ostrivne.")
      .date("May 6", "2025-05-06")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(EventDates, AMonthHoldsItsDays) {
  Scene scene;
  stop(scene)
      .document("talk.txt", "They stopped me in May near Ostrivne. Petro Lysak asked for papers.")
      .date("May", "2025-05")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh().empty());
}

TEST(EventDates, ShellingOnTwoDaysIsTwoEvents) {
  Scene scene;
  scene.document("a.txt", "Rockets hit Ostrivne on May 4, Petro Lysak wrote.")
      .date("May 4", "2025-05-04")
      .place("Ostrivne")
      .document("b.txt", "A shell hit a school in Ostrivne on May 6. Petro Lysak came.")
      .date("May 6", "2025-05-06")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(EventDates, ATextThatKnowsBothDaysTellsOfTwoEvents) {
  Scene scene;
  stop(scene)
      .document("talk.txt",
                "They stopped me on May 6 near Ostrivne. They had stopped my brother Petro Lysak near "
                "Ostrivne on May 4.")
      .date("May 6", "2025-05-06")
      .date("May 4", "2025-05-04")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(EventDates, AClauseBetweenSpeakerAndVerbDatesItsOwnEvent) {
  Scene scene;
  scene.document("a.txt", "The driver, who was captured near Ostrivne on May 4, said that he knew nothing.")
      .date("May 4", "2025-05-04")
      .claim("The driver", "said", "that he knew nothing", model::Stance::kAsserted, "2025-05-04");
  const std::vector<Event> events = timeline(scene.sources());
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].lane, "happened");
}

TEST(Days, NumberAndForm) {
  EXPECT_EQ(day_number("1970-01-02"), 1);
  EXPECT_TRUE(is_full_day("2025-05-04T12:00"));
  EXPECT_FALSE(is_full_day("XXXX-05-04"));
  EXPECT_FALSE(is_full_day("2025-05"));
}

TEST(Timeline, EventsReportsAndUnknownYears) {
  Scene scene;
  stop(scene)
      .document(
          "note.txt",
          "The van burned on March 2. Lysak said on Tuesday that it was insured. Buses return on July 1.", "",
          "2025-05-07")
      .date("March 2", "XXXX-03-02")
      .date("Tuesday", "2025-05-06")
      .date("July 1", "2025-07-01");
  const std::vector<Event> events = timeline(scene.sources());
  ASSERT_EQ(events.size(), 5U);
  EXPECT_EQ(events[0].value, "2025-05-04");
  EXPECT_EQ(events[0].lane, "happened");
  EXPECT_EQ(scene.words(events[0].anchor), "May 4");
  EXPECT_EQ(events[1].lane, "reported");
  EXPECT_EQ(scene.words(events[2].anchor), "Tuesday");
  EXPECT_EQ(events[2].lane, "reported");
  EXPECT_EQ(events[4].value, "XXXX-03-02");
  EXPECT_EQ(events[4].precision, "unknown year");
}

TEST(Timeline, ATableGivesItsFirstAndLastContract) {
  Scene scene;
  scene.document("crew.csv", "2024-02-01\n2023-05-05\n2024-09-09\n");
  scene.last_document().parts = {{{0, 10}, model::PartKind::kCell}, {{11, 21}, model::PartKind::kCell}};
  for (std::uint32_t row = 0; row < 3; ++row) {
    model::Statement statement;
    statement.property = "contractDate";
    statement.span = {row * 11, row * 11 + 10};
    statement.value = std::string(model::text_at(scene.last_document(), statement.span));
    scene.last_extraction().statements.push_back(statement);
  }
  const std::vector<Event> events = timeline(scene.sources());
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(scene.words(events[0].anchor), "2023-05-05");
  EXPECT_EQ(scene.words(events[1].anchor), "2024-09-09");
  EXPECT_EQ(events[1].lane, "listed");
}

}  // namespace
}  // namespace muster::weigh
