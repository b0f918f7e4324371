#include "report/linkage_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

namespace muster::report {
namespace {

using resolve::Linkage;
using resolve::LinkRows;

std::vector<std::uint32_t> sizes_of(const Linkage& linkage) {
  std::vector<std::uint32_t> size(linkage.cluster.size());
  for (const std::uint32_t cluster : linkage.cluster) ++size[cluster];
  return size;
}

// Rows with those of one cluster together, in the order of the clusters' first rows; `large_first` puts large
// clusters before small ones.
std::vector<std::uint32_t> in_clusters(const Linkage& linkage, bool large_first) {
  const auto size = sizes_of(linkage);
  std::vector<std::uint32_t> order(linkage.cluster.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t row) {
    const std::uint32_t cluster = linkage.cluster[row];
    return std::pair(large_first ? -static_cast<std::int64_t>(size[cluster]) : 0, cluster);
  });
  return order;
}

// Bits that a pair loses to another row that fits as well; at most 0.
double shared_bits(const resolve::LinkedPair& pair, const resolve::Waterfall& fall) {
  constexpr double kSure = 30;  // beyond it a float holds no more of the probability
  if (pair.judged || pair.bits > kSure || pair.probability <= 0 || pair.probability >= 1) return 0;
  const double odds =
      std::log2(static_cast<double>(pair.probability) / (1 - static_cast<double>(pair.probability)));
  const double shared = odds - fall.total_bits;
  return shared < -0.05 ? shared : 0;
}

}  // namespace

Table cluster_table(const LinkRows& rows, const Linkage& linkage, const std::vector<std::string>& sources) {
  const bool several = sources.size() > 1;
  Table table{{"id", "cluster"}, {}};
  if (several) table.columns.emplace_back("source");
  table.rows.reserve(rows.size());
  for (const std::uint32_t row : in_clusters(linkage, false)) {
    auto& cells = table.rows.emplace_back();
    cells.reserve(table.columns.size());
    cells.emplace_back(rows.ids[row]);
    cells.emplace_back(linkage.cluster_id[row]);
    if (several) cells.emplace_back(sources[rows.source[row]]);
  }
  return table;
}

std::string why_in_words(const resolve::Waterfall& waterfall) {
  std::string out;
  for (const auto& line : waterfall.lines) {
    out += line.left == line.right
               ? fmt::format("{}: '{}' {} {:+.1f}; ", line.field, line.left, line.level, line.bits)
               : fmt::format("{}: '{}', '{}' {} {:+.1f}; ", line.field, line.left, line.right, line.level,
                             line.bits);
  }
  if (waterfall.household_bits < -0.05)
    out += fmt::format("people of one household share as much {:+.1f}; ", waterfall.household_bits);
  if (waterfall.held_bits < -0.05)
    out += fmt::format("the birth dates contradict {:+.1f}; ", waterfall.held_bits);
  out += fmt::format("before comparing {:+.1f}; in all {:+.1f} bits", waterfall.prior_bits,
                     waterfall.total_bits);
  for (const std::string& flag : waterfall.flags) out += "; " + flag;
  return out;
}

Table pair_table(const LinkRows& rows, const Linkage& linkage, double least) {
  Table table{{"id1", "id2", "probability", "match", "why"}, {}};
  const resolve::Explainer explainer(rows, linkage.model);
  for (const resolve::LinkedPair& pair : linkage.pairs) {
    if (pair.probability < least && !pair.judged) continue;
    const resolve::Waterfall fall = explainer.explain(pair.rows);
    std::string why = why_in_words(fall);
    if (const double shared = shared_bits(pair, fall); shared < 0)
      why += fmt::format("; another row fits as well {:+.1f}", shared);
    if (pair.judged) why = fmt::format("judged {}; {}", to_string(pair.verdict), why);
    table.rows.push_back(
        {rows.ids[pair.rows.left], rows.ids[pair.rows.right], static_cast<double>(pair.probability),
         linkage.cluster[pair.rows.left] == linkage.cluster[pair.rows.right], std::move(why)});
  }
  return table;
}

std::string pairs_as_json_lines(const LinkRows& rows, const Linkage& linkage, double least) {
  std::string out;
  const resolve::Explainer explainer(rows, linkage.model);
  for (const resolve::LinkedPair& pair : linkage.pairs) {
    if (pair.probability < least && !pair.judged) continue;
    const resolve::Waterfall fall = explainer.explain(pair.rows);
    nlohmann::ordered_json fields = nlohmann::ordered_json::array();
    for (const auto& line : fall.lines)
      fields.push_back({{"field", line.field},
                        {"left", line.left},
                        {"right", line.right},
                        {"level", line.level},
                        {"bits", line.bits},
                        {"frequency_bits", line.frequency_bits}});
    const nlohmann::ordered_json object = {
        {"id1", rows.ids[pair.rows.left]},
        {"id2", rows.ids[pair.rows.right]},
        {"probability", pair.probability},
        {"match", linkage.cluster[pair.rows.left] == linkage.cluster[pair.rows.right]},
        {"judged", pair.judged ? nlohmann::ordered_json(to_string(pair.verdict)) : nlohmann::ordered_json()},
        {"prior_bits", fall.prior_bits},
        {"fields", fields},
        {"household_bits", fall.household_bits},
        {"held_bits", fall.held_bits},
        {"total_bits", fall.total_bits},
        {"shared_bits", shared_bits(pair, fall)},
        {"flags", fall.flags}};
    out += object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }
  return out;
}

Table row_table(const model::RowTable& table, const LinkRows& rows, const Linkage& linkage,
                const std::vector<std::string>& sources, bool shared_only) {
  Table out{{"cluster", "size", "id"}, {}};
  const bool several = sources.size() > 1;
  if (several) out.columns.emplace_back("list");
  for (const auto& column : table.columns) out.columns.push_back(column.header);
  const auto size = sizes_of(linkage);
  for (const std::uint32_t row : in_clusters(linkage, true)) {
    const std::uint32_t n = size[linkage.cluster[row]];
    if (shared_only && n < 2) continue;
    auto& cells = out.rows.emplace_back();
    cells.reserve(out.columns.size());
    cells.emplace_back(linkage.cluster_id[row]);
    cells.emplace_back(std::int64_t{n});
    cells.emplace_back(rows.ids[row]);
    if (several) cells.emplace_back(sources[rows.source[row]]);
    for (const auto& column : table.columns) cells.emplace_back(column.at(rows.table_row[row]));
  }
  return out;
}

Table doubt_table(const LinkRows& rows, const Linkage& linkage) {
  Table table{{"kind", "id1", "id2", "why"}, {}};
  for (const resolve::ClusterDoubt& doubt : linkage.doubts)
    table.rows.push_back({std::string(to_string(doubt.kind)), rows.ids[doubt.rows.left],
                          rows.ids[doubt.rows.right], doubt.why});
  return table;
}

}  // namespace muster::report
