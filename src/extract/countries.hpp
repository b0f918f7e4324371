// Countries by code, name and adjective, in English, Russian, Ukrainian and Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::extract {

struct Country {
  std::string_view code;  // ISO 3166-1 alpha-2
  std::string_view name;  // English
  std::string_view capital;
  double latitude = 0;  // the mean of its settlements
  double longitude = 0;
};

enum class CountryWord : std::uint8_t { kName, kAdjective };

// The country that the words name, as a name ("Ukraine", "КНР") or an adjective ("Chinese", "китаец");
// nullptr when none. Case and apostrophes do not matter; Russian and Ukrainian case endings are taken off.
[[nodiscard]] const Country* find_country(std::string_view words);
[[nodiscard]] const Country* find_country(std::string_view words, CountryWord kind);

// Can a name of a country begin with this word (lower case)? False spares the look-up; Cyrillic words always
// can.
[[nodiscard]] bool may_begin_country(std::string_view word);

[[nodiscard]] const Country* country_of_code(std::string_view code);

}  // namespace muster::extract
