// Cells of a table into Document::text: a tab between cells, a line a row; every cell that holds something is
// a part.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.hpp"

namespace muster::readers {

class CellWriter {
 public:
  CellWriter(model::Document& document, std::uint32_t sheet) : document_(document), sheet_(sheet) {}

  // Rows and columns from 1, in reading order: a row not before the last one, within a row columns rising.
  // Line breaks and tabs inside the cell become spaces. Empty columns between cells become tabs, so that
  // columns stay in line.
  void add(std::string_view value, std::uint32_t row, std::uint32_t column);

 private:
  model::Document& document_;
  std::uint32_t sheet_;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
};

}  // namespace muster::readers
