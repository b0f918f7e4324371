#include "engine/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <unordered_map>

#include "engine/case_rows.hpp"
#include "readers/rows.hpp"

namespace muster::engine {
namespace {

using model::RowColumn;
using model::RowTable;
using resolve::ColumnRole;
using resolve::ColumnUse;

struct OneList {
  RowTable table;
  std::vector<ColumnRole> roles;
};

base::Result<RowTable> read_one(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return rows_of_case(path);
  return readers::read_rows(path);
}

std::size_t column_of(const std::vector<ColumnRole>& roles, ColumnUse use) {
  return static_cast<std::size_t>(std::ranges::find(roles, use, &ColumnRole::use) - roles.begin());
}

void tell_problems(const RowTable& table, std::vector<std::string>& notes) {
  for (const model::Problem& problem : table.problems) {
    const std::string where = problem.where.empty() ? "" : fmt::format(" ({})", problem.where);
    const std::string remedy = problem.remedy.empty() ? "" : fmt::format("; {}", problem.remedy);
    notes.push_back(fmt::format("{}: {}{}{}", table.name, problem.what, where, remedy));
  }
}

// Columns of several lists laid over one another.
class Overlay {
 public:
  void add(const OneList& list, const std::string& id_prefix) {
    std::map<std::string, int> seen;
    std::vector<bool> filled(columns_.size());
    for (std::size_t c = 0; c < list.roles.size(); ++c) {
      const ColumnRole& role = list.roles[c];
      const std::string& header = list.table.columns[c].header;
      const bool plain = role.use == ColumnUse::kIgnored;
      const std::string what = plain ? "column " + header : role.property;
      const std::size_t at = place(fmt::format("{} {}", what, seen[what]++), header, role);
      filled.resize(columns_.size());
      filled[at] = true;
      append(at, list.table.columns[c], role.use == ColumnUse::kId ? id_prefix : "");
    }
    rows_ += list.table.rows;
    for (auto& column : columns_) column.of.value_of.resize(rows_, 0);
  }

  void take(Lists& lists) {
    lists.table.rows = rows_;
    for (auto& column : columns_) {
      lists.table.columns.push_back(std::move(column.of));
      lists.roles.push_back(std::move(column.role));
    }
  }

 private:
  struct Column {
    RowColumn of;
    ColumnRole role;
    std::unordered_map<std::string, std::uint32_t> number;
  };

  std::size_t place(const std::string& key, const std::string& header, const ColumnRole& role) {
    const auto [at, fresh] = by_key_.emplace(key, columns_.size());
    if (fresh) {
      columns_.push_back({{header, {""}, std::vector<std::uint32_t>(rows_, 0)}, role, {}});
    }
    return at->second;
  }

  void append(std::size_t at, const RowColumn& from, const std::string& prefix) {
    Column& to = columns_[at];
    std::vector<std::uint32_t> number(from.values.size());
    for (std::size_t v = 1; v < from.values.size(); ++v) {
      const std::string value = prefix + from.values[v];
      const auto [known, fresh] =
          to.number.try_emplace(value, static_cast<std::uint32_t>(to.of.values.size()));
      if (fresh) to.of.values.push_back(value);
      number[v] = known->second;
    }
    for (const std::uint32_t v : from.value_of) to.of.value_of.push_back(number[v]);
  }

