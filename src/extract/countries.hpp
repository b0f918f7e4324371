// Countries by code, name and adjective, in English, Russian, Ukrainian and Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::extract {

struct Country {
  std::string_view code;  // ISO 3166-1 alpha-2
  std::string_view name;  // English
  std::string_view capital;
  double latitude = 0;  // the middle of its land
  double longitude = 0;
};

enum class CountryWord : std::uint8_t { kName, kAdjective };

// The country that the words name, as a name ("Ukraine", "КНР") or an adjective ("Chinese", "китаец");
// nullptr when none. Case and apostrophes do not matter; Russian and Ukrainian case endings are taken off.
[[nodiscard]] const Country* find_country(std::string_view words);
[[nodiscard]] const Country* find_country(std::string_view words, CountryWord kind);

// Every form of the kind, as the tables have it: lower case, "_" for a space.
[[nodiscard]] std::vector<std::string_view> country_words(CountryWord kind);

[[nodiscard]] const Country* country_of_code(std::string_view code);

}  // namespace muster::extract
