// Rows and columns, written in the form the user asked for. All list commands (who, claims, timeline,
// findings, status) print through this.
//
//   table   for eyes: padded to columns, cut to the terminal's width, numbers to the right
//   csv     RFC 4180 (CRLF, quotes doubled), UTF-8 without a byte order mark
//   tsv     one line a row; tab, line break and backslash written \t \n \r \\ .
//   jsonl   one object a row, keys in column order
//   json    an array of those objects
//
// Spreadsheets run cells as formulas, and the cells of a leaked list are not ours to trust. In csv a text
// cell that begins with = + - @ (or their full-width forms), a tab or a line break gets an apostrophe before
// it, unless all of it is a plain number ("-12.5"). Numbers stay numbers. tsv, jsonl and json hold the text
// unchanged: use them where a program reads on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/terminal.hpp"

namespace muster::report {

enum class Format : std::uint8_t { kTable, kCsv, kTsv, kJsonl, kJson };

// "table", "csv", "tsv", "jsonl", "json"; nothing for another word.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);

// monostate is "not known": an empty cell, null in JSON. A double that is no finite number is written so too.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

struct Table {
  std::vector<std::string> columns;     // snake_case: the keys of jsonl and json
  std::vector<std::vector<Cell>> rows;  // a short row is filled with "not known", a long one cut
};

// Options matter to `table` alone. Ends with a line break unless it is empty.
[[nodiscard]] std::string write_table(const Table& table, Format format, const TextOptions& options = {});

}  // namespace muster::report
