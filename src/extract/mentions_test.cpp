#include "extract/mentions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace muster::extract {
namespace {

using model::MentionType;

struct Read {
  model::Document document;
  std::vector<model::Mention> mentions;

  explicit Read(std::string text) {
    document.text = std::move(text);
    mentions = find_mentions(Analysis(document));
  }
  // The mention of exactly these words; the last where there are several.
  [[nodiscard]] model::Mention of(std::string_view words) const {
    for (auto m = mentions.rbegin(); m != mentions.rend(); ++m) {
      if (model::text_at(document, m->span) == words) return *m;
    }
    ADD_FAILURE() << "no mention of " << words;
    return {};
  }
  [[nodiscard]] bool has(std::string_view words) const {
    return std::ranges::any_of(mentions,
                               [&](const auto& m) { return model::text_at(document, m.span) == words; });
  }
};

TEST(Mentions, AFamilyNameStandsForTheFullNameSeenBefore) {
  const Read read("President Ivo Marsh spoke. Later Marsh left.");
  EXPECT_EQ(read.of("Ivo Marsh").type, MentionType::kPerson);
  EXPECT_EQ(read.of("Marsh").name, "Ivo Marsh");
}

TEST(Mentions, AnAbbreviationInBracketsNamesTheSameBody) {
  const Read read("It is told by The Delta Daily Herald (DDH). The DDH has the list.");
  EXPECT_EQ(read.of("DDH").name, "The Delta Daily Herald");
  EXPECT_EQ(read.of("DDH").type, MentionType::kOrganisation);
}

TEST(Mentions, AShortOfficeMeansTheLastOneThatEndsAlike) {
  const Read read(
      "The Eastland Foreign Ministry wrote to the Westland Foreign Ministry. The Foreign Ministry was "
      "silent.");
  EXPECT_EQ(read.of("Foreign Ministry").name, "Westland Foreign Ministry");
}

TEST(Mentions, RolesAreDescriptions) {
  const Read read("A senior official met one of the Dutch pilots and a spokesman for the Defence Ministry.");
  EXPECT_TRUE(read.of("A senior official").role);
  EXPECT_TRUE(read.of("one of the Dutch pilots").role);
  EXPECT_TRUE(read.of("a spokesman for the Defence Ministry").role);
  EXPECT_EQ(read.of("Dutch").type, MentionType::kNationality);
}

TEST(Mentions, TheFirstWordOfASentenceIsNoName) {
  const Read read("Many left. Nothing was said.");
  EXPECT_FALSE(read.has("Many"));
  EXPECT_FALSE(read.has("Nothing"));
}

TEST(Mentions, RussianAndUkrainianOfficesAndPeople) {
  const Read read(
      "Министерство обороны Вестландии молчит. Министерство закрыто. Ольга Петренко ушла. Без Петренко "
      "тихо.");
  EXPECT_EQ(read.of("Министерство обороны Вестландии").type, MentionType::kOrganisation);
  EXPECT_EQ(read.of("Ольга Петренко").type, MentionType::kPerson);
  EXPECT_EQ(read.of("Петренко").name, "Ольга Петренко");
}

TEST(Mentions, CaseFormsOfAFullNameComeBackToTheNominative) {
  EXPECT_EQ(Read("За словами Оксани Дзюби, дорогу закрито.").of("Оксани Дзюби").name, "Оксана Дзюба");
}

TEST(Mentions, StandInOrderInsideTheTextWhateverTheBytes) {
  RC_ASSERT(rc::check([](const std::vector<std::uint8_t>& picks, const std::string& bytes) {
    static const std::vector<std::string> kPieces = {"The ",   "Ministry ", "of ", "Ivo ",      "Marsh",
                                                     "'s ",    "(DDH) ",    ". ",  "official ", "МИД ",
                                                     "Ольга ", "«",         "» ",  "\n\n",      "said "};
    std::size_t broken = 0;
    std::string text = text::repair_utf8(bytes, broken);
    for (const std::uint8_t pick : picks) text += kPieces[pick % kPieces.size()];
    const Read read(std::move(text));
    std::uint32_t begin = 0;
    for (const model::Mention& m : read.mentions) {
      RC_ASSERT(m.span.begin >= begin);
      RC_ASSERT(m.span.end > m.span.begin);
      RC_ASSERT(m.span.end <= read.document.text.size());
      RC_ASSERT(!m.name.empty());
      begin = m.span.begin;
    }
  }));
}

}  // namespace
}  // namespace muster::extract
