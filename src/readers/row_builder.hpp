// Builds a model::RowTable cell by cell; each column keeps its distinct values through a hash table of its
// own, which goes when the table is done.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/row_table.hpp"

namespace muster::readers {

class RowBuilder {
 public:
  // A hint: room for that many rows is kept in each column.
  void expect_rows(std::size_t rows) { expected_rows_ = rows; }

  // Its cells in rows begun so far are empty. Returns its index.
  std::size_t add_column(std::string header);
  [[nodiscard]] std::size_t columns() const { return columns_.size(); }

  void begin_row() { ++rows_; }

  // A row whose cells go to the first columns; at most as many as there are. Faster than one by one.
  void add_row(std::span<const std::string_view> cells);

  [[nodiscard]] std::size_t rows() const { return rows_; }

  // Sets the cell of the row begun last, once a column.
  void set(std::size_t column, std::string_view value);

  // Moves the table out; the builder is empty then.
  [[nodiscard]] model::RowTable finish();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t value = 0;  // 0: free
  };
  struct Column {
    model::RowColumn filled;
    std::vector<Slot> slots;
  };

  void set_hashed(Column& column, std::string_view value, std::uint32_t hash) const;
  static std::uint32_t number_of(Column& column, std::string_view value, std::uint32_t hash);
  static void grow(Column& column);

  std::vector<Column> columns_;
  std::size_t rows_ = 0;
  std::size_t expected_rows_ = 0;
  std::vector<std::uint32_t> hashes_;  // of the row being added
};

}  // namespace muster::readers
