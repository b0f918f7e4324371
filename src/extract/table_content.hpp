// What the cells of a column say by themselves, without a header.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/table_cells.hpp"

namespace muster::extract {

// Two to four capitalised words and nothing else, or two to four Hanzi.
[[nodiscard]] bool looks_like_name(std::string_view cell);

// ... and a word of it is known as a person's: a first name, a patronymic, a Slavic or Chinese family name.
[[nodiscard]] bool looks_like_person(std::string_view cell);

struct ColumnContent {
  std::size_t cells = 0, names = 0, people = 0, dates = 0, passports = 0, genders = 0;
  int earliest = 9999;  // year among the dates
  int latest = 0;
};

// Looks at the first rows from `first` on.
[[nodiscard]] ColumnContent content_of(const Sheet& sheet, std::size_t first, std::uint32_t column);

}  // namespace muster::extract
