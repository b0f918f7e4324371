// CSV and its kin: comma, semicolon, tab or bar between cells, RFC 4180 quotes.
#include <algorithm>
#include <map>

#include "readers/cells.hpp"
#include "readers/decode.hpp"
#include "readers/formats.hpp"
#include "readers/parts.hpp"
#include "readers/records.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kLongestCell = std::size_t{10} << 20;

struct Shape {
  std::map<std::size_t, std::size_t> widths;  // cells a row -> rows
  std::map<std::size_t, std::size_t> first;   // cells a row -> first such row
};

void note_ragged(const Shape& shape, model::Document& document) {
  if (shape.widths.size() < 2) return;
  const auto usual =
      std::ranges::max_element(shape.widths, {}, [](const auto& entry) { return entry.second; });
  std::size_t odd = 0;
  std::size_t first = SIZE_MAX;
  for (const auto& [width, rows] : shape.widths) {
    if (width == usual->first) continue;
    odd += rows;
    first = std::min(first, shape.first.at(width));
  }
  note(document,
       std::to_string(odd) + (odd == 1 ? " row has" : " rows have") + " more or fewer cells than the usual " +
           std::to_string(usual->first) + "; kept as read",
       "first in row " + std::to_string(first), "check the quotes and separators of these rows");
}

}  // namespace

void read_delimited(const Source& source, model::Document& document) {
  auto decoded = decode(source.bytes, "", document);
  if (!decoded) return refuse(document, decoded.error().what, decoded.error().where, decoded.error().remedy);
  Records records(decoded->text, find_delimiter(decoded->text));
  document.text.reserve(decoded->text.size());
  document.sheets.emplace_back();
  CellWriter writer(document, 0);
  std::vector<std::string_view> cells;
  Shape shape;
  for (std::uint32_t row = 1; records.next(cells); ++row) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].size() > kLongestCell) {
        document.parts.clear();
        document.text.clear();
        return refuse(document, "a single cell of more than 10 MB is no list; nothing of it was read",
                      "row " + std::to_string(row), "export the list with a line a record");
      }
      writer.add(cells[i], row, static_cast<std::uint32_t>(i + 1));
    }
    ++shape.widths[cells.size()];
    shape.first.try_emplace(cells.size(), row);
  }
  if (records.open_quote())
    note(document, "a quotation mark is never closed; the rest of the file is one cell", "",
         "close the quotation mark");
  note_ragged(shape, document);
  if (document.parts.empty())
    refuse(document, "the table has no cells", "", "get the file again from where it came");
}

}  // namespace muster::readers
