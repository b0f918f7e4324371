#include "extract/table_columns.hpp"

#include <algorithm>

#include "extract/table_content.hpp"
#include "extract/table_headers.hpp"

namespace muster::extract {
namespace {

using model::ListColumn;

constexpr std::size_t kHeaderWithin = 40;  // rows searched for a header
constexpr std::size_t kMostHeaderCell = 80;
constexpr std::uint32_t kMostColumns = 64;
constexpr int kLastBirthYear = 2012;  // of the eldest in a list without a header: it is of the grown-up

// The cells of a header as one row of texts: one row of the sheet, or two of which the upper groups the
// lower.
struct HeaderText {
  std::uint32_t column = 0;
  std::string text;
};
using Header = std::vector<HeaderText>;

Header one_row(const Row& row) {
  Header header;
  for (const Cell& cell : row.cells) header.push_back({cell.column, std::string(cell.text)});
  return header;
}

bool can_head(const Row& row) {
  return std::ranges::all_of(row.cells, [](const Cell& cell) {
    return cell.text.size() <= kMostHeaderCell &&
           cell.text.find_first_of("0123456789") == std::string_view::npos;
  });
}

// "Date" over "of birth" and "of contract": the upper cell speaks for the columns up to the next one.
Header two_rows(const Row& upper, const Row& lower) {
  Header header;
  const Cell* over = nullptr;
  std::size_t next = 0;
  const std::uint32_t last = std::max(upper.cells.back().column, lower.cells.back().column);
  for (std::uint32_t column = 1; column <= std::min(last, kMostColumns); ++column) {
    const Cell* own = upper.at(column);
    while (next < upper.cells.size() && upper.cells[next].column <= column) over = &upper.cells[next++];
    const Cell* below = lower.at(column);
    if (!below && !own) continue;
    std::string text(own ? own->text : over ? over->text : std::string_view());
    if (below) text.append(text.empty() ? "" : " ").append(below->text);
    header.push_back({column, std::move(text)});
  }
  return header;
}

struct Score {
  std::vector<ListColumn> columns;
  std::size_t cells = 0;
  bool has_name = false;
  bool of_people = false;
  bool of_things = false;
};

bool is_taken(const Score& score, std::string_view property) {
  return std::ranges::find(score.columns, property, &ListColumn::property) != score.columns.end();
}

// "Name" beside "Surname" is the given name, and a given name that stands alone is the name.
void settle_names(Score& score) {
  const auto column = [&](std::string_view property) {
    return std::ranges::find(score.columns, property, &ListColumn::property);
  };
  const bool parted = is_taken(score, "lastName");
  if (parted && !is_taken(score, "firstName")) {
    const auto name = column("name");
    if (name != score.columns.end() && subject_of_header(name->header) == Subject::kOpen)
      name->property = "firstName";
  }
  if (!parted && !is_taken(score, "name") && is_taken(score, "firstName"))
    column("firstName")->property = "name";
  score.has_name =
      is_taken(score, "name") || is_taken(score, "lastName") || is_taken(score, "passportNumber");
}

Score score_header(const Header& header) {
  Score score;
  score.cells = header.size();
  for (const auto& [column, text] : header) {
    const Subject subject = subject_of_header(text);
    score.of_people = score.of_people || subject == Subject::kPeople;
    score.of_things = score.of_things || subject == Subject::kThings;
    std::string property = property_of_header(text);
    // A second column of names ("name in Chinese") is as good as the first; of other kinds the first holds.
    if (property.empty() || (is_taken(score, property) && property != "name" && property != "phone"))
      continue;
    score.columns.push_back({column, text, std::move(property)});
  }
  settle_names(score);
  return score;
}

// A header has two known columns or is the only cell; a sentence that holds the word "name" is a title. Many
// unknown columns are no hindrance where the known ones speak of people.
bool is_header(const Score& score) {
  if (!score.has_name || (score.columns.size() < 2 && score.cells > 1)) return false;
  const std::size_t known = score.columns.size();
  return known * 2 >= score.cells || (score.of_people && known >= 3);
}

struct FoundHeader {
  Score score;
  std::size_t last_row = 0;
};

std::optional<FoundHeader> find_header(const Sheet& sheet) {
  std::optional<FoundHeader> best;
  const auto weigh = [&](Score score, std::size_t last_row) {
    if (is_header(score) && (!best || score.columns.size() > best->score.columns.size()))
      best = FoundHeader{std::move(score), last_row};
  };
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kHeaderWithin); ++i) {
    const Row& row = sheet.rows[i];
    weigh(score_header(one_row(row)), i);
    const bool group = i + 1 < sheet.rows.size() && row.cells.size() >= 2 && can_head(row) &&
                       can_head(sheet.rows[i + 1]) && sheet.rows[i + 1].number == row.number + 1;
    if (group) weigh(score_header(two_rows(row, sheet.rows[i + 1])), i + 1);
  }
  return best;
}

