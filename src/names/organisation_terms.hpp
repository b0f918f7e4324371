// The terms of organisations' names as the tables hold them (data/names: legal_forms, organisation_words,
// place_words, number_words), and how common their words are. Built once on first use, constant after.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "names/organisation.hpp"

namespace muster::names {

struct TermLookup {
  const Term* term = nullptr;  // what the key is
  bool opens_longer = false;   // some longer term begins with it
};

// `key`: a term's words run together, lower case; Latin without marks.
[[nodiscard]] TermLookup look_up_term(std::string_view key);

// The spellings of a word of organisations or a country in all languages, as the tables have them; none for
// other meanings.
[[nodiscard]] std::span<const std::string_view> spellings_of(std::uint16_t meaning);

// -log2 of the share of organisations whose name holds this word; 2 to 12.
[[nodiscard]] float organisation_bits(std::string_view reading);

}  // namespace muster::names
