#include "resolve/link_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(resolve_column_words_tsv)

namespace muster::resolve {
namespace {

using model::RowColumn;
using model::RowTable;

struct KindWord {
  std::string_view word;
  ColumnUse use;
  FieldKind kind;
};
constexpr std::array kKindWords{
    KindWord{"given", ColumnUse::kField, FieldKind::kGivenName},
    KindWord{"family", ColumnUse::kField, FieldKind::kFamilyName},
    KindWord{"middle", ColumnUse::kField, FieldKind::kMiddleName},
    KindWord{"name", ColumnUse::kField, FieldKind::kFullName},
    KindWord{"organisation", ColumnUse::kOrganisation, FieldKind::kFullName},
    KindWord{"date", ColumnUse::kField, FieldKind::kDate},
    KindWord{"email", ColumnUse::kField, FieldKind::kEmail},
    KindWord{"phone", ColumnUse::kField, FieldKind::kPhone},
    KindWord{"identifier", ColumnUse::kField, FieldKind::kIdentifier},
    KindWord{"postcode", ColumnUse::kField, FieldKind::kPostcode},
    KindWord{"town", ColumnUse::kField, FieldKind::kTown},
    KindWord{"street", ColumnUse::kField, FieldKind::kStreet},
    KindWord{"number", ColumnUse::kField, FieldKind::kNumber},
    KindWord{"category", ColumnUse::kField, FieldKind::kCategory},
    KindWord{"text", ColumnUse::kField, FieldKind::kText},
    KindWord{"id", ColumnUse::kId, FieldKind::kText},
    KindWord{"cluster", ColumnUse::kTruth, FieldKind::kText},
    KindWord{"source", ColumnUse::kSource, FieldKind::kText},
    KindWord{"schema", ColumnUse::kSchema, FieldKind::kText},
    KindWord{"ignored", ColumnUse::kIgnored, FieldKind::kText},
};

// "Date of birth" -> "date_of_birth".
std::string header_key(std::string_view header) {
  std::string key;
  const std::string small = text::lower(header);
  for (std::size_t at = 0; at < small.size();) {
    const char32_t c = text::next_codepoint(small, at);
    const bool other = c >= 0x80 && !text::is_apostrophe(c);
    if (other || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      text::append_utf8(key, c);
    } else if (!key.empty() && key.back() != '_') {
      key += '_';
    }
  }
  while (!key.empty() && key.back() == '_') key.pop_back();
  return key;
}

struct ColumnWords {
  std::unordered_map<std::string, ColumnRole> by_header;
  std::map<std::string_view, ColumnRole> by_property;
};

ColumnWords read_words() {
  ColumnWords words;
  base::for_each_row(MUSTER_BYTES(resolve_column_words_tsv), [&](const std::vector<std::string_view>& cells) {
    const auto* kind = std::ranges::find(kKindWords, cells[0], &KindWord::word);
    const ColumnRole role{kind->use, kind->kind, std::string(cells[1]), "header"};
    words.by_property.try_emplace(cells[1], role);
    for (const std::string_view header : base::cells_of(cells[2], ' '))
      words.by_header.emplace(std::string(header), role);
    words.by_header.emplace(text::lower(cells[1]), role);
  });
  return words;
}

const ColumnWords& column_words() {
  static const ColumnWords kWords = read_words();
  return kWords;
}

// The whole header, else the longest run of its words that is known.
const ColumnRole* role_of_header(std::string_view header) {
  const std::string key = header_key(header);
  const auto& known = column_words().by_header;
  if (const auto whole = known.find(key); whole != known.end()) return &whole->second;
  const ColumnRole* best = nullptr;
  std::size_t longest = 3;  // "no", "ref" alone tell nothing inside a longer header
  for (std::size_t begin = 0; begin < key.size(); begin = key.find('_', begin) + 1) {
    for (std::size_t end = key.find('_', begin);; end = key.find('_', end + 1)) {
      const std::string run = key.substr(begin, end - begin);
      const auto found = known.find(run);
      if (found != known.end() && run.size() > longest && found->second.use == ColumnUse::kField) {
        best = &found->second;
        longest = run.size();
      }
      if (end == std::string::npos) break;
    }
    if (key.find('_', begin) == std::string::npos) break;
  }
  return best;
}

struct CellShapes {
  double filled = 0;    // share of rows
  double distinct = 0;  // distinct values by filled rows
  double dates = 0;     // shares of distinct values
  double emails = 0;
  double digits = 0;
  double letters = 0;  // no digit at all
  double words = 0;    // mean number of words
};

bool looks_like_date(std::string_view cell) {
  std::size_t digits = 0;
  std::size_t marks = 0;
  for (const char c : cell) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c == '-' || c == '/' || c == '.') {
      ++marks;
    } else {
      return false;
    }
  }
  return marks == 2 && digits >= 4 && digits <= 8;
}

