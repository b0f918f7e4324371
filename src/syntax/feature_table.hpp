// Weights of a linear model over hashed features, read straight from a file's bytes: nothing is built at the
// start, so a model costs nothing until it is asked.
//
//   FeatureTable table(bytes);
//   std::array<std::int32_t, 48> scores{};
//   table.add(feature("word", w), scores);   // scores in units of 1 / table.scale()
//
// A feature is a 32-bit hash of what was seen; features that the training dropped add nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace muster::syntax {

using Feature = std::uint32_t;

// Mixes a further value into a feature.
[[nodiscard]] constexpr Feature mix(Feature feature, std::uint32_t value) {
  std::uint64_t h = (std::uint64_t{feature} << 32 | value) * 0x9E3779B97F4A7C15ULL;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<Feature>(h >> 32);
}

[[nodiscard]] constexpr Feature hash_text(std::string_view text) {
  std::uint32_t h = 2166136261U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h;
}

class FeatureTable {
 public:
  FeatureTable() = default;  // knows no feature
  // Refers to the bytes. Fails where they are cut, of another version, damaged, or not a table of so many
  // labels: what is opened can be asked anything.
  [[nodiscard]] static base::Result<FeatureTable> open(std::string_view bytes, std::uint32_t labels);

  [[nodiscard]] float scale() const { return scale_; }
  // Bytes that the table takes in what it was opened from.
  [[nodiscard]] std::size_t size() const { return size_; }

  void add(Feature feature, std::span<std::int32_t> scores) const {
    for (const std::uint16_t entry : find(feature)) scores[entry >> kWeightBits] += weight_of(entry);
  }

  // The same for many features. The table is larger than the processor's caches, so the memory of all of them
  // is asked for before the first is needed. Plain pointers, since builds without optimisation test this too.
  void add(std::span<const Feature> features, std::span<std::int32_t> scores) const {
    struct Found {
      const std::uint16_t* first;
      const std::uint16_t* last;
    };
    constexpr std::size_t kAtOnce = 32;
    Found found[kAtOnce];
    for (const Feature feature : features) expect(feature);
    std::int32_t* const sums = scores.data();
    for (std::size_t done = 0; done < features.size(); done += kAtOnce) {
      const std::size_t size = std::min(features.size() - done, kAtOnce);
      for (std::size_t i = 0; i < size; ++i) {
        const std::span<const std::uint16_t> entries = find(features[done + i]);
        found[i] = {entries.data(), entries.data() + entries.size()};
        __builtin_prefetch(found[i].first);
      }
      for (std::size_t i = 0; i < size; ++i) {
        for (const std::uint16_t* entry = found[i].first; entry != found[i].last; ++entry)
          sums[*entry >> kWeightBits] += weight_of(*entry);
      }
    }
  }

  // Asks for the memory of a feature that will be needed soon.
  void expect(Feature feature) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[slot_of(feature, slots_.size())]);
  }

  [[nodiscard]] bool has(Feature feature) const { return !find(feature).empty(); }
  // The label of a feature that has only one; 0 for others.
  [[nodiscard]] std::uint32_t only_label(Feature feature) const {
    const std::span<const std::uint16_t> entries = find(feature);
    return entries.size() == 1 ? entries.front() >> kWeightBits : 0U;
  }

 private:
  static constexpr unsigned kWeightBits = 10;
  static constexpr unsigned kCountBits = 6;
  struct Slot {
    Feature key = 0;
    std::uint32_t where = 0;  // first entry and how many; 0: free
  };
  friend std::string write_table(std::uint32_t labels, float scale, const std::vector<struct TableRow>& rows);

  // Where the search for a feature begins; any number of slots will do, so a table is no larger than it must
  // be.
  [[nodiscard]] static std::size_t slot_of(Feature feature, std::size_t slots) {
    return static_cast<std::size_t>((std::uint64_t{feature} * slots) >> 32);
  }
  [[nodiscard]] bool is_sound(std::uint32_t labels) const;
  [[nodiscard]] static std::int32_t weight_of(std::uint16_t entry) {
    return static_cast<std::int32_t>(entry & ((1U << kWeightBits) - 1)) - (1 << (kWeightBits - 1));
  }
  [[nodiscard]] std::span<const std::uint16_t> find(Feature feature) const {
    if (slots_.empty()) return {};
    const Slot* const slots = slots_.data();
    for (std::size_t at = slot_of(feature, slots_.size());; at = at + 1 == slots_.size() ? 0 : at + 1) {
      const Slot& slot = slots[at];
      if (slot.where == 0) return {};
      if (slot.key == feature)
        return entries_.subspan(slot.where >> kCountBits, slot.where & ((1U << kCountBits) - 1));
    }
  }

  std::span<const Slot> slots_;
  std::span<const std::uint16_t> entries_;
  std::size_t size_ = 0;
  float scale_ = 1;
};

// One feature's weights, in the order of labels.
struct TableRow {
  Feature feature = 0;
  std::vector<float> weights;
};

// The bytes of a table; weights are rounded to 1 / scale and cut at about 511 / scale. At most 62 labels.
[[nodiscard]] std::string write_table(std::uint32_t labels, float scale, const std::vector<TableRow>& rows);

}  // namespace muster::syntax
