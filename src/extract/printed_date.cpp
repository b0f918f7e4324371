#include "extract/printed_date.hpp"

#include <algorithm>
#include <set>

#include "base/table_lines.hpp"
#include "extract/analysis.hpp"
#include "extract/dates.hpp"

namespace muster::extract {
namespace {

constexpr std::size_t kLines = 6;         // of the head
constexpr std::size_t kLongestLine = 80;  // bytes
constexpr std::size_t kWordsBeside = 5;   // "Press service of the Ministry,"

// The short ones of the first lines that are not empty: a longer line is no dateline.
model::Document head_of(const model::Document& document) {
  model::Document head;
  head.language = document.language;
  std::string_view rest = document.text;
  for (std::size_t lines = 0; lines < kLines && !rest.empty();) {
    const std::string_view line = base::cut(rest, '\n');
    lines += !line.empty();
    if (line.size() <= kLongestLine) head.text.append(line) += '\n';
  }
  return head;
}

// A line with the date and a few words, and no verb to make the date one of an event: it ends where the date
// does, or begins with it.
bool is_dateline(const std::string& text, model::Span date) {
  const std::size_t before = text.rfind('\n', date.begin);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', date.end), text.size());
  const auto words = [&](std::size_t from, std::size_t to) {
    return text::tokenise(std::string_view(text).substr(from, to - from));
  };
  const auto left = words(start, date.begin);
  const auto right = words(date.end, end);
  const auto is_word = [](const text::Token& token) { return token.kind == text::TokenKind::kWord; };
  if (std::ranges::any_of(right, is_word) || left.size() > 2 * kWordsBeside) return false;
  return std::ranges::count_if(left, is_word) <= static_cast<std::ptrdiff_t>(kWordsBeside) &&
         (left.empty() || !is_word(left.back()));
}

bool is_whole(const std::string& value) {
  return value.size() == 10 && value.find('X') == std::string::npos && value[4] == '-' && value[7] == '-';
}

}  // namespace

std::string printed_date(const model::Document& document) {
  // The first date of a table or of a paper is somebody's.
  const bool prose = document.parts.empty() || document.parts.front().kind <= model::PartKind::kPage;
  if (!prose) return {};
  const model::Document head = head_of(document);
  std::set<std::string> found;
  for (const auto& date : find_dates(Analysis(head), "")) {
    if (date.type == model::DateType::kDate && is_whole(date.value) && is_dateline(head.text, date.span))
      found.insert(date.value);
  }
  return found.size() == 1 ? *found.begin() : std::string();
}

}  // namespace muster::extract
