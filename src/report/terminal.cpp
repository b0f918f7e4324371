#include "report/terminal.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::report {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_control(char32_t c) {
  const bool override_or_isolate = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || override_or_isolate;
}

bool is_white(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x2028 || c == 0x2029;
}

std::size_t columns_of_codepoint(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto point = static_cast<UChar32>(c);
  const int category = u_charType(point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) return 0;
  if (category == U_FORMAT_CHAR && c != 0x00AD) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The byte offset after as many code points as fit in `columns`; marks that take no column go with their
// letter.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    used += columns_of_codepoint(text::next_codepoint(text, at));
    if (used > columns) return before;
  }
  return text.size();
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_codepoint(text, at);
    if (is_white(c)) {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    text::append_utf8(line, is_control(c) ? text::kReplacement : c);
  }
  return line;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of_codepoint(text::next_codepoint(text, at));
  return columns;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  // Text longer than any line could show is not measured to its end.
  if (fitting(text, columns) == text.size()) return std::string(text);
  if (columns == 0) return {};
  std::string_view kept = text.substr(0, fitting(text, columns - 1));
  const std::size_t space = kept.rfind(' ');
  const bool space_is_near =
      space != kept.npos && space > 0 && kept.size() - space < 16 && space * 2 > kept.size();
  if (space_is_near && text[kept.size()] != ' ') kept = kept.substr(0, space);
  while (kept.ends_with(' ')) kept.remove_suffix(1);
  return std::string(kept).append(kEllipsis);
}

std::string pad_to(std::string_view text, std::size_t columns, bool right_aligned) {
  const std::size_t taken = columns_of(text);
  const std::string spaces(columns > taken ? columns - taken : 0, ' ');
  return right_aligned ? spaces + std::string(text) : std::string(text) + spaces;
}

std::vector<std::string> wrap_to(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  columns = std::max<std::size_t>(columns, 2);
  while (!text.empty()) {
    std::size_t end = fitting(text, columns);
    std::size_t next = end;
    if (end < text.size()) {
      const std::size_t space = text.substr(0, end + 1).rfind(' ');
      if (space != text.npos && space > 0) {
        end = space;
        next = space + 1;
      }
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(next);
  }
  return lines;
}

std::string inked(std::string_view text, Ink ink, const TextOptions& options) {
  constexpr std::array kCodes{"1", "2", "31", "32", "33", "34"};
  if (!options.colour) return std::string(text);
  return std::string("\x1b[")
      .append(kCodes[static_cast<std::size_t>(ink)])
      .append("m")
      .append(text)
      .append("\x1b[0m");
}

}  // namespace muster::report
