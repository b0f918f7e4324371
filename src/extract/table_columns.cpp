#include "extract/table_columns.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "extract/table_dates.hpp"
#include "extract/word_table.hpp"
#include "text/letters.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_columns_tsv)

namespace muster::extract {
namespace {

enum Kind : std::uint8_t { kColumn, kTotal, kMale, kFemale };

constexpr std::size_t kHeaderWithin = 40;  // rows searched for a header
constexpr std::size_t kSampledRows = 60;   // rows looked at to tell a column by its content
constexpr std::size_t kMostHeaderWords = 12;

const WordTable& table() {
  static const WordTable words(MUSTER_BYTES(extract_columns_tsv), {"column", "total", "male", "female"});
  return words;
}

// Lower case, one apostrophe, every run of other characters one "_": "В/Ч  №" is "в_ч_№".
std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < header.size();) {
    const char32_t c = text::next_codepoint(header, at);
    const bool keep =
        text::is_letter(c) || text::is_digit(c) || text::is_apostrophe(c) || c == U'№' || c == '#';
    if (!keep) {
      if (!words.back().empty()) words.emplace_back();
      continue;
    }
    text::append_utf8(words.back(), text::is_apostrophe(c) ? U'\'' : text::to_lower(c));
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t count) {
  std::string out = words[first];
  for (std::size_t i = first + 1; i < first + count; ++i) out.append("_").append(words[i]);
  return out;
}

struct Score {
  std::vector<ColumnInfo> columns;
  bool has_name = false;
};

Score score_header(const Row& row) {
  Score score;
  for (const Cell& cell : row.cells) {
    const std::string property = property_of_header(cell.text);
    const bool taken =
        std::ranges::any_of(score.columns, [&](const ColumnInfo& c) { return c.property == property; });
    // A second column of names ("name in Chinese") is as good as the first; of other kinds the first holds.
    if (property.empty() || (taken && property != "name" && property != "phone")) continue;
    score.columns.push_back({cell.column, std::string(cell.text), property});
    score.has_name =
        score.has_name || property == "name" || property == "lastName" || property == "passportNumber";
  }
  return score;
}

// --- by content

std::size_t letters_of(std::string_view text, text::Script script) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();)
    count += text::script_of(text::next_codepoint(text, at)) == script;
  return count;
}

// Two to four capitalised words and nothing else, or two to four Hanzi.
bool looks_like_name(std::string_view cell) {
  if (cell.size() > 80) return false;
  const std::size_t hanzi = letters_of(cell, text::Script::kHan);
  if (hanzi > 0) return hanzi >= 2 && hanzi <= 4 && cell.size() == hanzi * 3;
  std::size_t words = 0;
  for (const text::Token& token : text::tokenise(cell)) {
    if (token.kind != text::TokenKind::kWord || !token.capital) return false;
    ++words;
  }
  return words >= 2 && words <= 4;
}

bool looks_like_passport(std::string_view cell) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const char c : cell) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c >= 'A' && c <= 'Z' && digits == 0)
      ++letters;
    else if (c != ' ')
      return false;
  }
  return letters >= 1 && letters <= 2 && digits >= 6 && digits <= 8;
}

struct ColumnContent {
  std::size_t cells = 0, names = 0, dates = 0, passports = 0, genders = 0;
  int earliest = 9999;
};

ColumnContent content_of(const Sheet& sheet, std::uint32_t column) {
  ColumnContent content;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kSampledRows); ++i) {
    const Cell* cell = sheet.rows[i].at(column);
    if (!cell) continue;
    ++content.cells;
    content.names += looks_like_name(cell->text);
    content.passports += looks_like_passport(cell->text);
    content.genders += !gender_of(cell->text).empty();
    const CellDate date = read_cell_date(cell->text, DateOrder::kDayFirst, 2099);
    if (date.date.month == 0) continue;
    ++content.dates;
    content.earliest = std::min(content.earliest, date.date.year);
  }
  return content;
}

std::optional<TableShape> shape_by_content(const Sheet& sheet) {
  TableShape shape;
  shape.header = sheet.rows.size();
  const std::size_t sampled = std::min(sheet.rows.size(), kSampledRows);
  bool has_name = false;
  std::vector<std::pair<int, std::uint32_t>> dates;
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i < sampled; ++i) widest = std::max(widest, sheet.rows[i].cells.back().column);
  for (std::uint32_t column = 1; column <= std::min(widest, 64U); ++column) {
    const ColumnContent content = content_of(sheet, column);
    const std::size_t most = content.cells * 7 / 10 + 1;
    if (content.cells < std::max<std::size_t>(2, sampled / 2)) continue;
    if (content.dates >= most)
      dates.emplace_back(content.earliest, column);
    else if (content.passports >= most)
      shape.columns.push_back({column, "", "passportNumber"});
    else if (content.genders >= most)
      shape.columns.push_back({column, "", "gender"});
    else if (content.names >= most && !has_name) {
      shape.columns.push_back({column, "", "name"});
      has_name = true;
    }
  }
  // Names alone may be towns: a date or a passport must stand beside them.
  std::ranges::sort(dates);
  if (!dates.empty()) shape.columns.push_back({dates[0].second, "", "birthDate"});
  if (dates.size() == 2) shape.columns.push_back({dates[1].second, "", "contractDate"});
  if (!has_name || shape.columns.size() < 2) return std::nullopt;
  std::ranges::sort(shape.columns, {}, &ColumnInfo::column);
  return shape;
}

}  // namespace

std::string property_of_header(std::string_view header) {
  if (header.size() > 200) return {};
  std::vector<std::string> words = header_words(header);
  if (words.size() > kMostHeaderWords) return {};
  for (std::size_t count = words.size(); count >= 1; --count) {
    for (std::size_t first = 0; first + count <= words.size(); ++first) {
      const auto* entry = table().find(joined(words, first, count), kColumn);
      if (entry) return std::string(entry->value);
    }
  }
  return {};
}

std::optional<TableShape> shape_of(const Sheet& sheet) {
  TableShape best;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kHeaderWithin); ++i) {
    Score score = score_header(sheet.rows[i]);
    const bool enough = score.has_name && (score.columns.size() >= 2 || sheet.rows[i].cells.size() == 1);
    // More than half of a header's cells are headers; a sentence that holds the word "name" is a title.
    if (!enough || score.columns.size() <= best.columns.size() ||
        score.columns.size() * 2 < sheet.rows[i].cells.size())
      continue;
    best.header = i;
    best.first = i + 1;
    best.columns = std::move(score.columns);
  }
  if (!best.columns.empty()) return best;
  return shape_by_content(sheet);
}

bool is_total(const Row& row) {
  for (std::size_t i = 0; i < std::min<std::size_t>(row.cells.size(), 3); ++i) {
    const std::vector<std::string> words = header_words(row.cells[i].text);
    if (!words.empty() && words.size() <= 4 && table().find(words.front(), kTotal)) return true;
  }
  return false;
}

bool repeats_header(const Row& row, const TableShape& shape) {
  std::size_t same = 0;
  for (const ColumnInfo& column : shape.columns) {
    const Cell* cell = row.at(column.column);
    same += cell && cell->text == column.header;
  }
  return same >= 2;
}

std::string gender_of(std::string_view cell) {
  if (cell.size() > 40) return {};
  const std::vector<std::string> words = header_words(cell);
  if (words.size() != 1) return {};
  if (table().find(words[0], kMale)) return "male";
  return table().find(words[0], kFemale) ? "female" : "";
}

}  // namespace muster::extract
