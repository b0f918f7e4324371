// Settlements and first-level regions of the world, from GeoNames (see data/README.md). Settlements
// lie in the binary as sorted text and are found by binary search: nothing is loaded or built at the start.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::extract {

struct Settlement {
  std::string name;
  std::string_view country;  // ISO 3166-1 alpha-2
  std::string_view region;   // admin1 code within the country
  double latitude = 0;
  double longitude = 0;
  std::string_view id;    // GeoNames; "0" when not known
  double population = 0;  // 0: not known
};

struct Region {
  std::string_view code;  // "UA.05"
  std::string_view name;  // English
  double latitude = 0;    // the mean of its settlements
  double longitude = 0;
  [[nodiscard]] std::string_view country() const { return code.substr(0, 2); }
};

// Every settlement of this name (see place_spelling.hpp), the most populous first.
[[nodiscard]] std::vector<Settlement> settlements_named(std::string_view normalised);

// Regions of this name (see place_spelling.hpp) ("donetsk", "texas", "донецк" without its ending); words such
// as "oblast" left out.
[[nodiscard]] std::vector<const Region*> regions_named(std::string_view normalised);

// The words that names of regions begin with (lower case; with repeats).
[[nodiscard]] std::vector<std::string_view> region_beginnings();

// nullptr when there is none of this code ("UA.05").
[[nodiscard]] const Region* region_of_code(std::string_view code);

// A settlement's other name (lower case, "_" for a space): what it is called in settlements_named, and its
// country.
struct OtherName {
  std::string_view country;
  std::string_view name;
};
[[nodiscard]] const OtherName* other_name(std::string_view form);

}  // namespace muster::extract
