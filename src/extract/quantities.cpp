#include "extract/quantities.hpp"

#include <cmath>

#include "base/embedded.hpp"
#include "extract/quantity_finder.hpp"

MUSTER_EMBEDDED(extract_quantity_words_tsv)

namespace muster::extract {

using namespace quantity_word;
using model::Quantity;
using model::Relation;

const WordTable& quantity_words() {
  static const WordTable words(
      MUSTER_BYTES(extract_quantity_words_tsv),
      {"before", "after", "bound", "money", "symbol", "cents", "percent", "unit", "label", "stop", "noun"});
  return words;
}

std::vector<Quantity> QuantityFinder::find() {
  for (std::size_t i = 0; i < a_.tokens.size();) {
    const auto number = numbers_.read(i);
    if (!number) {
      ++i;
      continue;
    }
    const std::size_t past = past_row_of_digits(i);
    if (past > i) {
      i = past;
      continue;
    }
    floor_ = found_.empty() ? 0 : last_ + 1;
    i = add(i, *number);
  }
  return std::move(found_);
}

// Three or more groups of digits parted by hyphens, or one after "+": a phone or card number. The token
// after it, or i.
std::size_t QuantityFinder::past_row_of_digits(std::size_t i) const {
  std::size_t groups = 0;
  std::size_t at = i;
  const bool plus = i > 0 && was(i - 1, "+");
  while (is_number(at)) {
    ++groups;
    ++at;
    const std::size_t next = is_dash(at) || is(at, ")") || is(at, "(") ? at + 1 : at;
    if (!is_number(next) || (next == at && !plus)) break;
    at = next;
  }
  return groups >= 3 || (plus && groups >= 2) ? at : i;
}

// Reads the quantity at token i; the token to go on from.
std::size_t QuantityFinder::add(std::size_t i, const Number& number) {
  Quantity quantity;
  quantity.value = number.value;
  first_ = i;
  end_ = number.last;
  if (!take_sign(quantity)) return end_ + 1;
  if (number.sort == Number::Sort::kPart) quantity.unit = "fraction";
  const bool money = take_money(quantity);
  if (!money && is_name(i, number)) return end_ + 1;
  take_range(quantity);
  if (!money && quantity.unit.empty()) take_unit(quantity);
  take_bound(quantity, number);
  if (overlaps_date(quantity)) return end_ + 1;
  take_counted(quantity, number);
  if (number.value == 1 && !number.digits && !keeps_one(quantity)) return end_ + 1;
  quantity.span = a_.span(first_, end_);
  restate(quantity);
  last_ = end_;
  found_.push_back(std::move(quantity));
  return end_ + 1;
}

// "-20" is below zero; false for ".08", whose digits alone would say something else.
bool QuantityFinder::take_sign(Quantity& quantity) {
  if (first_ <= floor_ || !glued(first_) || !a_.tokens[first_ - 1].space_before) return true;
  if (was(first_ - 1, ".") || was(first_ - 1, ",")) return false;
  if (!was(first_ - 1, "-") && !was(first_ - 1, "−")) return true;
  quantity.value = -quantity.value;
  --first_;
  return true;
}

// "one" alone is a pronoun more often than a number.
bool QuantityFinder::keeps_one(const Quantity& quantity) const {
  return !quantity.counted.empty() || !quantity.unit.empty() || !quantity.currency.empty() ||
         quantity.relation != Relation::kEqual;
}

// Is the number part of a name: an ordinal, a code, "Article 5", "Su-27"?
bool QuantityFinder::is_name(std::size_t i, const Number& number) const {
  if (i > 0 && as(i - 1, kLabel) && number.digits && in_reach(i)) return true;
  if (i > 1 && was(i - 1, ".") && as(i - 2, kLabel) && number.digits && glued(i - 1)) return true;
  if (!number.digits)
    return word(i) == "one" && (was(i - 1, "no") || is(i + 1, "another") || is(i + 1, "of"));
  if (i > 0 && (was(i - 1, "#") || was(i - 1, "№") || was(i - 1, "@"))) return true;
  const std::size_t next = number.last + 1;
  if (is_word(next) && glued(next) && !as(next, kUnit) && !as(next, kMoney)) return true;  // 25th, 3D
  if (is_dash(next) && glued(next) && is_word(next + 1) && glued(next + 1) && !as(next + 1, kUnit)) {
    return a_.tokens[next + 1].script == text::Script::kCyrillic;  // 25-я
  }
  if (i > 0 && glued(i) && (was(i - 1, "-") || was(i - 1, "/")) && i > 1 && glued(i - 1))
    return !is_number(i - 2);
  const bool named = i > 0 && is_word(i - 1) && a_.tokens[i - 1].capital && in_reach(i) &&
                     !as(i - 1, kBefore) && !as(i - 1, kStop);
  return named && !starts_sentence(i - 1) && !is_word(next) && !as(next, kPercent);  // "Boeing 737,"
}

bool QuantityFinder::starts_sentence(std::size_t i) const {
  return i == 0 || a_.tokens[i].line_before || was(i - 1, ".") || was(i - 1, "”") || was(i - 1, "\"");
}

bool QuantityFinder::overlaps_date(const Quantity& quantity) {
  const std::uint32_t begin = a_.tokens[first_].begin;
  const std::uint32_t end = a_.tokens[end_].end;
  while (next_date_ < dates_.size() && dates_[next_date_].span.end <= begin) ++next_date_;
  for (std::size_t i = next_date_; i < dates_.size() && dates_[i].span.begin < end; ++i) {
    const bool offset = dates_[i].type != model::DateType::kDuration;
    if (offset && quantity.currency.empty() && quantity.unit != "percent") return true;
  }
  return false;
}

// "300 000 rubles (about $3 470)": the sum in brackets says the sum before them again.
void QuantityFinder::restate(Quantity& quantity) {
  if (quantity.currency.empty() || found_.empty() || first_ == 0 || !was(first_ - 1, "(")) return;
  const Quantity& before = found_.back();
  if (before.currency.empty() || before.currency == quantity.currency || last_ + 2 != first_) return;
  quantity.same_as = static_cast<std::int32_t>(found_.size()) - 1;
}

std::vector<model::Quantity> find_quantities(const Analysis& analysis,
                                             const std::vector<model::DateExpression>& dates) {
  return QuantityFinder(analysis, dates).find();
}

}  // namespace muster::extract
