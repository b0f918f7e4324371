#include "resolve/link_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "resolve/link_check_digits.hpp"
#include "resolve/link_field_maker.hpp"
#include "resolve/link_row_order.hpp"
#include "text/letters.hpp"

namespace muster::resolve {
namespace {

using model::RowColumn;
using model::RowTable;

constexpr char kBetweenNames = '\x1f';

std::vector<std::size_t> columns_of(std::span<const ColumnRole> roles, FieldKind kind,
                                    ColumnUse use = ColumnUse::kField) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].use == use && roles[i].kind == kind) out.push_back(i);
  }
  return out;
}

// Is there a letter outside the Latin script among the first of the column's values?
bool has_other_scripts(const RowColumn& column) {
  const std::size_t step = std::max<std::size_t>(1, column.values.size() / 5000);
  for (std::size_t i = 1; i < column.values.size(); i += step) {
    const text::Script script = text::main_script(column.values[i]);
    if (script != text::Script::kLatin && script != text::Script::kNone) return true;
  }
  return false;
}

class Builder {
 public:
  Builder(const RowTable& table, std::span<const ColumnRole> roles, LinkRows& rows)
      : table_(table), roles_(roles), rows_(rows) {}

  void run() {
    add_names();
    const std::vector<std::size_t> address = alternating_address();
    if (!address.empty()) add_address(address);
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i].use != ColumnUse::kField || is_name(roles_[i].kind)) continue;
      if (std::ranges::find(address, i) != address.end()) continue;
      add_column(roles_[i].kind, i);
    }
    std::erase_if(rows_.fields, [this](const LinkField& field) { return tells_nothing(field); });
    count_once();
    if (rows_.fields.size() > kMostFields) {
      rows_.notes.push_back(
          fmt::format("{} columns are more than the {} that are compared: the last ones are left out",
                      rows_.fields.size(), kMostFields));
      rows_.fields.resize(kMostFields);
    }
    pair_up(FieldKind::kGivenName, FieldKind::kFamilyName);
    pair_up(FieldKind::kStreet, FieldKind::kStreet);
  }

 private:
  // One value in all rows tells nothing: a list of one town, of one family. Of a few rows that share a birth
  // date or a passport it tells much.
  bool tells_nothing(const LinkField& field) const {
    constexpr std::size_t kFewRows = 10;
    const bool of_one_person = field.kind == FieldKind::kFullName || field.kind == FieldKind::kDate ||
                               field.kind == FieldKind::kIdentifier;
    const bool few = rows_.size() > 1 && rows_.size() < kFewRows;
    return field.values.size() < (few && of_one_person ? 2 : 3);
  }

  // Do two columns hold one thing: the same in nearly all rows that have both?
  bool are_one(const LinkField& a, const LinkField& b) const {
    constexpr std::size_t kSample = 5000;
    if (a.kind != b.kind) return false;
    const std::size_t step = std::max<std::size_t>(1, rows_.size() / kSample);
    std::size_t both = 0;
    std::size_t same = 0;
    for (std::size_t row = 0; row < rows_.size(); row += step) {
      if (a.value_of[row] == 0 || b.value_of[row] == 0) continue;
      ++both;
      same += a.values[a.value_of[row]].text == b.values[b.value_of[row]].text ? 1 : 0;
    }
    return both > 0 && 20 * same >= 19 * both;
  }

  void count_once() {
    for (std::size_t i = 0; i < rows_.fields.size(); ++i) {
      for (std::size_t j = rows_.fields.size(); j-- > i + 1;) {
        if (!are_one(rows_.fields[i], rows_.fields[j])) continue;
        rows_.notes.push_back(fmt::format("the column '{}' says what '{}' says, and is not compared",
                                          rows_.fields[j].name, rows_.fields[i].name));
        rows_.fields.erase(rows_.fields.begin() + static_cast<std::ptrdiff_t>(j));
      }
    }
  }

  static bool is_name(FieldKind kind) { return kind <= FieldKind::kFullName; }

  std::string header(std::size_t column) const { return table_.columns[column].header; }

  // Lists write day and month in different orders: each has its own.
  void add_dates(std::size_t column) {
    const RowColumn& from = table_.columns[column];
    std::map<std::uint16_t, std::vector<std::string>> cells;
    for (std::size_t row = 0; row < rows_.size(); ++row)
      cells[rows_.source[row]].push_back(from.at(rows_.table_row[row]));
    std::map<std::uint16_t, DayOrder> order;
    for (const auto& [source, written] : cells) order[source] = day_order_of(written);
    FieldMaker maker(FieldKind::kDate, from.header, roles_[column].property, rows_.size());
    std::map<std::pair<std::uint32_t, DayOrder>, std::uint32_t> value;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::uint32_t raw = from.value_of[rows_.table_row[row]];
      if (raw == 0) continue;
      const DayOrder own = order[rows_.source[row]];
      const auto [at, fresh] = value.try_emplace({raw, own}, 0);
      if (fresh)
        at->second = maker.add(read_value(FieldKind::kDate, from.values[raw], own, names::NameKind::kPerson));
      maker.set(row, at->second);
    }
    rows_.fields.push_back(maker.take());
    forget_first_of_january(rows_.fields.back());
  }

  static bool is_address(const ColumnRole& role) {
    if (role.use != ColumnUse::kField) return false;
    const bool place =
        role.kind == FieldKind::kPostcode || (role.kind == FieldKind::kTown && role.property == "city");
    return place || role.kind == FieldKind::kStreet || role.property == "state";
  }

  // The columns of an address that some rows write into one cell and others into several: compared as one.
  // Empty where all rows write it in the same way.
  std::vector<std::size_t> alternating_address() const {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (is_address(roles_[i])) columns.push_back(i);
    }
    const auto streets = columns_of(roles_, FieldKind::kStreet);
    if (streets.size() < 2) return {};
    std::size_t either = 0;
    std::size_t both = 0;
    for (std::size_t row = 0; row < table_.rows; ++row) {
      const bool first = table_.columns[streets[0]].value_of[row] != 0;
      const bool second = table_.columns[streets[1]].value_of[row] != 0;
      either += first || second ? 1 : 0;
      both += first && second ? 1 : 0;
    }
    constexpr double kSeldom = 0.05;
    return static_cast<double>(both) < kSeldom * static_cast<double>(either) ? columns
                                                                             : std::vector<std::size_t>{};
  }

  void add_address(const std::vector<std::size_t>& columns) {
    std::string name;
    for (const std::size_t column : columns) name += (name.empty() ? "" : " + ") + header(column);
    FieldMaker maker(FieldKind::kStreet, name, "address", rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::string whole = joined_once(columns, rows_.table_row[row]);
      if (!whole.empty())
        maker.set(row, maker.add(read_value(FieldKind::kStreet, whole, DayOrder::kDayFirst,
                                            names::NameKind::kPerson)));
    }
    rows_.fields.push_back(maker.take());
  }

  // Where many a date is the first of January, it stands for "in that year".
  static void forget_first_of_january(LinkField& field) {
    constexpr double kMany = 0.02;
    const auto is_first = [](const WrittenDate& date) { return date.month == 1 && date.day == 1; };
    double first = 0;
    double all = 0;
    for (std::size_t v = 1; v < field.values.size(); ++v) {
      all += field.count[v];
      if (is_first(field.values[v].date)) first += field.count[v];
    }
    if (first < kMany * all || first < 3) return;
    for (LinkValue& value : field.values) {
      if (is_first(value.date)) value.date.month = value.date.day = 0;
    }
  }

  void add_column(FieldKind kind, std::size_t column) {
    if (kind == FieldKind::kDate) return add_dates(column);
    const RowColumn& from = table_.columns[column];
    const DayOrder order = DayOrder::kDayFirst;
    FieldMaker maker(kind, from.header, roles_[column].property, rows_.size());
    std::vector<std::uint32_t> value(from.values.size());
    for (std::size_t v = 1; v < from.values.size(); ++v)
      value[v] = maker.add(read_value(kind, from.values[v], order, names::NameKind::kPerson));
    for (std::size_t row = 0; row < rows_.size(); ++row)
      maker.set(row, value[from.value_of[rows_.table_row[row]]]);
    rows_.fields.push_back(maker.take());
    if (kind == FieldKind::kIdentifier) mark_checked(rows_.fields.back().values);
  }

  void add_names() {
    const auto given = columns_of(roles_, FieldKind::kGivenName);
    const auto family = columns_of(roles_, FieldKind::kFamilyName);
    const auto middle = columns_of(roles_, FieldKind::kMiddleName);
    const auto full = columns_of(roles_, FieldKind::kFullName);
    const auto bodies = columns_of(roles_, FieldKind::kFullName, ColumnUse::kOrganisation);
    bool whole = given.empty() || family.empty() || !bodies.empty();
    for (const auto& group : {given, family, full}) {
      for (const std::size_t column : group) whole = whole || has_other_scripts(table_.columns[column]);
    }
    if (whole) return add_full_names(given, middle, family, full, bodies);
    add_column(FieldKind::kGivenName, given[0]);
    add_column(FieldKind::kFamilyName, family[0]);
    if (!middle.empty()) add_column(FieldKind::kMiddleName, middle[0]);
    if (middle.empty() && !full.empty()) add_rest_of_name(given[0], family[0], full[0]);
  }

  // The words of a full name that are neither the given nor the family name.
  void add_rest_of_name(std::size_t given, std::size_t family, std::size_t full) {
    FieldMaker maker(FieldKind::kMiddleName, header(full) + ": the rest", "middleName", rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::uint32_t at = rows_.table_row[row];
      const std::string known = ' ' + fold_text(table_.columns[given].at(at)) + ' ' +
                                fold_text(table_.columns[family].at(at)) + ' ';
      std::string rest;
      std::string_view words = table_.columns[full].at(at);
      while (!words.empty()) {
        const std::size_t end = words.find(' ');
        const std::string word = fold_text(words.substr(0, end));
        if (!word.empty() && known.find(' ' + word + ' ') == std::string::npos)
          rest += (rest.empty() ? "" : " ") + word;
        if (end == std::string_view::npos) break;
        words.remove_prefix(end + 1);
      }
      if (!rest.empty())
        maker.set(row, maker.add(read_value(FieldKind::kMiddleName, rest, DayOrder::kDayFirst,
                                            names::NameKind::kPerson)));
    }
    rows_.fields.push_back(maker.take());
  }

  void add_full_names(const std::vector<std::size_t>& given, const std::vector<std::size_t>& middle,
                      const std::vector<std::size_t>& family, const std::vector<std::size_t>& full,
                      const std::vector<std::size_t>& bodies) {
    std::string name;
    for (const auto* group : {&full, &given, &middle, &family, &bodies}) {
      for (const std::size_t column : *group) name += (name.empty() ? "" : " + ") + header(column);
    }
    if (name.empty()) return;
    const bool of_family = given.empty() && full.empty() && bodies.empty();
    FieldMaker maker(FieldKind::kFullName, name, of_family ? "lastName" : "name", rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::uint32_t at = rows_.table_row[row];
      std::vector<std::string> people;
      for (const std::size_t column : full) add_each(people, table_.columns[column].at(at));
      // A given or a family name alone is half a name: it must not stand for the whole one beside it.
      const bool whole = !joined({&given}, at).empty() && !joined({&family}, at).empty();
      if (whole || people.empty()) add_each(people, joined({&given, &middle, &family}, at));
      std::vector<std::string> others;
      for (const std::size_t column : bodies) add_each(others, table_.columns[column].at(at));
      maker.set(row, maker.add(names_value(people, others)));
    }
    rows_.fields.push_back(maker.take());
    if (!given.empty()) rows_.fields.back().family_of = numbered(family);
  }

  // By row: the number of what stands in the columns, written in one way; 0: nothing.
  std::vector<std::uint32_t> numbered(const std::vector<std::size_t>& columns) const {
    std::vector<std::uint32_t> out;
    if (columns.empty()) return out;
    std::unordered_map<std::string, std::uint32_t> number{{"", 0}};
    for (const std::uint32_t at : rows_.table_row) {
      const auto next = static_cast<std::uint32_t>(number.size());
      out.push_back(number.try_emplace(fold_text(joined({&columns}, at)), next).first->second);
    }
    return out;
  }

  // Some rows write a whole address into its first cell, and its town again into the next.
  std::string joined_once(const std::vector<std::size_t>& columns, std::uint32_t at) const {
    std::string out;
    for (const std::size_t column : columns) {
      const std::string& cell = table_.columns[column].at(at);
      const std::string known = ' ' + fold_text(out) + ' ';
      if (cell.empty() || known.find(' ' + fold_text(cell) + ' ') != std::string::npos) continue;
      out += (out.empty() ? "" : " ") + cell;
    }
    return out;
  }

  std::string joined(std::initializer_list<const std::vector<std::size_t>*> groups, std::uint32_t at) const {
    std::string out;
    for (const auto* group : groups) {
      for (const std::size_t column : *group) {
        const std::string& cell = table_.columns[column].at(at);
        if (!cell.empty()) out += (out.empty() ? "" : " ") + cell;
      }
    }
    return out;
  }

  // A cell may hold several names between semicolons.
  static void add_each(std::vector<std::string>& names, std::string_view cell) {
    constexpr std::size_t kMostNames = 8;
    while (!cell.empty() && names.size() < kMostNames) {
      const std::size_t end = cell.find(';');
      std::string_view one = cell.substr(0, end);
      while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
      while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
      if (!one.empty() && std::ranges::find(names, one) == names.end()) names.emplace_back(one);
      if (end == std::string_view::npos) break;
      cell.remove_prefix(end + 1);
    }
  }

  static LinkValue names_value(const std::vector<std::string>& people,
                               const std::vector<std::string>& bodies) {
    LinkValue value;
    for (const auto* group : {&people, &bodies}) {
      const auto kind = group == &bodies
                            ? names::NameKind::kOrganisation
                            : (bodies.empty() ? names::NameKind::kPerson : names::NameKind::kUnknown);
      for (const std::string& name : *group) {
        LinkValue one = read_value(FieldKind::kFullName, name, DayOrder::kDayFirst, kind);
        if (one.text.empty()) continue;
        value.text += (value.text.empty() ? "" : std::string(1, kBetweenNames)) + one.text;
        value.shown += (value.shown.empty() ? "" : "; ") + name;
        value.names.push_back(one.names[0]);
      }
    }
    return value;
  }

  void pair_up(FieldKind first, FieldKind second) {
    auto& fields = rows_.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      for (std::size_t j = i + 1; j < fields.size() && fields[i].kind == first; ++j) {
        if (fields[j].kind != second) continue;
        fields[i].partner = static_cast<std::int32_t>(j);
        return;
      }
    }
  }

  const RowTable& table_;
  std::span<const ColumnRole> roles_;
  LinkRows& rows_;
};

}  // namespace

LinkRows make_link_rows(const RowTable& table, std::span<const ColumnRole> roles,
                        std::span<const std::uint16_t> source_of) {
  LinkRows rows;
  order_rows(table, roles, rows);
  for (const std::uint32_t row : rows.table_row)
    rows.source.push_back(source_of.empty() ? 0 : source_of[row]);
  Builder(table, roles, rows).run();
  return rows;
}

}  // namespace muster::resolve
