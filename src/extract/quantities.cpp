// How it works: a number is read at each token; what stands around it then gives its bound, currency or unit,
// a second end of a range, and the noun that it counts.
#include "extract/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "base/embedded.hpp"
#include "extract/numbers.hpp"
#include "extract/word_table.hpp"

MUSTER_EMBEDDED(extract_quantity_words_tsv)

namespace muster::extract {
namespace {

using model::Quantity;
using model::Relation;

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

const WordTable& table() {
  static const WordTable words(
      MUSTER_BYTES(extract_quantity_words_tsv),
      {"before", "after", "bound", "money", "symbol", "cents", "percent", "unit", "label", "stop", "noun"});
  return words;
}

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

bool is_adjective_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kEndings = {"ых", "их", "ими", "ыми", "ого", "его", "ому",
                                                                "ый", "ий", "ой",  "ій",  "ные", "ние", "кі"};
  return std::ranges::any_of(kEndings, [word](std::string_view ending) { return word.ends_with(ending); });
}

bool looks_plural(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("'s") && !word.ends_with("is");
}

class Finder {
 public:
  Finder(const Analysis& analysis, const std::vector<model::DateExpression>& dates)
      : a_(analysis), dates_(dates), entries_(table().find_all(analysis.words)), numbers_(analysis) {}

