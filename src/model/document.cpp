#include "model/document.hpp"

#include <algorithm>

namespace muster::model {
namespace {

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace

std::string_view text_at(const Document& document, Span span) {
  if (span.begin > span.end || span.end > document.text.size()) return {};
  return std::string_view(document.text).substr(span.begin, span.end - span.begin);
}

const Part* part_at(const Document& document, Span span) {
  const auto after = std::ranges::upper_bound(document.parts, span.begin, {},
                                              [](const Part& part) { return part.span.begin; });
  if (after == document.parts.begin()) return nullptr;
  const Part& part = *std::prev(after);
  return span.begin < part.span.end || part.span.begin == span.begin ? &part : nullptr;
}

std::string place_in(const Document& document, Span span) {
  const Part* part = part_at(document, span);
  if (part == nullptr) return {};
  switch (part->kind) {
    case PartKind::kCell: {
      const std::string sheet = part->sheet < document.sheets.size() ? document.sheets[part->sheet] : "";
      return (sheet.empty() ? "" : sheet + "!") + column_letters(part->column) + std::to_string(part->row);
    }
    case PartKind::kPage:
      return "page " + std::to_string(part->page);
    case PartKind::kMachineReadable:
      return "machine-readable zone";
    case PartKind::kImageRegion:
      return "printed text";
    case PartKind::kHeading:
    case PartKind::kParagraph:
      break;
  }
  const std::string paragraph = "paragraph " + std::to_string(part - document.parts.data() + 1);
  return part->page > 0 ? "page " + std::to_string(part->page) + ", " + paragraph : paragraph;
}

}  // namespace muster::model
