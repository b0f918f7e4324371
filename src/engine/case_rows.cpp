#include "engine/case_rows.hpp"

#include <map>
#include <unordered_map>

#include "engine/quoting.hpp"
#include "store/case.hpp"

namespace muster::engine {
namespace {

using Cells = std::map<std::string, std::string>;  // by property; "id", "source"

bool holds(std::string_view cell, std::string_view value) {
  while (true) {
    const std::size_t end = cell.find(model::kValueSeparator);
    if (cell.substr(0, end) == value) return true;
    if (end == std::string_view::npos) return false;
    cell.remove_prefix(end + model::kValueSeparator.size());
  }
}

void add_cell(std::string& cell, const std::string& value) {
  if (cell.empty()) {
    cell = value;
  } else if (!holds(cell, value)) {
    cell.append(model::kValueSeparator).append(value);
  }
}

std::vector<Cells> people_of(const CaseView& view) {
  std::vector<Cells> people;
  std::unordered_map<std::string, std::size_t> number;
  for (const CaseDocument& holder : view.documents()) {
    for (const model::Statement& statement : holder.extraction.statements) {
      const auto [at, fresh] = number.emplace(statement.entity, people.size());
      if (fresh) people.push_back({{"id", statement.entity}, {"source", holder.document.name}});
      add_cell(people[at->second][statement.property], statement.value);
    }
  }
  return people;
}

}  // namespace

base::Result<model::RowTable> rows_of_case(const std::filesystem::path& folder) {
  const auto opened = store::Case::open(folder);
  if (!opened) return std::unexpected(opened.error());
  const auto view = CaseView::load(*opened);
  if (!view) return std::unexpected(view.error());
  const std::vector<Cells> people = people_of(*view);
  if (people.empty())
    return base::fail("has no statements: nobody stands in its lists and papers", folder.string(),
                      "add lists with `muster add`");
  model::RowTable table{folder.filename().string(), people.size(), {}, {}};
  std::map<std::string, std::size_t> column_of;
  for (const Cells& cells : people) {
    for (const auto& [property, value] : cells) {
      const auto [at, fresh] = column_of.emplace(property, table.columns.size());
      if (fresh) table.columns.push_back({property, {""}, std::vector<std::uint32_t>(people.size(), 0)});
    }
  }
  for (const auto& [property, at] : column_of) {
    model::RowColumn& column = table.columns[at];
    std::unordered_map<std::string, std::uint32_t> number;
    for (std::size_t row = 0; row < people.size(); ++row) {
      const auto cell = people[row].find(property);
      if (cell == people[row].end() || cell->second.empty()) continue;
      const auto [known, fresh] =
          number.try_emplace(cell->second, static_cast<std::uint32_t>(column.values.size()));
      if (fresh) column.values.push_back(cell->second);
      column.value_of[row] = known->second;
    }
  }
  return table;
}

}  // namespace muster::engine