CellShapes shapes_of(const RowColumn& column, std::size_t rows) {
  constexpr std::size_t kSample = 2000;
  CellShapes shapes;
  std::size_t seen = 0;
  const std::size_t step = std::max<std::size_t>(1, column.values.size() / kSample);
  for (std::size_t i = 1; i < column.values.size(); i += step) {
    const std::string& value = column.values[i];
    ++seen;
    const auto count =
        static_cast<double>(std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; }));
    shapes.dates += looks_like_date(value) ? 1 : 0;
    shapes.emails += value.find('@') != std::string::npos && value.find(' ') == std::string::npos ? 1 : 0;
    shapes.digits += count >= 0.6 * static_cast<double>(value.size()) ? 1 : 0;
    shapes.letters += count == 0 ? 1 : 0;
    shapes.words += static_cast<double>(std::ranges::count(value, ' ') + 1);
  }
  const double n = std::max<double>(1, static_cast<double>(seen));
  for (double* share : {&shapes.dates, &shapes.emails, &shapes.digits, &shapes.letters, &shapes.words})
    *share /= n;
  const auto filled =
      static_cast<double>(std::ranges::count_if(column.value_of, [](auto v) { return v != 0; }));
  shapes.filled = rows == 0 ? 0 : filled / static_cast<double>(rows);
  shapes.distinct = filled == 0 ? 0 : static_cast<double>(column.values.size() - 1) / filled;
  return shapes;
}

ColumnRole field(FieldKind kind, std::string_view header) {
  return {ColumnUse::kField, kind, header_key(header), "cells"};
}

ColumnRole role_of_cells(const RowColumn& column, std::size_t rows) {
  const CellShapes shapes = shapes_of(column, rows);
  const ColumnRole nothing{ColumnUse::kIgnored, FieldKind::kText, "ignored", "nothing to compare"};
  if (column.values.size() < 3) return nothing;  // one value everywhere tells nothing
  if (shapes.dates > 0.8) return field(FieldKind::kDate, column.header);
  if (shapes.emails > 0.8) return field(FieldKind::kEmail, column.header);
  const bool numbered = shapes.letters < 0.1 && shapes.words < 1.1;  // 17, A-17
  if (shapes.distinct > 0.999 && shapes.filled > 0.999 && numbered)
    return {ColumnUse::kIgnored, FieldKind::kText, "ignored", "a number a row"};
  if (shapes.digits > 0.8) return field(FieldKind::kIdentifier, column.header);
  if (shapes.letters > 0.9 && shapes.words > 1.8 && shapes.words < 4.5 && shapes.distinct > 0.3)
    return field(FieldKind::kFullName, column.header);
  if (static_cast<double>(column.values.size()) < 30) return field(FieldKind::kCategory, column.header);
  return field(FieldKind::kText, column.header);
}

std::string known_properties() {
  std::string out;
  for (const auto& [property, role] : column_words().by_property) {
    if (role.use == ColumnUse::kField) out += (out.empty() ? "" : ", ") + std::string(property);
  }
  return out;
}

std::string headers_of(const RowTable& table) {
  std::string out;
  for (const RowColumn& column : table.columns) out += (out.empty() ? "" : ", ") + column.header;
  return out;
}

base::Result<std::size_t> column_named(const RowTable& table, const std::string& header) {
  const auto found = std::ranges::find(table.columns, header, &RowColumn::header);
  if (found == table.columns.end())
    return base::fail(fmt::format("has no column '{}'", header), table.name,
                      fmt::format("its columns are: {}", headers_of(table)));
  return static_cast<std::size_t>(found - table.columns.begin());
}

