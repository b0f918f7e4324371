#include "readers/html_tree.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "readers/parts.hpp"

namespace muster::readers {
namespace {

// Browsers stop at about 512 too. gumbo looks through all open elements at many tags and frees its tree
// recursively: without a limit, a page of open tags alone would cost quadratic time and then the stack.
constexpr std::size_t kDeepest = 512;
constexpr std::size_t kMostAttributes = 256;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool never_nests(std::string_view name) {
  constexpr std::array<std::string_view, 22> kNames{
      "area",   "base",  "br",  "col", "embed", "hr", "img", "input",  "link", "meta", "param",
      "source", "track", "wbr", "p",   "li",    "dd", "dt",  "option", "html", "head", "body"};
  return std::ranges::find(kNames, name) != kNames.end();
}

bool holds_raw_text(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames{"script", "style", "textarea", "title", "noscript", "xmp"};
  return std::ranges::find(kNames, name) != kNames.end();
}

// Copies the page without the tags that would nest too deep or carry too many attributes; their text stays.
class Pruner {
 public:
  explicit Pruner(std::string_view page) : page_(page) { out_.reserve(page.size()); }

  std::string prune() {
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      out_ += page_.substr(at_, open - at_);
      at_ = open;
      if (at_ < page_.size()) tag();
    }
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t end) {
    end = std::min(end, page_.size());
    out_ += page_.substr(at_, end - at_);
    at_ = end;
  }

  // First byte after `wanted`, searched from `from`; the page's end where it is missing.
  [[nodiscard]] std::size_t after(std::string_view wanted, std::size_t from) const {
    const std::size_t found = page_.find(wanted, from);
    return found == std::string_view::npos ? page_.size() : found + wanted.size();
  }

  void tag() {
    if (page_.substr(at_).starts_with("<!--")) return copy_to(after("-->", at_ + 4));
    const bool closing = at_ + 1 < page_.size() && page_[at_ + 1] == '/';
    std::size_t name_end = at_ + (closing ? 2 : 1);
    const std::size_t name_begin = name_end;
    while (name_end < page_.size() && name_end < name_begin + 32 && is_name_char(page_[name_end])) ++name_end;
    if (name_end == name_begin) return copy_to(at_ + 1);
    const std::string name = lower_ascii(page_.substr(name_begin, name_end - name_begin));
    std::size_t attributes = 0;
    const std::size_t end = tag_end(name_end, attributes);
    if (closing) return close(name, end);
    if (attributes > kMostAttributes || (depth_ >= kDeepest && !never_nests(name))) {
      at_ = end;
      return;
    }
    copy_to(end);
    if (holds_raw_text(name)) return copy_raw_text(name);
    const bool closes_itself = end >= 2 && page_[end - 2] == '/' && name == "svg";
    if (!never_nests(name) && !closes_itself) {
      ++open_[name];
      ++depth_;
    }
  }

  void close(const std::string& name, std::size_t end) {
    const auto found = open_.find(name);
    if (found != open_.end() && found->second > 0) {
      --found->second;
      --depth_;
    }
    copy_to(end);
  }

  [[nodiscard]] std::size_t tag_end(std::size_t at, std::size_t& attributes) const {
    char quote = 0;
    for (; at < page_.size(); ++at) {
      const char c = page_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && page_[at - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '/') {
        attributes += at + 1 < page_.size() && is_name_char(page_[at + 1]);
      }
    }
    return page_.size();
  }

  void copy_raw_text(const std::string& name) {
    std::size_t at = at_;
    while (at < page_.size()) {
      at = std::min(page_.find("</", at), page_.size());
      if (lower_ascii(page_.substr(std::min(at + 2, page_.size()), name.size())) == name) break;
      at += 2;
    }
    copy_to(at);
  }

  std::string_view page_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::map<std::string, std::size_t> open_;
};

}  // namespace

HtmlTree::HtmlTree(std::string_view page) : page_(Pruner(page).prune()) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_.reset(gumbo_parse_with_options(&options, page_.data(), page_.size()));
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
GumboTag tag_of(const GumboNode* node) {
  return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboNode* node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::string_view text_of(const GumboNode* node) {
  const bool text =
      node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
  return text ? std::string_view(node->v.text.text) : std::string_view();
}

std::string text_below(const GumboNode* node) {
  std::string text;
  walk(node, [&](const GumboNode* below) { return text += text_of(below), true; }, [](const GumboNode*) {});
  return squeeze(text);
}

}  // namespace muster::readers
