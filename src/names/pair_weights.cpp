#include "names/pair_weights.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(names_pair_weights_tsv)

namespace muster::names {
namespace {

constexpr std::array<std::string_view, kWeights> kNames = {
    "rarity",        "other_spelling", "short_form_loss", "initial_bits",  "identical",
    "missing_word",  "missing_part",   "missing_most",    "one_word_most", "agree_most",
    "near_start",    "near_edit",      "near_share",      "near_first",    "near_alone",
    "near_known",    "contradiction",  "other_father",    "other_initial", "missing_organisation",
    "missing_place", "other_word",     "missing_number",  "other_number",  "other_form",
    "missing_form",  "acronym_letter", "unreadable"};

}  // namespace

std::string_view weight_name(std::size_t weight) {
  return kNames[weight];
}

PairWeights parse_weights(std::string_view table) {
  PairWeights weights;
  base::for_each_row(table, [&](const std::vector<std::string_view>& cells) {
    const auto found = std::ranges::find(kNames, cells[0]);
    if (found != kNames.end() && cells.size() > 1)
      weights.value[static_cast<std::size_t>(found - kNames.begin())] = base::number_in(cells[1]);
  });
  return weights;
}

const PairWeights& pair_weights() {
  static const PairWeights weights = parse_weights(MUSTER_BYTES(names_pair_weights_tsv));
  return weights;
}

}  // namespace muster::names