base::Result<void> follow(const RowTable& table, const ColumnWishes& wishes, std::vector<ColumnRole>& roles) {
  const auto set = [&](const std::string& header, ColumnRole role) -> base::Result<void> {
    const auto at = column_named(table, header);
    if (!at) return std::unexpected(at.error());
    roles[*at] = std::move(role);
    return {};
  };
  for (const auto& [header, property] : wishes.map) {
    const auto known = column_words().by_property.find(property);
    if (known == column_words().by_property.end())
      return base::fail(fmt::format("'{}' is no property", property), "--map",
                        fmt::format("say one of: {}", known_properties()));
    ColumnRole role = known->second;
    role.why = "told";
    if (auto done = set(header, role); !done) return done;
  }
  for (const std::string& header : wishes.ignore) {
    if (auto done = set(header, {ColumnUse::kIgnored, FieldKind::kText, "ignored", "told"}); !done)
      return done;
  }
  if (!wishes.id.empty()) {
    if (auto done = set(wishes.id, {ColumnUse::kId, FieldKind::kText, "id", "told"}); !done) return done;
  }
  if (!wishes.truth.empty()) {
    if (auto done = set(wishes.truth, {ColumnUse::kTruth, FieldKind::kText, "cluster", "told"}); !done)
      return done;
  }
  return {};
}

// One id alone: the one that was told, else the first of those with the most different cells; one that says
// the same of most rows is none.
void keep_one_id(const RowTable& table, std::vector<ColumnRole>& roles) {
  std::size_t best = roles.size();
  std::size_t most = table.rows / 2;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].use != ColumnUse::kId) continue;
    const bool told = roles[i].why == "told";
    const std::size_t distinct = table.columns[i].values.size() - 1;
    if (told || distinct > most) best = i;
    most = std::max(most, distinct);
    if (told) break;
  }
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].use == ColumnUse::kId && i != best)
      roles[i] = {ColumnUse::kIgnored, FieldKind::kText, "ignored", "another id"};
  }
}

double mean_words(const RowColumn& column) {
  double words = 0;
  for (std::size_t v = 1; v < column.values.size(); ++v)
    words += static_cast<double>(std::ranges::count(column.values[v], ' ') + 1);
  return words / std::max<double>(1, static_cast<double>(column.values.size()) - 1);
}

// Beside a column of given names, and none of family names, "Name" holds the family names: Name, Vorname.
void read_name_beside_given(const RowTable& table, std::vector<ColumnRole>& roles) {
  std::size_t given = 0;
  std::vector<std::size_t> names;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].use != ColumnUse::kField) continue;
    if (roles[i].kind == FieldKind::kFamilyName) return;
    given += roles[i].kind == FieldKind::kGivenName ? 1 : 0;
    if (roles[i].kind == FieldKind::kFullName && roles[i].why != "told") names.push_back(i);
  }
  constexpr double kFewWords = 1.5;
  if (given == 0 || names.size() != 1 || mean_words(table.columns[names[0]]) > kFewWords) return;
  roles[names[0]] = {ColumnUse::kField, FieldKind::kFamilyName, "lastName", "beside given names"};
}

}  // namespace

base::Result<std::vector<ColumnRole>> recognise_columns(const RowTable& table, const ColumnWishes& wishes) {
  std::vector<ColumnRole> roles;
  for (const RowColumn& column : table.columns) {
    const ColumnRole* known = role_of_header(column.header);
    roles.push_back(known != nullptr ? *known : role_of_cells(column, table.rows));
  }
  if (auto done = follow(table, wishes, roles); !done) return std::unexpected(done.error());
  keep_one_id(table, roles);
  read_name_beside_given(table, roles);
  return roles;
}

const char* to_string(FieldKind kind) {
  switch (kind) {
    case FieldKind::kGivenName:
      return "given name";
    case FieldKind::kFamilyName:
      return "family name";
    case FieldKind::kMiddleName:
      return "middle name";
    case FieldKind::kFullName:
      return "name";
    case FieldKind::kDate:
      return "date";
    case FieldKind::kEmail:
      return "email";
    case FieldKind::kPhone:
      return "phone";
    case FieldKind::kIdentifier:
      return "identifier";
    case FieldKind::kPostcode:
      return "postcode";
    case FieldKind::kTown:
      return "town";
    case FieldKind::kStreet:
      return "street";
    case FieldKind::kNumber:
      return "house number";
    case FieldKind::kCategory:
      return "category";
    case FieldKind::kText:
      return "text";
  }
  return "";
}

}  // namespace muster::resolve
