#include "names/korean.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "names/compare.hpp"
#include "names/hangul.hpp"
#include "names/kontsevich.hpp"
#include "names/parts.hpp"

namespace muster::names {
namespace {

double alike(std::string_view a, std::string_view b) {
  return compare(prepare(a), prepare(b)).probability;
}

std::string first_reading(std::string_view name) {
  const Name prepared = prepare(name);
  const auto& readings = prepared.parts().korean;
  return readings.empty() ? "" : display(readings[0], readings[0]);
}

bool spells(std::string_view cyrillic, char32_t hangul) {
  const CyrillicSpellings spellings = kontsevich_syllable(hangul);
  return std::ranges::find(spellings, cyrillic, &CyrillicSpellings::value_type::first) != spellings.end();
}

TEST(Hangul, IsTakenApartIntoJamo) {
  EXPECT_EQ(jamo_of(U'한').initial, U'ㅎ');
  EXPECT_EQ(jamo_of(U'한').vowel, U'ㅏ');
  EXPECT_EQ(jamo_of(U'한').final, U'ㄴ');
  EXPECT_EQ(jamo_of(U'희').vowel, U'ㅢ');
  EXPECT_EQ(jamo_of(U'이').final, U'\0');
  EXPECT_EQ(jamo_of(U'힣').final, U'ㅎ');
}

TEST(Kontsevich, SpellsWithAndWithoutVoicing) {
  for (const char* form : {"чон", "джон", "чжон"}) EXPECT_TRUE(spells(form, U'정')) << form;
  EXPECT_TRUE(spells("хи", U'희'));
  EXPECT_TRUE(spells("хый", U'희'));
  EXPECT_TRUE(spells("ын", U'은'));
  EXPECT_TRUE(spells("ин", U'은'));
  EXPECT_TRUE(spells("иль", U'일'));
  EXPECT_TRUE(spells("ир", U'일'));
  EXPECT_TRUE(spells("хён", U'현'));
  EXPECT_TRUE(spells("хьон", U'현'));
  EXPECT_FALSE(spells("хан", U'현'));
  EXPECT_TRUE(kontsevich_syllable(U'a').empty());
}

TEST(Korean, OneManInThreeScripts) {
  const std::vector<std::string> forms = {"한도윤",      "Han Do-yun",  "HAN DOYUN",
                                          "Han Do Yoon", "Do-yoon Han", "Хан До Юн",
                                          "Хан Доюн",    "Хан То Юн",   "Хан До-юн"};
  for (const std::string& a : forms) {
    for (const std::string& b : forms) EXPECT_GT(alike(a, b), 0.6) << a << " / " << b;
  }
}

TEST(Korean, ReadsHabitAndSystemsAlike) {
  EXPECT_GT(alike("Park Jung-hoon", "Pak Chŏng-hun"), 0.9);
  EXPECT_GT(alike("박정훈", "Park Jung-hoon"), 0.9);
  EXPECT_GT(alike("박정훈", "Bak Jeonghun"), 0.9);
  EXPECT_GT(alike("이승민", "Rhee Seung-min"), 0.9);
  EXPECT_GT(alike("이승민", "Yi Sŭng-min"), 0.9);
  EXPECT_GT(alike("최광수", "Choi Kwang Soo"), 0.9);
  EXPECT_GT(alike("최광수", "Ch'oe Kwangsu"), 0.9);
  EXPECT_GT(alike("최광수", "Цой Кван Су"), 0.9);
  EXPECT_GT(alike("최광수", "Чхве Гвансу"), 0.9);
  EXPECT_GT(alike("리철호", "Ri Chol Ho"), 0.9);
  EXPECT_GT(alike("리철호", "이철호"), 0.9);
  EXPECT_GT(alike("남궁도현", "Namgoong Do-hyun"), 0.9);
  EXPECT_GT(alike("남궁도현", "Nam Gung Do-hyeon"), 0.9);
}

TEST(Korean, UkrainianSpellingsReadToo) {
  EXPECT_GT(alike("박정훈", "Пак Чон Хун"), 0.9);
  EXPECT_GT(alike("김은희", "Кім Ин Хі"), 0.9);
  EXPECT_GT(alike("Kim Eun-hee", "Кім Инхі"), 0.8);
}

TEST(Korean, OtherPeopleWithNamesAlike) {
  EXPECT_LT(alike("박정훈", "박정현"), 0.1);
  EXPECT_LT(alike("박정훈", "Park Jung-hyun"), 0.1);
  EXPECT_LT(alike("박정훈", "Kim Jung-hoon"), 0.1);
  EXPECT_LT(alike("김민", "Kim Min-jae"), 0.3);
  EXPECT_LT(alike("Пак Чон Хун", "Park Jung-hyun"), 0.1);
}

TEST(Korean, OneSpellingOfSeveralSyllablesTellsLess) {
  const double spelled = compare(prepare("Park Jung-soo"), prepare("Park Jung-soo")).bits;
  const double certain = compare(prepare("박정수"), prepare("박정수")).bits;
  EXPECT_LT(spelled, certain);
}

TEST(Korean, ANameThatMayBeChineseKeepsBothReadings) {
  const Name name = prepare("Chang Min");
  EXPECT_FALSE(name.parts().korean.empty());
  EXPECT_FALSE(name.parts().chinese.empty());
  EXPECT_GT(alike("Chang Min", "장민"), 0.5);
  EXPECT_GT(alike("Jang Min", "Chang Min"), 0.5);
  EXPECT_GT(alike("Chang Min", "常敏"), 0.3);
  EXPECT_TRUE(prepare("Zhang Renbo").parts().korean.empty());
}

TEST(Korean, ReadsTheUsualSyllables) {
  EXPECT_EQ(first_reading("Kim Min-jae"), "김민재");
  EXPECT_EQ(first_reading("Пак Мин Су"), "박민수");
  EXPECT_EQ(first_reading("Harold Ashcombe"), "");
  EXPECT_EQ(first_reading("Валерий Ермаков"), "");
}

TEST(Korean, SaysWhy) {
  const auto why = compare(prepare("Пак Чон Хун"), prepare("Park Jung-hoon")).why;
  ASSERT_FALSE(why.empty());
  EXPECT_EQ(why[0], "Пак Чон Хун = Park Jung-hoon (박정훈, Kontsevich)");
}

TEST(Korean, KeysAreSharedAcrossScripts) {
  const auto share = [](std::string_view a, std::string_view b) {
    const auto x = blocking_keys(prepare(a));
    const auto y = blocking_keys(prepare(b));
    return std::ranges::any_of(x, [&](const std::string& key) { return std::ranges::binary_search(y, key); });
  };
  EXPECT_TRUE(share("박정훈", "Park Jung-hoon"));
  EXPECT_TRUE(share("박정훈", "Pak Chong-hun"));
  EXPECT_TRUE(share("박정훈", "Пак Чжон Хун"));
  EXPECT_FALSE(share("박정훈", "Kim Min-jae"));
}

TEST(Korean, IsSymmetricForAnySyllables) {
  const std::vector<std::string> pieces = {"Park", "박",  "정훈", "Jung-hoon", "Lee", "Ли",
                                           "Чан",  "min", "ри",   "하",        "오"};
  RC_ASSERT(rc::check([&](std::vector<std::uint8_t> x, std::vector<std::uint8_t> y) {
    std::string a, b;
    for (const auto i : x) a += pieces[i % pieces.size()] + (i > 127 ? " " : "");
    for (const auto i : y) b += pieces[i % pieces.size()] + (i > 127 ? " " : "");
    const Comparison one = compare(prepare(a), prepare(b));
    const Comparison other = compare(prepare(b), prepare(a));
    RC_ASSERT(std::abs(one.bits - other.bits) < 1e-9);
    (void)blocking_keys(prepare(a));
  }));
}

}  // namespace
}  // namespace muster::names
