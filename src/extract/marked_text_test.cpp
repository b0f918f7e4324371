#include "extract/marked_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace muster::extract {
namespace {

GoldDocument article(const std::string& marked) {
  auto read = read_marked_text("== only\n" + marked + "\n", "test.txt");
  if (!read) ADD_FAILURE() << read.error().what;
  return read && read->size() == 1 ? std::move(read->front()) : GoldDocument{};
}

std::string words(const GoldDocument& gold, const std::vector<model::Span>& spans) {
  std::string out;
  for (const model::Span span : spans)
    out.append(out.empty() ? "" : " | ").append(model::text_at(gold.document, span));
  return out;
}

TEST(MarkedText, MarksLeaveTheTextAsItWasWritten) {
  const GoldDocument gold = article("{1s Ana Rudan} {1c said} {1t it was late}.\n\nNobody came.");
  EXPECT_EQ(gold.document.text, "Ana Rudan said it was late.\n\nNobody came.\n");
  EXPECT_EQ(gold.document.name, "only");
  ASSERT_EQ(gold.attributions.size(), 1U);
  EXPECT_EQ(words(gold, gold.attributions[0].source), "Ana Rudan");
  EXPECT_EQ(words(gold, gold.attributions[0].cue), "said");
  EXPECT_EQ(words(gold, gold.attributions[0].content), "it was late");
}

TEST(MarkedText, PiecesStancesAndSpeakersAreKept) {
  const GoldDocument gold =
      article("{1t \"We stay,\"} {1s=Ana Rudan| she} {1c!denied denied}. {1t \"It is ours.\"}");
  ASSERT_EQ(gold.attributions.size(), 1U);
  const GoldAttribution& one = gold.attributions.front();
  EXPECT_EQ(words(gold, one.content), "\"We stay,\" | \"It is ours.\"");
  EXPECT_EQ(one.stance, "denied");
  EXPECT_EQ(one.speaker, "Ana Rudan");
  EXPECT_EQ(words(gold, one.source), "she");
  EXPECT_FALSE(one.nested);
}

TEST(MarkedText, MarksInsideMarksAreTheirOwnAttributions) {
  const GoldDocument gold =
      article("{1s The Courier} {1c wrote} {1t that {2+s officials} {2+c believe} {2+t it}}.");
  ASSERT_EQ(gold.attributions.size(), 2U);
  EXPECT_EQ(words(gold, gold.attributions[0].content), "that officials believe it");
  EXPECT_FALSE(gold.attributions[0].nested);
  EXPECT_EQ(words(gold, gold.attributions[1].source), "officials");
  EXPECT_TRUE(gold.attributions[1].nested);
}

TEST(MarkedText, AttributionsComeInTheOrderOfTheirCues) {
  const GoldDocument gold = article("{2t It rained}, {2s he} {2c said}. {1s She} {1c knew} {1t that}.");
  ASSERT_EQ(gold.attributions.size(), 2U);
  EXPECT_EQ(words(gold, gold.attributions[0].cue), "said");
  EXPECT_EQ(words(gold, gold.attributions[1].cue), "knew");
}

TEST(MarkedText, ManyArticlesCommentsAndLineEndingsOfWindows) {
  const auto read = read_marked_text("# ours\r\n\r\n== one\r\nA.\r\n== two\r\nB.\r\n", "test.txt");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].document.text, "A.\n");
  EXPECT_EQ((*read)[1].document.name, "two");
  EXPECT_TRUE(read_marked_text("", "test.txt")->empty());
}

struct Slip {
  const char* marked;
  const char* what;
  const char* line;
};

class Slips : public ::testing::TestWithParam<Slip> {};

TEST_P(Slips, AreToldWithTheirLineAndARemedy) {
  const auto read = read_marked_text(GetParam().marked, "test.txt");
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().what.find(GetParam().what), std::string::npos) << read.error().what;
  EXPECT_NE(read.error().where.find(GetParam().line), std::string::npos) << read.error().where;
  EXPECT_EQ(read.error().where.substr(0, 8), "test.txt");
  EXPECT_FALSE(read.error().remedy.empty());
}

INSTANTIATE_TEST_SUITE_P(
    OfMarks, Slips,
    ::testing::Values(Slip{"Text.\n== a\n", "before the first", "line 1"},
                      Slip{"== a\nGood.\n\n{1x He} said.\n", "opens no mark", "line 4, article a"},
                      Slip{"== a\n{1c!shouted said}\n", "opens no mark", "line 2"},
                      Slip{"== a\n{1s!denied He}\n", "opens no mark", "line 2"},
                      Slip{"== a\n{1c=Ana Rudan| said}\n", "opens no mark", "line 2"},
                      Slip{"== a\n{1s=Ana Rudan she}\n", "opens no mark", "line 2"},
                      Slip{"== a\n{99999999999999999999s He}\n", "opens no mark", "line 2"},
                      Slip{"== a\nHe} said.\n", "never opened", "line 2"},
                      Slip{"== a\n{1c said} {1t that\n== b\n", "never closed", "article a"},
                      Slip{"== a\n{1s He} {1c said} nothing.\n", "one cue and some content", "article a"},
                      Slip{"== a\n{1c said} {1t it} {1c again}\n", "one cue and some content", "article a"}));

TEST(MarkedText, AnyBytesEndWithSpansInsideTheTextOrAWord) {
  RC_ASSERT(rc::check([](const std::vector<std::uint8_t>& picks, const std::string& bytes) {
    static const std::vector<std::string> kPieces = {
        "== a\n", "{1s ", "{1c ", "{1t ", "}", "{2+t ", "he ", "{", "\n", "!none", "{1c!denied ", "=|", "é"};
    std::string marked = bytes;
    for (const std::uint8_t pick : picks) marked += kPieces[pick % kPieces.size()];
    const auto read = read_marked_text("== a\n" + marked, "x");
    if (!read) return;
    for (const GoldDocument& gold : *read) {
      for (const GoldAttribution& one : gold.attributions) {
        for (const auto* spans : {&one.source, &one.cue, &one.content}) {
          for (const model::Span span : *spans)
            RC_ASSERT(span.begin <= span.end && span.end <= gold.document.text.size());
        }
      }
    }
  }));
}

}  // namespace
}  // namespace muster::extract
