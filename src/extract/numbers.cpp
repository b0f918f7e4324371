#include "extract/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "base/embedded.hpp"

MUSTER_EMBEDDED(extract_number_words_tsv)

namespace muster::extract {
namespace {

enum Kind : std::uint8_t {
  kUnit,
  kTen,
  kHundred,
  kHundreds,
  kScale,
  kLot,
  kVague,
  kCouple,
  kHalf,
  kSuffix,
  kPart
};

const WordTable& table() {
  static const WordTable words(
      MUSTER_BYTES(extract_number_words_tsv),
      {"unit", "ten", "hundred", "hundreds", "scale", "lot", "vague", "couple", "half", "suffix", "part"});
  return words;
}

}  // namespace

std::optional<double> parse_number_word(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  const std::string_view head = word.substr(0, hyphen);
  if (hyphen == std::string_view::npos) {
    for (const Kind kind : {kUnit, kTen, kHundreds}) {
      if (const auto* entry = table().find(head, kind)) return entry->number;
    }
    return std::nullopt;
  }
  const auto* tens = table().find(head, kTen);
  const auto* ones = table().find(word.substr(hyphen + 1), kUnit);
  if (!tens || !ones || ones->number > 9) return std::nullopt;
  return tens->number + ones->number;
}

NumberReader::NumberReader(const Analysis& analysis)
    : analysis_(analysis), entries_(table().find_all(analysis.words)) {}

const WordTable::Entry* NumberReader::as(std::size_t token, std::uint8_t kind) const {
  return token < entries_.size() ? table().of_kind(entries_[token], kind) : nullptr;
}

// Does the token stand in the same line as the one before it?
bool NumberReader::adjoins(std::size_t token) const {
  return token < analysis_.tokens.size() && !analysis_.tokens[token].paragraph_before;
}

std::optional<Number> NumberReader::read(std::size_t token) const {
  const text::Token& at = analysis_.tokens[token];
  if (at.kind == text::TokenKind::kNumber) return read_digits(token);
  if (at.kind != text::TokenKind::kWord) return std::nullopt;
  if (const std::string_view word = analysis_.words[token]; word == "a" || word == "an") {
    if (!adjoins(token + 1)) return std::nullopt;
    if (as(token + 1, kHundred) || as(token + 1, kScale)) return read_words(token + 1);
    if (as(token + 1, kVague) || as(token + 1, kCouple)) return read_lot(token + 1);
    return std::nullopt;
  }
  if (entries_[token] < 0) {
    const std::size_t hyphen = analysis_.raw(token).find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto* upper = table().find(analysis_.words[token].substr(0, hyphen), kUnit);
    const auto* lower = table().find(analysis_.words[token].substr(hyphen + 1), kPart);
    if (upper && lower && upper->number >= 1 && upper->number < lower->number) {  // "two-thirds"
      return Number{upper->number / lower->number, Number::Sort::kPart, false, token};
    }
  }
  if (auto half = read_half(token)) return half;
  if (auto lot = read_lot(token)) return lot;
  auto number = read_words(token);
  if (!number) return number;
  if (auto part = read_part(token, *number)) return part;
  return with_half(*number);
}

// "5 million", "20 тыс.", "$5m".
Number NumberReader::with_scale(Number number) const {
  for (int round = 0; round < 2 && adjoins(number.last + 1); ++round) {
    const std::size_t next = number.last + 1;
    const auto* scale = as(next, kScale);
    if (!scale && !analysis_.tokens[next].space_before) scale = as(next, kSuffix);
    if (const auto* hundred = as(next, kHundred)) scale = hundred;
    if (!scale) return number;
    number.value *= scale->number;
    number.scale *= scale->number;
    number.last = after_abbreviation(next);
  }
  return number;
}

// The full stop of "тыс." when the sentence goes on behind it.
std::size_t NumberReader::after_abbreviation(std::size_t token) const {
  const std::size_t stop = token + 1;
  const bool short_form =
      analysis_.tokens[token].script == text::Script::kCyrillic && analysis_.raw(token).size() <= 8;
  if (!short_form || stop + 1 >= analysis_.tokens.size() || analysis_.raw(stop) != "." ||
      analysis_.tokens[stop].space_before)
    return token;
  const text::Token& next = analysis_.tokens[stop + 1];
  return next.kind == text::TokenKind::kWord && !next.capital && !next.paragraph_before ? stop : token;
}

// "hundreds", "tens of thousands", "несколько десятков", "a few dozen", "several hundred".
std::optional<Number> NumberReader::read_lot(std::size_t token) const {
  Number number;
  number.last = token;
  if (as(token, kVague)) {
    number.sort = Number::Sort::kVague;
    number.value = std::numeric_limits<double>::quiet_NaN();
    const auto* many = as(token + 1, kScale);
    if (!many) many = as(token + 1, kHundred);
    if (!many) many = as(token + 1, kLot);
    if (!many || !adjoins(token + 1)) return number;
    const double least = as(token + 1, kLot) ? many->number : 2 * many->number;
    return Number{least, Number::Sort::kAtLeast, false, token + 1};
  }
  if (const auto* couple = as(token, kCouple))
    return Number{couple->number, Number::Sort::kAbout, false, token};
  const auto* lot = as(token, kLot);
  if (!lot) return std::nullopt;
  number.sort = Number::Sort::kAtLeast;
  number.value = lot->number;
  std::size_t next = token + 1;
  if (next < analysis_.words.size() && analysis_.words[next] == "of") ++next;
  const auto* scale = as(next, kScale);
  const auto* plural = as(next, kLot);
  if (!adjoins(next) || (!scale && !plural)) return number;
  number.value *= scale ? scale->number : plural->number / 2;
  number.last = next;
  return number;
}

// "half a million", "half million", "half a dozen".
std::optional<Number> NumberReader::read_half(std::size_t token) const {
  if (!as(token, kHalf)) return std::nullopt;
  const bool article = token + 1 < analysis_.words.size() && analysis_.words[token + 1] == "a";
  const std::size_t next = article ? token + 2 : token + 1;
  const auto* scale = as(next, kScale);
  if (!scale || !adjoins(next)) return std::nullopt;
  return Number{scale->number / 2, Number::Sort::kExact, false, next};
}

// "one and a half", "five and a half million".
Number NumberReader::with_half(Number number) const {
  const std::size_t next = number.last + 1;
  const bool half = next + 2 < analysis_.words.size() && adjoins(next) && analysis_.words[next] == "and" &&
                    analysis_.words[next + 1] == "a" && as(next + 2, kHalf);
  if (!half || number.value >= 1000) return number;
  number.value += 0.5;
  number.last = next + 2;
  return with_scale(number);
}

// "two thirds", "one fifth", "two-thirds"; not "the first quarter", whose upper number is an ordinal.
std::optional<Number> NumberReader::read_part(std::size_t token, const Number& upper) const {
  std::size_t next = upper.last + 1;
  if (next < analysis_.words.size() && analysis_.words[next] == "-" && !analysis_.tokens[next].space_before)
    ++next;
  const auto* part = as(next, kPart);
  if (!part || !adjoins(next) || upper.last != token || upper.value >= part->number || upper.value < 1)
    return std::nullopt;
  return Number{upper.value / part->number, Number::Sort::kPart, false, next};
}

// After "hundred and": a number below a hundred that does not itself begin "three hundred".
bool NumberReader::continues_after_and(std::size_t token) const {
  if (!adjoins(token) || !parse_number_word(analysis_.words[token])) return false;
  const bool grows = as(token + 1, kHundred) || as(token + 1, kScale);
  return !grows;
}

std::optional<Number> NumberReader::read_words(std::size_t token) const {
  double total = 0;
  double group = 0;
  double room = 1000;  // a word may only add less than this: "two three" is two numbers
  double last_scale = 1e18;
  std::size_t last = 0;
  bool any = false;
  bool may_take_and = false;
  for (std::size_t at = token; at < analysis_.tokens.size() && (at == token || adjoins(at)); ++at) {
    if (const auto* hundred = as(at, kHundred)) {
      if (group >= 100) break;
      group = std::max(group, 1.0) * hundred->number;
      room = 100;
      may_take_and = true;
    } else if (const auto* scale = as(at, kScale)) {
      if (any && (scale->number >= last_scale)) break;
      total += std::max(group, 1.0) * scale->number;
      if (group >= 100 && scale->number < 1000) break;
      last_scale = scale->number;
      group = 0;
      room = 1000;
      may_take_and = true;
    } else if (may_take_and && analysis_.words[at] == "and" && continues_after_and(at + 1)) {
      continue;
    } else if (const auto word = parse_number_word(analysis_.words[at])) {
      if (*word >= room) break;
      if (*word < 1 && any) break;
      group += *word;
      const bool tens = *word >= 20 && *word < 100 && as(at, kTen);
      room = *word >= 100 ? 100 : tens ? 10 : 1;
      may_take_and = false;
    } else {
      break;
    }
    any = true;
    last = at;
  }
  if (!any) return std::nullopt;
  return Number{total + group, Number::Sort::kExact, false, last};
}

}  // namespace muster::extract
