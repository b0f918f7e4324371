#include "report/html.hpp"

#include "text/utf8.hpp"

namespace muster::report {
namespace {

bool is_direction_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
         c == 0x061C;
}

void append_escaped(std::string& out, char32_t c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\'':
      out += "&#39;";
      return;
    case '\n':
    case '\t':
      out += static_cast<char>(c);
      return;
    default:
      break;
  }
  if (c < 0x20) {
    text::append_utf8(out, 0x2400 + c);
  } else if (c == 0x7F) {
    text::append_utf8(out, 0x2421);
  } else {
    text::append_utf8(out, c > 0x7F && c < 0xA0 ? text::kReplacement : c);
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) append_escaped(out, text::next_codepoint(text, at));
  return out;
}

std::string escape_file_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_codepoint(name, at);
    if (is_direction_control(c)) {
      out += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c));
    } else {
      append_escaped(out, c);
    }
  }
  return out;
}

}  // namespace muster::report
