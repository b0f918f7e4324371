// What tesseract printed about a picture, as lines in an order that people would read a form in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::readers {

struct PrintedLine {
  std::string text;
  int left = 0;  // pixels
  int top = 0;
  int right = 0;
  int bottom = 0;
};

// From tesseract's TSV output: words joined to lines, without the words that it holds for noise; no spaces
// between Han signs.
[[nodiscard]] std::vector<PrintedLine> parse_tesseract(std::string_view tsv);

// From the top down and from left to right, but a value comes right after the label that stands above it.
[[nodiscard]] std::vector<PrintedLine> in_reading_order(std::vector<PrintedLine> lines);

}  // namespace muster::readers
