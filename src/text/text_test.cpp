#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "text/letters.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace muster::text {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& token : tokenise(text))
    out.emplace_back(text.substr(token.begin, token.end - token.begin));
  return out;
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& s : split_sentences(text, tokenise(text)))
    out.emplace_back(text.substr(s.begin, s.end - s.begin));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Utf8, RoundTripsEveryCodePoint) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    std::size_t at = 0;
    ASSERT_EQ(next_codepoint(bytes, at), c);
    ASSERT_EQ(at, bytes.size());
    ASSERT_EQ(previous_codepoint(bytes, at), c);
    ASSERT_EQ(at, 0U);
  }
}

TEST(Utf8, RepairedBytesAreValid) {
  RC_ASSERT(rc::check([](const std::string& bytes) {
    std::size_t broken = 0;
    const std::string repaired = repair_utf8(bytes, broken);
    RC_ASSERT(is_valid_utf8(repaired));
    RC_ASSERT(is_valid_utf8(bytes) == (broken == 0));
  }));
}

TEST(Utf8, SurrogatesAndOverlongFormsAreBroken) {
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xF5\x80\x80\x80"));
}

TEST(CodepointIndex, AgreesWithCounting) {
  std::string text;
  for (int i = 0; i < 600; ++i) text += i % 3 == 0 ? "я" : i % 3 == 1 ? "a" : "张";
  const CodepointIndex index(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    ASSERT_EQ(index.codepoint_at(at), count);
    (void)next_codepoint(text, at);
  }
  EXPECT_EQ(index.codepoint_at(text.size()), count);
}

TEST(Letters, LowersTheScriptsWeRead) {
  EXPECT_EQ(lower("ÉЇЖ ΑB1"), "éїж αb1");
}

TEST(Tokens, KeepApostrophesHyphensAndNumbersWhole) {
  EXPECT_EQ(
      words_of("The Presidentʼs Су-27 cost $3,470.50, m'yaty-x 12.03.1994."),
      (Strings{"The", "Presidentʼs", "Су-27", "cost", "$", "3,470.50", ",", "m'yaty-x", "12.03.1994", "."}));
}

TEST(Tokens, CoverEveryVisibleByteOnceInOrder) {
  RC_ASSERT(rc::check([](const std::string& bytes) {
    std::size_t broken = 0;
    const std::string text = repair_utf8(bytes, broken);
    std::uint32_t end = 0;
    for (const Token& token : tokenise(text)) {
      RC_ASSERT(token.begin >= end);
      RC_ASSERT(token.end > token.begin);
      end = token.end;
    }
    RC_ASSERT(end <= text.size());
  }));
}

TEST(Sentences, EndAtMarksAndTakeClosingQuotes) {
  EXPECT_EQ(sentences_of("\"We see nothing.\" He left. Then what?"),
            (Strings{"\"We see nothing.\"", "He left.", "Then what?"}));
}

TEST(Sentences, GoOnAfterAbbreviationsAndInitials) {
  EXPECT_EQ(sentences_of("Gen. J. Smith of the U.S. Army left. Он родился в 1990 г. в г. Львов."),
            (Strings{"Gen. J. Smith of the U.S. Army left.", "Он родился в 1990 г. в г. Львов."}));
}

TEST(Sentences, GoOnInsideAPartyAndAState) {
  EXPECT_EQ(sentences_of("Jim Veld, D-S.C., said so. Ana Lind (R-N.Y.) did not."),
            (Strings{"Jim Veld, D-S.C., said so.", "Ana Lind (R-N.Y.) did not."}));
}

TEST(Sentences, AHeadlineStandsAlone) {
  EXPECT_EQ(sentences_of("What preceded\n\nA man said so."), (Strings{"What preceded", "A man said so."}));
}

}  // namespace
}  // namespace muster::text
