// Addresses as they are compared: short forms written out, numbers held against numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::resolve {

// Of folded text: "1304 poppy hills dr" -> "1304 poppy hills drive".
[[nodiscard]] std::string usual_address(std::string_view folded);

enum class AddressAgreement : std::uint8_t { kNone, kWords, kNearly, kSame };

// Of two usual addresses. Same: the same words in whatever order. Nearly: a number in common and half of the
// shorter one's telling words. Words: half of the telling words, but no number of one stands in the other.
[[nodiscard]] AddressAgreement compare_addresses(std::string_view a, std::string_view b);

}  // namespace muster::resolve
