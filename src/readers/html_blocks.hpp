// A page cut into blocks (paragraphs, headings, list items, table rows), each with what tells main text from
// the rest: its length, how much of it is links, and the elements it stands in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readers/html_tree.hpp"

namespace muster::readers {

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,
  kItem,
  kRow,
  kBare
};  // kBare: text right inside a div

struct Block {
  std::string text;  // squeezed; <br> is a line break
  BlockKind kind = BlockKind::kBare;
  std::uint32_t container = 0;  // index into Page::containers
  std::size_t link_bytes = 0;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
};

// An element that holds blocks.
struct Container {
  std::uint32_t parent = 0;  // the first is the root and its own parent
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  int hint = 0;  // above 0: names itself an article's body; below: a menu, an advert, comments ...
};

struct Page {
  std::vector<Container> containers;  // parents before children
  std::vector<Block> blocks;          // in page order
};

[[nodiscard]] Page cut_into_blocks(const HtmlTree& tree);

}  // namespace muster::readers
