// The words of time (data/extract/date_words.tsv) by kind, and the small readings that the rules for dates
// share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/word_table.hpp"

namespace muster::extract {

// In the order of the names that date_words() gives the table.
enum DateWord : std::uint8_t {
  kMonth,
  kWeekday,
  kShortday,
  kWeekdays,
  kSeason,
  kUnit,
  kDeictic,
  kNight,
  kDirection,
  kCurrent,
  kAgo,
  kBack,
  kForth,
  kPart,
  kOrdinal,
  kEdge,
  kHalf,
  kEach,
  kOften,
  kPresent,
  kPast,
  kPastAdjective,
  kPresentAdjective,
  kFutureRef,
  kLasting,
  kDecadeWord,
  kInTime,
  kYearWord,
  kWillBe,
  kWasDone,
  kHoliday,
  kWholeYear,
};

[[nodiscard]] const WordTable& date_words();

[[nodiscard]] int to_int(std::string_view digits);  // 0 for none
[[nodiscard]] bool is_digits(std::string_view text);

// TIMEX3: "P3D", "PT5H"; X for a count that is not known (NaN); decades and centuries in years.
[[nodiscard]] std::string duration(double amount, std::string_view unit);

}  // namespace muster::extract
