#include "extract/claims.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "extract/mentions.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

using model::ClaimKind;
using model::Stance;

struct Read {
  model::Document document;
  std::vector<model::Claim> claims;

  explicit Read(std::string text, const std::vector<model::DateExpression>& dates = {}) {
    document.text = std::move(text);
    const Analysis analysis(document);
    claims = find_claims(analysis, find_mentions(analysis), dates);
  }
  [[nodiscard]] std::string words(const std::vector<model::Span>& spans) const {
    std::string out;
    for (const model::Span span : spans)
      out.append(out.empty() ? "" : " | ").append(model::text_at(document, span));
    return out;
  }
  // The claim with this cue.
  [[nodiscard]] model::Claim by(std::string_view cue) const {
    for (const model::Claim& claim : claims) {
      if (words(claim.cue) == cue) return claim;
    }
    ADD_FAILURE() << "no claim with the cue " << cue;
    return {};
  }
  [[nodiscard]] std::string source(std::string_view cue) const { return words(by(cue).source); }
  [[nodiscard]] std::string content(std::string_view cue) const { return words(by(cue).content); }
};

TEST(Claims, SourceBeforeTheVerb) {
  const Read read("General Ada Wolff said that the list was real. Officials say it is false.");
  EXPECT_EQ(read.source("said"), "General Ada Wolff");
  EXPECT_EQ(read.content("said"), "that the list was real");
  EXPECT_EQ(read.by("said").kind, ClaimKind::kIndirect);
  EXPECT_EQ(read.content("say"), "it is false");
}

TEST(Claims, SourceBehindTheVerbWithItsApposition) {
  const Read read("“We left,” said Ada Wolff, the mayor of Hafen. “Nobody stayed.”");
  EXPECT_EQ(read.source("said"), "Ada Wolff, the mayor of Hafen");
  EXPECT_EQ(read.content("said"), "“We left,” | “Nobody stayed.”");
  EXPECT_EQ(read.by("said").kind, ClaimKind::kDirect);
}

TEST(Claims, SourceInsideTheContent) {
  const Read read("The lists, the mayor said, were burnt in May.");
  EXPECT_EQ(read.content("said"), "The lists | were burnt in May");
}

TEST(Claims, QuotationsOverParagraphs) {
  const Read read("“We left,” Wolff said. “It was dark.\n\n“Nobody stayed.”\n\nThe river rose.");
  EXPECT_EQ(read.content("said"), "“We left,” | “It was dark. | “Nobody stayed.”");
}

TEST(Claims, AnUnbalancedMarkHarmsOnlyItself) {
  const Read read("The mayor said \"we left.\n\nThe doctor said that nobody stayed.");
  EXPECT_EQ(read.claims.back().speaker, "the doctor");
}

TEST(Claims, AreNestedInTheContentOfOthers) {
  const Read read("The Hafen Post notes that the papers suggest a larger camp.");
  EXPECT_EQ(read.by("suggest").parent, 0);
  EXPECT_EQ(read.by("notes").parent, -1);
  EXPECT_EQ(read.by("suggest").stance, Stance::kHedged);
}

TEST(Claims, AccordingToOnEitherSide) {
  EXPECT_EQ(Read("According to the ministry, two men died.").content("According to"), "two men died");
  EXPECT_EQ(Read("Two men died, according to the ministry.").content("according to"), "Two men died");
  EXPECT_EQ(Read("Two men died, according to the ministry.").source("according to"), "the ministry");
}

TEST(Claims, ThisIsReportedByTakesTheSentenceBefore) {
  const Read read(
      "Two men died near Hafen.\n\nThis is reported by the Hafen Post, which reviewed police files.");
  const model::Claim claim = read.by("This is reported by");
  EXPECT_EQ(read.words(claim.content), "Two men died near Hafen");
  EXPECT_EQ(claim.speaker, "Hafen Post");
  EXPECT_EQ(claim.on_word_of, std::vector<std::string>{"police files"});
}

