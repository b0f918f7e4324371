#include "names/chinese_dialects.hpp"

#include <gtest/gtest.h>

#include "names/compare.hpp"
#include "names/parts.hpp"

namespace muster::names {
namespace {

double bits(std::string_view a, std::string_view b) {
  return compare_bits(prepare(a), prepare(b));
}

TEST(ChineseDialects, CantoneseSpellingsFindTheCharacters) {
  EXPECT_GT(bits("梁家明", "Leung Ka-ming"), bits("梁家文", "Leung Ka-ming") + 3);
  EXPECT_GT(bits("陳志強", "CHAN Chi-keung"), bits("陳志文", "CHAN Chi-keung") + 3);
  EXPECT_GT(bits("黃國華", "Albert WONG Kwok-wah"), bits("黃國明", "Albert WONG Kwok-wah") + 3);
  EXPECT_GT(bits("歐陽國華", "Au Yeung Kwok-wah"), 0);
}

TEST(ChineseDialects, SaysWhichOneItIs) {
  const Name name = prepare("Leung Ka-keung");
  ASSERT_FALSE(name.parts().chinese.empty());
  EXPECT_EQ(name.parts().chinese[0].origin, Origin::kCantonese);
  EXPECT_TRUE(is_dialect(name.parts().chinese));
}

TEST(ChineseDialects, PinyinStaysPinyin) {
  EXPECT_EQ(prepare("Zhang Renbo").parts().chinese[0].origin, Origin::kPinyin);
  EXPECT_FALSE(is_dialect(prepare("Wang Wei").parts().chinese));
}

TEST(ChineseDialects, HangulHoldsChineseNames) {
  EXPECT_GT(bits("장인파", "Zhang Renbo"), bits("장인수", "Zhang Renbo"));
  EXPECT_GT(bits("유대명", "Liu Daming"), 0);
  EXPECT_LT(bits("김성민", "김승민"), 0);  // one syllable in Mandarin, two in Korean
}

TEST(ChineseDialects, SurnamesAreReadAsSurnames) {
  EXPECT_GT(bits("区大明", "Ou Daming"), 5);
  EXPECT_GT(bits("缪大明", "Miao Daming"), 5);
  EXPECT_GT(bits("覃大明", "Qin Daming"), 5);
  EXPECT_GT(bits("朴大明", "Piao Daming"), 5);
}

}  // namespace
}  // namespace muster::names
