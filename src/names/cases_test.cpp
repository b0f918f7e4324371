#include "names/cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace muster::names {
namespace {

double alike(std::string_view a, std::string_view b) {
  return compare(prepare(a), prepare(b)).probability;
}

TEST(Cases, ChineseNamesAreFoundInEveryCase) {
  for (const char* form :
       {"Чжана Жэньбо", "Чжану Жэньбо", "Чжаном Жэньбо", "Чжане Жэньбо", "Чжанові Женьбо"}) {
    EXPECT_GT(alike(form, "张仁波"), 0.9) << form;
    EXPECT_GT(alike(form, "Чжан Жэньбо"), 0.9) << form;
    EXPECT_GT(alike(form, "Zhang Renbo"), 0.9) << form;
  }
  EXPECT_GT(alike("Чжана Жэньбо", "Чжаном Жэньбо"), 0.8);
}

TEST(Cases, UkrainianAndRussianNamesAreFoundInOtherCases) {
  EXPECT_GT(alike("Петром Гнатенком", "Петро Гнатенко"), 0.8);
  EXPECT_GT(alike("Олексія Дубровського", "Oleksiy Dubrovsky"), 0.9);
  EXPECT_GT(alike("Степаном Дубровским", "Степан Дубровский"), 0.9);
}

TEST(Cases, TheFormAsWrittenCostsLess) {
  EXPECT_GT(compare(prepare("Чжан Жэньбо"), prepare("张仁波")).bits,
            compare(prepare("Чжана Жэньбо"), prepare("张仁波")).bits);
}

TEST(Cases, ANominativeHasNoOtherCases) {
  for (const char* name :
       {"Анна Петрова", "Чжан Жэньбо", "Валерий Ермаков", "Володимир Зеленський", "Zhang Renbo"})
    EXPECT_TRUE(likely_nominatives(name).empty()) << name << " -> " << likely_nominatives(name)[0];
}

TEST(Cases, AWomanIsNotTakenForAMan) {
  EXPECT_LT(alike("Анна Петрова", "Ivan Petrov"), 0.3);
  EXPECT_LT(alike("Чжана Жэньбо", "Чжан Жэньбинь"), 0.5);
}

TEST(Cases, AreToldInTheReasons) {
  const auto why = compare(prepare("Чжана Жэньбо"), prepare("张仁波")).why;
  EXPECT_NE(std::ranges::find(why, "Чжана Жэньбо may be Чжан Жэньбо in another case"), why.end());
}

TEST(Cases, ComparisonStaysSymmetric) {
  const Name a = prepare("Чжана Жэньбо");
  const Name b = prepare("Чжаном Жэньбо");
  EXPECT_EQ(compare(a, b).bits, compare(b, a).bits);
  EXPECT_EQ(compare(a, b).bits, compare_bits(a, b));
}

}  // namespace
}  // namespace muster::names
