// The dates of one list: how its columns write them, which of them cannot be, and which are hard to believe.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/table_cells.hpp"
#include "extract/table_columns.hpp"
#include "extract/table_dates.hpp"
#include "model/document.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

[[nodiscard]] bool is_date_property(std::string_view property);

// Takes the columns of dates out of the shape whose cells are none ("contract": "yes").
void drop_columns_without_dates(const Sheet& sheet, TableShape& shape);

// The document, sheet, shape and `out` must outlive it. Doubts and problems go to `out`.
class ListDates {
 public:
  ListDates(const model::Document& document, const Sheet& sheet, const TableShape& shape,
            model::Extraction& out);

  // EDTF; none when the cell holds no possible date, which is reported unless it holds no digit at all.
  [[nodiscard]] std::optional<std::string> read(const Row& row, const model::ListColumn& column,
                                                const Cell& cell);

  // Reports what the dates read since the last call make doubtful together; then forgets them.
  void weigh(const Row& row);

 private:
  struct KnownDate {
    const model::ListColumn* column;
    const Cell* cell;
    PartialDate date;
  };

  void learn(const model::ListColumn& column, const std::vector<std::string_view>& cells);
  void report(const Row& row, const model::ListColumn& column, const Cell& cell, bool impossible,
              std::string why);
  [[nodiscard]] const KnownDate* known(std::string_view property) const;
  void doubt(const Row& row, const KnownDate& date, std::string why);
  void weigh_contract(const Row& row, const KnownDate& birth, const KnownDate& contract);
  [[nodiscard]] bool is_after_publication(const PartialDate& date) const;

  const model::Document& document_;
  model::Extraction& out_;
  PartialDate published_;
  int latest_year_ = 0;
  std::map<std::uint32_t, DateOrder> orders_;
  std::vector<KnownDate> dates_;
};

}  // namespace muster::extract
