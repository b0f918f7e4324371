#include "readers/html_blocks.hpp"

#include <algorithm>
#include <map>

#include "base/embedded.hpp"
#include "readers/parts.hpp"

MUSTER_EMBEDDED(readers_page_hints_tsv)

namespace muster::readers {
namespace {

using Hints = std::map<std::string, int, std::less<>>;

Hints parse_hints(std::string_view table) {
  Hints hints;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    hints[std::string(line.substr(0, tab))] = line[tab + 1] == '+' ? 1 : -1;
  }
  return hints;
}

const Hints& page_hints() {
  static const Hints hints = parse_hints(MUSTER_BYTES(readers_page_hints_tsv));
  return hints;
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// "articleBody-main story__body" -> article, body, articlebody, main, story, body. A negative word outweighs.
int hint_of_name(std::string_view name) {
  const Hints& hints = page_hints();
  int best = 0;
  std::string word;
  std::string whole;
  const auto look = [&](const std::string& wanted) {
    const auto found = hints.find(wanted);
    if (found == hints.end()) return;
    best = found->second < 0 || best < 0 ? -1 : 1;
  };
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool letter = is_lower(c) || is_capital(c);
    const bool starts_word = is_capital(c) && i > 0 && is_lower(name[i - 1]);
    if ((!letter || starts_word) && !word.empty()) {
      look(word);
      word.clear();
    }
    if (!letter && !whole.empty()) {
      look(whole);
      whole.clear();
    }
    if (letter && word.size() < 40) word += is_capital(c) ? static_cast<char>(c + 32) : c;
    if (letter && whole.size() < 40) whole += is_capital(c) ? static_cast<char>(c + 32) : c;
  }
  return best;
}

int hint_of(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
      return 0;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGCAPTION:
      return -1;
    default:
      break;
  }
  if (attribute(node, "itemprop") == "articleBody") return 2;
  const std::string_view role = attribute(node, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "dialog" ||
      role == "banner")
    return -1;
  const int by_class = hint_of_name(attribute(node, "class"));
  const int by_id = hint_of_name(attribute(node, "id"));
  if (by_class < 0 || by_id < 0) return -1;
  return std::max(
      {by_class, by_id, tag_of(node) == GUMBO_TAG_ARTICLE || tag_of(node) == GUMBO_TAG_MAIN ? 1 : 0});
}

bool is_never_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_LABEL:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const GumboNode* node) {
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : attribute(node, "style")) {
    if (c != ' ') style += is_capital(c) ? static_cast<char>(c + 32) : c;
  }
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_INPUT:
      return true;
    default:
      return false;
  }
}

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
