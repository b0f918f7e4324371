#include "extract/quotes.hpp"

#include <string_view>

namespace muster::extract {
namespace {

enum class Mark : std::uint8_t {
  kNone,
  kStraight,
  kCurlyOpen,
  kCurlyClose,
  kLowOpen,
  kGuillemetOpen,
  kGuillemetClose,
  kSingleOpen,
  kSingleClose,
  kApostrophe
};

Mark mark_of(std::string_view bytes) {
  if (bytes == "\"" || bytes == "＂") return Mark::kStraight;
  if (bytes.size() < 2) return bytes == "'" ? Mark::kApostrophe : Mark::kNone;
  if (bytes == "“" || bytes == "「" || bytes == "『") return Mark::kCurlyOpen;
  if (bytes == "”" || bytes == "」" || bytes == "』") return Mark::kCurlyClose;
  if (bytes == "„") return Mark::kLowOpen;
  if (bytes == "«") return Mark::kGuillemetOpen;
  if (bytes == "»") return Mark::kGuillemetClose;
  if (bytes == "‘") return Mark::kSingleOpen;
  if (bytes == "’") return Mark::kSingleClose;
  return Mark::kNone;
}

// Which opening mark does a closing one belong to?
bool pairs(Mark open, Mark close) {
  switch (close) {
    case Mark::kStraight:
      return open == Mark::kStraight || open == Mark::kCurlyOpen;
    case Mark::kCurlyOpen:
      return open == Mark::kLowOpen;  // „...“
    case Mark::kCurlyClose:
      return open == Mark::kCurlyOpen || open == Mark::kLowOpen || open == Mark::kStraight;
    case Mark::kGuillemetClose:
      return open == Mark::kGuillemetOpen;
    case Mark::kSingleClose:
      return open == Mark::kSingleOpen;
    case Mark::kApostrophe:
      return open == Mark::kApostrophe;
    default:
      return false;
  }
}

class Pairer {
 public:
  explicit Pairer(const Analysis& analysis) : analysis_(analysis) {}

  std::vector<Quote> pair() {
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      if (i > 0 && analysis_.tokens[i].paragraph_before) end_paragraph(i);
      if (analysis_.tokens[i].kind != text::TokenKind::kMark) continue;
      if (is_doubled(i)) {
        take(i, Mark::kStraight, 2);
        ++i;
      } else {
        take(i, mark_of(analysis_.raw(i)), 1);
      }
    }
    open_.clear();
    return kept();
  }

 private:
  struct Open {
    Mark mark;
    std::size_t quote;
  };

  // Two apostrophes, or two grave accents, typed for a double mark.
  [[nodiscard]] bool is_doubled(std::size_t i) const {
    const std::string_view mark = analysis_.raw(i);
    if (i + 1 >= analysis_.tokens.size() || analysis_.tokens[i + 1].space_before ||
        analysis_.raw(i + 1) != mark)
      return false;
    return mark == "'" || mark == "`" || mark == "’" || mark == "‘";
  }

  // A mark with a space before it and none after opens; one with none before closes.
  [[nodiscard]] bool looks_opening(std::size_t i, std::size_t width = 1) const {
    const bool space_after = i + width >= analysis_.tokens.size() || analysis_.tokens[i + width].space_before;
    if (analysis_.tokens[i].space_before) return !space_after || open_.empty();
    if (space_after) return false;
    const std::string_view before = i == 0 ? std::string_view() : analysis_.raw(i - 1);
    return before == "(" || before == "[" || before == "—" || before == "–" || before == "-" ||
           mark_of(before) != Mark::kNone;
  }

  [[nodiscard]] bool opens(std::size_t i, Mark mark, std::size_t width) const {
    switch (mark) {
      case Mark::kCurlyOpen:
        return open_.empty() || open_.back().mark != Mark::kLowOpen || looks_opening(i);
      case Mark::kCurlyClose:  // typed for an opening one at the start of a line
        return open_.empty() && analysis_.tokens[i].line_before && looks_opening(i);
      case Mark::kLowOpen:
      case Mark::kGuillemetOpen:
        return true;
      case Mark::kStraight:
        return looks_opening(i, width) && !(has_open(Mark::kStraight) && !analysis_.tokens[i].space_before);
      case Mark::kSingleOpen:
        return analysis_.tokens[i].space_before || i == 0 || mark_of(analysis_.raw(i - 1)) != Mark::kNone;
      case Mark::kApostrophe:
        return analysis_.tokens[i].space_before && looks_opening(i);
      default:
        return false;
    }
  }

  [[nodiscard]] bool has_open(Mark mark) const { return !open_.empty() && open_.back().mark == mark; }

  // A mark of `width` tokens at token i.
  void take(std::size_t i, Mark mark, std::size_t width) {
    if (mark == Mark::kNone) return;
    if (opens(i, width == 1 ? mark : Mark::kStraight, width)) {
      Quote quote;
      quote.open = static_cast<std::uint32_t>(i);
      quote.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back().quote);
      quote.went_on = analysis_.tokens[i].paragraph_before && goes_on_;
      open_.push_back({mark == Mark::kCurlyClose ? Mark::kCurlyOpen : mark, quotes_.size()});
      quotes_.push_back(quote);
      return;
    }
    close(i + width - 1, mark);
  }

  // Closes the nearest opening mark of its kind; inner ones left open are dropped. Looks at a few levels
  // only, so that a hostile heap of opening marks costs nothing.
  void close(std::size_t i, Mark mark) {
    for (std::size_t back = 0; back < open_.size() && back < 4; ++back) {
      const Open& candidate = open_[open_.size() - 1 - back];
      if (!pairs(candidate.mark, mark)) continue;
      quotes_[candidate.quote].end = static_cast<std::uint32_t>(i + 1);
      open_.resize(open_.size() - 1 - back);
      return;
    }
  }

  // A quotation still open goes on when the next paragraph opens with a mark of the same kind.
  void end_paragraph(std::size_t next) {
    goes_on_ = false;
    if (!open_.empty()) {
      const Open outer = open_.front();
      goes_on_ = mark_of(analysis_.raw(next)) == outer.mark && outer.mark != Mark::kApostrophe;
      if (goes_on_) {
        quotes_[outer.quote].end = static_cast<std::uint32_t>(next);
        quotes_[outer.quote].goes_on = true;
      }
    }
    open_.clear();
  }

  // The quotations that were closed, with parents renumbered.
  std::vector<Quote> kept() {
    std::vector<Quote> out;
    std::vector<std::int32_t> place(quotes_.size(), -1);
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      Quote quote = quotes_[i];
      const std::int32_t above = quote.parent < 0 ? -1 : place[static_cast<std::size_t>(quote.parent)];
      quote.parent = above;
      if (quote.end == 0) {  // dropped: its children hang on what held it
        place[i] = above;
        continue;
      }
      place[i] = static_cast<std::int32_t>(out.size());
      out.push_back(quote);
    }
    return out;
  }

  const Analysis& analysis_;
  std::vector<Quote> quotes_;
  std::vector<Open> open_;
  bool goes_on_ = false;
};

}  // namespace

std::vector<Quote> find_quotes(const Analysis& analysis) {
  return Pairer(analysis).pair();
}

}  // namespace muster::extract
