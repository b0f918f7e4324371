// Weights: learned twice the same, of use when read back, refused when they are not whole.
#include "extract/attribution_training.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/mentions.hpp"

namespace muster::extract {
namespace {

constexpr std::string_view kCorpus =
    "== one\n"
    "{1s Ana Rudan} {1c said} {1t the bridge was shut}. {2s She} {2c!denied denied} {2t that it was late}.\n"
    "{3t \"Nobody came,\"} {3c said} {3s Bren Holt}. The road runs along the river to the old mill.\n"
    "== two\n"
    "{1s The mayor} {1c said} {1t the mill was sold}. {2s Bren Holt} {2c said} {2t nobody had asked}.\n"
    "{3s Officials} {3c denied} {3t that the river rose}. The mill has two wheels and a tiled roof.\n";

std::vector<GoldDocument> corpus() {
  return read_marked_text(kCorpus, "corpus").value();
}

std::string train(std::vector<std::string>* told = nullptr) {
  TrainingOptions options;
  options.fewest = 1;
  return train_attribution(corpus(), options, [told](const std::string& line) {
    if (told != nullptr) told->push_back(line);
  });
}

// "cue | content" of each claim.
std::vector<std::string> read_with(const AttributionModel& model, const std::string& text) {
  model::Document document;
  document.text = text;
  const Analysis analysis(document);
  std::vector<std::string> lines;
  for (const model::Claim& claim : find_claims(analysis, find_mentions(analysis), {}, model)) {
    std::string line{model::text_at(document, claim.cue.front())};
    for (const model::Span span : claim.content) line.append(" | ").append(model::text_at(document, span));
    lines.push_back(line);
  }
  return lines;
}

TEST(Training, TheSameDocumentsGiveTheSameBytes) {
  EXPECT_EQ(train(), train());
}

TEST(Training, ItsProgressIsTold) {
  std::vector<std::string> told;
  (void)train(&told);
  ASSERT_FALSE(told.empty());
  EXPECT_NE(told.front().find("6 attributions"), std::string::npos) << told.front();
}

TEST(Training, WhatWasMarkedIsFoundAgain) {
  const std::string weights = train();
  const auto model = AttributionModel::open(weights);
  ASSERT_TRUE(model.has_value());
  const auto lines = read_with(*model, "Ana Rudan said the bridge was shut. The road runs along the river.");
  EXPECT_EQ(lines, std::vector<std::string>{"said | the bridge was shut"});
}

TEST(Training, NoDocumentsGiveWeightsThatCanBeOpened) {
  const std::string weights = train_attribution({}, {}, [](const std::string&) {});
  EXPECT_TRUE(AttributionModel::open(weights).has_value());
}

TEST(Weights, CutOnesAreRefused) {
  const std::string weights = train();
  for (std::size_t size = 0; size < weights.size(); size += size < 2000 ? 7 : weights.size() / 50) {
    const std::string cut = weights.substr(0, size);
    const auto model = AttributionModel::open(cut);
    ASSERT_FALSE(model.has_value()) << size;
    EXPECT_FALSE(model.error().what.empty());
  }
}

TEST(Weights, ThoseOfAnotherVersionOrAnotherFileAreRefused) {
  std::string weights = train();
  weights[3] = '9';
  const auto other = AttributionModel::open(weights);
  ASSERT_FALSE(other.has_value());
  EXPECT_NE(other.error().what.find("another version"), std::string::npos);
  const std::string text(10'000, 'x');
  EXPECT_FALSE(AttributionModel::open(text).has_value());
}

// A flipped bit of a weight cannot be seen; what is opened all the same must read any text.
TEST(Weights, DamagedOnesAreRefusedOrHarmless) {
  constexpr std::size_t kHeads = 700;  // every byte of what says where the rest stands
  const std::string weights = train();
  int opened = 0;
  int refused = 0;
  for (std::size_t at = 0; at < weights.size(); at += at < kHeads ? 1 : 97) {
    for (const unsigned bits : {0x01U, 0x80U, 0xFFU}) {
      std::string damaged = weights;
      damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ bits);
      const auto model = AttributionModel::open(damaged);
      ++(model ? opened : refused);
      if (!model) {
        EXPECT_FALSE(model.error().what.empty());
        continue;
      }
      (void)read_with(*model, "Ana Rudan said: “We left,” and officials denied that. No, she told us.");
    }
  }
  EXPECT_GT(opened, 100);
  EXPECT_GT(refused, 20);
}

}  // namespace
}  // namespace muster::extract
