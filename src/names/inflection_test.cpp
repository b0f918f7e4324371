#include "names/inflection.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace muster::names {
namespace {

// Where the nominative stands among the candidates; 0 is the form as written, -1 nowhere.
int place(std::string_view inflected, std::string_view nominative) {
  const auto found = nominatives(inflected);
  const auto at = std::ranges::find(found, nominative);
  return at == found.end() ? -1 : static_cast<int>(at - found.begin());
}

void expect_near_the_top(std::string_view inflected, std::string_view nominative, int at_most = 2) {
  const int at = place(inflected, nominative);
  EXPECT_TRUE(at >= 1 && at <= at_most) << inflected << " -> " << nominative << " stands at " << at;
}

TEST(Nominatives, ChineseNamesInRussian) {
  for (const char* form : {"Чжана Жэньбо", "Чжану Жэньбо", "Чжаном Жэньбо", "Чжане Жэньбо"}) {
    expect_near_the_top(form, "Чжан Жэньбо");
  }
  for (const char* form : {"Вана Цзяньмина", "Вану Цзяньмину", "Ваном Цзяньмином", "Ване Цзяньмине"}) {
    expect_near_the_top(form, "Ван Цзяньмин");
  }
  expect_near_the_top("Ваном Вэем", "Ван Вэй");
  expect_near_the_top("Линя Хая", "Линь Хай");
  expect_near_the_top("ЧЖАНА ЖЭНЬБО", "ЧЖАН ЖЭНЬБО");
}

TEST(Nominatives, ChineseNamesInUkrainian) {
  for (const char* form : {"Чжана Женьбо", "Чжану Женьбо", "Чжаном Женьбо", "Чжанові Женьбо"}) {
    expect_near_the_top(form, "Чжан Женьбо");
  }
}

TEST(Nominatives, SlavicNames) {
  expect_near_the_top("Володимира Зеленського", "Володимир Зеленський");
  expect_near_the_top("Зеленському", "Зеленський", 3);
  expect_near_the_top("Порошенком", "Порошенко");
  expect_near_the_top("Петра Порошенка", "Петро Порошенко", 4);
  expect_near_the_top("Кличка", "Кличко");
  expect_near_the_top("Сергея Викторовича Лаврова", "Сергей Викторович Лавров");
  expect_near_the_top("Анной Ивановной Петровой", "Анна Ивановна Петрова", 4);
  expect_near_the_top("Марії Захарової", "Марія Захарова", 4);
}

TEST(Nominatives, TheFormAsWrittenComesFirst) {
  EXPECT_EQ(nominatives("Ли Цзяньго")[0], "Ли Цзяньго");
  EXPECT_EQ(nominatives("Zhang Renbo"), std::vector<std::string>{"Zhang Renbo"});
  EXPECT_EQ(nominatives(""), std::vector<std::string>{""});
}

TEST(Nominatives, AnyBytesSurvive) {
  RC_ASSERT(rc::check([](const std::string& bytes) {
    const auto found = nominatives(bytes);
    RC_ASSERT(!found.empty() && found.size() <= kMostNominatives && found[0] == bytes);
    RC_ASSERT(!nominatives(bytes + " Чжана " + bytes).empty());
  }));
}

}  // namespace
}  // namespace muster::names
