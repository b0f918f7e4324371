// Dates in the cells of a table: every usual way to write one, and what cannot be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/calendar.hpp"
#include "extract/date_numeric.hpp"

namespace muster::extract {

struct CellDate {
  PartialDate date;           // year 0: no date was read
  bool impossible = false;    // in the shape of a date, but no calendar has it
  bool two_readings = false;  // day and month can be swapped: only the year is kept
  bool short_year = false;
};

// "1994-03-12", "1994-03-12T00:00:00", "12.03.1994", "3/12/94", "12 марта 1994 г.", "12-Mar-1994",
// "1994年3月12日", "03.1994", "1994". A two-digit year becomes the latest that is not after `latest_year`.
[[nodiscard]] CellDate read_cell_date(std::string_view cell, DateOrder order, int latest_year);

// What the dates of one column say together; unknown when they disagree or none tells.
[[nodiscard]] DateOrder order_of_column(const std::vector<std::string_view>& cells);

// EDTF: "1994-03-12", "1994-03", "1994"; "1994-XX-XX" for a date with two readings.
[[nodiscard]] std::string to_edtf(const CellDate& date);

// Full years between two dates; both must have a year. Missing parts count as the earliest.
[[nodiscard]] int years_between(const PartialDate& from, const PartialDate& to);

}  // namespace muster::extract
