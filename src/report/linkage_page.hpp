// A page that tells who is who in a list and why: how pairs were found, what agreement of each field tells,
// how sure the answer is, and the pairs that a person should look at, with the sum that each probability is.
//
// One file without anything from outside; light, dark and print. All words of the lists are escaped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/row_table.hpp"
#include "resolve/link_measures.hpp"
#include "resolve/linkage.hpp"

namespace muster::report {

// All that is pointed to must outlive the call.
struct LinkagePage {
  const model::RowTable& table;  // that `rows` was made of
  const resolve::LinkRows& rows;
  const resolve::Linkage& linkage;
  double threshold = 0.95;                                       // that the clusters were made with
  std::vector<std::string> sources = {};                         // names of the lists, by number; empty: one
  std::optional<resolve::LinkMeasures> measures = std::nullopt;  // where the truth is known
  std::size_t most_pairs = 200;                                  // in the list of pairs to look at
};

[[nodiscard]] std::string linkage_html(const LinkagePage& page);

// The same without the frame: what stands in <main>. For tests.
[[nodiscard]] std::string linkage_html_main(const LinkagePage& page);

}  // namespace muster::report
