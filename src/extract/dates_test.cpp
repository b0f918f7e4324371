#include "extract/dates.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

// "value" of each expression, "value|anchor" where there is an anchor.
std::vector<std::string> values(std::string text, std::string_view published = "2025-04-12",
                                std::string language = "en") {
  model::Document document;
  document.text = std::move(text);
  document.language = std::move(language);
  std::vector<std::string> out;
  for (const auto& date : find_dates(Analysis(document), published)) out.push_back(date.value);
  return out;
}
using Values = std::vector<std::string>;

TEST(Dates, AWholeDateStandsByItself) {
  EXPECT_EQ(values("It began on 8 April 2025.", ""), Values{"2025-04-08"});
  EXPECT_EQ(values("It began on April 8, 2025.", ""), Values{"2025-04-08"});
  EXPECT_EQ(values("See 2025-04-08 for more.", ""), Values{"2025-04-08"});
  EXPECT_EQ(values("Born 12.03.1994 in a village.", ""), Values{"1994-03-12"});
  EXPECT_EQ(values("В апреле 2025 года.", "", "ru"), Values{"2025-04"});
  EXPECT_EQ(values("8 апреля 2025 года", "", "ru"), Values{"2025-04-08"});
}

TEST(Dates, WithoutAPublicationDateTheYearStaysUnknown) {
  EXPECT_EQ(values("He said on April 8 that it was so.", ""), Values{"XXXX-04-08"});
  EXPECT_EQ(values("He left yesterday.", ""), Values{"XXXX-XX-XX"});
  EXPECT_EQ(values("He left on Monday.", ""), Values{"XXXX-WXX-1"});
  EXPECT_EQ(values("He left last year.", ""), Values{"XXXX"});
}

TEST(Dates, ThePublicationDateSettlesTheYearAndIsNamedAsAnchor) {
  model::Document document;
  document.text = "He said on April 8 that it was so.";
  const auto dates = find_dates(Analysis(document), "2025-04-12");
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(dates[0].value, "2025-04-08");
  EXPECT_EQ(dates[0].anchor, "2025-04-12");
  EXPECT_EQ(model::text_at(document, dates[0].span), "April 8");
}

TEST(Dates, AReportOfThePastLooksBackAndAForecastAhead) {
  EXPECT_EQ(values("They met on November 3."), Values{"2024-11-03"});
  EXPECT_EQ(values("They will meet on November 3."), Values{"2025-11-03"});
  EXPECT_EQ(values("It was signed on Friday."), Values{"2025-04-11"});
  EXPECT_EQ(values("It will be signed on Friday."), Values{"2025-04-18"});
}

TEST(Dates, RelativeDaysWeeksMonthsYears) {
  EXPECT_EQ(values("yesterday"), Values{"2025-04-11"});
  EXPECT_EQ(values("last Tuesday"), Values{"2025-04-08"});
  EXPECT_EQ(values("He came last week."), Values{"2025-W14"});
  EXPECT_EQ(values("He came two weeks ago."), Values{"2025-W13"});
  EXPECT_EQ(values("He came this month."), Values{"2025-04"});
  EXPECT_EQ(values("He came last year."), Values{"2024"});
  EXPECT_EQ(values("на прошлой неделе, два года назад", "2025-04-12", "ru"), (Values{"2025-W14", "2023"}));
  EXPECT_EQ(values("минулого вівторка", "2025-04-12", "uk"), Values{"2025-04-08"});
}

TEST(Dates, PeriodsSeasonsDecades) {
  EXPECT_EQ(values("in the third quarter of 2024"), Values{"2024-Q3"});
  EXPECT_EQ(values("in the summer of 2023"), Values{"2023-SU"});
  EXPECT_EQ(values("in the late 1990s"), Values{"199"});
  EXPECT_EQ(values("since early March 2022"), Values{"2022-03"});
  EXPECT_EQ(values("in the 19th century"), Values{"18"});
}

