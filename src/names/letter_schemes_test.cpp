#include "names/letter_schemes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "names/compare.hpp"

namespace muster::names {
namespace {

bool reads(std::u32string_view word, text::Script script, std::string_view latin) {
  const auto readings = romanise_by_letters(word, script);
  return std::ranges::find(readings, latin) != readings.end();
}

double alike(std::string_view a, std::string_view b) {
  return compare(prepare(a), prepare(b)).probability;
}

TEST(LetterSchemes, Greek) {
  EXPECT_TRUE(reads(U"γεώργιος", text::Script::kGreek, "georgios"));
  EXPECT_TRUE(reads(U"ευθυμίου", text::Script::kGreek, "efthymiou"));
  EXPECT_TRUE(reads(U"μπαλτάς", text::Script::kGreek, "baltas"));
  EXPECT_GT(alike("Γιώργος Μπαλτάς", "Giorgos Baltas"), 0.9);
  EXPECT_GT(alike("Ντίνος Ευθυμίου", "Dinos Efthymiou"), 0.9);
}

TEST(LetterSchemes, Georgian) {
  EXPECT_TRUE(reads(U"ყიფიანი", text::Script::kGeorgian, "qipiani"));
  EXPECT_TRUE(reads(U"ყიფიანი", text::Script::kGeorgian, "kifiani"));
  EXPECT_GT(alike("ნინო ჭავჭავაძე", "Nino Chavchavadze"), 0.9);
}

TEST(LetterSchemes, ArmenianEastAndWest) {
  EXPECT_TRUE(reads(U"պետրոսյան", text::Script::kArmenian, "petrosyan"));
  EXPECT_TRUE(reads(U"պետրոսեան", text::Script::kArmenian, "bedrosian"));
  EXPECT_GT(alike("Երվանդ Պետրոսյան", "Yervand Petrosyan"), 0.9);
}

TEST(LetterSchemes, KanaLongVowelsAreDropped) {
  EXPECT_TRUE(reads(U"ゆうたろう", text::Script::kKana, "yutaro"));
  EXPECT_TRUE(reads(U"シンジョウ", text::Script::kKana, "shinjo"));
  EXPECT_TRUE(reads(U"しんじ", text::Script::kKana, "sinzi"));
}

TEST(LetterSchemes, OtherScriptsHaveNone) {
  EXPECT_TRUE(romanise_by_letters(U"abc", text::Script::kLatin).empty());
  EXPECT_TRUE(romanise_by_letters(U"", text::Script::kGreek).empty());
}

}  // namespace
}  // namespace muster::names
