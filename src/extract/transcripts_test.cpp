// Claims that stand by their layout: turns of a transcript, a quotation and its name, what a colon brings in.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/mentions.hpp"

namespace muster::extract {
namespace {

// "source | content" of the claims that no other holds.
std::vector<std::string> told(const std::string& text) {
  model::Document document;
  document.text = text;
  const Analysis analysis(document);
  std::vector<std::string> lines;
  for (const model::Claim& claim : find_claims(analysis, find_mentions(analysis), {})) {
    if (claim.parent >= 0) continue;
    std::string line;
    for (const model::Span span : claim.source) line += model::text_at(document, span);
    line += " |";
    for (const model::Span span : claim.content) line.append(" ").append(model::text_at(document, span));
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Transcripts, ATurnIsItsSpeakersClaim) {
  EXPECT_EQ(told("KOLL: And will she be there?\nRUDAN: She is always late.\nKOLL: Thank you.\n"),
            (Lines{"KOLL | And will she be there?", "RUDAN | She is always late.", "KOLL | Thank you."}));
}

TEST(Transcripts, SpeakersInSmallLettersCountWhenTheySpeakTwice) {
  EXPECT_EQ(
      told("Koll: Was the road shut?\nRudan: It was shut at noon.\nKoll: By whom?\nRudan: By us.\n").size(),
      4U);
  EXPECT_TRUE(told("Time: noon\nPlace: the harbour\nWeather: rain\n").empty());
}

TEST(Transcripts, TwoTurnsAreNoTranscript) {
  EXPECT_TRUE(told("WHEN: Monday at noon.\nWHERE: The old harbour.\n").empty());
}

TEST(Transcripts, AQuotedTurnGoesOnOverItsParagraphs) {
  const Lines lines = told(
      "\"KOLL: Was the road shut?\n\n\"RUDAN: It was shut at noon.\n\n\"Nobody told the drivers.\n\n"
      "\"KOLL: Thank you.\"\n");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_NE(lines[1].find("Nobody told the drivers."), std::string::npos);
}

TEST(Transcripts, ThousandsOfTurnsAreReadUpToABound) {
  std::string text;
  for (int i = 0; i < 6000; ++i) text += i % 2 == 0 ? "KOLL: Why?\n" : "RUDAN: Because.\n";
  const std::size_t claims = told(text).size();
  EXPECT_GE(claims, 3900U);
  EXPECT_LE(claims, 6000U);
}

TEST(BlockQuotations, AColonBringsInTheParagraphBehindIt) {
  EXPECT_EQ(told("Ana Rudan said:\n\nThe bridge was shut before noon.\n\nNobody came."),
            (Lines{"Ana Rudan | The bridge was shut before noon"}));
}

TEST(BlockQuotations, AColonBringsInTheQuotationBehindIt) {
  const Lines lines = told("Ana Rudan said:\n\n\"The bridge was shut. We waited.\"\n\nNobody came.");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines[0].find("\"The bridge was shut. We waited.\""), std::string::npos);
}

TEST(BlockQuotations, AClosingMarkMayOpenOne) {
  EXPECT_EQ(told("”We left before noon, all of us,” said Ana Rudan."),
            (Lines{"Ana Rudan | ”We left before noon, all of us,”"}));
}

TEST(BlockQuotations, ADashAndANameBehindAQuotation) {
  for (const std::string dash : {"―", "—", "–", "-"}) {
    EXPECT_EQ(told("\"The bridge will stand for a hundred years.\" " + dash + " Ana Rudan\n"),
              (Lines{"Ana Rudan | \"The bridge will stand for a hundred years.\""}))
        << dash;
  }
}

}  // namespace
}  // namespace muster::extract
