#include "report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

namespace muster::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kGap = 2;        // spaces between columns
constexpr std::size_t kNarrowest = 4;  // columns are not cut below this

struct Words {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return std::isfinite(value) ? fmt::format("{}", value) : ""; }
  std::string operator()(const std::string& value) const { return value; }
};

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(double value) const { return std::isfinite(value) ? Json(value) : Json(nullptr); }
  Json operator()(const auto& value) const { return value; }
};

const Cell& cell_at(const std::vector<Cell>& row, std::size_t column) {
  static const Cell kEmpty;
  return column < row.size() ? row[column] : kEmpty;
}

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
  };
  const std::size_t point = text.find('.');
  return point == text.npos ? digits(text) : digits(text.substr(0, point)) && digits(text.substr(point + 1));
}

bool would_run_as_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> kStarts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};
  const bool starts =
      std::ranges::any_of(kStarts, [&](std::string_view start) { return text.starts_with(start); });
  return starts && !is_plain_number(text);
}

std::string csv_field(std::string text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string csv_cell(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  if (text && would_run_as_formula(*text)) return csv_field("'" + *text);
  return csv_field(std::visit(Words{}, cell));
}

std::string tsv_field(std::string_view text) {
  std::string field;
  for (const char c : text) {
    switch (c) {
      case '\t':
        field += "\\t";
        break;
      case '\n':
        field += "\\n";
        break;
      case '\r':
        field += "\\r";
        break;
      case '\\':
        field += "\\\\";
        break;
      default:
        field += c;
    }
  }
  return field;
}

// Lines of fields: the header through `head`, each cell through `body`.
template <class Head, class Body>
std::string lines_of_fields(const Table& table, std::string_view between, std::string_view end, Head head,
                            Body body) {
  std::string out;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    out.append(c ? between : "").append(head(table.columns[c]));
  out += end;
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      out.append(c ? between : "").append(body(cell_at(row, c)));
    out += end;
  }
  return out;
}

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json object_of(const Table& table, const std::vector<Cell>& row) {
  Json object = Json::object();
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    object[table.columns[c]] = std::visit(ToJson{}, cell_at(row, c));
  return object;
}

std::string jsonl(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) out += dump(object_of(table, row), -1) + '\n';
  return out;
}

std::string json(const Table& table) {
  Json array = Json::array();
  for (const auto& row : table.rows) array.push_back(object_of(table, row));
  return dump(array, 1) + '\n';
}

std::string shown(const Cell& cell) {
  const auto* real = std::get_if<double>(&cell);
  if (real && std::isfinite(*real) && std::abs(*real) < 1e6) return fmt::format("{:.3f}", *real);
  return one_line(std::visit(Words{}, cell));
}

// Takes columns from the widest until the line fits or all are narrow.
void fit(std::vector<std::size_t>& widths, std::size_t line) {
  const std::size_t gaps = widths.empty() ? 0 : kGap * (widths.size() - 1);
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gaps);
  while (total > line) {
    const auto widest = std::ranges::max_element(widths);
    if (widest == widths.end() || *widest <= kNarrowest) return;
    std::size_t second = kNarrowest;
    for (const std::size_t width : widths) second = width < *widest ? std::max(second, width) : second;
    const std::size_t step = std::max<std::size_t>(1, std::min(total - line, (*widest - second) / 2));
    *widest -= step;
    total -= step;
  }
}

// What a terminal shows: the words of every cell, which columns hold numbers, how wide each is.
struct Layout {
  std::vector<std::vector<std::string>> cells;  // the header first
  std::vector<bool> numeric;
  std::vector<std::size_t> widths;
};

Layout lay_out(const Table& table, const TextOptions& options) {
  const std::size_t columns = table.columns.size();
  Layout layout{{}, std::vector<bool>(columns), std::vector<std::size_t>(columns)};
  auto& header = layout.cells.emplace_back();
  for (const std::string& column : table.columns) header.push_back(one_line(column));
  for (const auto& row : table.rows) {
    auto& line = layout.cells.emplace_back();
    for (std::size_t c = 0; c < columns; ++c) {
      line.push_back(shown(cell_at(row, c)));
      if (is_number(cell_at(row, c))) layout.numeric[c] = true;
    }
  }
  for (const auto& line : layout.cells) {
    for (std::size_t c = 0; c < columns; ++c)
      layout.widths[c] = std::max(layout.widths[c], columns_of(line[c]));
  }
  if (options.width > 0) fit(layout.widths, static_cast<std::size_t>(options.width));
  return layout;
}

std::string terminal_table(const Table& table, const TextOptions& options) {
  const Layout layout = lay_out(table, options);
  std::string out;
  bool header = true;
  for (const auto& cells : layout.cells) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c) line.append(kGap, ' ');
      line += pad_to(cut_to(cells[c], layout.widths[c]), layout.widths[c], layout.numeric[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += header ? inked(line, Ink::kBold, options) : line;
    out += '\n';
    header = false;
  }
  return out;
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"table", "csv", "tsv", "jsonl", "json"};
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

std::string write_table(const Table& table, Format format, const TextOptions& options) {
  const auto words = [](const Cell& cell) { return std::visit(Words{}, cell); };
  switch (format) {
    case Format::kCsv:
      return lines_of_fields(table, ",", "\r\n", csv_field, csv_cell);
    case Format::kTsv:
      return lines_of_fields(table, "\t", "\n", tsv_field,
                             [&](const Cell& cell) { return tsv_field(words(cell)); });
    case Format::kJsonl:
      return jsonl(table);
    case Format::kJson:
      return json(table);
    case Format::kTable:
      break;
  }
  return terminal_table(table, options);
}

}  // namespace muster::report