  std::vector<Quantity> find() {
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

 private:
  const WordTable::Entry* as(std::size_t i, Kind kind) const {
    return i < entries_.size() && entries_[i] >= 0 ? table().of_kind(entries_[i], kind) : nullptr;
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

  // Three or more groups of digits parted by hyphens, or one after "+": a phone or card number. The token
  // after it, or i.
  std::size_t past_row_of_digits(std::size_t i) const {
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
  std::size_t add(std::size_t i, const Number& number) {
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
  bool take_sign(Quantity& quantity) {
    if (first_ <= floor_ || !glued(first_) || !a_.tokens[first_ - 1].space_before) return true;
    if (was(first_ - 1, ".") || was(first_ - 1, ",")) return false;
    if (!was(first_ - 1, "-") && !was(first_ - 1, "−")) return true;
    quantity.value = -quantity.value;
    --first_;
    return true;
  }

  // "one" alone is a pronoun more often than a number.
  bool keeps_one(const Quantity& quantity) const {
    return !quantity.counted.empty() || !quantity.unit.empty() || !quantity.currency.empty() ||
           quantity.relation != Relation::kEqual;
  }

  // Is the number part of a name: an ordinal, a code, "Article 5", "Su-27"?
  bool is_name(std::size_t i, const Number& number) const {
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
  bool starts_sentence(std::size_t i) const {
    return i == 0 || a_.tokens[i].line_before || was(i - 1, ".") || was(i - 1, "”") || was(i - 1, "\"");
  }

  // --- money
  bool take_money(Quantity& quantity) {
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
  void take_dollar_country(Quantity& quantity) {
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
  void take_unit(Quantity& quantity) {
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
      unit = table().find(word(at).substr(0, word(at).find('-')), kUnit);  // "year-old"
    if (!unit) return;
    quantity.unit = unit->value;
    if (is(at - 1, "square")) quantity.unit = "square " + quantity.unit;
    end_ = at;
    if (is(at + 1, "old")) end_ = at + 1;
  }

  // --- ranges
  // "10 to 20", "10-20", "between 10 and 20", "$5 to $6 million".
  void take_range(Quantity& quantity) {
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
  bool is_do(std::size_t link) const {  // "от 10 до 20"
    return is(link, "до") && first_ > floor_ &&
           (was(first_ - 1, "от") || was(first_ - 1, "від") || was(first_ - 1, "с"));
  }
  // In "5 to 6 million" the million belongs to both.
  static double shared_scale(const Number& high, double low) {
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
  void take_bound(Quantity& quantity, const Number& number) {
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
  void take_before(Quantity& quantity) {
    for (std::size_t words = 3; words >= 1; --words) {
      if (first_ < floor_ + words || a_.tokens[first_].paragraph_before) continue;
      std::string key(word(first_ - words));
      for (std::size_t i = first_ - words + 1; i < first_; ++i) key.append("_").append(word(i));
      const auto* before = table().find(key, kBefore);
      if (!before) before = leading_do(words);
      if (!before) continue;
      quantity.relation = relation_of(before->value);
      first_ -= words;
      take_before_again(quantity);
      return;
    }
  }
  // "до 150 человек" is "up to 150", but "до 12 мая" never comes here and "от 10 до 20" is a range.
  const WordTable::Entry* leading_do(std::size_t words) const {
    return words == 1 ? table().find(word(first_ - 1), kBound) : nullptr;
  }
  // "no more than about 20": the outer word rules.
  void take_before_again(Quantity& quantity) {
    if (quantity.relation != Relation::kAbout || first_ < floor_ + 2) return;
    const std::string key = std::string(word(first_ - 2)) + "_" + std::string(word(first_ - 1));
    if (const auto* outer = table().find(key, kBefore)) {
      quantity.relation = relation_of(outer->value);
      first_ -= 2;
    }
  }
  void take_after(Quantity& quantity) {
    if (is(end_ + 1, "+") && glued(end_ + 1)) {
      quantity.relation = Relation::kAtLeast;
      ++end_;
      return;
    }
    if (!is_word(end_ + 1) || !is_word(end_ + 2)) return;
    const std::string key = std::string(word(end_ + 1)) + "_" + std::string(word(end_ + 2));
    const auto* after = table().find(key, kAfter);
    if (!after) return;
    quantity.relation = relation_of(after->value);
    end_ += 2;
  }

  bool overlaps_date(const Quantity& quantity) {
    const std::uint32_t begin = a_.tokens[first_].begin;
    const std::uint32_t end = a_.tokens[end_].end;
    while (next_date_ < dates_.size() && dates_[next_date_].span.end <= begin) ++next_date_;
    for (std::size_t i = next_date_; i < dates_.size() && dates_[i].span.begin < end; ++i) {
      const bool offset = dates_[i].type != model::DateType::kDuration;
      if (offset && quantity.currency.empty() && quantity.unit != "percent") return true;
    }
    return false;
  }

  // --- what is counted
  void take_counted(Quantity& quantity, const Number& number) {
    if (!quantity.currency.empty() || is_dash(end_ + 1)) return;
    std::size_t at = end_ + 1;
    const bool measured = !quantity.unit.empty();
    const bool slavic = in_reach(at) && a_.tokens[at].script == text::Script::kCyrillic;
    if (measured &&
        ((quantity.unit != "percent" && quantity.unit != "fraction") || (!is(at, "of") && !slavic)))
      return;
    while (is(at, "of") || is(at, "the") || is(at, "other") || is(at, "more") || is(at, "additional") ||
           is(at, "из") || is(at, "its") || is(at, "their") || is(at, "these") || is(at, "those") ||
           is(at, "з"))
      ++at;
    const auto [first, head] = noun_phrase(at, number.value);
    if (head == 0) return;
    const std::size_t begin =
        was(first - 1, "other") || was(first - 1, "more") || was(first - 1, "additional") ? first - 1 : first;
    quantity.counted = a_.raw(head);
    quantity.counted_span = a_.span(begin, head);
  }

  // The nouns that begin at `at`: their first token and head, head 0 when there are none.
  std::pair<std::size_t, std::size_t> noun_phrase(std::size_t at, double count) const {
    constexpr std::size_t kMostWords = 5;
    const std::size_t first = at;
    std::size_t end = at;
    while (end < at + kMostWords && is_word(end) && (end == at || !a_.tokens[end].line_before) &&
           !(as(end, kStop) && !as(end, kNoun)))
      ++end;
    if (end == first) return {first, 0};
    const bool slavic = a_.tokens[first].script == text::Script::kCyrillic;
    if (slavic) return {first, slavic_head(first, end)};
    if (count == 1) return {first, singular_head(first, end)};
    return {first, plural_head(first, end)};
  }
  static bool is_noun_like(std::string_view w) { return looks_plural(w) || table().find(w, kNoun); }
  std::size_t plural_head(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      if (!is_noun_like(word(i))) continue;
      while (i + 1 < end && is_noun_like(word(i + 1)) && !a_.tokens[i + 1].capital) ++i;
      return i;
    }
    const bool closed = end - first <= 2;  // "168 alleged"
    return closed && !a_.tokens[end - 1].capital && word(end - 1).size() > 2 && !word(end - 1).ends_with("ly")
               ? end - 1
               : 0;
  }
  std::size_t singular_head(std::size_t first, std::size_t end) const {
    return end - first <= 3 && word(end - 1).size() > 2 && !word(end - 1).ends_with("ed") &&
                   !word(end - 1).ends_with("ly")
               ? end - 1
               : 0;
  }
  std::size_t slavic_head(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      if (!is_adjective_ending(word(i)) || i + 1 == end) return i;
    }
    return 0;
  }

  // "300 000 rubles (about $3 470)": the sum in brackets says the sum before them again.
  void restate(Quantity& quantity) {
    if (quantity.currency.empty() || found_.empty() || first_ == 0 || !was(first_ - 1, "(")) return;
    const Quantity& before = found_.back();
    if (before.currency.empty() || before.currency == quantity.currency || last_ + 2 != first_) return;
    quantity.same_as = static_cast<std::int32_t>(found_.size()) - 1;
  }

  const Analysis& a_;
  const std::vector<model::DateExpression>& dates_;
  std::vector<std::int32_t> entries_;
  NumberReader numbers_;
  std::vector<Quantity> found_;
  std::size_t next_date_ = 0;
  std::size_t floor_ = 0;  // tokens before it belong to the last quantity
  std::size_t first_ = 0;  // the tokens of the quantity being read
  std::size_t end_ = 0;    // inclusive
  std::size_t last_ = 0;   // the last token of the last quantity
  bool is_range_ = false;
};

}  // namespace

std::vector<model::Quantity> find_quantities(const Analysis& analysis,
                                             const std::vector<model::DateExpression>& dates) {
  return Finder(analysis, dates).find();
}

}  // namespace muster::extract
