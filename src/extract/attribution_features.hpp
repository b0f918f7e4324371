// What the models of attribution look at. Two models: is this word the head of a cue; and, given that it is,
// is each word around it source, cue, content or none of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/attribution_view.hpp"
#include "syntax/feature_table.hpp"

namespace muster::extract {

enum class Role : std::uint8_t { kNone, kSource, kCue, kContent };
constexpr std::size_t kRoles = 4;

// May this word be the head of a cue at all? Keeps the models from being asked about each "the".
[[nodiscard]] bool may_be_cue(const AttributionView& view, std::uint32_t i);

// Any verb may head a cue; another word only where one like it did in the training texts, which have this
// feature then.
[[nodiscard]] bool must_be_known(const AttributionView& view, std::uint32_t i);
[[nodiscard]] syntax::Feature known_head(const AttributionView& view, std::uint32_t i);

// Both append to `out`, which they empty first.
void cue_features(const AttributionView& view, std::uint32_t i, std::vector<syntax::Feature>& out);

// The same with what each looks at: "who stands before it".
struct CueAspect {
  std::string_view aspect;
  syntax::Feature feature = 0;
};
[[nodiscard]] std::vector<CueAspect> cue_aspects(const AttributionView& view, std::uint32_t i);

// The words that may belong to a cue's attribution: its sentence and the quotations that touch it.
[[nodiscard]] Range role_window(const AttributionView& view, std::uint32_t head);

// Somebody's words, as far as they are known.
struct Relation {
  std::vector<Range> source;
  Range cue;
  std::vector<Range> content;
  std::uint32_t head = 0;
};

// Features of the words of one window, in order; made for one head. `before`: the attribution whose head
// stands nearest before this one, if any: a source may be shared, a content ends where the next begins.
class RoleFeatures {
 public:
  RoleFeatures(const AttributionView& view, std::uint32_t head, const Relation* before);
  [[nodiscard]] Range window() const { return window_; }
  void of(std::uint32_t i, std::vector<syntax::Feature>& out) const;

 private:
  class Word;
  void count_marks();
  void find_coordination();
  [[nodiscard]] std::uint32_t rule_role(std::uint32_t i) const;

  const AttributionView& view_;
  std::uint32_t head_;
  Range window_;
  std::uint32_t draft_;  // the rules' own, or kNoDraft
  std::uint32_t group_;  // the form of the verb group before the head
  std::vector<std::uint32_t> commas_, quotes_, finites_, stops_,
      chunks_;                        // counts up to each word of the window
  std::vector<std::uint8_t> before_;  // role of each word in the attribution before
  std::uint32_t coordinated_ =
      UINT32_MAX;  // the first "and", "but" after the head that joins a verb of its form
  std::uint32_t coordinated_how_ = 0;
  bool quote_before_ = false;
  bool inside_before_ = false;
};

}  // namespace muster::extract
