// Attribution by learned weights. Two linear models over hashed features: a logistic one that says which
// words head a cue, and a conditional random field (Lafferty, McCallum, Pereira 2001) that, for one head,
// says which words around it are source, cue and content: a relation is read as a whole, cue first. The
// rules' drafts are among the features, so the models learn where the rules are to be believed.
//
// Weights: data/extract/attribution.weights, or a file made by `muster train attribution`.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "extract/attribution_features.hpp"

namespace muster::extract {

// What stands between two words of a sequence, as far as roles are concerned.
constexpr std::size_t kBoundaries = 8;
[[nodiscard]] std::size_t boundary_at(const AttributionView& view, std::uint32_t i);

// Cost of passing from one role to the next, by what stands there.
using Transitions = std::array<std::array<std::array<float, kRoles>, kRoles>, kBoundaries>;

struct Attribution : Relation {
  float probability = 0;  // that the head is a cue's
};

class AttributionModel {
 public:
  // The weights that ship.
  [[nodiscard]] static const AttributionModel& get();
  // Refers to the bytes, which must outlive it.
  [[nodiscard]] static base::Result<AttributionModel> open(std::string_view bytes);

  // Each cue that is at least as probable as the threshold, the rules' own at a lower one; in order of their
  // heads. Linear.
  [[nodiscard]] std::vector<Attribution> find(const AttributionView& view) const;
  // Why the head is believed to be a cue's: what speaks for and against it, in bits, the strongest first.
  [[nodiscard]] std::string why(const AttributionView& view, std::uint32_t head) const;
  [[nodiscard]] float probability(const AttributionView& view, std::uint32_t head) const;
  // The roles of the words of the head's window.
  [[nodiscard]] std::vector<Role> roles(const RoleFeatures& features, const AttributionView& view,
                                        std::uint32_t head) const;
  // The attribution of a head, with the one before it.
  [[nodiscard]] Attribution at(const AttributionView& view, std::uint32_t head, const Relation* before) const;
  // Whether readers should be told why; costs time for each cue.
  void set_explains(bool explains) { explains_ = explains; }
  [[nodiscard]] bool explains() const { return explains_; }

 private:
  syntax::FeatureTable cues_, roles_;
  Transitions transitions_{};
  float threshold_ = 0.5F;
  bool explains_ = false;
};

[[nodiscard]] std::string write_model(std::string_view cues, std::string_view roles,
                                      const Transitions& transitions, float threshold);

}  // namespace muster::extract
