// Cells as they are compared: folded, dates read in every way of writing them.
#include "resolve/link_values.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

std::string date(std::string_view cell, DayOrder order = DayOrder::kDayFirst) {
  const WrittenDate read = read_written_date(cell, order);
  return fmt::format("{}-{}-{}", read.year, read.month, read.day);
}

TEST(LinkValues, TextIsFolded) {
  EXPECT_EQ(fold_text("Müller-Lüdenscheidt"), "muller ludenscheidt");
  EXPECT_EQ(fold_text("  O'Hara,  JANE. "), "ohara jane");
  EXPECT_EQ(fold_text("Чжан  Жэньбо"), "чжан жэньбо");
  EXPECT_EQ(fold_text("-/."), "");
}

TEST(LinkValues, FoldingIsDoneOnce) {
  RC_ASSERT(rc::check([](const std::string& text) {
    const std::string folded = fold_text(text);
    if (folded.size() < 100) RC_ASSERT(fold_text(folded) == folded);
  }));
}

TEST(LinkValues, ADateIsReadInEveryWayOfWritingIt) {
  for (const char* cell : {"1971-06-24", "1971/6/24", "19710624", "24.06.1971", "24/6/1971", "24-6-71",
                           "24 Jun 1971", "24-Jun-71", "June 24, 1971", "1971 Jun 24", "1971-06-24T00:00:00",
                           "1971-06-24 00:00", " 24 . 06 . 1971 "})
    EXPECT_EQ(date(cell), "1971-6-24") << cell;
}

TEST(LinkValues, PartOfADateIsReadAsPart) {
  EXPECT_EQ(date("1971"), "1971-0-0");
  EXPECT_EQ(date("1971-06"), "1971-6-0");
  EXPECT_EQ(date("06/1971"), "1971-6-0");
  EXPECT_EQ(date("Jun 1971"), "1971-6-0");
  EXPECT_EQ(date("1971-00-00"), "1971-0-0");
}

TEST(LinkValues, WhatIsNoDateIsNone) {
  for (const char* cell :
       {"", "unknown", "24", "12345", "1-2", "Jun", "0000-00-00", "24 Jun", "999999999999999"})
    EXPECT_EQ(date(cell), "0-0-0") << cell;
}

TEST(LinkValues, DayAndMonthStandAsTheListWritesThem) {
  EXPECT_EQ(date("03/04/1971"), "1971-4-3");
  EXPECT_EQ(date("03/04/1971", DayOrder::kMonthFirst), "1971-3-4");
  EXPECT_EQ(date("06/24/1971"), "1971-6-24") << "no month 24: month first all the same";
  EXPECT_EQ(date("24/06/1971", DayOrder::kMonthFirst), "1971-6-24");
  EXPECT_EQ(day_order_of({"03/04/1971", "06/24/1971", "1970-13-02"}), DayOrder::kMonthFirst);
  EXPECT_EQ(day_order_of({"03/04/1971", "24/06/1971", ""}), DayOrder::kDayFirst);
  EXPECT_EQ(day_order_of({}), DayOrder::kDayFirst);
}

TEST(LinkValues, YearsOfTwoDigitsLieInTheHundredYearsUpTo2026) {
  EXPECT_EQ(date("1/2/26"), "2026-2-1");
  EXPECT_EQ(date("1/2/27"), "1927-2-1");
}

TEST(LinkValues, AWrongDigitIsKeptAsWritten) {
  EXPECT_EQ(date("1845-71-19"), "1845-71-19");
}

TEST(LinkValues, EveryDayComesBackFromEveryWayOfWriting) {
  RC_ASSERT(rc::check([] {
    const int year = *rc::gen::inRange(1927, 2027);
    const int month = *rc::gen::inRange(1, 13);
    const int day = *rc::gen::inRange(1, 29);
    const std::string truth = fmt::format("{}-{}-{}", year, month, day);
    RC_ASSERT(date(fmt::format("{:04}-{:02}-{:02}", year, month, day)) == truth);
    RC_ASSERT(date(fmt::format("{:04}{:02}{:02}", year, month, day)) == truth);
    RC_ASSERT(date(fmt::format("{}.{}.{}", day, month, year)) == truth);
    RC_ASSERT(date(fmt::format("{}/{}/{:02}", day, month, year % 100)) == truth);
    RC_ASSERT(date(fmt::format("{}/{}/{}", month, day, year), DayOrder::kMonthFirst) == truth);
  }));
}

TEST(LinkValues, AnyBytesAreReadAsAnyKind) {
  RC_ASSERT(rc::check([](const std::string& cell) {
    for (int kind = 0; kind <= static_cast<int>(FieldKind::kText); ++kind)
      (void)read_value(static_cast<FieldKind>(kind), cell, DayOrder::kDayFirst, names::NameKind::kPerson);
  }));
}

TEST(LinkValues, WhatListsWriteWhereTheyKnowNothingIsNothing) {
  for (const char* cell : {"n/a", "N.A.", "-", "Unknown", "NULL", "неизвестно", "  "})
    EXPECT_TRUE(
        read_value(FieldKind::kText, cell, DayOrder::kDayFirst, names::NameKind::kPerson).text.empty())
        << cell;
}

TEST(LinkValues, AVeryLongCellIsCutBetweenLetters) {
  std::string cell = "a";
  for (int i = 0; i < 1000; ++i) cell += "Ж";
  const LinkValue value = read_value(FieldKind::kText, cell, DayOrder::kDayFirst, names::NameKind::kPerson);
  EXPECT_LE(value.shown.size(), 200U);
  EXPECT_EQ(value.shown.size() % 2, 1U) << "a letter of two bytes was cut in two";
}

TEST(LinkValues, TheFirstOfJanuaryStandsForItsYearWhereManyAreBornThen) {
  std::vector<Cells> rows;
  for (int i = 0; i < 20; ++i) rows.push_back({fmt::format("{}", i), fmt::format("19{}-01-01", 50 + i), "x"});
  for (int i = 0; i < 20; ++i)
    rows.push_back({fmt::format("{}", 20 + i), fmt::format("19{}-05-17", 50 + i), "y"});
  const LinkRows many = rows_of({"id", "dob", "name"}, rows);
  const auto& field = many.fields.back();
  for (const LinkValue& value : field.values)
    EXPECT_FALSE(value.date.month == 1 && value.date.day == 1) << value.shown;
  const LinkRows few = rows_of({"id", "dob", "name"}, std::vector<Cells>(rows.begin() + 19, rows.end()));
  EXPECT_EQ(std::ranges::count_if(few.fields.back().values,
                                  [](const LinkValue& v) { return v.date.month == 1 && v.date.day == 1; }),
            1);
}

}  // namespace
}  // namespace muster::resolve
