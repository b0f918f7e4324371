// A document's tokens as the search for places asks about them: what stands where, and which words of
// data/extract/place_context.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"

namespace muster::extract {

// The analysis must outlive it. Token indices past the end are allowed everywhere: nothing stands there.
class PlaceText {
 public:
  enum Kind : std::uint8_t { kBefore, kOf, kRegionKind, kSecondLevel, kPerson, kNever };

  explicit PlaceText(const Analysis& analysis);

  [[nodiscard]] bool as(std::size_t i, Kind kind) const;
  [[nodiscard]] bool in_reach(std::size_t i) const;
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const;
  // The same without asking whether the token is in reach of the one before it: for looking back.
  [[nodiscard]] bool was(std::size_t i, std::string_view text) const;
  [[nodiscard]] bool is_capital(std::size_t i) const;
  [[nodiscard]] bool follows_capital(std::size_t i) const;
  // "ukraine's" names Ukraine.
  [[nodiscard]] std::string_view stem(std::size_t i) const;
  [[nodiscard]] std::string joined(std::size_t first, std::size_t last) const;
  // Can the name go on to token i: a capitalised word, or a small one between two ("Isle of Man")?
  [[nodiscard]] bool goes_on(std::size_t i) const;
  // "U.S", "N.Y", "U.K.": letters with full stops between.
  [[nodiscard]] std::size_t dotted_end(std::size_t i) const;
  // "Douglas County" is neither the town of Douglas nor the region.
  [[nodiscard]] bool is_second_level(std::size_t last) const;
  // "KYIV, March 3 —", "WASHINGTON (AP) —".
  [[nodiscard]] bool is_dateline(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool starts_sentence(std::size_t i) const;

  [[nodiscard]] const text::Token& token(std::size_t i) const { return a_.tokens[i]; }
  [[nodiscard]] std::string_view word(std::size_t i) const { return a_.words[i]; }
  [[nodiscard]] std::string_view raw(std::size_t i) const { return a_.raw(i); }
  [[nodiscard]] std::size_t size() const { return a_.tokens.size(); }

 private:
  const Analysis& a_;
  std::vector<std::int32_t> entries_;
};

}  // namespace muster::extract
