// Lists for the tests of linkage, written row by row. All people are invented.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "resolve/linkage.hpp"

namespace muster::resolve {

using Cells = std::vector<std::string>;

inline model::RowTable table_of(const Cells& headers, const std::vector<Cells>& rows) {
  model::RowTable table{"list.csv", rows.size(), {}, {}};
  for (std::size_t c = 0; c < headers.size(); ++c) {
    model::RowColumn column{headers[c]};
    for (const Cells& row : rows) {
      const auto known = std::ranges::find(column.values, row[c]);
      column.value_of.push_back(static_cast<std::uint32_t>(known - column.values.begin()));
      if (known == column.values.end()) column.values.push_back(row[c]);
    }
    table.columns.push_back(std::move(column));
  }
  return table;
}

inline LinkRows rows_of(const Cells& headers, const std::vector<Cells>& rows,
                        const std::vector<std::uint16_t>& source_of = {}) {
  const model::RowTable table = table_of(headers, rows);
  return make_link_rows(table, recognise_columns(table, {}).value(), source_of);
}

inline const Cells& person_headers() {
  static const Cells kHeaders{"id", "given_name", "surname", "date_of_birth", "phone", "suburb"};
  return kHeaders;
}

// People, some of them twice with a slip or in other letters: `seed` alone decides.
inline std::vector<Cells> invented_people(unsigned seed, std::size_t count) {
  const Cells given{"Renata", "Oskar", "Mira", "Tobias", "Jana", "Émile", "Petra", "Hugo", "Ines", "Karel"};
  const Cells family{"Holm",   "Ashcombe", "Vrba",  "Lindqvist", "Okoro",
                     "Müller", "Tamm",     "Quist", "Zellweg",   "Pratt"};
  const Cells towns{"Northmere", "Eastbrook", "Saltford", "Kirkdale", ""};
  std::mt19937 random(seed);
  const auto pick = [&](const Cells& from) { return from[random() % from.size()]; };
  std::vector<Cells> rows;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 2 && random() % 3 == 0) {
      Cells copy = rows[random() % rows.size()];
      std::string& cell = copy[1 + random() % 5];
      const unsigned slip = random() % 4;
      if (slip == 0) cell.clear();
      if (slip == 1 && cell.size() > 3) std::swap(cell[cell.size() - 1], cell[cell.size() - 2]);
      if (slip == 2)
        std::ranges::transform(cell, cell.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      copy[0] = fmt::format("p{:04}", i);
      rows.push_back(copy);
      continue;
    }
    rows.push_back({fmt::format("p{:04}", i), pick(given), pick(family),
                    fmt::format("{}-{:02}-{:02}", 1930 + random() % 70, 1 + random() % 12, 1 + random() % 28),
                    random() % 5 == 0 ? "" : fmt::format("0{}", 10000000 + random() % 90000000),
                    pick(towns)});
  }
  return rows;
}

// What a linkage says, in words that do not depend on the order of the rows.
struct Answer {
  std::vector<std::pair<std::string, std::string>> clusters;  // id, cluster
  std::vector<std::tuple<std::string, std::string, float, model::Verdict>> pairs;
  std::vector<std::string> doubts;
  std::vector<std::string> shown;  // of the first pairs, what their reasons show
  friend bool operator==(const Answer&, const Answer&) = default;
};

inline Answer answer_of(const LinkRows& rows, const Linkage& linkage) {
  Answer answer;
  for (std::size_t row = 0; row < rows.size(); ++row)
    answer.clusters.emplace_back(rows.ids[row], linkage.cluster_id[row]);
  for (const LinkedPair& pair : linkage.pairs)
    answer.pairs.emplace_back(rows.ids[pair.rows.left], rows.ids[pair.rows.right], pair.probability,
                              pair.verdict);
  for (const ClusterDoubt& doubt : linkage.doubts) answer.doubts.push_back(doubt.why);
  const Explainer explainer(rows, linkage.model);
  for (std::size_t i = 0; i < std::min<std::size_t>(20, linkage.pairs.size()); ++i) {
    for (const WaterfallLine& line : explainer.explain(linkage.pairs[i].rows).lines)
      answer.shown.push_back(line.left + " | " + line.right + " | " + line.level);
  }
  return answer;
}

inline std::size_t row_of(const LinkRows& rows, const std::string& id) {
  return static_cast<std::size_t>(std::ranges::find(rows.ids, id) - rows.ids.begin());
}

inline bool are_one(const LinkRows& rows, const Linkage& linkage, const std::string& a,
                    const std::string& b) {
  return linkage.cluster[row_of(rows, a)] == linkage.cluster[row_of(rows, b)];
}

}  // namespace muster::resolve
