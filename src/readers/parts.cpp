#include "readers/parts.hpp"

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {

void append_part(model::Document& document, std::string_view text, model::Part part,
                 std::string_view separator) {
  if (!document.text.empty()) document.text += separator;
  part.span.begin = static_cast<std::uint32_t>(document.text.size());
  document.text += text;
  part.span.end = static_cast<std::uint32_t>(document.text.size());
  document.parts.push_back(part);
}

void refuse(model::Document& document, std::string what, std::string where, std::string remedy) {
  document.problems.push_back({std::move(what), std::move(where), std::move(remedy), true});
}

void note(model::Document& document, std::string what, std::string where, std::string remedy) {
  document.problems.push_back({std::move(what), std::move(where), std::move(remedy), false});
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (text::is_space(text::next_codepoint(text, at))) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out.append(text, begin, at - begin);
  }
  return out;
}

}  // namespace muster::readers
