// "More than", "up to", "about", and ranges.
#include <algorithm>
#include <cmath>
#include <string>

#include "extract/quantity_finder.hpp"

namespace muster::extract {

using namespace quantity_word;
using model::Quantity;
using model::Relation;

namespace {

Relation relation_of(std::string_view sign) {
  if (sign == ">") return Relation::kMore;
  if (sign == ">=") return Relation::kAtLeast;
  if (sign == "<") return Relation::kLess;
  if (sign == "<=") return Relation::kAtMost;
  return Relation::kAbout;
}

void set_range(Quantity& quantity) {
  const double value = quantity.value;
  quantity.low = value;
  quantity.high = value;
  switch (quantity.relation) {
    case Relation::kEqual:
      break;
    case Relation::kMore:
    case Relation::kAtLeast:
      quantity.high = model::kUnbounded;
      break;
    case Relation::kLess:
    case Relation::kAtMost:
      quantity.low = std::min(0.0, value);
      break;
    case Relation::kAbout:
      quantity.low = value - std::abs(value) / 10;
      quantity.high = value + std::abs(value) / 10;
      break;
  }
}

}  // namespace

// --- ranges
// "10 to 20", "10-20", "between 10 and 20", "$5 to $6 million".
void QuantityFinder::take_range(Quantity& quantity) {
  const bool between =
      first_ > floor_ && (was(first_ - 1, "between") || was(first_ - 1, "між") || was(first_ - 1, "между"));
  const std::size_t link = end_ + 1;
  const bool and_link = between && (is(link, "and") || is(link, "и") || is(link, "і") || is(link, "та"));
  if (!and_link && !is(link, "to") && !is_dash(link) && !is_do(link)) return;
  std::size_t at = link + 1;
  if (in_reach(at) && as(at, kSymbol)) ++at;
  if (!in_reach(at)) return;
  const auto high = numbers_.read(at);
  if (!high || !(high->value > quantity.value) || high->sort != Number::Sort::kExact) return;
  const double scale = shared_scale(*high, quantity.value);
  quantity.low = quantity.value * scale;
  quantity.high = high->value;
  quantity.value = std::nan("");
  end_ = high->last;
  if (between ||
      (first_ > floor_ && (was(first_ - 1, "from") || was(first_ - 1, "от") || was(first_ - 1, "від"))))
    --first_;
  is_range_ = true;
  if (in_reach(end_ + 1) && as(end_ + 1, kMoney) && quantity.currency.empty())
    quantity.currency = as(++end_, kMoney)->value;
}

// "от 10 до 20"
bool QuantityFinder::is_do(std::size_t link) const {
  return is(link, "до") && first_ > floor_ &&
         (was(first_ - 1, "от") || was(first_ - 1, "від") || was(first_ - 1, "с"));
}

// In "5 to 6 million" the million belongs to both.
double QuantityFinder::shared_scale(const Number& high, double low) {
  for (const double scale : {1e12, 1e9, 1e6, 1e3}) {
    if (high.value >= scale && low * scale <= high.value && low < 1000 && low * scale * 1000 > high.value &&
        high.last > 0) {
      if (high.digits) return high.scale;
      return low >= 100 && high.value < 1e6 ? 1 : scale;
    }
  }
  return 1;
}

// --- bounds
void QuantityFinder::take_bound(Quantity& quantity, const Number& number) {
  if (is_range_) {
    is_range_ = false;
    take_before(quantity);
    quantity.relation = Relation::kEqual;
    return;
  }
  if (number.sort == Number::Sort::kVague) {
    quantity.low = 2;
    quantity.high = model::kUnbounded;
    return;
  }
  if (number.sort == Number::Sort::kAtLeast) quantity.relation = Relation::kAtLeast;
  if (number.sort == Number::Sort::kAbout) quantity.relation = Relation::kAbout;
  take_before(quantity);
  take_after(quantity);
  set_range(quantity);
}

void QuantityFinder::take_before(Quantity& quantity) {
  for (std::size_t words = 3; words >= 1; --words) {
    if (first_ < floor_ + words || a_.tokens[first_].paragraph_before) continue;
    std::string key(word(first_ - words));
    for (std::size_t i = first_ - words + 1; i < first_; ++i) key.append("_").append(word(i));
    const auto* before = quantity_words().find(key, kBefore);
    if (!before) before = leading_do(words);
    if (!before) continue;
    quantity.relation = relation_of(before->value);
    first_ -= words;
    take_before_again(quantity);
    return;
  }
}

// "до 150 человек" is "up to 150", but "до 12 мая" never comes here and "от 10 до 20" is a range.
const WordTable::Entry* QuantityFinder::leading_do(std::size_t words) const {
  return words == 1 ? quantity_words().find(word(first_ - 1), kBound) : nullptr;
}

// "no more than about 20": the outer word rules.
void QuantityFinder::take_before_again(Quantity& quantity) {
  if (quantity.relation != Relation::kAbout || first_ < floor_ + 2) return;
  const std::string key = std::string(word(first_ - 2)) + "_" + std::string(word(first_ - 1));
  if (const auto* outer = quantity_words().find(key, kBefore)) {
    quantity.relation = relation_of(outer->value);
    first_ -= 2;
  }
}

void QuantityFinder::take_after(Quantity& quantity) {
  if (is(end_ + 1, "+") && glued(end_ + 1)) {
    quantity.relation = Relation::kAtLeast;
    ++end_;
    return;
  }
  if (!is_word(end_ + 1) || !is_word(end_ + 2)) return;
  const std::string key = std::string(word(end_ + 1)) + "_" + std::string(word(end_ + 2));
  const auto* after = quantity_words().find(key, kAfter);
  if (!after) return;
  quantity.relation = relation_of(after->value);
  end_ += 2;
}

}  // namespace muster::extract