TEST(Dates, DurationsSetsAndReferences) {
  EXPECT_EQ(values("for two weeks"), Values{"P2W"});
  EXPECT_EQ(values("a 52-week course"), Values{"P52W"});
  EXPECT_EQ(values("for several months"), Values{"PXM"});
  EXPECT_EQ(values("every two days"), Values{"P2D"});
  EXPECT_EQ(values("each Thursday"), Values{"XXXX-WXX-4"});
  EXPECT_EQ(values("He is now there."), Values{"PRESENT_REF"});
}

TEST(Dates, TimesTakeTheirDay) {
  EXPECT_EQ(values("at 10 p.m. Wednesday"), Values{"2025-04-09T22:00"});
  EXPECT_EQ(values("on Monday night"), Values{"2025-04-07TNI"});
}

TEST(Dates, AnOrderOfDayAndMonthIsTakenFromTheDocumentOrLeftOpen) {
  EXPECT_EQ(values("on 03/04/2025", ""), Values{"2025-XX-XX"});
  EXPECT_EQ(values("on 03/04/2025 and 25/04/2025", ""), (Values{"2025-04-03", "2025-04-25"}));
  EXPECT_EQ(values("on 03/04/2025 and 04/25/2025", ""), (Values{"2025-03-04", "2025-04-25"}));
  EXPECT_EQ(values("от 03/04/2025", "", "ru"), Values{"2025-04-03"});
}

TEST(Dates, WhatNoCalendarHasIsNoDate) {
  EXPECT_TRUE(values("on 31.02.2024 it was").empty());
  EXPECT_TRUE(values("February 30").empty() || values("February 30")[0] == "2025-02");
}

TEST(Dates, CountsAndVerbsAreNoDates) {
  EXPECT_TRUE(values("They may march with 2000 people.").empty());
  EXPECT_TRUE(values("Since the beginning of the full-scale invasion they fight.").empty());
  EXPECT_TRUE(values("the 25th brigade").empty());
}

TEST(Dates, SpansLieInTheTextInOrderWhateverTheBytes) {
  const std::vector<std::string> pieces = {
      "April",      " ",          "8",    ",",       "2025",     "last",  "week",   "two",
      "years",      "ago",        "half", "a",       "the",      "10",    ":",      "30",
      "p",          ".",          "m",    "Monday",  "night",    "-",     "апреля", "года",
      "31.02.2024", "03/04/2025", "\n\n", "million", "and",      "every", "first",  "quarter",
      "\xC3\xA9",   "’",          "90",   "s",       "mid-1990s"};
  RC_ASSERT(rc::check([&pieces]() {
    const auto picks =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
    model::Document document;
    for (const std::size_t pick : picks) document.text += pieces[pick] + (pick % 3 ? " " : "");
    std::uint32_t end = 0;
    for (const auto& date : find_dates(Analysis(document), "2025-04-12")) {
      RC_ASSERT(date.span.begin >= end);
      RC_ASSERT(date.span.begin < date.span.end);
      RC_ASSERT(date.span.end <= document.text.size());
      RC_ASSERT(!date.value.empty());
      end = date.span.end;
    }
  }));
}

TEST(Dates, LongRowsOfOneWordTakeLinearTime) {
  for (const char* word :
       {"last ", "two ", "half a ", "first ", "111 ", "p. ", "hundred and ", "1990 ", "the ", "- "}) {
    std::string text;
    while (text.size() < 400'000) text += word;
    (void)values(std::move(text));
  }
}

TEST(Dates, BothDatesOfTheSeedReport) {
  const char* shared = std::getenv("MUSTER_SHARED");
  const std::filesystem::path root = shared ? shared : MUSTER_SOURCE_DIR "/../shared";
  const auto article = base::read_file(root / "seed/article.txt");
  if (!article) GTEST_SKIP() << "no seed report here";
  EXPECT_EQ(values(*article, "2025-04-12"), (Values{"2025-04-08", "2025-04-08"}));
  EXPECT_EQ(values(*article, ""), (Values{"XXXX-04-08", "XXXX-04-08"}));
}

}  // namespace
}  // namespace muster::extract
