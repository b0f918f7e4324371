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
  // The same where a narrower field of the same kind of fact agrees: one postcode is in one town, so their
  // agreement is one fact and counts once. Empty: the field is the narrowest, or of no such kind.
  std::vector<double> nested_m = {};
  std::vector<double> nested_u = {};
  double chance = 0;  // that two rows have equal values: what a value's own frequency is held against
};

struct LinkModel {
  // Of pairs of rows, the share that is one person: the odds before anything is compared.
  double match_share = 0;         // of rows of one list
  double match_share_across = 0;  // of rows of two lists; the same where there is one list
  // The share that are two people of one household: they agree in what it shares as one person's rows do
  // (family name, address, telephone), and in all else as chance has it.
  double household_share = 0;
  std::vector<FieldWeights> fields;

  [[nodiscard]] double bits(std::size_t field, Level level,
                            bool nested = false) const;  // log2(m / u); 0 for kMissing
};

// May the people of a household have this field in common?
[[nodiscard]] bool is_shared_by_household(const LinkField& field);

// Where a fact is held by several fields, those that are narrower: street, postcode, town, state, country. By
// field, a mask of fields.
[[nodiscard]] std::vector<std::uint32_t> narrower_fields(std::span<const LinkField> fields);
// Does one of the fields of the mask agree, all but a slip?
[[nodiscard]] bool is_nested(Pattern pattern, std::uint32_t narrower, std::span<const LinkField> fields);

// {"muster_linkage_model": 1, "match_share": ..., "fields": [{"name", "kind", "levels": [{"label", "m",
// "u"}]}]}
[[nodiscard]] std::string to_json(const LinkModel& model);
// Refuses a file of another version or with other levels, saying which.
[[nodiscard]] base::Result<LinkModel> model_from_json(std::string_view json, std::string_view where);

}  // namespace muster::resolve
