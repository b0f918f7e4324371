// Numbers that carry check digits: two of them that both hold and are one sign apart are two numbers, and no
// slip.
//
// Schemes: Luhn (ISO/IEC 7812), ISO 7064 mod 97-10 (IBAN, LEI) and mod 11-2 (resident identity cards of
// China), the taxpayer numbers of Russia (INN) and Ukraine (RNOKPP). The weights stand in
// link_check_digits.cpp.
#pragma once

#include <span>
#include <string_view>

#include "resolve/link_values.hpp"

namespace muster::resolve {

// `number`: folded, without blanks.
[[nodiscard]] bool holds_luhn(std::string_view number);
[[nodiscard]] bool holds_mod_97(std::string_view number);
[[nodiscard]] bool holds_chinese_id(std::string_view number);
[[nodiscard]] bool holds_inn(std::string_view number);
[[nodiscard]] bool holds_rnokpp(std::string_view number);

// Marks the values whose check digits hold, where nine in ten of a column's values follow one scheme.
void mark_checked(std::span<LinkValue> values);

}  // namespace muster::resolve
