#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <map>

#include "syntax/feature_rows.hpp"
#include "syntax/tagger.hpp"
#include "syntax/treebank.hpp"
#include "text/letters.hpp"

namespace muster::syntax {
namespace {

// A plain twin of the table: what was put in, by feature.
TEST(FeatureTable, GivesBackWhatWasWritten) {
  rc::check([](const std::map<Feature, std::array<std::int8_t, 3>>& given) {
    std::vector<TableRow> rows;
    for (const auto& [feature, weights] : given)
      rows.push_back(
          {feature,
           {static_cast<float>(weights[0]), static_cast<float>(weights[1]), static_cast<float>(weights[2])}});
    const std::string bytes = write_table(3, 2, rows);
    const auto table = FeatureTable::open(bytes, 3);
    RC_ASSERT(table.has_value());
    RC_ASSERT(table->size() == bytes.size());
    for (const auto& [feature, weights] : given) {
      std::array<std::int32_t, 3> scores{};
      table->add(feature, scores);
      for (std::size_t k = 0; k < 3; ++k) RC_ASSERT(scores[k] == 2 * weights[k]);
    }
    std::array<std::int32_t, 3> none{};
    if (!given.contains(12345)) table->add(12345, none);
    RC_ASSERT(none == (std::array<std::int32_t, 3>{}));
  });
}

TEST(FeatureTable, DamagedBytesAreRefused) {
  const std::string bytes = write_table(3, 2, {{7, {1, 2, 3}}, {9, {0, 0, -4}}});
  EXPECT_FALSE(FeatureTable::open("", 3).has_value());
  EXPECT_FALSE(FeatureTable::open(bytes, 2).has_value());
  EXPECT_FALSE(FeatureTable::open(std::string_view(bytes).substr(0, bytes.size() - 4), 3).has_value());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(~damaged[i]);
    const auto table = FeatureTable::open(damaged, 3);
    if (!table) continue;  // what is opened can be asked anything
    std::array<std::int32_t, 3> scores{};
    for (Feature f = 0; f < 64; ++f) table->add(f, scores);
  }
}

TEST(FeatureRows, KeepRowsApartWhileTheyGrow) {
  FeatureRows rows(2);
  for (Feature f = 0; f < 100'000; ++f) rows[rows.row(f * 7919)][1] = static_cast<float>(f);
  for (Feature f = 0; f < 100'000; ++f) ASSERT_EQ(rows[rows.find(f * 7919)][1], static_cast<float>(f));
  EXPECT_EQ(rows.find(3), FeatureRows::kNone);
}

std::string tags_of(const std::string& text) {
  const auto tokens = text::tokenise(text);
  std::vector<std::string> lower;
  for (const auto& t : tokens)
    lower.push_back(text::lower(std::string_view(text).substr(t.begin, t.end - t.begin)));
  const std::vector<std::string_view> views(lower.begin(), lower.end());
  std::string out;
  for (const Tag tag : Tagger::get().tag({text, tokens, views}, text::split_sentences(text, tokens)))
    out += std::string(out.empty() ? "" : " ") + std::string(to_string(tag));
  return out;
}

TEST(Tagger, TellsVerbsFromNouns) {
  EXPECT_EQ(tags_of("She reports every claim that he has made."), "PRP VBZ DT NN IN PRP VBZ VBN .");
  EXPECT_EQ(tags_of("The reports claim nothing."), "DT NNS VBP NN .");
  EXPECT_EQ(tags_of("Ada Wolff said the minister didn't ask."), "NNP NNP VBD DT NN VBD VB .");
}

TEST(Tagger, TakesAnyText) {
  EXPECT_EQ(tags_of(""), "");
  rc::check([](const std::string& text) { (void)tags_of(text); });
}

TEST(Treebank, WordsWrittenTogetherAreJoined) {
  const auto sentences = read_treebank(
      "# text = He didn't go.\n"
      "1\tHe\the\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
      "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
      "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
      "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
      "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n");
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(sentences[0].text, "He didn't go. ");
  EXPECT_EQ(sentences[0].words[2].tag, "RB");
  EXPECT_EQ(sentences[0].words[2].head, 4U);
}

}  // namespace
}  // namespace muster::syntax
