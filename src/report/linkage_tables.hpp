// What linkage found, as tables: clusters, pairs with their reasons, rows with their cluster in front,
// doubts.
#pragma once

#include <string>

#include "model/row_table.hpp"
#include "report/table.hpp"
#include "resolve/linkage.hpp"

namespace muster::report {

// id, cluster, and with several sources source; every row of the list, clusters together.
[[nodiscard]] Table cluster_table(const resolve::LinkRows& rows, const resolve::Linkage& linkage,
                                  const std::vector<std::string>& sources);

// id1, id2, probability, match, why: pairs of probability `least` and more, best first.
[[nodiscard]] Table pair_table(const resolve::LinkRows& rows, const resolve::Linkage& linkage, double least);

// The same as JSON, an object a line, with the sum that each probability is: {"id1", "id2", "probability",
// "match", "judged", "prior_bits", "fields": [{"field", "left", "right", "level", "bits", "frequency_bits"}],
// "household_bits", "held_bits", "total_bits", "shared_bits", "flags"}.
[[nodiscard]] std::string pairs_as_json_lines(const resolve::LinkRows& rows, const resolve::Linkage& linkage,
                                              double least);

// cluster, size, and the columns of the list; rows of one cluster together, large clusters first.
// `shared_only`: clusters of two rows and more.
[[nodiscard]] Table row_table(const model::RowTable& table, const resolve::LinkRows& rows,
                              const resolve::Linkage& linkage, const std::vector<std::string>& sources,
                              bool shared_only);

// kind, id1, id2, why.
[[nodiscard]] Table doubt_table(const resolve::LinkRows& rows, const resolve::Linkage& linkage);

// "surname: 'smith', 'smyth' one letter off +6.1; ..., before comparing -11.0, in all +3.2 bits"
[[nodiscard]] std::string why_in_words(const resolve::Waterfall& waterfall);

}  // namespace muster::report
