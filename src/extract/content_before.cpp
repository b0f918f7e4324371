#include "extract/content_before.hpp"

#include <algorithm>

namespace muster::extract {

using namespace word_class;

namespace {

bool ends_open(const SpeechText& text, std::uint32_t i) {  // a quotation whose sentence goes on outside
  return text.is_mark(i, ",") || text.is_mark(i, "!") || text.is_mark(i, "?") || text.is_mark(i, "…") ||
         text.is_dash(i);
}

Before quoted_before(const SpeechText& text, Range window, std::int32_t closed, bool marked) {
  const Quote& q = text.quote(closed);
  if (q.open < window.first || q.end < q.open + 3) return {};
  if (!marked && !ends_open(text, text.last_inside(q))) return {};
  const bool clause_before = q.open > window.first && text.is_word(q.open - 1);
  const bool whole = !clause_before || text.is_cyrillic(q.open + 1);
  return {true, true, false, false, {whole ? q.open : window.first, q.end}};
}

// `"Why not?" Veld said.`: the quotation is a sentence of its own.
Before question_before(const SpeechText& text, Range window) {
  if (window.first == 0 || text.token(window.first).paragraph_before) return {};
  const std::int32_t closed = text.quote_closed_at(window.first - 1);
  if (closed < 0 || text.quote_of(window.first) != text.quote(closed).parent) return {};
  const Quote& q = text.quote(closed);
  if (q.end < q.open + 3 || !ends_open(text, text.last_inside(q))) return {};
  return {true, true, true, false, {q.open, q.end}};
}

}  // namespace

bool has_finite(const SpeechText& text, Range range) {
  const std::uint32_t end = std::min(range.last, range.first + 60);
  for (std::uint32_t i = range.first; i < end; ++i) {
    if (text.may_be_finite(i)) return true;
  }
  return false;
}

// What stands before the attribution that starts at `at`, if a comma, a dash or a quotation's end parts them.
Before content_before(const SpeechText& text, Range window, std::uint32_t at) {
  std::uint32_t last = at;  // one past the content
  bool comma = false;
  bool dash = false;
  if (last > window.first && text.is_dash(last - 1)) dash = true, --last;
  if (last > window.first + 1 && text.is_mark(last - 1, ",")) comma = true, --last;
  if (last <= window.first) return question_before(text, window);
  if (const std::int32_t closed = text.quote_closed_at(last - 1); closed >= 0) {
    return quoted_before(text, window, closed, comma || dash);
  }
  if (!comma && !dash) return {};
  if (dash && !comma && !text.is_cyrillic(last - 1)) return {};
  Range content = {window.first, last};
  if (text.is_dash(content.first)) ++content.first;  // a line of dialogue
  const bool verbless = !text.is_cyrillic(last - 1) && !has_finite(text, content);
  return {true, false, false, verbless, content};
}

}  // namespace muster::extract
