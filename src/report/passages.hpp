// Quotes made ready to show: quotes that share a sentence or a row become one passage, cut into marked and
// unmarked pieces. The marked words are always the quote's own, letter for letter, even where its context
// does not fit.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "report/brief.hpp"

namespace muster::report {

struct Piece {
  std::string_view text;
  bool marked = false;
  bool cut_before = false;  // words of the context were left out before it
  bool cut_after = false;
};

struct Passage {
  model::DocumentId document = 0;
  std::string_view part;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;  // code points of each quote, in text order
  std::vector<Piece> pieces;
};

// Passages in the order in which their first quote comes. Views point into the quotes. Contexts far longer
// than a sentence are shown as the words around the marks.
[[nodiscard]] std::vector<Passage> passages_of(std::span<const Quote> quotes);

}  // namespace muster::report
