// Money, percent and units.
#include "extract/quantity_finder.hpp"

namespace muster::extract {

using namespace quantity_word;
using model::Quantity;
using model::Relation;

// --- money
bool QuantityFinder::take_money(Quantity& quantity) {
  if (first_ > floor_ && as(first_ - 1, kSymbol) && in_reach(first_)) {
    quantity.currency = as(first_ - 1, kSymbol)->value;
    --first_;
    if (first_ > floor_ && is_word(first_ - 1) && glued(first_)) take_dollar_country(quantity);
  } else if (first_ > floor_ && a_.tokens[first_ - 1].all_capitals && a_.raw(first_ - 1).size() == 3 &&
             as(first_ - 1, kMoney) && in_reach(first_)) {
    quantity.currency = as(first_ - 1, kMoney)->value;
    --first_;
  }
  const std::size_t next = end_ + 1;
  if (!in_reach(next)) return !quantity.currency.empty();
  const auto* symbol = as(next, kSymbol);
  const auto* name = as(next, kMoney);
  if (!name && is_word(next) && a_.tokens[next].capital && in_reach(next + 1))
    name = as(next + 1, kMoney);  // "US dollars"
  if (quantity.currency.empty() && (symbol || name)) {
    quantity.currency = symbol ? symbol->value : name->value;
    end_ = as(next, kMoney) || symbol ? next : next + 1;
    if (is(end_ + 1, ".") && glued(end_ + 1) && word(end_) == "руб") ++end_;
  } else if (quantity.currency.empty() && as(next, kCents)) {
    quantity.currency = "USD";
    quantity.value /= 100;
    end_ = next;
  } else if (!quantity.currency.empty() && name && name->value == quantity.currency) {
    end_ = next;
  }
  return !quantity.currency.empty();
}

void QuantityFinder::take_dollar_country(Quantity& quantity) {
  const std::string_view w = word(first_ - 1);
  if (quantity.currency != "USD") return;
  if (w == "us" || w == "u.s" || w == "c" || w == "ca" || w == "a" || w == "au" || w == "hk" || w == "nz") {
    quantity.currency = w.starts_with('u')   ? "USD"
                        : w.starts_with('c') ? "CAD"
                        : w.starts_with('a') ? "AUD"
                        : w == "hk"          ? "HKD"
                                             : "NZD";
    --first_;
  }
}

// --- percent and units
void QuantityFinder::take_unit(Quantity& quantity) {
  const std::size_t next = end_ + 1;
  if (!in_reach(next)) return;
  if (as(next, kPercent)) {
    quantity.unit = "percent";
    end_ = next;
    return;
  }
  if (is(next, "per") && is(next + 1, "cent")) {
    quantity.unit = "percent";
    end_ = next + 1;
    return;
  }
  std::size_t at = is_dash(next) && glued(next) ? next + 1 : next;
  if (is(at, "square") || is(at, "cubic") || is(at, "metric") || is(at, "nautical")) ++at;
  const auto* unit = in_reach(at) ? as(at, kUnit) : nullptr;
  if (!unit && in_reach(at))
    unit = quantity_words().find(word(at).substr(0, word(at).find('-')), kUnit);  // "year-old"
  if (!unit) return;
  quantity.unit = unit->value;
  if (is(at - 1, "square")) quantity.unit = "square " + quantity.unit;
  end_ = at;
  if (is(at + 1, "old")) end_ = at + 1;
}

}  // namespace muster::extract