  std::map<std::string, std::size_t> by_key_;
  std::vector<Column> columns_;
  std::size_t rows_ = 0;
};

bool ids_clash(const std::vector<OneList>& lists) {
  std::set<std::string_view> seen;
  for (const OneList& list : lists) {
    const std::size_t column = column_of(list.roles, ColumnUse::kId);
    if (column == list.roles.size()) return true;  // "row 17" of both
    const auto& values = list.table.columns[column].values;
    for (std::size_t v = 1; v < values.size(); ++v) {
      if (seen.contains(values[v])) return true;
    }
    for (std::size_t v = 1; v < values.size(); ++v) seen.insert(values[v]);
  }
  return false;
}

// Rows without an id column get their row's number, so that lists can be told apart.
void number_rows(OneList& list) {
  if (column_of(list.roles, ColumnUse::kId) != list.roles.size()) return;
  RowColumn column{"id", {""}, {}};
  for (std::size_t row = 0; row < list.table.rows; ++row) {
    column.values.push_back(fmt::format("row {}", row + 2));
    column.value_of.push_back(static_cast<std::uint32_t>(row + 1));
  }
  list.table.columns.push_back(std::move(column));
  list.roles.push_back({ColumnUse::kId, resolve::FieldKind::kText, "id", "made"});
}

// The column of one list that says where each row came from.
void sources_from_column(Lists& lists) {
  const std::size_t column = column_of(lists.roles, ColumnUse::kSource);
  if (column == lists.roles.size()) return;
  const RowColumn& from = lists.table.columns[column];
  if (from.values.size() > 1000) return;
  lists.sources = from.values;
  lists.source_of.assign(from.value_of.begin(), from.value_of.end());
}

bool has_column(const RowTable& table, const std::string& header) {
  return std::ranges::find(table.columns, header, &RowColumn::header) != table.columns.end();
}

// Of what the user said, what is about columns of this list: the others may have what it has not.
resolve::ColumnWishes wishes_for(const RowTable& table, resolve::ColumnWishes wishes) {
  if (!has_column(table, wishes.id)) wishes.id.clear();
  if (!has_column(table, wishes.truth)) wishes.truth.clear();
  std::erase_if(wishes.map, [&](const auto& entry) { return !has_column(table, entry.first); });
  std::erase_if(wishes.ignore, [&](const auto& header) { return !has_column(table, header); });
  return wishes;
}

base::Result<void> check_wishes(const std::vector<RowTable>& tables, const resolve::ColumnWishes& wishes) {
  std::vector<std::string> headers(wishes.ignore.begin(), wishes.ignore.end());
  for (const auto& [header, property] : wishes.map) headers.push_back(header);
  for (const std::string& header : {wishes.id, wishes.truth}) {
    if (!header.empty()) headers.push_back(header);
  }
  for (const std::string& header : headers) {
    if (std::ranges::any_of(tables, [&](const RowTable& table) { return has_column(table, header); }))
      continue;
    std::string names;
    std::string columns;
    for (const RowTable& table : tables) {
      names += (names.empty() ? "" : ", ") + table.name;
      for (const RowColumn& column : table.columns) columns += (columns.empty() ? "" : ", ") + column.header;
    }
    return base::fail(fmt::format("no list has a column '{}'", header), names,
                      fmt::format("their columns are: {}", columns));
  }
  return {};
}

// The files' names; whole paths where two are named alike.
std::vector<std::string> names_of(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (std::filesystem::path path : paths) {
    if (!path.has_filename()) path = path.parent_path();
    names.push_back(path.filename().string());
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = names[i];
    if (std::ranges::count(names, name) > 1) {
      for (std::size_t j = i; j < names.size(); ++j) {
        if (names[j] == name) names[j] = paths[j];
      }
    }
  }
  return names;
}

}  // namespace

base::Result<Lists> read_lists(const std::vector<std::string>& paths, const resolve::ColumnWishes& wishes) {
  std::vector<RowTable> tables;
  Lists lists;
  lists.sources = names_of(paths);
  for (const std::string& path : paths) {
    auto table = read_one(path);
    if (!table) return std::unexpected(table.error());
    if (table->rows == 0)
      return base::fail("holds no row below its header", path, "look whether it is the right file");
    tell_problems(*table, lists.notes);
    tables.push_back(std::move(*table));
  }
  if (auto known = check_wishes(tables, wishes); tables.size() > 1 && !known)
    return std::unexpected(known.error());
  std::vector<OneList> parts;
  for (RowTable& table : tables) {
    auto roles = resolve::recognise_columns(table, tables.size() > 1 ? wishes_for(table, wishes) : wishes);
    if (!roles) return std::unexpected(roles.error());
    parts.push_back({std::move(table), std::move(*roles)});
  }
  if (parts.size() == 1) {
    lists.table = std::move(parts[0].table);
    lists.roles = std::move(parts[0].roles);
    lists.source_of.assign(lists.table.rows, 0);
    sources_from_column(lists);
    return lists;
  }
  for (OneList& list : parts) number_rows(list);
  const bool clash = ids_clash(parts);
  Overlay overlay;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    overlay.add(parts[i], clash ? lists.sources[i] + ":" : "");
    lists.source_of.resize(lists.source_of.size() + parts[i].table.rows, static_cast<std::uint16_t>(i));
    lists.table.name += (i == 0 ? "" : ", ") + lists.sources[i];
  }
  if (clash) lists.notes.push_back("the lists share ids: each id has its list's name in front");
  overlay.take(lists);
  return lists;
}

}  // namespace muster::engine
