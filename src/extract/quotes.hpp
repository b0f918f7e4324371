// Quotation marks in pairs: straight, curly, low, guillemets; nested; over several paragraphs with the mark
// repeated at each paragraph's start. A mark that finds no partner in its paragraph makes no quotation.
// Linear in the text.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/analysis.hpp"

namespace muster::extract {

// Tokens [open, end): the marks included. Where the quotation goes on in the next paragraph there is no
// closing mark and `goes_on` is set; the next paragraph's piece is a Quote of its own with `went_on`.
struct Quote {
  std::uint32_t open = 0;
  std::uint32_t end = 0;
  std::int32_t parent = -1;  // index of the quotation that holds this one
  bool goes_on = false;
  bool went_on = false;
};

// In order of their opening marks.
[[nodiscard]] std::vector<Quote> find_quotes(const Analysis& analysis);

}  // namespace muster::extract
