// CSV and its kin: comma, semicolon, tab or bar between cells, RFC 4180 quotes.
#include <algorithm>
#include <array>
#include <map>

#include "readers/cells.hpp"
#include "readers/decode.hpp"
#include "readers/formats.hpp"
#include "readers/parts.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kLongestCell = std::size_t{10} << 20;

// Reads one record after another; one pass, no look back.
class Records {
 public:
  Records(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // False at the end. Cells stay valid until the next call.
  bool next(std::vector<std::string>& cells) {
    cells.clear();
    if (at_ >= text_.size()) return false;
    do {
      cells.push_back(next_cell());
    } while (take(delimiter_));
    take('\r');
    take('\n');
    return true;
  }

  [[nodiscard]] bool open_quote() const { return open_quote_; }

 private:
  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  std::string next_cell() {
    if (take('"')) return quoted_cell();
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted_cell() {
    std::string cell;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        open_quote_ = true;
        cell += text_.substr(at_);
        at_ = text_.size();
        return cell;
      }
      cell += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (!take('"')) break;
      cell += '"';
    }
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r')
      cell += text_[at_++];
    return cell;
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  bool open_quote_ = false;
};

// Share of the first records that have the commonest number of cells, when that is two or more.
double regularity(std::string_view sample, char delimiter) {
  Records records(sample, delimiter);
  std::vector<std::string> cells;
  std::map<std::size_t, std::size_t> widths;
  std::size_t rows = 0;
  while (rows < 100 && records.next(cells)) {
    ++widths[cells.size()];
    ++rows;
  }
  double best = 0;
  for (const auto& [width, count] : widths) {
    const double share = static_cast<double>(count) / static_cast<double>(rows);
    if (width > 1)
      best = std::max(best, share + 0.001 * static_cast<double>(std::min<std::size_t>(width, 50)));
  }
  return best;
}

char find_delimiter(std::string_view text) {
  std::string_view sample = text.substr(0, 64 << 10);
  if (sample.size() < text.size())
    sample = sample.substr(0, std::max<std::size_t>(sample.rfind('\n') + 1, 1));
  char best = ',';
  double best_regularity = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const double now = regularity(sample, delimiter);
    if (now > best_regularity) best = delimiter;
    best_regularity = std::max(best_regularity, now);
  }
  return best;
}

struct Shape {
  std::map<std::size_t, std::size_t> widths;  // cells a row -> rows
  std::map<std::size_t, std::size_t> first;   // cells a row -> first such row
};

void note_ragged(const Shape& shape, model::Document& document) {
  if (shape.widths.size() < 2) return;
  const auto usual =
      std::ranges::max_element(shape.widths, {}, [](const auto& entry) { return entry.second; });
  std::size_t odd = 0;
  std::size_t first = SIZE_MAX;
  for (const auto& [width, rows] : shape.widths) {
    if (width == usual->first) continue;
    odd += rows;
    first = std::min(first, shape.first.at(width));
  }
  note(document,
       std::to_string(odd) + (odd == 1 ? " row has" : " rows have") + " more or fewer cells than the usual " +
           std::to_string(usual->first) + "; kept as read",
       "first in row " + std::to_string(first), "check the quotes and separators of these rows");
}

}  // namespace

void read_delimited(const Source& source, model::Document& document) {
  auto decoded = decode(source.bytes, "", document);
  if (!decoded) return refuse(document, decoded.error().what, decoded.error().where, decoded.error().remedy);
  Records records(decoded->text, find_delimiter(decoded->text));
  document.text.reserve(decoded->text.size());
  document.sheets.emplace_back();
  CellWriter writer(document, 0);
  std::vector<std::string> cells;
  Shape shape;
  for (std::uint32_t row = 1; records.next(cells); ++row) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].size() > kLongestCell) {
        document.parts.clear();
        document.text.clear();
        return refuse(document, "a single cell of more than 10 MB is no list; nothing of it was read",
                      "row " + std::to_string(row), "export the list with a line a record");
      }
      writer.add(cells[i], row, static_cast<std::uint32_t>(i + 1));
    }
    ++shape.widths[cells.size()];
    shape.first.try_emplace(cells.size(), row);
  }
  if (records.open_quote())
    note(document, "a quotation mark is never closed; the rest of the file is one cell", "",
         "close the quotation mark");
  note_ragged(shape, document);
  if (document.parts.empty())
    refuse(document, "the table has no cells", "", "get the file again from where it came");
}

}  // namespace muster::readers
