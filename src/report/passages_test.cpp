#include "report/passages.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "report/invented_brief_test.hpp"
#include "text/utf8.hpp"

namespace muster::report {
namespace {

std::string shown(const Passage& passage) {
  std::string text;
  for (const Piece& piece : passage.pieces) {
    text += piece.cut_before ? "~" : "";
    text += piece.marked ? "[" + std::string(piece.text) + "]" : std::string(piece.text);
    text += piece.cut_after ? "~" : "";
  }
  return text;
}

TEST(Passages, marks_the_words_at_their_code_points) {
  const std::vector<Quote> quotes{quote_of(1, "", "У причала сказал глава порта", "глава порта")};
  EXPECT_EQ(shown(passages_of(quotes)[0]), "У причала сказал [глава порта]");
}

TEST(Passages, joins_quotes_of_one_sentence_and_overlapping_marks) {
  const std::string sentence = "The mayor said the pier was shut";
  const std::vector<Quote> quotes{quote_of(1, "", sentence, "the pier was shut"),
                                  quote_of(1, "", sentence, "The mayor"), quote_of(1, "", sentence, "pier")};
  const auto passages = passages_of(quotes);
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_EQ(shown(passages[0]), "[The mayor] said [the pier was shut]");
  EXPECT_EQ(passages[0].ranges.size(), 3u);
}

TEST(Passages, shows_the_words_even_where_the_context_does_not_fit) {
  Quote quote = quote_of(1, "", "The pier was shut", "pier");
  quote.context = "another sentence";
  EXPECT_EQ(shown(passages_of(std::vector{quote})[0]), "[pier]");
  quote.context = "a pier elsewhere";
  EXPECT_EQ(shown(passages_of(std::vector{quote})[0]), "a [pier] elsewhere");
}

TEST(Passages, cuts_contexts_far_longer_than_a_sentence) {
  const std::vector<Quote> quotes{
      quote_of(1, "", std::string(5000, 'a') + "pier" + std::string(5000, 'b'), "pier", 0)};
  const std::string text = shown(passages_of(quotes)[0]);
  EXPECT_LT(text.size(), 1300u);
  EXPECT_TRUE(text.starts_with("~a") && text.ends_with("b~"));
}

TEST(Passages, marked_text_is_the_quoted_text) {
  RC_ASSERT(rc::check(
      "for any context and offsets", [](const std::string& bytes, std::uint8_t from, std::uint8_t length) {
        std::size_t broken = 0;
        const std::string context = text::repair_utf8(bytes, broken);
        const std::u32string points = text::to_utf32(context);
        const std::size_t begin = points.empty() ? 0 : from % points.size();
        const std::string words = text::to_utf8(std::u32string_view(points).substr(begin, length));
        const std::vector<Quote> quotes{{1, begin, begin + length, words, "", context, 0}};
        std::string marked;
        for (const Passage& passage : passages_of(quotes)) {
          for (const Piece& piece : passage.pieces) marked += piece.marked ? piece.text : "";
        }
        RC_ASSERT(marked == words);
      }));
}

}  // namespace
}  // namespace muster::report
