// Do two written names name one person? Evidence from the names alone, in any scripts, orders and spellings.
//
//   const Name a = prepare("Чжан Жэньбо"), b = prepare("ZHANG RENBO");
//   const Comparison c = compare(a, b);   // 0.999; "Чжан Жэньбо = Zhang Renbo (Palladius)"
//
// The evidence is a likelihood ratio in bits: how much more probable two such names are for one person than
// for two people drawn by chance. A shared rare name weighs more than a shared common one; a part that is
// missing on one side (a patronymic, a middle name) is no contradiction, a part that differs on both is one.
// The probability takes the odds before the names were seen as 1 : 32 (kPriorBits); a caller with better odds
// starts from the bits.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muster::names {

constexpr double kPriorBits = -5;

struct NameParts;  // internal: names/parts.hpp

// A prepared name; immutable, cheap to copy, safe to share between threads.
class Name {
 public:
  explicit Name(std::shared_ptr<const NameParts> parts) : parts_(std::move(parts)) {}
  [[nodiscard]] const NameParts& parts() const { return *parts_; }
  [[nodiscard]] const std::string& written() const;

 private:
  std::shared_ptr<const NameParts> parts_;
};

// What a name is the name of, where the caller knows. kUnknown: an organisation where its words say so (Ltd,
// Bank, завод), else a person. kThing: a ship, a weapon; compared as an organisation is.
enum class NameKind : std::uint8_t { kUnknown, kPerson, kOrganisation, kThing };

// Any bytes, any script, any order of family and given name; reads 1,000 code points at most.
[[nodiscard]] Name prepare(std::string_view utf8, NameKind kind = NameKind::kUnknown);

struct Comparison {
  double probability = 0;  // [0, 1]
  double bits = 0;         // the evidence without the prior; negative: against
  std::vector<std::string> why;
};

// Symmetric in probability and bits.
[[nodiscard]] Comparison compare(const Name& a, const Name& b);

// The bits of compare() alone, without words for people: for ranking many.
[[nodiscard]] double compare_bits(const Name& a, const Name& b);

[[nodiscard]] double probability_of(double bits);  // 1 / (1 + 2^-bits)

// What compare() makes of its bits: with the prior, and slowed down where a double would round to 1, so that
// more bits are always a higher probability, below 1.
[[nodiscard]] double name_probability(double bits);

// Keys for blocking: names of one person share at least one, across scripts, orders, schemes and a typo or
// two in one of their words. Sorted, without repeats.
[[nodiscard]] std::vector<std::string> blocking_keys(const Name& name);

}  // namespace muster::names
