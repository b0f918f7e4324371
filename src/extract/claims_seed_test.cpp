// The report that the product grew from, if it is at hand: how many of its eleven claims come out with the
// right speaker and stance. Run without a publication date and with one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/file.hpp"
#include "extract/claims.hpp"
#include "extract/mentions.hpp"

namespace muster::extract {
namespace {

using model::Stance;

struct Expected {
  std::string_view speaker;
  std::string_view cue;
  std::string_view content;
  Stance stance;
};

constexpr std::array<Expected, 11> kExpected = {{
    {"Wall Street Journal", "reported", "More than 150 Chinese citizens have joined", Stance::kAsserted},
    {"the reports", "suggest", "a deeper Chinese involvement in the war", Stance::kHedged},
    {"Western official", "said", "these people were most likely mercenaries", Stance::kHedged},
    {"Western official", "stated", "We see no evidence of state sponsorship", Stance::kAsserted},
    {"Wall Street Journal", "notes", "they have learned some critically important", Stance::kHedged},
    {"Volodymyr Zelensky", "said", "two Chinese citizens who fought", Stance::kAsserted},
    {"s Office", "noted", "Ukrainian defenders engaged in battle with six", Stance::kAsserted},
    {"Chinese Foreign Ministry", "said", "checking the information with the Ukrainian side",
     Stance::kNoComment},
    {"Chinese Foreign Ministry", "stressed", "the Chinese government has always asked", Stance::kAsserted},
    {"ne of the Chinese citizens", "said", "he paid 300 000 rubles", Stance::kAsserted},
    {"US State Department", "said", "the participation of Chinese citizens", Stance::kAsserted},
}};

std::filesystem::path shared() {
  const char* given = std::getenv("MUSTER_SHARED");
  return given != nullptr ? std::filesystem::path(given)
                          : std::filesystem::path(MUSTER_SOURCE_DIR) / "../shared";
}

std::string words(const model::Document& document, const std::vector<model::Span>& spans) {
  std::string out;
  for (const model::Span span : spans) out.append(model::text_at(document, span)).append(" ");
  return out;
}

std::vector<model::DateExpression> days(const model::Document& document, std::string_view value) {
  constexpr std::string_view kWords = "April 8";
  std::vector<model::DateExpression> out;
  for (auto at = document.text.find(kWords); at != std::string::npos;
       at = document.text.find(kWords, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at);
    out.push_back({{begin, begin + static_cast<std::uint32_t>(kWords.size())},
                   model::DateType::kDate,
                   std::string(value),
                   ""});
  }
  return out;
}

bool is_met(const model::Document& document, const model::Claim& claim, const Expected& wanted) {
  return claim.speaker.contains(wanted.speaker) && claim.stance == wanted.stance &&
         words(document, claim.cue).contains(wanted.cue) &&
         words(document, claim.content).contains(wanted.content);
}

void check(std::string_view published, std::string_view day) {
  const auto text = base::read_file(shared() / "seed/article.txt");
  if (!text) GTEST_SKIP() << "the seed report is not here";
  model::Document document;
  document.text = *text;
  document.published = published;
  const Analysis analysis(document);
  const auto claims = find_claims(analysis, find_mentions(analysis), days(document, day));
  int reached = 0;
  for (const Expected& wanted : kExpected) {
    const bool met =
        std::ranges::any_of(claims, [&](const model::Claim& c) { return is_met(document, c, wanted); });
    reached += met;
    if (!met) fmt::print("missed: {} {} ... {}\n", wanted.speaker, wanted.cue, wanted.content);
  }
  fmt::print("{} of {} claims of the seed report, {} found in all\n", reached, kExpected.size(),
             claims.size());
  EXPECT_GE(reached, 9);
  for (const model::Claim& claim : claims) {
    const std::string source = words(document, claim.source);
    EXPECT_TRUE(source != "Volodymyr Zelensky " || claim.said_on == day);
    EXPECT_TRUE(!source.starts_with("One of") || claim.said_on.empty());
  }
}

TEST(ClaimsOfTheSeedReport, AreFoundWithoutAPublicationDate) {
  check("", "XXXX-04-08");
}
TEST(ClaimsOfTheSeedReport, AreFoundWithAPublicationDate) {
  check("2025-04-12", "2025-04-08");
}

}  // namespace
}  // namespace muster::extract
