// What the learned model makes of a text, and what stays with the rules.
#include "extract/attributions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/mentions.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

struct Found {
  model::Document document;
  std::vector<model::Claim> claims;

  explicit Found(std::string text, const AttributionModel& weights = AttributionModel::get()) {
    document.text = std::move(text);
    const Analysis analysis(document);
    claims = find_claims(analysis, find_mentions(analysis), {}, weights);
  }
  [[nodiscard]] std::string words(const std::vector<model::Span>& spans) const {
    std::string out;
    for (const model::Span span : spans)
      out.append(out.empty() ? "" : " | ").append(model::text_at(document, span));
    return out;
  }
};

TEST(Attributions, TheSourceOfANestedOneStandsInsideTheOuterContent) {
  const Found found("The Courier wrote that officials believe the list is real.");
  ASSERT_EQ(found.claims.size(), 2U);
  EXPECT_EQ(found.claims[1].parent, 0);
  EXPECT_EQ(found.words(found.claims[1].source), "officials");
  EXPECT_EQ(found.words(found.claims[1].content), "the list is real");
}

TEST(Attributions, NestedSourcesStayInsideWhateverTheWords) {
  for (const std::string outer : {"The Courier wrote that ", "Ana Rudan told the court that "}) {
    for (const std::string inner :
         {"officials say", "the reports suggest", "he fears", "her lawyers claim"}) {
      const Found found(outer + inner + " the list is real.");
      for (const model::Claim& claim : found.claims) {
        if (claim.parent < 0) continue;
        const auto& content = found.claims[static_cast<std::size_t>(claim.parent)].content;
        for (const model::Span source : claim.source) {
          EXPECT_TRUE(std::ranges::any_of(
              content, [&](model::Span s) { return s.begin <= source.begin && source.end <= s.end; }))
              << outer << inner;
        }
      }
    }
  }
}

TEST(Attributions, SilenceStays) {
  for (const std::string text : {"The mayor declined to comment on the fire.",
                                 "The ministry did not respond to a request for comment.",
                                 "Ana Rudan could not be reached for comment."}) {
    const Found found(text);
    ASSERT_FALSE(found.claims.empty()) << text;
    EXPECT_EQ(found.claims.front().stance, model::Stance::kNoComment) << text;
  }
}

TEST(Attributions, CyrillicIsLeftToTheRules) {
  model::Document document;
  document.text =
      "Мэр сказала, что дорога закрыта. По словам Рудан, мост цел. «Ми йдемо», – сказала речниця Ана Рудан.";
  const Analysis analysis(document);
  const SpeechText text(analysis);
  const auto rules = find_drafts(text);
  const auto drafts = find_attributions(text, AttributionModel::get());
  ASSERT_FALSE(rules.empty());
  ASSERT_EQ(drafts.size(), rules.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    EXPECT_EQ(drafts[i].source, rules[i].source);
    EXPECT_EQ(drafts[i].cue, rules[i].cue);
    EXPECT_EQ(drafts[i].content, rules[i].content);
  }
}

TEST(Attributions, RangesLieInsideTheTextAndHeadsComeInOrder) {
  RC_ASSERT(rc::check([](const std::vector<std::uint8_t>& picks, const std::string& bytes) {
    static const std::vector<std::string> kPieces = {
        "said ",      "that ", "“",          "” ",        "\"",
        "Ana Rudan ", ", ",    ". ",         "he ",       "according to ",
        "\n\n",       "to ",   "has ",       "been ",     "denied ",
        "KOLL: ",     ":\n\n", "the mayor ", "— ",        "plans ",
        "and ",       "not ",  "fears ",     "'s claim ", "(",
        ") ",         "1.5 ",  "\u202e",     "ש"};
    std::size_t broken = 0;
    model::Document document;
    document.text = text::repair_utf8(bytes, broken);
    for (const std::uint8_t pick : picks) document.text += kPieces[pick % kPieces.size()];
    const Analysis analysis(document);
    const SpeechText text(analysis);
    const auto drafts = find_attributions(text, AttributionModel::get());
    RC_ASSERT(std::ranges::is_sorted(drafts, {}, &Draft::head));
    for (const Draft& draft : drafts) {
      RC_ASSERT(draft.head < text.size());
      RC_ASSERT(!draft.content.empty());
      RC_ASSERT(draft.probability >= 0.F && draft.probability <= 1.F);
      std::vector<Range> ranges = draft.content;
      ranges.insert(ranges.end(), draft.source.begin(), draft.source.end());
      ranges.push_back(draft.cue);
      for (const Range range : ranges) RC_ASSERT(range.first < range.last && range.last <= text.size());
    }
  }));
}

double seconds_for(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const Found found(text);
  const auto end = std::chrono::steady_clock::now();
  for (const model::Claim& claim : found.claims) {
    for (const auto* spans : {&claim.source, &claim.cue, &claim.content}) {
      for (const model::Span span : *spans) {
        EXPECT_LT(span.begin, span.end);
        EXPECT_LE(span.end, text.size());
        EXPECT_TRUE(text::is_valid_utf8(model::text_at(found.document, span)));
      }
    }
  }
  return std::chrono::duration<double>(end - begin).count();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Twice the text, less than three times the time.
TEST(Attributions, LongAndForeignTextsTakeLinearTime) {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t kSize = 30'000;  // without optimisation thirty times slower
#else
  constexpr std::size_t kSize = 150'000;
#endif
  for (const std::string_view piece :
       {"the mayor said the road was shut and officials denied that anyone had been told ",
        "אמר ראש העיר כי הדרך נסגרה לפני הצהריים ",
        "Tbe rnayor sa1d tbat tlie r0ad vvas sbut ,, , ' ` \" l I | . - ", "\"\"“«„", ": "}) {
    double once = 1e9;
    double twice = 1e9;
    for (int round = 0; round < 3; ++round) {
      once = std::min(once, seconds_for(repeated(piece, kSize)));
      twice = std::min(twice, seconds_for(repeated(piece, 2 * kSize)));
      if (twice < 3 * once) break;
    }
    EXPECT_LT(twice, 3 * once + 0.05) << piece;
  }
}

}  // namespace
}  // namespace muster::extract