TEST(Claims, TheRecipientIsNoContent) {
  const Read read("The colonel told reporters on Monday that the road was closed.");
  EXPECT_EQ(read.content("told"), "that the road was closed");
}

TEST(Claims, ARelativeClauseIsNotTheSource) {
  const Read read("One of the pilots, who was held near Hafen on April 8, said that he had paid 300 crowns.");
  EXPECT_EQ(read.by("said").speaker, "one of the pilots");
  EXPECT_EQ(read.content("said"), "that he had paid 300 crowns");
}

TEST(Claims, NounsThatClaim) {
  const Read read("The ministry's claim that nobody was paid did not last.");
  EXPECT_EQ(read.source("claim"), "The ministry's");
  EXPECT_EQ(read.content("claim"), "that nobody was paid");
}

TEST(Claims, WhoDoesNotSpeakMakesNone) {
  EXPECT_TRUE(
      Read("Intelligence reports include 13 photographs. The claims were never made public.").claims.empty());
  EXPECT_TRUE(
      Read("Westland has never supported Eastland. The men went home according to plan.").claims.empty());
}

struct StanceCase {
  std::string_view text;
  Stance stance;
};

class Stances : public ::testing::TestWithParam<StanceCase> {};

TEST_P(Stances, ComeFromTheVerbAndTheContent) {
  const Read read{std::string(GetParam().text)};
  ASSERT_FALSE(read.claims.empty());
  EXPECT_STREQ(model::to_string(read.claims.front().stance), model::to_string(GetParam().stance));
}

INSTANTIATE_TEST_SUITE_P(
    OfVerbs, Stances,
    ::testing::Values(StanceCase{"The mayor said that they were most likely pilots.", Stance::kHedged},
                      StanceCase{"“We see no sign of a camp,” he said.", Stance::kAsserted},
                      StanceCase{"The mayor denied that there was a camp.", Stance::kDenied},
                      StanceCase{"The mayor declined to comment.", Stance::kNoComment},
                      StanceCase{"The mayor did not respond to a request for comment.", Stance::kNoComment},
                      StanceCase{"The ministry said it was “checking the information with the police”.",
                                 Stance::kNoComment},
                      StanceCase{"The mayor asked whether the camp was closed.", Stance::kQuestioned},
                      StanceCase{"The mayor called for the camp to be closed.", Stance::kDemanded},
                      StanceCase{"The mayor said that they met in May.", Stance::kAsserted},
                      StanceCase{"It is alleged that the camp was closed.", Stance::kHedged},
                      StanceCase{"Мэр отрицает обвинения.", Stance::kDenied},
                      StanceCase{"Мер сказав, що це, ймовірно, помилка.", Stance::kHedged},
                      StanceCase{"Мэр отказался комментировать обвинения.", Stance::kNoComment}));

TEST(Speakers, PronounsMeanTheLastSpeaker) {
  const Read read("Ada Wolff said that the road was closed. “It will open,” she added.");
  EXPECT_EQ(read.by("added").speaker, "Ada Wolff");
  EXPECT_FALSE(read.by("added").speaker_why.empty());
}

TEST(Speakers, TheMinistryMeansTheLastMinistryNamed) {
  const Read read(
      "The Eastland Foreign Ministry protested. The Westland Foreign Ministry said it was late. The ministry "
      "stressed that it knew nothing.");
  EXPECT_EQ(read.by("stressed").speaker, "Westland Foreign Ministry");
}

TEST(Speakers, TheGeneralMeansTheGeneralNamed) {
  const Read read("Gen. Ada Wolff left on Monday. The general said that the war was over.");
  EXPECT_EQ(read.by("said").speaker, "Ada Wolff");
}

TEST(Speakers, NobodyIsInvented) {
  EXPECT_EQ(Read("“It is over,” he said.").by("said").speaker, "");
}

