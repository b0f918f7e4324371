// Rows and columns as an .xlsx workbook, which people open in a spreadsheet: one sheet a table, the header
// bold and fixed, a filter on each column, columns as wide as what stands in them.
//
//   auto book = report::XlsxWriter::create("people.xlsx");
//   book->sheet("clusters", {"id", "cluster"});
//   book->row(cells);                       // as often as there are rows
//   auto written = book->finish();
//
// Rows go to disk as they come, so that a million of them take little memory. Text is text: a cell that
// begins with "=" is never a formula. Numbers are numbers, but whole ones of more than 15 digits are text,
// since spreadsheets would round them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "report/table.hpp"

namespace muster::report {

struct NamedTable {
  std::string name;  // of the sheet: signs that a sheet's name may not have are replaced, long names cut
  Table table;
};

struct XlsxWritten {
  std::size_t rows = 0;       // without headers
  std::size_t cut_cells = 0;  // longer than the 32,767 signs of a cell; cut, with "…" at the end
};

// The file is written beside `path` and renamed over it by finish(); without that nothing is left behind.
class XlsxWriter {
 public:
  static constexpr std::size_t kMostRows = 1'048'576;  // with the header
  static constexpr std::size_t kMostColumns = 16'384;

  [[nodiscard]] static base::Result<XlsxWriter> create(const std::filesystem::path& path);
  XlsxWriter(XlsxWriter&&) noexcept;
  XlsxWriter& operator=(XlsxWriter&&) noexcept;
  ~XlsxWriter();

  // Begins the next sheet; rows go to it from now on. Fails on too many columns.
  [[nodiscard]] base::Result<void> sheet(std::string_view name, std::span<const std::string> columns);

  // Fails, with a remedy, where the sheet is full.
  [[nodiscard]] base::Result<void> row(std::span<const Cell> cells);

  [[nodiscard]] base::Result<XlsxWritten> finish();

 private:
  struct State;
  explicit XlsxWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// All at once.
[[nodiscard]] base::Result<XlsxWritten> write_xlsx(const std::filesystem::path& path,
                                                   std::span<const NamedTable> sheets);

}  // namespace muster::report
