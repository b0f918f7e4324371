// The cells of a document as sheets and rows.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace muster::extract {

struct Cell {
  std::uint32_t column = 0;
  model::Span span;       // without white space around
  std::string_view text;  // never empty
};

struct Row {
  std::uint32_t number = 0;
  std::vector<Cell> cells;  // in column order
  [[nodiscard]] const Cell* at(std::uint32_t column) const;
};

struct Sheet {
  std::uint32_t index = 0;
  std::vector<Row> rows;  // in order; empty rows left out
};

// The document must outlive the cells.
[[nodiscard]] std::vector<Sheet> sheets_of(const model::Document& document);

}  // namespace muster::extract
