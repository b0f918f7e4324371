#include "extract/table_cells.hpp"

#include <algorithm>
#include <tuple>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::extract {
namespace {

model::Span trimmed(std::string_view text, model::Span span) {
  std::size_t begin = span.begin;
  std::size_t end = span.end;
  while (begin < end) {
    std::size_t next = begin;
    if (!text::is_space(text::next_codepoint(text, next))) break;
    begin = next;
  }
  while (end > begin) {
    std::size_t before = end;
    if (!text::is_space(text::previous_codepoint(text, before))) break;
    end = before;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

const Cell* Row::at(std::uint32_t column) const {
  const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

std::vector<Sheet> sheets_of(const model::Document& document) {
  const std::string_view text = document.text;
  std::vector<const model::Part*> parts;
  for (const model::Part& part : document.parts) {
    const bool inside = part.span.begin <= part.span.end && part.span.end <= text.size();
    if (part.kind == model::PartKind::kCell && inside) parts.push_back(&part);
  }
  std::ranges::stable_sort(parts, {},
                           [](const model::Part* p) { return std::tuple(p->sheet, p->row, p->column); });
  std::vector<Sheet> sheets;
  for (const model::Part* part : parts) {
    const model::Span span = trimmed(text, part->span);
    if (span.begin == span.end) continue;
    if (sheets.empty() || sheets.back().index != part->sheet) sheets.push_back({part->sheet, {}});
    std::vector<Row>& rows = sheets.back().rows;
    if (rows.empty() || rows.back().number != part->row) rows.push_back({part->row, {}});
    rows.back().cells.push_back({part->column, span, text.substr(span.begin, span.end - span.begin)});
  }
  return sheets;
}

}  // namespace muster::extract
