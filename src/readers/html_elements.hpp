// What an element of a page is for: text or none, part of a line or a block, main text or its surroundings.
#pragma once

#include "readers/html_tree.hpp"

namespace muster::readers {

// Above 0: names itself an article's body; below: a menu, an advert, comments ... Facts:
// data/readers/page_hints.tsv.
[[nodiscard]] int hint_of(const GumboNode* node);

[[nodiscard]] bool is_never_text(GumboTag tag);  // scripts, controls, pictures
[[nodiscard]] bool is_hidden(const GumboNode* node);
[[nodiscard]] bool is_inline(GumboTag tag);

}  // namespace muster::readers
