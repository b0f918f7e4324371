#include "syntax/feature_rows.hpp"

namespace muster::syntax {

std::size_t FeatureRows::slot_of(Feature feature) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = feature & mask;
  while (slots_[at] != 0 && features_[slots_[at] - 1] != feature) at = (at + 1) & mask;
  return at;
}

std::uint32_t FeatureRows::find(Feature feature) const {
  return slots_[slot_of(feature)] - 1;  // 0 - 1 is kNone
}

std::uint32_t FeatureRows::row(Feature feature) {
  std::size_t at = slot_of(feature);
  if (slots_[at] != 0) return slots_[at] - 1;
  if (features_.size() * 2 > slots_.size()) {
    grow();
    at = slot_of(feature);
  }
  features_.push_back(feature);
  values_.resize(values_.size() + width_);
  slots_[at] = static_cast<std::uint32_t>(features_.size());
  return slots_[at] - 1;
}

void FeatureRows::grow() {
  slots_.assign(slots_.size() * 4, 0);
  for (std::size_t row = 0; row < features_.size(); ++row)
    slots_[slot_of(features_[row])] = static_cast<std::uint32_t>(row + 1);
}

}  // namespace muster::syntax
