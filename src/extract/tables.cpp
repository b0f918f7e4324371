#include "extract/tables.hpp"

#include "extract/table_cells.hpp"
#include "extract/table_columns.hpp"
#include "extract/table_doubts.hpp"
#include "extract/table_people.hpp"

namespace muster::extract {
namespace {

std::string sheet_name(const model::Document& document, std::uint32_t index) {
  return index < document.sheets.size() ? document.sheets[index] : document.name;
}

model::Problem nobody(const model::Document& document, const Sheet& sheet, NoPeople why) {
  return {why == NoPeople::kThings
              ? "no people were read: the header speaks of other things"
              : "no people were read: neither a header nor the content tells which column holds names",
          sheet_name(document, sheet.index), "Add a header row such as name, date of birth, unit.", false};
}

}  // namespace

model::Extraction read_tables(const model::Document& document) {
  model::Extraction out;
  for (const Sheet& sheet : sheets_of(document)) {
    ShapeOfTable shape = shape_of(sheet);
    if (!shape.people) {
      out.problems.push_back(nobody(document, sheet, shape.why));
      continue;
    }
    drop_columns_without_dates(sheet, *shape.people);
    read_people(document, sheet, *shape.people, out);
  }
  return out;
}

}  // namespace muster::extract
