// What the features of both models of attribution are made of: buckets of counts, sorts of words, forms of
// verb groups. For attribution_features.hpp's own files.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/attribution_view.hpp"
#include "syntax/feature_table.hpp"

namespace muster::extract {

[[nodiscard]] constexpr std::uint32_t id(syntax::Tag tag) {
  return static_cast<std::uint32_t>(tag);
}

// 0 to 4 as they are, then ever wider: 9 for more than 40.
[[nodiscard]] std::uint32_t bucket(std::uint32_t n);

// What sort of thing a word names, where a list says so; 0: none does.
[[nodiscard]] std::uint32_t sort_of(const SpeechText& text, std::uint32_t i);

// The form of the verb group before a word, a bit each: negated, be, modal, auxiliary, to.
[[nodiscard]] std::uint32_t group_before(const AttributionView& view, std::uint32_t i);

// The features of one word: each template from kFirst on gives at most one.
template <std::uint32_t kFirst, std::uint32_t kEnd>
class Made {
 public:
  void put(std::uint32_t name, std::uint32_t value) { features_[size_++] = syntax::mix(name, value); }
  void move_to(std::vector<syntax::Feature>& out) const {
    out.assign(features_.begin(), features_.begin() + static_cast<std::ptrdiff_t>(size_));
  }

 private:
  std::array<syntax::Feature, kEnd - kFirst> features_;
  std::size_t size_ = 0;
};

}  // namespace muster::extract
