// Blocking keys: what of a value two rows must share to be compared.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "resolve/link_fields.hpp"

namespace muster::resolve {

enum class KeyKind : std::uint8_t {
  kWhole,
  kSound,  // a name by its sound
  kStart,  // the first three letters
  kEnd,    // the last three
  kYearMonth,
  kMonthDay,
  kYearDay,
  kYear,
  kArea,      // of a postcode
  kBeforeAt,  // of an email
  kTail,      // the last six digits
  kFirstWord,
  kLongWord,
  kNameKeys,  // names::blocking_keys: several a name, across scripts
};

// The keys of one field by one kind, by value: value v has keys[begin[v] .. begin[v + 1]), sorted. No keys:
// the value is in no block.
struct KeyTable {
  std::uint32_t field = 0;
  KeyKind kind = KeyKind::kWhole;
  std::vector<std::uint32_t> begin = {};
  std::vector<std::uint64_t> keys = {};

  [[nodiscard]] std::span<const std::uint64_t> of(std::uint32_t value) const {
    return {keys.data() + begin[value], keys.data() + begin[value + 1]};
  }
};

// All kinds that fit the fields.
[[nodiscard]] std::vector<KeyTable> make_keys(std::span<const LinkField> fields);

// "surname (sound)"
[[nodiscard]] std::string show(const KeyTable& table, std::span<const LinkField> fields);

}  // namespace muster::resolve