// Do the cells of a column of names hold what is counted, half of them at least?
bool mostly(const Sheet& sheet, const TableShape& shape, std::size_t ColumnContent::* counted) {
  return std::ranges::any_of(shape.columns, [&](const ListColumn& column) {
    if (column.property != "name") return false;
    const ColumnContent content = content_of(sheet, shape.first, column.column);
    return content.cells > 0 && content.*counted * 2 >= content.cells;
  });
}

// A first row that lacks what all others have (a date, a gender) heads them, in words that are not known.
bool is_unknown_header(const Sheet& sheet) {
  if (sheet.rows.size() < 3) return false;
  for (const Cell& cell : sheet.rows.front().cells) {
    const ColumnContent below = content_of(sheet, 1, cell.column);
    const ColumnContent with = content_of(sheet, 0, cell.column);
    if (below.cells >= 2 && below.dates == below.cells && with.dates == below.dates) return true;
  }
  return false;
}

struct DatesOfColumn {
  int earliest = 0;
  int latest = 0;
  std::uint32_t column = 0;
};

// Births spread over years, and not the latest ones; what happened this spring does not.
bool may_be_births(const DatesOfColumn& dates) {
  return dates.latest > dates.earliest && dates.earliest > 1900 && dates.earliest <= kLastBirthYear;
}

struct ColumnsByContent {
  std::vector<ListColumn> columns;
  bool has_name = false;
};

ColumnsByContent columns_by_content(const Sheet& sheet, std::size_t first) {
  ColumnsByContent out;
  std::vector<DatesOfColumn> dates;
  const std::size_t rows = std::min<std::size_t>(sheet.rows.size() - first, 60);
  std::uint32_t widest = 0;
  for (std::size_t i = first; i < first + rows; ++i)
    widest = std::max(widest, sheet.rows[i].cells.back().column);
  for (std::uint32_t column = 1; column <= std::min(widest, kMostColumns); ++column) {
    const ColumnContent content = content_of(sheet, first, column);
    const std::size_t most = content.cells * 7 / 10 + 1;
    if (content.cells < std::max<std::size_t>(2, rows / 2)) continue;
    if (content.dates >= most)
      dates.push_back({content.earliest, content.latest, column});
    else if (content.passports >= most)
      out.columns.push_back({column, "", "passportNumber"});
    else if (content.genders >= most)
      out.columns.push_back({column, "", "gender"});
    else if (content.names >= most && content.people * 2 >= content.cells && !out.has_name) {
      out.columns.push_back({column, "", "name"});
      out.has_name = true;
    }
  }
  std::ranges::sort(dates, {}, &DatesOfColumn::earliest);
  if (dates.empty() || !may_be_births(dates[0])) return out;
  out.columns.push_back({dates[0].column, "", "birthDate"});
  if (dates.size() == 2) out.columns.push_back({dates[1].column, "", "contractDate"});
  return out;
}

bool heads_things(const Row& row) {
  return std::ranges::any_of(
      row.cells, [](const Cell& cell) { return subject_of_header(cell.text) == Subject::kThings; });
}

ShapeOfTable shape_by_content(const Sheet& sheet) {
  for (std::size_t i = 0; i < std::min<std::size_t>(sheet.rows.size(), 5); ++i) {
    if (heads_things(sheet.rows[i])) return {std::nullopt, NoPeople::kThings};
  }
  TableShape shape;
  const bool headed = is_unknown_header(sheet);
  shape.header = headed ? 0 : sheet.rows.size();
  shape.first = headed ? 1 : 0;
  ColumnsByContent found = columns_by_content(sheet, shape.first);
  // Names alone may be towns: a date or a passport must stand beside them.
  if (!found.has_name || found.columns.size() < 2) return {};
  shape.columns = std::move(found.columns);
  for (ListColumn& column : shape.columns) {
    const Cell* cell = headed ? sheet.rows.front().at(column.column) : nullptr;
    if (cell) column.header = cell->text;
  }
  std::ranges::sort(shape.columns, {}, &ListColumn::column);
  return {std::move(shape), NoPeople::kUnclear};
}

}  // namespace

ShapeOfTable shape_of(const Sheet& sheet) {
  auto found = find_header(sheet);
  if (!found) return shape_by_content(sheet);
  TableShape shape{found->last_row, found->last_row + 1, std::move(found->score.columns)};
  // "Name" and "country" may head people, firms or ships; "name", "breed" and "date of birth" dogs.
  const bool open = std::ranges::all_of(shape.columns, [](const ListColumn& column) {
    return column.property != "lastName" && (column.property != "name" || is_open_name_header(column.header));
  });
  const Score& score = found->score;
  bool people = score.of_people;
  if (people && open && score.of_things) people = mostly(sheet, shape, &ColumnContent::names);
  if (!people && score.of_things) return {std::nullopt, NoPeople::kThings};
  if (!people && !mostly(sheet, shape, &ColumnContent::people)) return {};
  return {std::move(shape), NoPeople::kUnclear};
}

bool repeats_header(const Row& row, const TableShape& shape) {
  std::size_t same = 0;
  for (const ListColumn& column : shape.columns) {
    const Cell* cell = row.at(column.column);
    same += cell && cell->text == column.header;
  }
  return same >= 2;
}

}  // namespace muster::extract
