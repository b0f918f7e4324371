#include <gtest/gtest.h>

#include "weigh/scene.hpp"

namespace muster::weigh {
namespace {

using enum model::FindingKind;
using enum model::Relation;

CountedList list_of(std::size_t rows, std::size_t people) {
  return {{99, {0, 4}}, "crew.xlsx, sheet Crew", rows, people, 0, "people"};
}

Scene& depot(Scene& scene) {
  return scene
      .document("agency.txt",
                "Fourteen men were detained on Monday at a timber depot near Ostrivne, the Coast Guard "
                "Service said. "
                "Petro Lysak leads the inquiry.")
      .number("Fourteen", 14, "men")
      .place("Ostrivne");
}

TEST(Numbers, TwoFiguresForOneArrestConflict) {
  Scene scene;
  depot(scene)
      .document("radio.txt",
                "Police detained eleven men at the timber depot near Ostrivne. Petro Lysak gave no names.")
      .number("eleven", 11, "men")
      .place("Ostrivne");
  const auto conflicts = scene.weigh(kConflict);
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(scene.words(conflicts[0].anchors[0]), "Fourteen men");
  EXPECT_EQ(scene.words(conflicts[0].anchors[1]), "eleven men");
  EXPECT_NE(conflicts[0].summary.find("agency.txt"), std::string::npos);
}

TEST(Numbers, AFigureInAnotherLanguageConflictsToo) {
  Scene scene;
  depot(scene)
      .document("novosti.txt",
                "Одиннадцать мужчин задержали на складе под Остривне. Расследование ведет Петро Лысак.")
      .number("Одиннадцать", 11, "мужчин")
      .place("Остривне");
  EXPECT_EQ(scene.weigh(kConflict).size(), 1U);
}

TEST(Numbers, AnotherPlaceIsAnotherEvent) {
  Scene scene;
  depot(scene)
      .document("radio.txt",
                "Police detained eleven men at a timber depot near Vysoke. Petro Lysak gave no names.")
      .number("eleven", 11, "men")
      .place("Vysoke");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, AnotherVerbIsAnotherCount) {
  Scene scene;
  depot(scene)
      .document("radio.txt",
                "Two men were wounded at the timber depot near Ostrivne. Petro Lysak gave no names.")
      .number("Two", 2, "men")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, CapturedAndInBattleAreTwoEvents) {
  Scene scene;
  scene
      .document("a.txt",
                "Two Nepali citizens who fought in the army were captured near Ostrivne, Petro Lysak said.")
      .number("Two", 2, "Nepali citizens")
      .place("Ostrivne")
      .document("b.txt",
                "Border guards fought a battle with six Nepali soldiers near Ostrivne, Petro Lysak said.")
      .number("six", 6, "Nepali soldiers")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, PapersAndNamesAreTwoKindsOfThings) {
  Scene scene;
  scene.document("a.txt", "The file holds passports of 13 sailors. Another document lists 168 names.")
      .number("13", 13, "sailors")
      .number("168", 168, "names")
      .document("b.txt", "The file held 13 passports, and a document with 168 names.")
      .number("13", 13, "passports")
      .number("168", 168, "names");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, ATotalAndADayDoNotConflict) {
  Scene scene;
  depot(scene)
      .document("radio.txt",
                "Since May 120 men have been detained at the timber depot near Ostrivne, Petro Lysak said.")
      .number("120", 120, "men")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, ShellingOfOneTownOnTwoDaysIsTwoEvents) {
  Scene scene;
  scene.document("a.txt", "Three people were killed when rockets hit Ostrivne.", "A", "2025-03-02")
      .number("Three", 3, "people")
      .place("Ostrivne")
      .document("b.txt", "Shelling of Ostrivne killed five people in the market.", "B", "2025-03-09")
      .number("five", 5, "people")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, WhatComesOnTopIsNotTheWhole) {
  Scene scene;
  depot(scene)
      .document("radio.txt",
                "Six men were also detained at the timber depot near Ostrivne. Petro Lysak gave no names.")
      .number("Six", 6, "men")
      .place("Ostrivne");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, MeasuresInStockSentencesDoNotConflict) {
  Scene scene;
  scene
      .document("a.txt",
                "The poll for Coast Radio in Varland has a margin of error of 3.4 points, Petro Lysak said.")
      .number("3.4", 3.4, "points")
      .document("b.txt",
                "The poll for Coast Radio in Varland has a margin of error of 4.1 points, Petro Lysak said.")
      .number("4.1", 4.1, "points");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, OneSumInTwoCurrenciesIsOneSum) {
  Scene scene;
  scene.document("a.txt", "Each was promised 210 000 rubles (about $2,440) a month.")
      .money("210 000 rubles", 210000, "RUB")
      .money("about $2,440", 2440, "USD", 0)
      .document("b.txt", "Each was promised about $2,440 a month.")
      .money("about $2,440", 2440, "USD");
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, ADeniedFigureIsNoFigure) {
  Scene scene;
  depot(scene)
      .document("ministry.txt",
                "The Harbour Ministry denied that eleven men were detained at the depot near Ostrivne.")
      .number("eleven", 11, "men")
      .place("Ostrivne")
      .claim("The Harbour Ministry", "denied", "eleven men were detained at the depot near Ostrivne",
             model::Stance::kDenied);
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, TheSameFigureFromTwoSidesAgrees) {
  Scene scene;
  depot(scene)
      .document("radio.txt",
                "Police said they had detained 14 men at the depot near Ostrivne. Petro Lysak gave no names.")
      .number("14", 14, "men")
      .place("Ostrivne");
  EXPECT_EQ(scene.weigh(kAgree).size(), 1U);
}

Scene& bound(Scene& scene) {
  return scene
      .document("agency.txt",
                "More than 150 Nepali citizens have signed contracts with the army, the Coast Guard Service "
                "reported.")
      .number("More than 150", 150, "Nepali citizens", kMore);
}

TEST(Numbers, AFigureInsideABoundIsNarrower) {
  Scene scene;
  bound(scene)
      .document(
          "driver.txt",
          "The driver says that at least 160 Nepali men signed contracts with the army over the winter.")
      .number("at least 160", 160, "Nepali men", kAtLeast);
  EXPECT_EQ(scene.weigh(kNarrower).size(), 1U);
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Numbers, ANamedListLiesWithinABound) {
  Scene scene;
  bound(scene)
      .document("paper.txt", "Another document lists 168 names along with dates of birth.")
      .number("168", 168, "names");
  EXPECT_EQ(scene.weigh(kNarrower).size(), 1U);
}

TEST(CountCheck, RowsPeopleAndNeither) {
  Scene scene;
  scene.document("rows.txt", "The spreadsheet holds 66 names.")
      .number("66", 66, "names")
      .document("people.txt", "The list names 61 foreigners.")
      .number("61", 61, "foreigners")
      .document("wrong.txt", "The document holds exactly 40 names.")
      .number("exactly 40", 40, "names");
  const auto checks = scene.weigh(kCountCheck, {list_of(66, 61)});
  ASSERT_EQ(checks.size(), 3U);
  EXPECT_NE(checks[0].summary.find("agrees with the rows"), std::string::npos) << checks[0].summary;
  EXPECT_NE(checks[1].summary.find("agrees with the people"), std::string::npos) << checks[1].summary;
  EXPECT_NE(checks[2].summary.find("conflict"), std::string::npos) << checks[2].summary;
  EXPECT_EQ(scene.words(checks[2].anchors[0]), "exactly 40 names");
  EXPECT_EQ(checks[2].anchors[1].document, 99);
}

TEST(CountCheck, RussianAndUkrainianListsCount) {
  Scene scene;
  scene.document("ru.txt", "В списке 66 имён.")
      .number("66", 66, "имён")
      .document("uk.txt", "Перелік містить 66 прізвищ.")
      .number("66", 66, "прізвищ");
  EXPECT_EQ(scene.weigh(kCountCheck, {list_of(66, 61)}).size(), 2U);
}

TEST(CountCheck, APartOfTheListIsNotTheList) {
  Scene scene;
  scene
      .document(
          "a.txt",
          "Nine men from the list had been wounded in February. Six of the men on the list are officers.")
      .number("Nine", 9, "men")
      .number("Six", 6, "men");
  EXPECT_TRUE(scene.weigh(kCountCheck, {list_of(66, 61)}).empty());
}

TEST(CountCheck, ABoundOnSignersIsBorneOutAndNeverRefuted) {
  Scene scene;
  bound(scene);
  EXPECT_EQ(scene.weigh(kCountCheck, {list_of(168, 160)}).size(), 1U);
  EXPECT_TRUE(scene.weigh(kCountCheck, {list_of(40, 40)}).empty());
}

TEST(Denials, ARefusalToActDeniesNoStatement) {
  Scene scene;
  scene
      .document("a.txt",
                "Petro Lysak said that the harbour office signed contracts with foreign sailors. "
                "Inna Moroz refused to sign contracts with foreign sailors.")
      .claim("Petro Lysak", "said", "the harbour office signed contracts with foreign sailors")
      .claim("Inna Moroz", "refused", "to sign contracts with foreign sailors", model::Stance::kDenied);
  EXPECT_TRUE(scene.weigh(kConflict).empty());
}

TEST(Denials, OneAssertsWhatAnotherDenies) {
  Scene scene;
  scene
      .document("agency.txt",
                "The Coast Guard Service reported that foreign sailors signed contracts at the depot.")
      .claim("The Coast Guard Service", "reported", "foreign sailors signed contracts at the depot")
      .document("ministry.txt",
                "The Harbour Ministry denied that any foreign sailor had signed a contract at the depot.")
      .claim("The Harbour Ministry", "denied", "any foreign sailor had signed a contract at the depot",
             model::Stance::kDenied);
  const auto conflicts = scene.weigh(kConflict);
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(
      conflicts[0].summary,
      "The Coast Guard Service asserts in agency.txt what The Harbour Ministry denies in ministry.txt.");
}

TEST(Numbers, AShortSentenceSpeaksOfTheSceneBeforeIt) {
  Scene scene;
  scene
      .document("first.txt",
                "A bus and a lorry collided near Vyazma on Monday. Seven people died, officials said.")
      .number("Seven", 7, "people")
      .place("Vyazma")
      .date("Monday", "2024-01-15");
  scene.document("second.txt", "A bus and a lorry collided near Vyazma on Monday, and nine people died.")
      .number("nine", 9, "people")
      .place("Vyazma")
      .date("Monday", "2024-01-15");
  EXPECT_EQ(scene.weigh(kConflict).size(), 1U);
}

}  // namespace
}  // namespace muster::weigh
