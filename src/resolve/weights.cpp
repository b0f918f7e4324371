#include "resolve/weights.hpp"

#include <charconv>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(resolve_weights_tsv)

namespace muster::resolve {
namespace {

double number(std::string_view cell) {
  double value = 0;
  const auto end = cell.data() + cell.size();
  base::require(std::from_chars(cell.data(), end, value).ptr == end, "weights.tsv holds numbers");
  return value;
}

}  // namespace

const Weight& weight(std::string_view name) {
  static const auto table = [] {
    std::unordered_map<std::string_view, Weight> weights;
    base::for_each_row(MUSTER_BYTES(resolve_weights_tsv), [&](const std::vector<std::string_view>& cells) {
      weights.emplace(cells[0], Weight{number(cells[1]), number(cells[2])});
    });
    return weights;
  }();
  const auto found = table.find(name);
  base::require(found != table.end(), "every weight stands in weights.tsv");
  return found->second;
}

}  // namespace muster::resolve