TEST(Claims, SaidOnIsTheDateBesideTheVerb) {
  const std::string text = "Ada Wolff said on April 8 that two men left on April 9.";
  const auto date = [&](std::string_view words, std::string value) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return model::DateExpression{{begin, begin + static_cast<std::uint32_t>(words.size())},
                                 model::DateType::kDate,
                                 std::move(value),
                                 ""};
  };
  EXPECT_EQ(Read(text, {date("April 8", "2024-04-08"), date("April 9", "2024-04-09")}).by("said").said_on,
            "2024-04-08");
}

TEST(Claims, RussianSpeech) {
  const Read read(
      "«Мы уходим», — сказала мэр Ада Вольф. По словам Вольф, дорога закрыта. Мэр заявила, что вернётся.");
  EXPECT_EQ(read.content("сказала"), "«Мы уходим»");
  EXPECT_EQ(read.by("сказала").speaker, "Ада Вольф");
  EXPECT_EQ(read.content("По словам"), "дорога закрыта");
  EXPECT_EQ(read.content("заявила"), "что вернётся");
}

TEST(Claims, UkrainianSpeech) {
  const Read read(
      "«Ми йдемо», – сказала речниця Ада Вольф. За словами Вольф, дорогу закрито. Дорогу відкриють, "
      "повідомили у міністерстві. Як пише «Вісник», ніхто не загинув.");
  EXPECT_EQ(read.content("сказала"), "«Ми йдемо»");
  EXPECT_EQ(read.by("сказала").speaker, "Ада Вольф");
  EXPECT_EQ(read.content("За словами"), "дорогу закрито");
  EXPECT_EQ(read.content("Як пише"), "ніхто не загинув");
}

TEST(Claims, EverySpanLiesInsideTheTextInOrder) {
  RC_ASSERT(rc::check([](const std::vector<std::uint8_t>& picks, const std::string& bytes) {
    static const std::vector<std::string> kPieces = {"said ",
                                                     "that ",
                                                     "“",
                                                     "” ",
                                                     "\"",
                                                     "Ada Wolff ",
                                                     ", ",
                                                     ". ",
                                                     "he ",
                                                     "according to ",
                                                     "the ministry ",
                                                     "denied ",
                                                     "«",
                                                     "» ",
                                                     "— ",
                                                     "заявил ",
                                                     "что ",
                                                     "по словам ",
                                                     "\n\n",
                                                     "who ",
                                                     "claim ",
                                                     "'s ",
                                                     "it is believed that ",
                                                     "(",
                                                     ") ",
                                                     ": ",
                                                     "adding ",
                                                     "and "};
    std::size_t broken = 0;
    std::string text = text::repair_utf8(bytes, broken);
    for (const std::uint8_t pick : picks) text += kPieces[pick % kPieces.size()];
    const Read read(std::move(text));
    for (std::size_t i = 0; i < read.claims.size(); ++i) {
      const model::Claim& claim = read.claims[i];
      RC_ASSERT(!claim.cue.empty());
      RC_ASSERT(!claim.content.empty());
      RC_ASSERT(claim.parent < static_cast<std::int32_t>(read.claims.size()));
      RC_ASSERT(claim.parent != static_cast<std::int32_t>(i));
      for (const auto* spans : {&claim.source, &claim.cue, &claim.content, &claim.hedge}) {
        RC_ASSERT(std::ranges::is_sorted(*spans));
        for (const model::Span span : *spans) {
          RC_ASSERT(span.begin < span.end);
          RC_ASSERT(span.end <= read.document.text.size());
        }
      }
    }
  }));
}

// A guard against quadratic work, not a measure: each text is one hostile pattern over and over.
TEST(Claims, HostileTextsTakeLinearTime) {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t kSize = 100'000;  // without optimisation thirty times slower
#else
  constexpr std::size_t kSize = 400'000;
#endif
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string_view piece : {"“he said ", "said, ", "\"a\" said X ", "according to ",
                                       "officials of the ", "“He said X.\n\n", "( ", "that ", ", who "}) {
    std::string text;
    while (text.size() < kSize) text += piece;
    (void)Read(std::move(text));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace muster::extract
