// Birth dates as evidence: read from EDTF, whole or partial, and compared by level.
#pragma once

#include <cstdint>
#include <string_view>

namespace muster::resolve {

// 0: not known. A day is known only with its month, a month only with its year.
struct BirthDate {
  std::uint16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  friend bool operator==(const BirthDate&, const BirthDate&) = default;
};

// 1994-03-12, 1994-03, 1994; X for unknown digits ends what is known; ? ~ % are ignored. Anything else, and
// dates that do not exist (1994-02-30), count as not known.
[[nodiscard]] BirthDate parse_birth_date(std::string_view edtf);

enum class DateLevel : std::uint8_t {
  kMissing,  // on either side
  kExact,
  kSwapped,    // 1994-03-12, 1994-12-03
  kOneDigit,   // one digit other, or two neighbours exchanged
  kSameMonth,  // equal as far as known, down to the month
  kSameYear,   // equal as far as known, down to the year
  kYearOnly,   // known further, and equal in the year alone
  kDifferent,
};

// One digit other, or two neighbours exchanged. Also of dates that cannot be (1845-71-19).
[[nodiscard]] bool is_one_slip(const BirthDate& a, const BirthDate& b);

[[nodiscard]] DateLevel compare_dates(const BirthDate& a, const BirthDate& b);

// Can these not be one person's without an error in one of them that is more than a slip?
[[nodiscard]] bool contradict(const BirthDate& a, const BirthDate& b);

}  // namespace muster::resolve
