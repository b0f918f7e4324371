// The records of a CSV file and its kin: comma, semicolon, tab or bar between cells, RFC 4180 quotes. One
// pass, no look back, no copy of a cell unless quotes are doubled in it.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace muster::readers {

// `text` must outlive the reader.
class Records {
 public:
  Records(std::string_view text, char delimiter);

  // False at the end. Cells stay valid until the next call. A blank line is one empty cell.
  bool next(std::vector<std::string_view>& cells);

  // The byte at which the next record begins.
  [[nodiscard]] std::size_t at() const { return at_; }

  // A quotation mark was never closed: the last cell is all that followed it.
  [[nodiscard]] bool open_quote() const { return open_quote_; }

 private:
  bool take(char wanted);
  void skip_to_end_of_cell();
  std::string_view next_cell();
  std::string_view quoted_cell();
  std::string_view cell_with_quotes(std::size_t begin);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  bool open_quote_ = false;
  std::deque<std::string> written_;  // of this record: cells that are not in the text as they are
};

// The separator with which the first records are most alike in their number of cells.
[[nodiscard]] char find_delimiter(std::string_view text);

}  // namespace muster::readers
