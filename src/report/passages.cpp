#include "report/passages.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "text/utf8.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kAround = 600;  // bytes of context kept on each side of a mark

struct Mark {
  std::size_t begin = 0;  // bytes into the context
  std::size_t end = 0;
};

// Byte offset of the code point `count` of the text; nothing when the text is shorter.
std::optional<std::size_t> byte_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) {
    if (at >= text.size()) return std::nullopt;
    static_cast<void>(text::next_codepoint(text, at));
  }
  return at;
}

// Where the quote's words stand in its context: at its offsets, else where the same words are found first.
std::optional<Mark> mark_in(const Quote& quote) {
  const std::string_view context = quote.context;
  if (quote.text.empty() || context.empty()) return std::nullopt;
  if (quote.start >= quote.context_start) {
    const auto begin = byte_of(context, quote.start - quote.context_start);
    if (begin && context.substr(*begin).starts_with(quote.text))
      return Mark{*begin, *begin + quote.text.size()};
  }
  const std::size_t found = context.find(quote.text);
  if (found == context.npos) return std::nullopt;
  return Mark{found, found + quote.text.size()};
}

std::vector<Mark> merged(std::vector<Mark> marks) {
  std::ranges::sort(marks, {}, &Mark::begin);
  std::vector<Mark> result;
  for (const Mark& mark : marks) {
    if (!result.empty() && mark.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, mark.end);
    } else {
      result.push_back(mark);
    }
  }
  return result;
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string_view first_bytes(std::string_view text, std::size_t count) {
  while (count > 0 && count < text.size() && continues(text[count])) --count;
  return text.substr(0, count);
}

std::string_view last_bytes(std::string_view text, std::size_t count) {
  std::size_t begin = text.size() > count ? text.size() - count : 0;
  while (begin < text.size() && continues(text[begin])) ++begin;
  return text.substr(begin);
}

// Unmarked words; `before` and `after` say whether a mark stands on that side.
void add_plain(std::vector<Piece>& pieces, std::string_view text, bool before, bool after) {
  if (text.empty()) return;
  const std::size_t sides = (before ? 1U : 0U) + (after ? 1U : 0U);
  if (text.size() <= sides * kAround + 200) {
    pieces.push_back({text, false});
    return;
  }
  if (before) pieces.push_back({first_bytes(text, kAround), false, false, !after});
  if (after) pieces.push_back({last_bytes(text, kAround), false, true, false});
}

std::vector<Piece> pieces_of(std::string_view context, const std::vector<Mark>& marks) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    add_plain(pieces, context.substr(at, mark.begin - at), at > 0, true);
    pieces.push_back({context.substr(mark.begin, mark.end - mark.begin), true});
    at = mark.end;
  }
  add_plain(pieces, context.substr(at), true, false);
  return pieces;
}

// A passage while it is being put together.
struct Draft {
  const Quote* first = nullptr;
  std::vector<Mark> marks;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
};

// Puts quotes into drafts; quotes with one context go into one draft.
class Drafts {
 public:
  void add(const Quote& quote) {
    const std::optional<Mark> mark = mark_in(quote);
    Draft& draft = mark ? with_context(quote) : all_.emplace_back(Draft{&quote, {}, {}});
    if (mark) draft.marks.push_back(*mark);
    draft.ranges.emplace_back(quote.start, quote.end);
  }

  [[nodiscard]] std::vector<Draft>& all() { return all_; }

 private:
  Draft& with_context(const Quote& quote) {
    const auto [entry, fresh] = by_context_.try_emplace({quote.document, quote.context_start}, all_.size());
    if (!fresh && all_[entry->second].first->context == quote.context) return all_[entry->second];
    entry->second = all_.size();
    return all_.emplace_back(Draft{&quote, {}, {}});
  }

  std::vector<Draft> all_;
  std::map<std::pair<model::DocumentId, std::size_t>, std::size_t> by_context_;
};

Passage finished(Draft& draft) {
  std::ranges::sort(draft.ranges);
  const auto repeated = std::ranges::unique(draft.ranges);
  draft.ranges.erase(repeated.begin(), repeated.end());
  const Quote& quote = *draft.first;
  Passage passage{quote.document, quote.part, std::move(draft.ranges), {}};
  if (draft.marks.empty()) {
    passage.pieces.push_back({quote.text, true});
  } else {
    passage.pieces = pieces_of(quote.context, merged(std::move(draft.marks)));
  }
  return passage;
}

}  // namespace

std::vector<Passage> passages_of(std::span<const Quote> quotes) {
  Drafts drafts;
  for (const Quote& quote : quotes) {
    if (!quote.text.empty()) drafts.add(quote);  // a gap quotes no words: nothing to show
  }
  std::vector<Passage> passages;
  passages.reserve(drafts.all().size());
  for (Draft& draft : drafts.all()) passages.push_back(finished(draft));
  return passages;
}

}  // namespace muster::report
