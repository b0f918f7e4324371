// The days that an EDTF date may mean, for drawing: "2025-04" is a month's bar, "2025-04-08" a dot. Only what
// the date itself says: "XXXX-04-08" has no year and therefore no place on an axis.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::report {

// Days since 1970-01-01, [first, last).
struct DayRange {
  double first = 0;
  double last = 0;
  bool open_start = false;  // "../2025-04-08"
  bool open_end = false;    // "2022-02-24/.."
};

// Years, months, days, days with a time, months and days unknown ("2025-XX", "2025-04-XX"), decades ("199X"),
// intervals; a trailing ? ~ % is ignored here. Nothing for an unknown year or no date.
[[nodiscard]] std::optional<DayRange> days_of(std::string_view edtf);

// "2025-04-08" for a day number.
[[nodiscard]] std::string day_text(double day);

// Days since 1970-01-01 of a day of the Gregorian calendar.
[[nodiscard]] long days_from_civil(long year, unsigned month, unsigned day);

}  // namespace muster::report
