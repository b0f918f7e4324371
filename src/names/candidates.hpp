// Names of an index that share near words with a query, the most promising first.
#pragma once

#include <cstdint>
#include <vector>

#include "names/index_view.hpp"
#include "names/near_words.hpp"

namespace muster::names {

struct Candidate {
  std::uint32_t name = 0;
  float score = 0;  // about the bits that compare gives, counted on word numbers alone
};

// At most `most`, best first, ties in the index's order.
[[nodiscard]] std::vector<Candidate> find_candidates(const IndexView& index, const QueryWords& query,
                                                     std::size_t most);

}  // namespace muster::names
