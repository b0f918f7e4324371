// What the columns of a list hold: told by their headers (data/resolve/column_words.tsv), else by their
// cells, else by the user.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/row_table.hpp"

namespace muster::resolve {

// How a field's values are read and compared.
enum class FieldKind : std::uint8_t {
  kGivenName,
  kFamilyName,
  kMiddleName,
  kFullName,  // of a person or an organisation, in any script
  kDate,
  kEmail,
  kPhone,
  kIdentifier,
  kPostcode,
  kTown,
  kStreet,
  kNumber,  // of a house
  kCategory,
  kText,
};

enum class ColumnUse : std::uint8_t { kField, kOrganisation, kId, kTruth, kSource, kSchema, kIgnored };

struct ColumnRole {
  ColumnUse use = ColumnUse::kIgnored;
  FieldKind kind = FieldKind::kText;  // of a field
  std::string property;               // FollowTheMoney's where it has one: birthDate
  std::string why;                    // "header", "cells", "told", "nothing to compare"
};

// What the user said: --id, --truth, --map column=property, --ignore column.
struct ColumnWishes {
  std::string id;
  std::string truth;
  std::map<std::string, std::string> map = {};  // header: property
  std::set<std::string> ignore = {};
};

// One role a column, in their order. Fails where a column that the user named is not there or a property is
// not known (the message lists those that are).
[[nodiscard]] base::Result<std::vector<ColumnRole>> recognise_columns(const model::RowTable& table,
                                                                      const ColumnWishes& wishes);

[[nodiscard]] const char* to_string(FieldKind kind);  // "given name", "date" ...

}  // namespace muster::resolve
