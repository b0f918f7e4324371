// Any bytes as a list: its columns are recognised and its rows linked, to a cluster each, twice alike. The
// first byte says what the list is called, and so of what kind it is taken to be.
#include <array>
#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "readers/rows.hpp"
#include "report/linkage_tables.hpp"
#include "resolve/link_columns.hpp"
#include "resolve/link_model.hpp"
#include "resolve/linkage.hpp"

namespace {

using namespace muster;

constexpr std::size_t kMostRows = 200;

void cut(model::RowTable& table) {
  table.rows = std::min(table.rows, kMostRows);
  for (model::RowColumn& column : table.columns) column.value_of.resize(table.rows);
}

void check(const resolve::LinkRows& rows, const resolve::Linkage& linkage) {
  base::require(linkage.cluster.size() == rows.size() && linkage.cluster_id.size() == rows.size(),
                "a cluster for each row");
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    base::require(
        linkage.cluster[linkage.cluster[row]] == linkage.cluster[row] && linkage.cluster[row] <= row,
        "a cluster is its first row");
  for (const resolve::LinkedPair& pair : linkage.pairs)
    base::require(pair.rows.left < pair.rows.right && pair.probability >= 0 && pair.probability <= 1,
                  "a pair and its probability");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array kNames{"list.csv", "list.tsv", "list.jsonl", "list.ftm.json"};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  auto table = readers::rows_of(bytes, kNames[data[0] % kNames.size()]);
  if (!table) return 0;
  cut(*table);
  const auto roles = resolve::recognise_columns(*table, {});
  base::require(roles && roles->size() == table->columns.size(), "a role for each column");
  const resolve::LinkRows rows = resolve::make_link_rows(*table, *roles, {});
  base::require(rows.size() == table->rows, "no row is lost");
  resolve::LinkOptions options;
  const auto linked = resolve::link(rows, options);
  base::require(linked.has_value(), "a short list needs no temporary file");
  const resolve::Linkage& linkage = *linked;
  check(rows, linkage);
  (void)report::pair_table(rows, linkage, 0.5);
  options.threads = 2;
  base::require(resolve::link(rows, options)->cluster == linkage.cluster, "the same on two threads");
  if (rows.fields.empty() || rows.size() < 2) return 0;
  base::require(resolve::model_from_json(resolve::to_json(linkage.model), "model").has_value(),
                "a saved model is read again");
  return 0;
}
