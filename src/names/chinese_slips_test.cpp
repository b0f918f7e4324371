// Palladius's Cyrillic with a slip of the hand in it.
#include <gtest/gtest.h>

#include <algorithm>

#include "names/chinese.hpp"
#include "names/compare.hpp"

namespace muster::names {
namespace {

double bits(const char* a, const char* b) {
  return compare_bits(prepare(a), prepare(b));
}

std::vector<std::u32string> words(std::initializer_list<const char32_t*> list) {
  return {list.begin(), list.end()};
}

TEST(ChineseSlips, a_lost_letter_is_mended) {
  const auto readings = read_misspelt_chinese(words({U"лю", U"синьжнь"}));
  ASSERT_FALSE(readings.empty());
  EXPECT_TRUE(
      std::ranges::any_of(readings, [](const ChineseReading& r) { return display(r) == "Liu Xinren"; }));
}

TEST(ChineseSlips, words_that_can_be_cut_and_two_that_cannot_are_left_alone) {
  EXPECT_TRUE(read_misspelt_chinese(words({U"лю", U"синьжэнь"})).empty());
  EXPECT_TRUE(read_misspelt_chinese(words({U"лвю", U"синьжнь"})).empty());
  EXPECT_TRUE(read_misspelt_chinese(words({U"иванов", U"пётр"})).empty());
  EXPECT_TRUE(read_misspelt_chinese(words({U"лю"})).empty());
}

TEST(ChineseSlips, a_mended_name_agrees_less_than_one_without_a_slip) {
  const double right = bits("Лю Синьжэнь", "LIU XINREN");
  const double slip = bits("Лю Синьжнь", "LIU XINREN");
  EXPECT_GT(slip, 5);
  EXPECT_LT(slip, right - 3);
  EXPECT_EQ(slip, bits("LIU XINREN", "Лю Синьжнь"));
}

TEST(ChineseSlips, the_reason_says_that_a_slip_was_mended) {
  const Comparison found = compare(prepare("Чэь Сянъюань"), prepare("陈祥元"));
  EXPECT_TRUE(std::ranges::find(found.why, "with a slip in the spelling mended") != found.why.end());
}

TEST(ChineseSlips, other_syllables_a_letter_away_neither_agree_nor_contradict) {
  const double other = bits("Чэнь Чунпин", "CHEN ZHONGPING");  // 17.06.1978 both: a slip? another man?
  EXPECT_GT(other, -1);
  EXPECT_LT(other, 6);
  EXPECT_LT(bits("Чэнь Лифэн", "CHEN ZHONGPING"), -3);
}

TEST(ChineseSlips, russian_names_gain_nothing) {
  EXPECT_GT(bits("Иван Петров", "Ivan Petrov"), 10);
  EXPECT_LT(bits("Ма Петров", "Ma Ping"), 0);
}

}  // namespace
}  // namespace muster::names
