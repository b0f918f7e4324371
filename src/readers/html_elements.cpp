#include "readers/html_elements.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "base/embedded.hpp"

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

}  // namespace

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

}  // namespace muster::readers
