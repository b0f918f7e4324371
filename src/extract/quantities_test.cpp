#include "extract/quantities.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "extract/dates.hpp"
#include "extract/numbers.hpp"

namespace muster::extract {
namespace {

struct Reading {
  model::Document document;
  std::vector<model::Quantity> quantities;
};

Reading read(std::string text) {
  Reading reading;
  reading.document.text = std::move(text);
  const Analysis analysis(reading.document);
  reading.quantities = find_quantities(analysis, find_dates(analysis, ""));
  return reading;
}

// "relation value unit-or-currency counted" of each.
std::vector<std::string> brief(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& q : read(text).quantities) {
    std::string line = std::string(to_string(q.relation)) +
                       (std::isnan(q.value) ? "?" : std::to_string(static_cast<long>(q.value)));
    if (!q.unit.empty()) line += " " + q.unit;
    if (!q.currency.empty()) line += " " + q.currency;
    if (!q.counted.empty()) line += " " + q.counted;
    out.push_back(line);
  }
  return out;
}
using Lines = std::vector<std::string>;

TEST(Quantities, BoundsComeFromTheWordsBefore) {
  EXPECT_EQ(brief("More than 150 foreign citizens came."), Lines{">150 citizens"});
  EXPECT_EQ(brief("at least 12 were hurt"), Lines{">=12"});
  EXPECT_EQ(brief("up to 40 soldiers"), Lines{"<=40 soldiers"});
  EXPECT_EQ(brief("no more than 12 people"), Lines{"<=12 people"});
  EXPECT_EQ(brief("nearly 3,000 troops"), Lines{"~3000 troops"});
  EXPECT_EQ(brief("fewer than 20 names"), Lines{"<20 names"});
}

TEST(Quantities, RussianAndUkrainian) {
  EXPECT_EQ(brief("более 150 граждан"), Lines{">150 граждан"});
  EXPECT_EQ(brief("понад 50 іноземців"), Lines{">50 іноземців"});
  EXPECT_EQ(brief("168 имён"), Lines{"=168 имён"});
  EXPECT_EQ(brief("не более 12 человек"), Lines{"<=12 человек"});
  EXPECT_EQ(brief("двести сорок пять солдат"), Lines{"=245 солдат"});
  EXPECT_EQ(brief("до 20 тыс. грн в месяц"), Lines{"<=20000 UAH"});
}

TEST(Quantities, NumbersInWords) {
  EXPECT_EQ(brief("one hundred and sixty-eight names"), Lines{"=168 names"});
  EXPECT_EQ(brief("two dozen fighters"), Lines{"=24 fighters"});
  EXPECT_EQ(brief("a few fighters"), Lines{"=? fighters"});
  EXPECT_EQ(brief("hundreds of other foreigners"), Lines{">=200 foreigners"});
}

TEST(Quantities, HalvesPartsAndSigns) {
  EXPECT_EQ(brief("half a million people"), Lines{"=500000 people"});
  EXPECT_EQ(brief("five and a half million people"), Lines{"=5500000 people"});
  const auto part = read("two thirds of the soldiers");
  ASSERT_EQ(part.quantities.size(), 1U);
  EXPECT_NEAR(part.quantities[0].value, 0.667, 0.001);
  EXPECT_EQ(part.quantities[0].unit, "fraction");
  EXPECT_EQ(brief("it was -20 degrees"), Lines{"=-20 degree"});
  EXPECT_EQ(brief("a 5-6 split of 20 men").back(), "=20 men");
}

TEST(Quantities, DigitsWithAnyThousandsMark) {
  EXPECT_EQ(brief("1,250.50 euros"), Lines{"=1250 EUR"});
  EXPECT_EQ(brief("1.250,50 euros"), Lines{"=1250 EUR"});
  EXPECT_EQ(brief("300\u00A0000 rubles"), Lines{"=300000 RUB"});
  EXPECT_EQ(brief("300\u2009000 people"), Lines{"=300000 people"});
}

TEST(Quantities, RangesHaveNoValueButTwoEnds) {
  const auto reading = read("between 10 and 20 soldiers");
  ASSERT_EQ(reading.quantities.size(), 1U);
  EXPECT_TRUE(std::isnan(reading.quantities[0].value));
  EXPECT_EQ(reading.quantities[0].low, 10);
  EXPECT_EQ(reading.quantities[0].high, 20);
  const auto money = read("$5 to $6 million");
  ASSERT_EQ(money.quantities.size(), 1U);
  EXPECT_EQ(money.quantities[0].low, 5e6);
  EXPECT_EQ(money.quantities[0].currency, "USD");
}

TEST(Quantities, ASumInBracketsRestatesTheOneBefore) {
  const auto reading = read("he paid 250 000 rubles (about $2 900) to join");
  ASSERT_EQ(reading.quantities.size(), 2U);
  EXPECT_EQ(reading.quantities[1].same_as, 0);
  EXPECT_EQ(reading.quantities[1].relation, model::Relation::kAbout);
}

TEST(Quantities, WhatIsCountedIsQuotedWithItsModifiers) {
  const auto reading = read("pictures of 13 young men who came");
  ASSERT_EQ(reading.quantities.size(), 1U);
  EXPECT_EQ(reading.quantities[0].counted, "men");
  EXPECT_EQ(model::text_at(reading.document, reading.quantities[0].counted_span), "young men");
}

TEST(Quantities, PercentAndUnits) {
  EXPECT_EQ(brief("10 percent of voters"), Lines{"=10 percent voters"});
  EXPECT_EQ(brief("15 km from the front"), Lines{"=15 km"});
  EXPECT_EQ(brief("5,5 % населения"), Lines{"=5 percent населения"});
}

TEST(Quantities, NamesOfThingsAreNotCounts) {
  EXPECT_TRUE(brief("the 25th brigade").empty());
  EXPECT_TRUE(brief("в/ч 41680").empty());
  EXPECT_TRUE(brief("a Su-27 flew").empty());
  EXPECT_TRUE(brief("One of the men and no one else").empty());
  EXPECT_TRUE(brief("call +7 912 345-67-89").empty());
  EXPECT_TRUE(brief("in 2014, on April 8").empty());
  EXPECT_TRUE(brief("under Article 51").empty());
}

TEST(Quantities, SpansLieInTheTextInOrderWhateverTheWords) {
  const std::vector<std::string> pieces = {
      "more",   "than",    "150",  "no",    "hundred", "and",      "two",  "million", "$",   "(",     ")",
      "rubles", "between", "to",   "-",     "of",      "soldiers", "до",   "тыс",     ".",   "%",     "300",
      "000",    "1.250,5", "half", "about", "+",       "7",        "\n\n", "one",     "the", "dozens"};
  RC_ASSERT(rc::check([&pieces]() {
    const auto picks =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
    std::string text;
    for (const std::size_t pick : picks) text += pieces[pick] + (pick % 4 ? " " : "");
    const Reading reading = read(text);
    std::uint32_t end = 0;
    for (const auto& quantity : reading.quantities) {
      RC_ASSERT(quantity.span.begin >= end);
      RC_ASSERT(quantity.span.begin < quantity.span.end);
      RC_ASSERT(quantity.span.end <= text.size());
      RC_ASSERT(quantity.counted_span.end <= text.size());
      RC_ASSERT(quantity.counted.empty() ||
                model::text_at(reading.document, quantity.counted_span).ends_with(quantity.counted));
      end = quantity.span.end;
    }
  }));
}

TEST(Quantities, TheScaleOfARangeBelongsToBothItsEnds) {
  const auto euros = read("Надійшло від 100 до 150 тисяч євро.").quantities.at(0);
  EXPECT_EQ(euros.low, 100000);
  EXPECT_EQ(euros.high, 150000);
  const auto boxes = read("Between 100 and 1,500 boxes burned.").quantities.at(0);
  EXPECT_EQ(boxes.low, 100);
  EXPECT_EQ(boxes.high, 1500);
}

TEST(Quantities, CollectiveNumeralsCount) {
  EXPECT_EQ(brief("Загинули двоє людей, семеро пасажирів поранені."), (Lines{"=2 людей", "=7 пасажирів"}));
}

TEST(Quantities, LongRowsOfOneWordTakeLinearTime) {
  for (const char* word :
       {"two ", "111 ", "hundred and ", "more than ", "5-", "$5 ", "1 to ", "+ 7 ", "of the "}) {
    std::string text;
    while (text.size() < 400'000) text += word;
    (void)read(std::move(text));
  }
}

TEST(Quantities, EveryNumberOfTheSeedReport) {
  const char* shared = std::getenv("MUSTER_SHARED");
  const std::filesystem::path root = shared ? shared : MUSTER_SOURCE_DIR "/../shared";
  const auto article = base::read_file(root / "seed/article.txt");
  if (!article) GTEST_SKIP() << "no seed report here";
  EXPECT_EQ(brief(*article),
            (Lines{">150 citizens", ">=200 foreigners", "=13 citizens", "=168 names", "=? fighters",
                   "=2 citizens", "=6 soldiers", "=300000 RUB", "~3470 USD"}));
}

TEST(Numbers, DigitsAreReadByTheirMarks) {
  EXPECT_EQ(parse_digits("1,250,000"), 1250000);
  EXPECT_EQ(parse_digits("3,5"), 3.5);
  EXPECT_EQ(parse_digits("1.250"), 1.25);
  EXPECT_FALSE(parse_digits("12.03.1994"));
  EXPECT_FALSE(parse_digits("10:30"));
}

}  // namespace
}  // namespace muster::extract
