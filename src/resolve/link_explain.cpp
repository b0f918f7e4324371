#include <fmt/format.h>

#include <cmath>

#include "names/compare.hpp"
#include "resolve/linkage.hpp"

namespace muster::resolve {
namespace {

// A value that one row in a hundred has says little, and people forget it.
constexpr double kCommonShare = 0.01;

bool names_somebody(FieldKind kind) {
  return kind == FieldKind::kFamilyName || kind == FieldKind::kFullName;
}

}  // namespace

Waterfall Explainer::explain(RowPair pair) const {
  const Pattern pattern = compare_rows(rows_.fields, pair.left, pair.right);
  Waterfall out;
  out.prior_bits = out.total_bits = scorer_.prior_bits(pair);
  for (std::size_t f = 0; f < rows_.fields.size(); ++f) {
    const LinkField& field = rows_.fields[f];
    const auto bits = scorer_.field_bits(f, pattern, pair);
    if (bits.level == kMissing) continue;
    const std::uint32_t left = field.value_of[pair.left];
    out.lines.push_back({field.name, field.values[left].shown, field.values[field.value_of[pair.right]].shown,
                         levels_of(field.kind)[bits.level].label, bits.bits + bits.frequency_bits,
                         bits.frequency_bits});
    out.total_bits += bits.bits + bits.frequency_bits;
    const double share = field.count[left] / static_cast<double>(rows_.size());
    if (names_somebody(field.kind) && left == field.value_of[pair.right] && share >= kCommonShare)
      out.flags.push_back(fmt::format("a common name: '{}' stands in {} of {} rows", field.values[left].shown,
                                      field.count[left], rows_.size()));
  }
  const double odds = scorer_.odds(scorer_.evidence(pattern, pair), pair);
  out.household_bits = odds - out.total_bits;
  out.held_bits = scorer_.odds(pattern, pair) - odds;
  out.total_bits += out.household_bits + out.held_bits;
  out.probability = names::probability_of(out.total_bits);
  return out;
}

const char* to_string(DoubtKind kind) {
  switch (kind) {
    case DoubtKind::kBridge:
      return "bridge";
    case DoubtKind::kContradiction:
      return "contradiction";
    case DoubtKind::kJudgements:
      return "judgements";
    case DoubtKind::kOnePerSource:
      return "one per list";
    case DoubtKind::kKnown:
      return "known";
  }
  return "";
}

}  // namespace muster::resolve
