#include "readers/printed_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "readers/parts.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

// Of 100. A line whose best word lies below is a pattern or a portrait. Words are not dropped one by one: a
// name without its first sign is another name.
constexpr double kLeastConfidence = 10;

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

struct Row {
  std::array<std::string_view, 12>
      fields;  // level page block paragraph line word left top width height confidence text
  [[nodiscard]] int whole(std::size_t field) const {
    return static_cast<int>(std::clamp(number(fields[field]), -1e6, 1e6));
  }
};

std::optional<Row> split_row(std::string_view line) {
  Row row;
  for (std::size_t field = 0; field + 1 < row.fields.size(); ++field) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    row.fields[field] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  row.fields.back() = line;
  return row;
}

bool is_han_at_end(std::string_view text) {
  std::size_t at = text.size();
  return at > 0 && text::script_of(text::previous_codepoint(text, at)) == text::Script::kHan;
}

bool is_han_at_start(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && text::script_of(text::next_codepoint(text, at)) == text::Script::kHan;
}

void add_word(const Row& row, PrintedLine& line) {
  const std::string word = squeeze(row.fields[11]);
  if (word.empty()) return;
  const int left = row.whole(6);
  const int top = row.whole(7);
  if (line.text.empty()) line = {"", left, top, left, top};
  if (!line.text.empty() && !(is_han_at_end(line.text) && is_han_at_start(word))) line.text += ' ';
  line.text += word;
  line.left = std::min(line.left, left);
  line.top = std::min(line.top, top);
  line.right = std::max(line.right, left + row.whole(8));
  line.bottom = std::max(line.bottom, top + row.whole(9));
}

// Letters and digits must be most of a line; what OCR makes of patterns and portraits is not.
bool reads_as_text(std::string_view line) {
  std::size_t good = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t codepoint = text::next_codepoint(line, at);
    if (text::is_space(codepoint)) continue;
    ++all;
    good += text::is_letter(codepoint) || text::is_digit(codepoint);
  }
  return good >= 1 && good * 3 >= all * 2;
}

int middle(const PrintedLine& line) {
  return (line.top + line.bottom) / 2;
}
int height(const PrintedLine& line) {
  return line.bottom - line.top;
}

// The line right below, with the same left edge and no wide gap between.
std::optional<std::size_t> line_below(const std::vector<PrintedLine>& lines, const std::vector<bool>& placed,
                                      std::size_t above) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int larger = std::max(height(lines[i]), height(lines[above]));
    const int gap = lines[i].top - lines[above].bottom;
    const bool beside = std::abs(lines[i].left - lines[above].left) <= larger;
    if (placed[i] || i == above || !beside || gap < -larger / 3 || gap > larger) continue;
    if (!best || lines[i].top < lines[*best].top) best = i;
  }
  return best;
}

}  // namespace

std::vector<PrintedLine> parse_tesseract(std::string_view tsv) {
  std::vector<PrintedLine> lines;
  PrintedLine line;
  double confidence = 0;
  const auto close = [&] {
    if (confidence >= kLeastConfidence && reads_as_text(line.text)) lines.push_back(std::move(line));
    line = {};
    confidence = 0;
  };
  while (!tsv.empty()) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    const auto row = split_row(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (!row) continue;
    if (row->fields[0] != "5") {
      close();
      continue;
    }
    confidence = std::max(confidence, number(row->fields[10]));
    add_word(*row, line);
  }
  close();
  return lines;
}

std::vector<PrintedLine> in_reading_order(std::vector<PrintedLine> lines) {
  constexpr std::size_t kMostLines =
      2000;  // a form has some dozens; beyond this, order is not worth the square
  std::ranges::stable_sort(lines, {}, middle);
  for (auto row = lines.begin(); row != lines.end();) {
    const int lowest = middle(*row) + height(*row) / 2;
    const auto next =
        std::find_if(row + 1, lines.end(), [&](const PrintedLine& line) { return middle(line) > lowest; });
    std::sort(row, next, [](const PrintedLine& a, const PrintedLine& b) { return a.left < b.left; });
    row = next;
  }
  if (lines.size() > kMostLines) return lines;
  std::vector<bool> placed(lines.size());
  std::vector<PrintedLine> ordered;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::optional<std::size_t> at = placed[i] ? std::nullopt : std::optional(i); at;
         at = line_below(lines, placed, *at)) {
      placed[*at] = true;
      ordered.push_back(lines[*at]);
    }
  }
  return ordered;
}

}  // namespace muster::readers
