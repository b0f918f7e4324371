// HTML pages: the main text without menus, adverts, cookie notes, comments and links to other pages.
//
// Each block of the page is scored: sentences count for, link lists and scraps against. The main text stands
// in the smallest element that still holds most of the score; inside it, the blocks that do not read as text
// are dropped.
#include <algorithm>
#include <cmath>

#include "readers/decode.hpp"
#include "readers/formats.hpp"
#include "readers/html_blocks.hpp"
#include "readers/html_metadata.hpp"
#include "readers/parts.hpp"

namespace muster::readers {
namespace {

// A child that holds this share of its parent's score is where the text is.
constexpr double kDominant = 0.7;
// What calls itself a menu or comments is believed unless it holds this share of the page.
constexpr double kTooMuchToDrop = 0.4;

double link_share(const Block& block) {
  return block.text.empty()
             ? 0
             : std::min(1.0, static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size()));
}

bool has_sentence(std::string_view text) {
  for (const std::string_view mark : {". ", "? ", "! ", ", ", "。", "，", "… ", ".”", ": "}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
}

double score_of(const Block& block) {
  const double size = static_cast<double>(block.text.size());
  const double links = link_share(block);
  if (links > 0.6) return -0.3 * std::min(size, 100.0);
  if (block.kind == BlockKind::kHeading) return 0;
  if (size < 30 || !has_sentence(block.text)) return block.kind == BlockKind::kParagraph ? 0.2 * size : 0;
  const double weight = block.kind == BlockKind::kParagraph ? 1.0 : 0.7;
  return weight * size * (1 - links);
}

class Chooser {
 public:
  explicit Chooser(const Page& page)
      : page_(page), sums_(page.containers.size()), dropped_(page.containers.size()) {}

  // The indices of the blocks that are main text, in page order.
  std::vector<std::size_t> choose() {
    add_up();
    drop_by_hints();
    add_up();
    const std::uint32_t top = find_top();
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const Block& block = page_.blocks[i];
      if (!dropped_[block.container] && is_below(block.container, top) && is_kept(block)) chosen.push_back(i);
    }
    return chosen;
  }

 private:
  void add_up() {
    std::ranges::fill(sums_, 0.0);
    for (const Block& block : page_.blocks) {
      if (!dropped_[block.container]) sums_[block.container] += score_of(block);
    }
    for (std::size_t i = sums_.size(); i-- > 1;)
      sums_[page_.containers[i].parent] += std::max(sums_[i], -50.0);
  }

  void drop_by_hints() {
    const double total = sums_[0];
    for (std::size_t i = 1; i < dropped_.size(); ++i) {
      const Container& container = page_.containers[i];
      const bool told = container.hint < 0 && sums_[i] < kTooMuchToDrop * total;
      dropped_[i] = dropped_[container.parent] || told;
    }
  }

  [[nodiscard]] std::uint32_t find_top() const {
    std::vector<std::uint32_t> best_child(sums_.size());
    for (std::uint32_t i = 1; i < sums_.size(); ++i) {
      const std::uint32_t parent = page_.containers[i].parent;
      if (best_child[parent] == 0 || sums_[i] > sums_[best_child[parent]]) best_child[parent] = i;
    }
    std::uint32_t top = 0;
    while (best_child[top] != 0 && sums_[best_child[top]] >= kDominant * sums_[top] &&
           !is_leaf(best_child[top]))
      top = best_child[top];
    return top;
  }

  // A paragraph by itself is no place to look for the text.
  [[nodiscard]] bool is_leaf(std::uint32_t container) const {
    const GumboTag tag = page_.containers[container].tag;
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_UL ||
           tag == GUMBO_TAG_OL;
  }

  [[nodiscard]] bool is_below(std::uint32_t container, std::uint32_t top) const {
    while (container > top) container = page_.containers[container].parent;
    return container == top;
  }

  [[nodiscard]] static bool is_kept(const Block& block) {
    if (block.tag == GUMBO_TAG_H1) return false;
    const double links = link_share(block);
    if (links > 0.9 && block.text.size() < 200) return false;
    if (block.kind == BlockKind::kItem && links > 0.6) return false;
    return block.kind != BlockKind::kBare || has_sentence(block.text) || block.text.size() > 60;
  }

  const Page& page_;
  std::vector<double> sums_;  // of the blocks in and below a container
  std::vector<bool> dropped_;
};

// Headings at the end have lost the text that they head.
void drop_last_headings(const Page& page, std::vector<std::size_t>& chosen) {
  while (!chosen.empty() && page.blocks[chosen.back()].kind == BlockKind::kHeading) chosen.pop_back();
}

bool runs_on(BlockKind before, BlockKind now) {
  return before == now && (now == BlockKind::kItem || now == BlockKind::kRow);
}

void write_blocks(const Page& page, const std::vector<std::size_t>& chosen, model::Document& document) {
  BlockKind before = BlockKind::kBare;
  for (const std::size_t index : chosen) {
    const Block& block = page.blocks[index];
    model::Part part;
    part.kind = block.kind == BlockKind::kHeading ? model::PartKind::kHeading : model::PartKind::kParagraph;
    append_part(document, block.text, part, runs_on(before, block.kind) ? "\n" : "\n\n");
    before = block.kind;
  }
}

}  // namespace

void read_html(const Source& source, model::Document& document) {
  const auto decoded = decode(source.bytes, declared_charset(source.bytes), document);
  if (!decoded) return refuse(document, decoded.error().what, decoded.error().where, decoded.error().remedy);
  const HtmlTree tree(decoded->text);
  read_page_metadata(tree, document);
  const Page page = cut_into_blocks(tree);
  std::vector<std::size_t> chosen = Chooser(page).choose();
  drop_last_headings(page, chosen);
  write_blocks(page, chosen, document);
  if (document.parts.empty())
    refuse(document, "the page holds no running text", "",
           "open it in a browser and save the page whole, or copy its text into a TXT file");
}

}  // namespace muster::readers
