#include "readers/records.hpp"

#include <algorithm>
#include <map>

namespace muster::readers {
namespace {

// Share of the first records that have the commonest number of cells, when that is two or more.
double regularity(std::string_view sample, char delimiter) {
  Records records(sample, delimiter);
  std::vector<std::string_view> cells;
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

}  // namespace

Records::Records(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

bool Records::next(std::vector<std::string_view>& cells) {
  cells.clear();
  written_.clear();
  if (at_ >= text_.size()) return false;
  do {
    cells.push_back(next_cell());
  } while (take(delimiter_));
  take('\r');
  take('\n');
  return true;
}

bool Records::take(char wanted) {
  if (at_ >= text_.size() || text_[at_] != wanted) return false;
  ++at_;
  return true;
}

void Records::skip_to_end_of_cell() {
  while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
}

std::string_view Records::next_cell() {
  if (take('"')) return quoted_cell();
  const std::size_t begin = at_;
  skip_to_end_of_cell();
  return text_.substr(begin, at_ - begin);
}

std::string_view Records::quoted_cell() {
  const std::size_t begin = at_;
  const std::size_t quote = text_.find('"', begin);
  const std::size_t after = quote == std::string_view::npos ? quote : quote + 1;
  if (after < text_.size() && text_[after] != delimiter_ && text_[after] != '\n' && text_[after] != '\r')
    return cell_with_quotes(begin);
  open_quote_ = open_quote_ || quote == std::string_view::npos;
  at_ = std::min(after, text_.size());
  return text_.substr(begin, std::min(quote, text_.size()) - begin);
}

std::string_view Records::cell_with_quotes(std::size_t begin) {
  std::string& cell = written_.emplace_back();
  at_ = begin;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    cell += text_.substr(at_, quote - at_);
    open_quote_ = open_quote_ || quote == std::string_view::npos;
    at_ = quote == std::string_view::npos ? text_.size() : quote + 1;
    if (!take('"')) break;
    cell += '"';
  }
  const std::size_t rest = at_;
  skip_to_end_of_cell();
  return cell += text_.substr(rest, at_ - rest);
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

}  // namespace muster::readers
