// The search behind find_quantities: a number is read at each token; what stands around it then gives its
// bound, currency or unit, a second end of a range, and the noun that it counts.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "extract/numbers.hpp"
#include "extract/quantities.hpp"
#include "extract/word_table.hpp"

namespace muster::extract {

// The kinds of words in data/extract/quantity_words.tsv.
namespace quantity_word {
enum Kind : std::uint8_t {
  kBefore,
  kAfter,
  kBound,
  kMoney,
  kSymbol,
  kCents,
  kPercent,
  kUnit,
  kLabel,
  kStop,
  kNoun
};
}  // namespace quantity_word

[[nodiscard]] const WordTable& quantity_words();

class QuantityFinder {
 public:
  QuantityFinder(const Analysis& analysis, const std::vector<model::DateExpression>& dates)
      : a_(analysis),
        dates_(dates),
        entries_(quantity_words().find_all(analysis.words)),
        numbers_(analysis) {}
  std::vector<model::Quantity> find();

 private:
  const WordTable::Entry* as(std::size_t i, quantity_word::Kind kind) const {
    return i < entries_.size() && entries_[i] >= 0 ? quantity_words().of_kind(entries_[i], kind) : nullptr;
  }
  bool in_reach(std::size_t i) const { return i < a_.tokens.size() && !a_.tokens[i].paragraph_before; }
  std::string_view word(std::size_t i) const {
    return i < a_.words.size() ? a_.words[i] : std::string_view();
  }
  bool is(std::size_t i, std::string_view text) const { return in_reach(i) && a_.words[i] == text; }
  // The same without asking whether the token is in reach of the one before it: for looking back.
  bool was(std::size_t i, std::string_view text) const { return i < a_.words.size() && a_.words[i] == text; }
  bool glued(std::size_t i) const { return in_reach(i) && !a_.tokens[i].space_before; }
  bool is_number(std::size_t i) const { return in_reach(i) && a_.tokens[i].kind == text::TokenKind::kNumber; }
  bool is_word(std::size_t i) const { return in_reach(i) && a_.tokens[i].kind == text::TokenKind::kWord; }
  bool is_dash(std::size_t i) const { return was(i, "-") || was(i, "–") || was(i, "—"); }
  // quantities.cpp
  std::size_t past_row_of_digits(std::size_t i) const;
  std::size_t add(std::size_t i, const Number& number);
  bool take_sign(model::Quantity& quantity);
  bool keeps_one(const model::Quantity& quantity) const;
  bool is_name(std::size_t i, const Number& number) const;
  bool starts_sentence(std::size_t i) const;
  // quantity_units.cpp
  bool take_money(model::Quantity& quantity);
  void take_dollar_country(model::Quantity& quantity);
  void take_unit(model::Quantity& quantity);
  // quantity_bounds.cpp
  void take_range(model::Quantity& quantity);
  bool is_do(std::size_t link) const;
  static double shared_scale(const Number& high, double low);
  void take_bound(model::Quantity& quantity, const Number& number);
  void take_before(model::Quantity& quantity);
  const WordTable::Entry* leading_do(std::size_t words) const;
  void take_before_again(model::Quantity& quantity);
  void take_after(model::Quantity& quantity);
  bool overlaps_date(const model::Quantity& quantity);
  // quantity_counted.cpp
  void take_counted(model::Quantity& quantity, const Number& number);
  std::pair<std::size_t, std::size_t> noun_phrase(std::size_t at, double count) const;
  std::size_t plural_head(std::size_t first, std::size_t end) const;
  std::size_t singular_head(std::size_t first, std::size_t end) const;
  std::size_t slavic_head(std::size_t first, std::size_t end) const;
  void restate(model::Quantity& quantity);

  const Analysis& a_;
  const std::vector<model::DateExpression>& dates_;
  std::vector<std::int32_t> entries_;
  NumberReader numbers_;
  std::vector<model::Quantity> found_;
  std::size_t next_date_ = 0;
  std::size_t floor_ = 0;  // tokens before it belong to the last quantity
  std::size_t first_ = 0;  // the tokens of the quantity being read
  std::size_t end_ = 0;    // inclusive
  std::size_t last_ = 0;   // the last token of the last quantity
  bool is_range_ = false;
};

}  // namespace muster::extract
