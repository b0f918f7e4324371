// Dates written with digits alone: 2025-04-08, 12.03.1994, 03/04/25. For running text and for cells of a
// table.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/calendar.hpp"

namespace muster::extract {

enum class DateOrder : std::uint8_t { kUnknown, kDayFirst, kMonthFirst };

struct NumericDate {
  PartialDate date;
  bool two_readings =
      false;  // day and month can be swapped, and the order is not known: date has only its year
  bool impossible = false;  // three numbers in the shape of a date that no calendar has: 31.02.1994
  bool short_year = false;  // two digits, the century was added
};

// Three numbers parted by one of . / - : day, month, year or year, month, day. Dots mean day first. A year of
// two digits is taken as the latest that is not after `latest_year`.
[[nodiscard]] std::optional<NumericDate> parse_numeric_date(std::string_view text, DateOrder order,
                                                            int latest_year);

// What one written date says about the order: 13/04 day first, 04/13 month first.
[[nodiscard]] DateOrder order_of(std::string_view text);

}  // namespace muster::extract
