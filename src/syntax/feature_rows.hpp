// The growing counterpart of FeatureTable, for training: a row of floats for each feature ever asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "syntax/feature_table.hpp"

namespace muster::syntax {

class FeatureRows {
 public:
  explicit FeatureRows(std::size_t width) : width_(width), slots_(1 << 16) {}

  [[nodiscard]] std::size_t size() const { return features_.size(); }
  [[nodiscard]] Feature feature(std::size_t row) const { return features_[row]; }
  [[nodiscard]] std::span<float> operator[](std::size_t row) {
    return {values_.data() + row * width_, width_};
  }
  [[nodiscard]] std::span<const float> operator[](std::size_t row) const {
    return {values_.data() + row * width_, width_};
  }
  // The row of a feature, made with zeros where it is new.
  std::uint32_t row(Feature feature);
  // The row, or kNone.
  static constexpr std::uint32_t kNone = UINT32_MAX;
  [[nodiscard]] std::uint32_t find(Feature feature) const;

 private:
  [[nodiscard]] std::size_t slot_of(Feature feature) const;
  void grow();

  std::size_t width_;
  std::vector<std::uint32_t> slots_;  // row + 1; 0: free
  std::vector<Feature> features_;
  std::vector<float> values_;
};

}  // namespace muster::syntax
