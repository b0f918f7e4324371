// What is counted: the head of the noun phrase behind the number.
#include <algorithm>
#include <array>

#include "extract/quantity_finder.hpp"

namespace muster::extract {

using namespace quantity_word;
using model::Quantity;
using model::Relation;

namespace {

bool is_adjective_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kEndings = {"ых", "их", "ими", "ыми", "ого", "его", "ому",
                                                                "ый", "ий", "ой",  "ій",  "ные", "ние", "кі"};
  return std::ranges::any_of(kEndings, [word](std::string_view ending) { return word.ends_with(ending); });
}

bool looks_plural(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("'s") && !word.ends_with("is");
}

bool is_noun_like(std::string_view word) {
  return looks_plural(word) || quantity_words().find(word, kNoun) != nullptr;
}

}  // namespace

// --- what is counted
void QuantityFinder::take_counted(Quantity& quantity, const Number& number) {
  if (!quantity.currency.empty() || is_dash(end_ + 1)) return;
  std::size_t at = end_ + 1;
  const bool measured = !quantity.unit.empty();
  const bool slavic = in_reach(at) && a_.tokens[at].script == text::Script::kCyrillic;
  if (measured && ((quantity.unit != "percent" && quantity.unit != "fraction") || (!is(at, "of") && !slavic)))
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
std::pair<std::size_t, std::size_t> QuantityFinder::noun_phrase(std::size_t at, double count) const {
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

std::size_t QuantityFinder::plural_head(std::size_t first, std::size_t end) const {
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

std::size_t QuantityFinder::singular_head(std::size_t first, std::size_t end) const {
  return end - first <= 3 && word(end - 1).size() > 2 && !word(end - 1).ends_with("ed") &&
                 !word(end - 1).ends_with("ly")
             ? end - 1
             : 0;
}

std::size_t QuantityFinder::slavic_head(std::size_t first, std::size_t end) const {
  for (std::size_t i = first; i < end; ++i) {
    if (!is_adjective_ending(word(i)) || i + 1 == end) return i;
  }
  return 0;
}

}  // namespace muster::extract
