// The terms of organisations' names as the tables hold them (data/names: legal_forms, organisation_words,
// place_words, number_words), and how common their words are. Built once on first use, constant after.
#pragma once

#include <string_view>

#include "names/organisation.hpp"

namespace muster::names {

struct TermLookup {
  const Term* term = nullptr;  // what the key is
  bool opens_longer = false;   // some longer term begins with it
};

// `key`: a term's words run together, lower case; Latin without marks.
[[nodiscard]] TermLookup look_up_term(std::string_view key);

// -log2 of the share of organisations whose name holds this word; 2 to 12.
[[nodiscard]] float organisation_bits(std::string_view reading);

}  // namespace muster::names
