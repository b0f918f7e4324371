// First half of finding dates: which words are a date, a time, a duration or a set, and what they say, before
// anything is worked out from a publication date. date_resolve.hpp does the second half.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/calendar.hpp"
#include "extract/numbers.hpp"
#include "extract/word_table.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

struct RawDate {
  enum class Form : std::uint8_t {
    kCalendar,  // date: year, month, day, any of them missing
    kWeekday,   // number: 1-7; direction
    kDeictic,   // number: days from today
    kUnit,      // "last week", "this year": unit, direction
    kOffset,    // "two weeks ago": amount (signed), unit; from_context for "earlier" and "later"
    kQuarter,   // number: 1-4, 0 "the quarter"; date.year or direction
    kHalf,      // number: 1-2
    kSeason,    // fixed: SP SU FA WI; date.year or direction
    kDecade,    // number: 199 for the 1990s
    kCentury,   // number: 19 for the 20th
    kHoliday,   // date (month and day) or fixed "T" for Thanksgiving
    kFixed,     // fixed: a value that needs no working out: P3D, PRESENT_REF, P1Y
    kClock,     // a time with no date
  };
  std::size_t first = 0;  // tokens, both inclusive
  std::size_t last = 0;
  Form form = Form::kFixed;
  model::DateType type = model::DateType::kDate;
  PartialDate date;
  int number = 0;
  std::optional<int> direction;  // -1 last, 0 this, 1 next
  double amount = 0;
  std::string unit;  // D W M Q Y DE CE TH TM TS WE
  std::string fixed;
  std::string clock;  // "TMO", "T22:00": goes behind the date
  bool from_context = false;
  bool two_readings = false;  // 03/04/2025
  Tense tense = Tense::kUnknown;
};

// All of them in text order, without overlaps. Linear in the number of tokens.
[[nodiscard]] std::vector<RawDate> scan_dates(const Analysis& analysis);

}  // namespace muster::extract
