// Who names whom as a source: a document that credits another's publisher, and two documents that take a
// claim from the same named source. Three outlets that all cite a fourth are one root, not three.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "weigh/copies.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {

struct Credit {
  std::uint32_t from = 0;  // readings: `from` names `to` as its source
  std::uint32_t to = 0;
  model::Span name;  // in `from`
  model::Span sentence;
};

// At most one for each pair; a publisher's own name is no credit.
[[nodiscard]] std::vector<Credit> find_credits(Case& whole);

[[nodiscard]] std::vector<model::Finding> cites(const Case& whole, const std::vector<Credit>& credits);

// Leaves out pairs that are copies of each other.
[[nodiscard]] std::vector<model::Finding> same_roots(Case& whole, const std::vector<Credit>& credits,
                                                     const Copies& copies);

}  // namespace muster::weigh
