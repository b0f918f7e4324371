// What two records say for and against being one person, in bits, field by field.
#pragma once

#include <string>
#include <vector>

#include "names/compare.hpp"
#include "resolve/birth_date.hpp"
#include "resolve/person.hpp"

namespace muster::resolve {

// A record with its names and dates read.
struct PreparedRecord {
  std::string id;
  std::string source;
  std::vector<names::Name> names;
  BirthDate birth_date;
  std::string sex;              // "M", "F" or ""
  std::string nationality;      // three capitals or ""
  std::string passport_number;  // capitals and digits
};

[[nodiscard]] PreparedRecord prepare(const PersonRecord& record);

struct Evidence {
  double bits = 0;               // of all fields, without the prior
  double ceiling = 1;            // the most that the probability may come to
  bool name_only = false;        // neither date nor number could be compared
  std::vector<std::string> why;  // a line for each field compared, with its bits
};

[[nodiscard]] Evidence weigh(const PreparedRecord& a, const PreparedRecord& b);

// "+9.3 bits"
[[nodiscard]] std::string show_bits(double bits);

}  // namespace muster::resolve
