// A document as the search for claims sees it: each token with its lexicon entry, its sentence and its
// quotation, and the small grammar over them (noun phrases, verb groups). All ranges are token indices,
// [first, last).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/quotes.hpp"
#include "extract/speech_lexicon.hpp"

namespace muster::extract {

struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  friend bool operator==(const Range&, const Range&) = default;
};

[[nodiscard]] inline bool holds(const std::vector<Range>& ranges, std::uint32_t token) {
  return std::ranges::any_of(ranges, [token](Range r) { return r.first <= token && token < r.last; });
}

class SpeechText {
 public:
  explicit SpeechText(const Analysis& analysis);

  [[nodiscard]] const Analysis& analysis() const { return analysis_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_.tokens.size()); }
  [[nodiscard]] const text::Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return analysis_.words[i]; }
  [[nodiscard]] std::string_view raw(std::uint32_t i) const { return analysis_.raw(i); }
  [[nodiscard]] const WordEntry& entry(std::uint32_t i) const { return entries_[i]; }
  [[nodiscard]] bool is(std::uint32_t i, std::uint32_t classes) const {
    return (entries_[i].classes & classes) != 0;
  }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return token(i).kind == text::TokenKind::kWord; }
  [[nodiscard]] bool is_mark(std::uint32_t i, std::string_view mark) const { return word(i) == mark; }
  [[nodiscard]] bool is_dash(std::uint32_t i) const;
  [[nodiscard]] bool is_stop(std::uint32_t i) const;              // . ! ? …
  [[nodiscard]] bool is_ukrainian() const { return ukrainian_; }  // has letters that Russian lacks
  [[nodiscard]] bool is_cyrillic(std::uint32_t i) const { return token(i).script == text::Script::kCyrillic; }
  [[nodiscard]] bool has_possessive_ending(std::uint32_t i) const;  // "ministry's", "officials'"
  // A finite verb or auxiliary, and not a capitalised word in running text.
  [[nodiscard]] bool is_finite(std::uint32_t i) const;
  // The same, with "reached" and "supported" where they may be past tense, and "favors" behind a name.
  [[nodiscard]] bool may_be_finite(std::uint32_t i) const;
  [[nodiscard]] bool matches(std::uint32_t at, const std::vector<std::string_view>& words) const;

  [[nodiscard]] const std::vector<Quote>& quotes() const { return quotes_; }
  [[nodiscard]] std::int32_t quote_of(std::uint32_t i) const {
    return quote_of_[i];
  }  // innermost, marks outside
  [[nodiscard]] std::int32_t quote_opened_at(std::uint32_t i) const { return opened_[i]; }  // -1: none
  [[nodiscard]] std::int32_t quote_closed_at(std::uint32_t i) const { return closed_[i]; }
  [[nodiscard]] const Quote& quote(std::int32_t i) const { return quotes_[static_cast<std::size_t>(i)]; }

  // The last token inside the quotation's marks.
  [[nodiscard]] std::uint32_t last_inside(const Quote& quote) const;

  // The sentence around a token as far as attribution reaches: sentences that one quotation joins count as
  // one; inside a quotation it ends at the marks. At most kReach tokens either way outside quotations.
  [[nodiscard]] Range window(std::uint32_t i) const;
  [[nodiscard]] Range sentence(std::uint32_t i) const { return sentences_[sentence_of_[i]]; }

  // The noun phrase that ends right before `end`; empty when there is none.
  [[nodiscard]] Range phrase_before(std::uint32_t end, std::uint32_t limit) const;
  // The noun phrase that starts at `begin`, with appositions where `appositions` is set.
  [[nodiscard]] Range phrase_after(std::uint32_t begin, std::uint32_t limit, bool appositions) const;

  static constexpr std::uint32_t kReach = 160;

 private:
  void mark_sentences();
  void mark_quotes();
  [[nodiscard]] std::uint32_t after_dateline(const text::Sentence& sentence) const;
  [[nodiscard]] std::uint32_t past_colon(std::uint32_t end) const;
  [[nodiscard]] WordEntry guess(std::uint32_t i) const;
  [[nodiscard]] bool joins_names(std::uint32_t i) const;
  [[nodiscard]] bool ends_phrase_backwards(std::uint32_t t, std::uint32_t begin, std::uint32_t end,
                                           std::uint32_t limit) const;
  [[nodiscard]] Range trimmed(Range phrase) const;
  [[nodiscard]] std::uint32_t end_of_apposition(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] bool ends_phrase_forwards(std::uint32_t t, std::uint32_t begin, std::uint32_t limit) const;

  const Analysis& analysis_;
  std::vector<Quote> quotes_;
  std::vector<WordEntry> entries_;
  std::vector<Range> sentences_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::int32_t> quote_of_, opened_, closed_;
  bool ukrainian_ = false;
};

}  // namespace muster::extract
