// What agreement of each field tells in a list at hand: a Fellegi-Sunter model. It can be saved as JSON,
// read, edited and used again.
//
// Source: I. Fellegi and A. Sunter, "A Theory for Record Linkage", JASA 64 (1969).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "resolve/link_compare.hpp"

namespace muster::resolve {

struct FieldWeights {
  std::string name;  // as LinkField's
  FieldKind kind = FieldKind::kText;
  std::vector<double> m;  // by level, from 1 (m[0] is 0): shares that add up to 1
  std::vector<double> u;
  double chance = 0;  // that two rows have equal values: what a value's own frequency is held against
};

struct LinkModel {
  double match_share = 0;  // of all pairs of rows: the odds before anything is compared
  std::vector<FieldWeights> fields;

  [[nodiscard]] double bits(std::size_t field, Level level) const;  // log2(m / u); 0 for kMissing
};

// {"muster_linkage_model": 1, "match_share": ..., "fields": [{"name", "kind", "levels": [{"label", "m",
// "u"}]}]}
[[nodiscard]] std::string to_json(const LinkModel& model);
// Refuses a file of another version or with other levels, saying which.
[[nodiscard]] base::Result<LinkModel> model_from_json(std::string_view json, std::string_view where);

}  // namespace muster::resolve
