// The values of a list's fields as they are compared: folded, dates and names read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/compare.hpp"
#include "resolve/birth_date.hpp"
#include "resolve/link_columns.hpp"

namespace muster::resolve {

// A date as digits, so that one typed wrongly (1845-71-19) can still be compared by its digits. 0: not known.
using WrittenDate = BirthDate;

struct LinkValue {
  std::string text;                      // folded: lower case without accents, other signs a space each run
  std::string shown;                     // as written, the first seen
  bool checked = false;                  // of identifiers: it carries check digits, and they hold
  std::string sound;                     // of a name's words, one key: "k:rbrt"
  WrittenDate date;                      // of dates
  std::vector<std::uint16_t> nicknames;  // of given names: numbers of lines in nicknames_en.tsv
  std::vector<names::Name> names;        // of full names
};

// The order in which a column writes day and month, where some of its dates tell; else day first.
enum class DayOrder : std::uint8_t { kDayFirst, kMonthFirst };

// "Müller-Lüdenscheidt" -> "muller ludenscheidt"
[[nodiscard]] std::string fold_text(std::string_view utf8);

// 1971-06-24, 19560409, 24.06.1971, 6/24/71, 25-Jun-08, 1971-06, 1971. All zero where it is none of these.
// Years of two digits are in the hundred years up to 2026.
[[nodiscard]] WrittenDate read_written_date(std::string_view cell, DayOrder order);
[[nodiscard]] DayOrder day_order_of(const std::vector<std::string>& cells);

// A key for words that sound alike in English spelling.
[[nodiscard]] std::string sound_key(std::string_view folded);

// The value of a cell that is not empty; its text is empty where nothing of it can be compared ("n/a", "-").
[[nodiscard]] LinkValue read_value(FieldKind kind, std::string_view cell, DayOrder order,
                                   names::NameKind name_kind);

}  // namespace muster::resolve
