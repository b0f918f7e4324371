#include "readers/cells.hpp"

#include <algorithm>

namespace muster::readers {
namespace {

// A cell in column XFD must not cost 16,383 tabs for every row.
constexpr std::uint32_t kMostTabs = 64;

}  // namespace

void CellWriter::add(std::string_view value, std::uint32_t row, std::uint32_t column) {
  std::string& text = document_.text;
  if (row != row_) {
    if (!text.empty()) text += '\n';
    row_ = row;
    column_ = 1;
  }
  text.append(std::min(column - std::min(column, column_), kMostTabs), '\t');
  column_ = column;
  if (value.empty()) return;
  model::Part part;
  part.kind = model::PartKind::kCell;
  part.sheet = sheet_;
  part.row = row;
  part.column = column;
  part.span.begin = static_cast<std::uint32_t>(text.size());
  text += value;
  part.span.end = static_cast<std::uint32_t>(text.size());
  const auto begin = text.end() - static_cast<std::ptrdiff_t>(value.size());
  std::replace_if(begin, text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  document_.parts.push_back(part);
}

}  // namespace muster::readers
