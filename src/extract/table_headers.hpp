// What the words of a table's header say. Facts: data/extract/columns.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/date_numeric.hpp"
#include "extract/table_cells.hpp"

namespace muster::extract {

// The property that a header names; "" for none. The longest text found decides; two parts of a name in one
// header ("Surname, given name") are a name.
[[nodiscard]] std::string property_of_header(std::string_view header);

// What a header tells of the table: does it list people ("ФИО", "date of birth", "blood group") or things
// ("price", "vessel")? "Name" alone tells neither.
enum class Subject : std::uint8_t { kOpen, kPeople, kThings };
[[nodiscard]] Subject subject_of_header(std::string_view header);

// "Name": of anybody and anything.
[[nodiscard]] bool is_open_name_header(std::string_view header);

// "Acme Trading Ltd", "Victoria Station": a word says that the name is a firm's or a place's.
[[nodiscard]] bool names_a_body(std::string_view cell);

// "(dd/mm/yyyy)", "ММ.ДД.ГГГГ".
[[nodiscard]] DateOrder order_of_header(std::string_view header);

// Is this a row of totals?
[[nodiscard]] bool is_total(const Row& row);

// "male", "female" or "".
[[nodiscard]] std::string gender_of(std::string_view cell);

}  // namespace muster::extract
