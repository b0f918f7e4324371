// Days, weeks and partial dates: the arithmetic that resolving "last Tuesday" needs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace muster::extract {

using Day = std::chrono::sys_days;

// A date that may lack its day, month or year (0: not known).
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

// Is this a day that the calendar has? A missing year allows 29 February.
[[nodiscard]] bool is_possible(const PartialDate& date);

[[nodiscard]] Day to_day(const PartialDate& date);  // `date` must be whole and possible
[[nodiscard]] PartialDate to_date(Day day);
[[nodiscard]] int weekday_of(Day day);  // 1 Monday ... 7 Sunday

// Moves by months, to the last day of the month where the day does not exist.
[[nodiscard]] PartialDate add_months(const PartialDate& date, int months);

// "2025-04-08", "2025-04", "2025", "XXXX-04-08", "XXXX-04".
[[nodiscard]] std::string to_timex(const PartialDate& date);
[[nodiscard]] std::string iso_week(Day day);  // "2025-W15"

// The date that EDTF or ISO text begins with: "2025-04-12T10:00", "2025-04", "2025~". None for anything else.
[[nodiscard]] std::optional<PartialDate> parse_edtf(std::string_view text);

// Western Easter apart, the holidays that move: the fourth Thursday of November.
[[nodiscard]] PartialDate thanksgiving(int year);

}  // namespace muster::extract
