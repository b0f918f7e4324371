// Ways of saying, and of saying nothing: what the cue's grammar makes of source, content and stance.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/mentions.hpp"

namespace muster::extract {
namespace {

using model::Stance;

// "speaker | stance | content" of every claim.
std::vector<std::string> told(std::string text) {
  static constexpr const char* kStances[] = {"asserted",   "denied",   "hedged",
                                             "questioned", "demanded", "no comment"};
  model::Document document;
  document.text = std::move(text);
  const Analysis analysis(document);
  std::vector<std::string> lines;
  for (const model::Claim& claim : find_claims(analysis, find_mentions(analysis), {})) {
    lines.push_back(claim.speaker + " | " + kStances[static_cast<std::size_t>(claim.stance)] + " | " +
                    std::string(model::text_at(document, claim.content.front())));
  }
  return lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
  return std::ranges::find(lines, line) != lines.end();
}

TEST(Cues, SilenceIsNoComment) {
  EXPECT_TRUE(holds(told("The state broadcaster has not commented on the report."),
                    "the state broadcaster | no comment | commented on the report"));
  EXPECT_TRUE(holds(told("The mayor, Ada Wolff, could not be reached for comment."),
                    "Ada Wolff | no comment | reached for comment"));
  EXPECT_TRUE(holds(told("Ada Wolff neither confirmed nor denied the flight."),
                    "Ada Wolff | no comment | the flight"));
  EXPECT_TRUE(
      holds(told("Прокуратура отказалась от комментариев."), "Прокуратура | no comment | от комментариев"));
  EXPECT_TRUE(holds(told("Міністр Остап Гай не відповів на запит."), "Остап Гай | no comment | на запит"));
}

TEST(Cues, QuotedAsSaying) {
  EXPECT_TRUE(holds(told("Ada Wolff was quoted by The Hafen Post as saying that the road was shut."),
                    "Ada Wolff | asserted | that the road was shut"));
  EXPECT_TRUE(holds(told("The Hafen Post quoted Ada Wolff as saying that the road was shut."),
                    "Ada Wolff | asserted | that the road was shut"));
}

TEST(Cues, DenyingHavingDoneIt) {
  EXPECT_TRUE(
      holds(told("Ada Wolff denies having met the pilot."), "Ada Wolff | denied | having met the pilot"));
  EXPECT_TRUE(holds(told("The union called the allegations baseless."),
                    "the union | denied | the allegations baseless"));
  EXPECT_TRUE(holds(told("Ada Wolff called the plan bold."), "Ada Wolff | asserted | the plan bold"));
}

TEST(Cues, DayListenerAndPlaceStandBeforeASlavicSource) {
  EXPECT_TRUE(holds(told("Паводок затопил дома, заявили в понедельник в областном штабе."),
                    "областной штаб | asserted | Паводок затопил дома"));
  EXPECT_TRUE(holds(told("Пожежа знищила склад, повідомила «Хвилі» начальниця Олеся Вовчук."),
                    "Олеся Вовчук | asserted | Пожежа знищила склад"));
}

TEST(Cues, APossessiveMayBeTheSource) {
  EXPECT_TRUE(holds(told("Нина Перегудова рассказала, что дом сгорел. По её словам, приказ отдал директор."),
                    "Нина Перегудова | asserted | приказ отдал директор"));
  EXPECT_TRUE(holds(told("Ada Wolff said that the wall fell. In her view, nobody checked it."),
                    "Ada Wolff | hedged | nobody checked it"));
}

TEST(Cues, AReportSpeaksAndNotWhoObtainedIt) {
  EXPECT_TRUE(holds(told("Three men were paid, according to a customs report obtained by the Hafen Post."),
                    "a customs report | asserted | Three men were paid"));
}

TEST(Cues, WhatNobodyIsAbleToDoIsCertain) {
  EXPECT_TRUE(holds(told("Ada Wolff said that rescuers could not open the door."),
                    "Ada Wolff | asserted | that rescuers could not open the door"));
  EXPECT_TRUE(holds(told("Ada Wolff said that rescuers could open the door."),
                    "Ada Wolff | hedged | that rescuers could open the door"));
}

}  // namespace
}  // namespace muster::extract
