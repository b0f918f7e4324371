// Text on a terminal: how many columns it takes, cutting and padding to columns, colours. East Asian wide
// characters take two columns, combining marks none. Nothing here lets a document's control characters
// through: a file may not move the cursor or retitle the window of the person who reads about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::report {

struct TextOptions {
  int width = 80;       // columns; 0: no limit
  bool colour = false;  // ANSI colours; NO_COLOR and "is it a terminal" are the caller's business
};

// The text on one line: runs of white space become one space, controls and direction overrides become U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

// Columns that printed text takes. Linear in the text.
[[nodiscard]] std::size_t columns_of(std::string_view text);

// The text if it fits in `columns`, else as much as fits with "…" at the end, at a space where one is near.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);

// Spaces added up to `columns`, on the left for `right_aligned`.
[[nodiscard]] std::string pad_to(std::string_view text, std::size_t columns, bool right_aligned = false);

// Lines of at most `columns` columns, broken at spaces, or anywhere inside a word that is longer than a line.
[[nodiscard]] std::vector<std::string> wrap_to(std::string_view text, std::size_t columns);

enum class Ink : std::uint8_t { kBold, kDim, kRed, kGreen, kYellow, kBlue };

// The text between the escape codes of `ink` when options ask for colour; else the text.
[[nodiscard]] std::string inked(std::string_view text, Ink ink, const TextOptions& options);

}  // namespace muster::report
