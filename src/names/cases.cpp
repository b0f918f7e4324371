#include "names/cases.hpp"

#include <algorithm>

#include "names/cyrillic.hpp"
#include "names/inflection.hpp"
#include "names/romanise.hpp"
#include "names/words.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr float kUnknownWordBits = 12;  // as rarity_bits has it
constexpr float kReadsWell = 1;

std::vector<std::u32string> words_of(std::string_view name) {
  std::vector<std::u32string> words;
  for (const text::Token& token : text::tokenise(name)) {
    if (token.kind != text::TokenKind::kWord || token.script != text::Script::kCyrillic) continue;
    words.push_back(text::to_utf32(text::lower(name.substr(token.begin, token.end - token.begin))));
  }
  return words;
}

bool is_known(std::u32string_view word) {
  // The two likeliest schemes and counted words are enough.
  const std::vector<std::string> readings =
      romanise_cyrillic(word, 0, looks_ukrainian(word) ? kUkrainian : kRussian);
  return std::ranges::any_of(readings,
                             [](const std::string& r) { return rarity_bits(r) < kUnknownWordBits; });
}

bool reads_as_chinese(const std::vector<std::u32string>& words) {
  const auto readings = read_as_chinese(words, text::Script::kCyrillic);
  return !readings.empty() && readings[0].cost < kReadsWell;
}

// Endings that no family name has in the nominative.
bool is_oblique(std::u32string_view word) {
  constexpr std::u32string_view kEndings[] = {U"ського", U"ському", U"ським",  U"ского", U"скому", U"ским",
                                              U"енком",  U"енкові", U"овичем", U"овичу", U"овича"};
  return std::ranges::any_of(kEndings, [&](std::u32string_view ending) { return word.ends_with(ending); });
}

// Does the word end as one in another case may? A cheap look before the long one.
bool may_be_oblique(std::u32string_view word) {
  constexpr std::u32string_view kLast = U"аяуюеиіїє";
  constexpr std::u32string_view kEndings[] = {U"ом", U"ем", U"єм", U"ым", U"им", U"ім", U"ой", U"ей", U"ого"};
  return word.size() > 2 &&
         (kLast.contains(word.back()) ||
          std::ranges::any_of(kEndings, [&](std::u32string_view e) { return word.ends_with(e); }));
}

// May the name as a whole stand in another case: a word that ends so and that is no known name?
bool may_be_declined(const std::vector<std::u32string>& words) {
  return std::ranges::any_of(
      words, [](const std::u32string& word) { return may_be_oblique(word) && !is_known(word); });
}

bool is_likely(const std::vector<std::u32string>& written, const std::vector<std::u32string>& nominative) {
  if (written.size() != nominative.size()) return false;
  if (written.size() > 1 && reads_as_chinese(nominative)) return true;
  bool likely = false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == nominative[i]) continue;
    if (is_known(written[i])) return false;
    likely = likely || is_oblique(written[i]) || is_known(nominative[i]);
  }
  return likely;
}

bool by_syllables(const ChosenCase& chosen) {
  return chosen.way.way == Way::kChinese || chosen.way.way == Way::kKorean;
}

void consider(ChosenCase& best, const Name& a, const Name& b, double cost, const PairWeights& weights) {
  const ChosenCase found{&a, &b, cost, choose_way(a.parts(), b.parts(), weights)};
  const bool better =
      by_syllables(found) == by_syllables(best) ? found.bits() > best.bits() : by_syllables(found);
  if (better) best = found;
}

}  // namespace

ChosenCase choose_case(const Name& a, const Name& b, const PairWeights& weights) {
  ChosenCase best{&a, &b, 0, choose_way(a.parts(), b.parts(), weights)};
  for (const Name& left : a.parts().nominatives) {
    consider(best, left, b, kOtherCaseBits, weights);
    for (const Name& right : b.parts().nominatives) consider(best, left, right, 2 * kOtherCaseBits, weights);
  }
  for (const Name& right : b.parts().nominatives) consider(best, a, right, kOtherCaseBits, weights);
  return best;
}

std::vector<std::string> likely_nominatives(std::string_view name) {
  const std::vector<std::u32string> written = words_of(name);
  if (written.empty() || !may_be_declined(written) || reads_as_chinese(written)) return {};
  std::vector<std::string> out;
  for (std::string& form : nominatives(name)) {
    if (out.size() == kMostOtherCases) break;
    if (form != name && is_likely(written, words_of(form))) out.push_back(std::move(form));
  }
  return out;
}

}  // namespace muster::names
