// An HTML page as gumbo's tree, and a walk over it that needs no stack, so that deep nesting is harmless.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace muster::readers {

class HtmlTree {
 public:
  explicit HtmlTree(std::string_view page);
  [[nodiscard]] const GumboNode* root() const { return output_->root; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::string page_;  // the tree points into it
  std::unique_ptr<GumboOutput, Destroy> output_;
};

[[nodiscard]] bool is_element(const GumboNode* node);
[[nodiscard]] GumboTag tag_of(const GumboNode* node);  // GUMBO_TAG_UNKNOWN for text
[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode* node, const char* name);

// The text of one text node, empty for others.
[[nodiscard]] std::string_view text_of(const GumboNode* node);
// All text below the node, white space squeezed.
[[nodiscard]] std::string text_below(const GumboNode* node);

// Calls enter(node) on the way down, which says whether to go below the node, and leave(node) after its
// children; not for nodes that enter refused.
template <class Enter, class Leave>
void walk(const GumboNode* root, Enter enter, Leave leave) {
  const GumboNode* node = root;
  bool down = true;
  while (node != nullptr) {
    const bool parent = is_element(node);
    if (down) {
      const bool wanted = enter(node);
      if (wanted && parent && node->v.element.children.length > 0) {
        node = static_cast<const GumboNode*>(node->v.element.children.data[0]);
        continue;
      }
      if (wanted) leave(node);
    } else {
      leave(node);
    }
    if (node == root) return;
    const GumboVector& siblings = node->parent->v.element.children;
    const auto next = node->index_within_parent + 1;
    down = next < siblings.length;
    node = down ? static_cast<const GumboNode*>(siblings.data[next]) : node->parent;
  }
}

}  // namespace muster::readers
