#include "extract/quotes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "text/utf8.hpp"

namespace muster::extract {
namespace {

std::vector<std::string> quoted_in(std::string text) {
  model::Document document;
  document.text = std::move(text);
  const Analysis analysis(document);
  std::vector<std::string> out;
  for (const Quote& quote : find_quotes(analysis)) {
    out.emplace_back(model::text_at(document, analysis.span(quote.open, quote.end - 1)));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(Quotes, PairInEveryStyle) {
  EXPECT_EQ(quoted_in("He \"left\" and “came” and «went» and „sat“."),
            (Strings{"\"left\"", "“came”", "«went»", "„sat“"}));
  EXPECT_EQ(quoted_in("He said ''we won't go,'' twice."), (Strings{"''we won't go,''"}));
}

TEST(Quotes, NestInEachOther) {
  EXPECT_EQ(quoted_in("“He said ‘no’ to me.”"), (Strings{"“He said ‘no’ to me.”", "‘no’"}));
}

TEST(Quotes, GoOnInTheNextParagraphWhenTheMarkIsRepeated) {
  EXPECT_EQ(quoted_in("“One.\n\n“Two,” he said."), (Strings{"“One.", "“Two,”"}));
}

TEST(Quotes, AnOpenMarkSpoilsNoOtherParagraph) {
  EXPECT_EQ(quoted_in("He \"left.\n\nShe \"stayed\"."), (Strings{"\"stayed\""}));
}

TEST(Quotes, ApostrophesAndInchesAreNone) {
  EXPECT_EQ(quoted_in("The officers' car is 6'3\" long."), Strings{});
}

TEST(Quotes, LieInOrderWhateverTheText) {
  RC_ASSERT(rc::check([](const std::vector<std::uint8_t>& picks) {
    static const std::vector<std::string> kPieces = {"\"", "“", "”", "«",    "»", "‘",  "’",
                                                     "'",  "a", " ", "\n\n", "„", "''", ","};
    model::Document document;
    for (const std::uint8_t pick : picks) document.text += kPieces[pick % kPieces.size()];
    const Analysis analysis(document);
    std::uint32_t open = 0;
    const auto quotes = find_quotes(analysis);
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      const Quote& quote = quotes[i];
      RC_ASSERT(quote.open >= open);
      RC_ASSERT(quote.end > quote.open);
      RC_ASSERT(quote.end <= analysis.tokens.size());
      RC_ASSERT(quote.parent < static_cast<std::int32_t>(i));
      if (quote.parent >= 0) RC_ASSERT(quotes[static_cast<std::size_t>(quote.parent)].end >= quote.end);
      open = quote.open;
    }
  }));
}

}  // namespace
}  // namespace muster::extract
