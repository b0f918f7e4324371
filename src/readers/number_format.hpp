// Spreadsheet numbers as a reader would write them: a serial day number under a date format is a date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::readers {

enum class NumberKind : std::uint8_t { kNumber, kDate, kTime, kDateTime };

[[nodiscard]] NumberKind kind_of_builtin(int format_id);                // ECMA-376, 18.8.30
[[nodiscard]] NumberKind kind_of_format(std::string_view format_code);  // "dd.mm.yyyy", "#,##0.00", ...

// `value` as the file writes it ("45210", "0.1"); dates as YYYY-MM-DD, times as HH:MM:SS, both with a T
// between. What is no number or no day of the years 1900-9999 comes back as it is.
[[nodiscard]] std::string show_number(std::string_view value, NumberKind kind, bool epoch_1904);

}  // namespace muster::readers
