#include "readers/html_blocks.hpp"

#include <algorithm>

#include "readers/html_elements.hpp"
#include "readers/parts.hpp"

namespace muster::readers {
namespace {

BlockKind kind_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
      return BlockKind::kParagraph;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return BlockKind::kHeading;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return BlockKind::kItem;
    case GUMBO_TAG_TR:
      return BlockKind::kRow;
    default:
      return BlockKind::kBare;
  }
}

class Cutter {
 public:
  Page cut(const GumboNode* root) {
    page_.containers.push_back({0, tag_of(root), 0});
    open_.push_back(0);
    walk(
        root, [&](const GumboNode* node) { return enter(node); },
        [&](const GumboNode* node) { leave(node); });
    flush();
    return std::move(page_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (!is_element(node)) {
      raw_ += text_of(node);
      if (links_ > 0) link_bytes_ += squeeze(text_of(node)).size();
      return true;
    }
    const GumboTag tag = tag_of(node);
    if (is_never_text(tag) || is_hidden(node)) return false;
    if (tag == GUMBO_TAG_BR) return line_break();
    if (tag == GUMBO_TAG_A) ++links_;
    if (is_inline(tag)) return true;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      if (!raw_.empty()) raw_ += '\x1F';
    } else {
      flush();
    }
    page_.containers.push_back({open_.back(), tag, hint_of(node)});
    open_.push_back(static_cast<std::uint32_t>(page_.containers.size() - 1));
    return true;
  }

  void leave(const GumboNode* node) {
    if (!is_element(node)) return;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_A) --links_;
    if (is_inline(tag)) return;
    if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) flush();
    open_.pop_back();
  }

  // Two line breaks in a row end a paragraph.
  bool line_break() {
    const std::size_t last = raw_.find_last_not_of(" \t\r\n");
    if (last != std::string::npos && raw_[last] == '\x1E') {
      flush();
    } else {
      raw_ += '\x1E';
    }
    return true;
  }

  // \x1E stands for <br>, \x1F for the border of two cells.
  static std::string tidy(std::string_view raw) {
    std::string out;
    for (std::size_t begin = 0; begin <= raw.size();) {
      const std::size_t end = std::min(raw.find_first_of("\x1E\x1F", begin), raw.size());
      out += squeeze(raw.substr(begin, end - begin));
      if (end < raw.size()) out += raw[end] == '\x1E' ? '\n' : '\t';
      begin = end + 1;
    }
    const std::size_t first = out.find_first_not_of("\n\t");
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of("\n\t") + 1 - first);
  }

  void flush() {
    Block block;
    block.text = tidy(raw_);
    raw_.clear();
    block.link_bytes = link_bytes_;
    link_bytes_ = 0;
    if (block.text.empty()) return;
    block.container = open_.back();
    block.tag = page_.containers[block.container].tag;
    block.kind = kind_of(block.tag);
    // A div inside a list item or a row still is part of it.
    for (std::uint32_t at = block.container; block.kind == BlockKind::kBare && at != 0;
         at = page_.containers[at].parent) {
      const BlockKind above = kind_of(page_.containers[at].tag);
      if (above == BlockKind::kRow || above == BlockKind::kItem || above == BlockKind::kHeading)
        block.kind = above;
      if (page_.containers[at].tag == GUMBO_TAG_DIV && at != block.container) break;
    }
    page_.blocks.push_back(std::move(block));
  }

  Page page_;
  std::vector<std::uint32_t> open_;
  std::string raw_;
  std::size_t link_bytes_ = 0;
  int links_ = 0;
};

}  // namespace

Page cut_into_blocks(const HtmlTree& tree) {
  return Cutter().cut(tree.root());
}

}  // namespace muster::readers
