#include "report/marked_value.hpp"

#include <utility>

#include "report/html.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kLongestCell = 400;  // of a value shown here, in bytes

// How many bytes both begin with, and then both end with, in whole code points.
std::pair<std::size_t, std::size_t> shared_ends(std::string_view a, std::string_view b) {
  std::size_t head = 0;
  for (std::size_t at = 0, other = 0; at < a.size() && other < b.size(); head = at) {
    if (text::next_codepoint(a, at) != text::next_codepoint(b, other)) break;
  }
  std::size_t tail = 0;
  for (std::size_t at = a.size(), other = b.size(); at > head && other > head; tail = a.size() - at) {
    if (text::previous_codepoint(a, at) != text::previous_codepoint(b, other)) break;
  }
  return {head, tail};
}

// A name in another script differs in every letter, which tells nothing.
bool in_other_script(std::string_view a, std::string_view b) {
  const text::Script left = text::main_script(a);
  const text::Script right = text::main_script(b);
  return left != right && left != text::Script::kNone && right != text::Script::kNone;
}

// The value with what the other one has otherwise marked.
void put_value(std::string& out, std::string_view whole, std::string_view whole_other) {
  const std::string_view value = shortened(whole);
  const std::string_view other = shortened(whole_other);
  if (value.empty()) {
    out += R"(<span class="quiet">not given</span>)";
    return;
  }
  out += R"(<span dir="auto">)";
  if (other.empty() || value == other || in_other_script(value, other)) {
    out += escape_html(value);
  } else {
    const auto [head, tail] = shared_ends(value, other);
    const bool more = head + tail < value.size();  // "male" has nothing that "female" lacks
    out += escape_html(value.substr(0, head));
    if (more) put(out, "<mark>{}</mark>", value.substr(head, value.size() - head - tail));
    out += escape_html(value.substr(value.size() - tail));
  }
  out += value.size() < whole.size() ? R"(<span class="cut">…</span></span>)" : "</span>";
}

}  // namespace

std::string_view shortened(std::string_view value) {
  if (value.size() <= kLongestCell) return value;
  std::size_t at = kLongestCell;
  while (at > 0 && (static_cast<unsigned char>(value[at]) & 0xC0U) == 0x80U) --at;
  return value.substr(0, at);
}

std::string breakable(std::string_view name) {
  std::string html;
  for (const char c : escape_html(name)) {
    html += c;
    if (c == '_') html += "<wbr>";
  }
  return html;
}

void put_cells(std::string& out, std::string_view name, std::string_view left, std::string_view right) {
  put(out, R"(<th scope="row" dir="auto">{}</th><td>)", Raw{breakable(name)});
  put_value(out, left, right);
  out += "</td><td>";
  put_value(out, right, left);
  out += "</td>";
}

}  // namespace muster::report
