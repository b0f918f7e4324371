// The sections of the page on linkage, each written by its own file.
#pragma once

#include <string>
#include <vector>

#include "report/linkage_page.hpp"

namespace muster::report {

void write_model(std::string& out, const LinkagePage& page);          // linkage_model.cpp
void write_probabilities(std::string& out, const LinkagePage& page);  // linkage_model.cpp
void write_doubts(std::string& out, const LinkagePage& page);         // linkage_review.cpp
void write_review(std::string& out, const LinkagePage& page);         // linkage_review.cpp

// The pairs that write_review shows, the least decided first: neither judged by a person nor hung on a doubt.
[[nodiscard]] std::vector<const resolve::LinkedPair*> review_order(const LinkagePage& page);

// The doubts that write_doubts shows.
[[nodiscard]] std::size_t doubts_shown(const LinkagePage& page);

// From 0 to 1 along a chart of bits.
class BitScale {
 public:
  void include(double bits);
  [[nodiscard]] double percent(double bits) const;  // 0 to 100

 private:
  double low_ = -1;
  double high_ = 1;
};

// A bar from one sum of bits to the next, as wide as its cell, with a line at zero.
[[nodiscard]] std::string step_svg(const BitScale& scale, double from, double to, std::string_view look);

// "+9.3", "−0.4"
[[nodiscard]] std::string signed_bits(double bits);

}  // namespace muster::report
