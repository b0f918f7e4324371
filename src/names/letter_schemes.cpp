#include "names/letter_schemes.hpp"

#include <unicode/normalizer2.h>

#include <algorithm>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_other_schemes_tsv)

namespace muster::names {
namespace {

Where parse_where(std::string_view cell) {
  if (cell == "end") return Where::kEnd;
  if (cell == "start") return Where::kStart;
  return cell == "open" ? Where::kOpen : Where::kAny;
}

bool opens_syllable(std::u32string_view word, std::size_t at) {
  return at == 0 || std::u32string_view(U"аеёиоуыэюяіїєўьъ'’").contains(word[at - 1]);
}

bool stands(const LetterRule& rule, std::u32string_view word, std::size_t at) {
  const std::size_t size = rule.letters.size();
  if (at + size > word.size()) return false;
  for (std::size_t i = 1; i < size; ++i) {  // the first letter is the rule's key
    if (word[at + i] != rule.letters[i]) return false;
  }
  switch (rule.where) {
    case Where::kEnd:
      return at > 0 && at + rule.letters.size() == word.size();
    case Where::kStart:
      return at == 0;
    case Where::kOpen:
      return opens_syllable(word, at);
    case Where::kAny:
      return true;
  }
  return false;
}

const LetterRule* find_rule(const LetterScheme& scheme, std::u32string_view word, std::size_t at) {
  for (const LetterRule& rule : scheme.rules_for(word[at])) {
    if (stands(rule, word, at)) return &rule;
  }
  return nullptr;
}

// Longer letters first, then narrower places; of the same, the later row.
void sort_rules(LetterScheme& scheme) {
  for (auto& [first, rules] : scheme.rules) {
    std::ranges::reverse(rules);
    std::ranges::stable_sort(rules, [](const LetterRule& a, const LetterRule& b) {
      return std::pair(b.letters.size(), a.where) < std::pair(a.letters.size(), b.where);
    });
  }
}

void number_rules(LetterScheme& scheme) {
  scheme.near_rules.emplace_back();
  scheme.near_numbers.assign(LetterScheme::kBeyond - LetterScheme::kNear, 0);
  for (const auto& [letter, rules] : scheme.rules) {
    if (letter < LetterScheme::kNear || letter >= LetterScheme::kBeyond) continue;
    scheme.near_numbers[letter - LetterScheme::kNear] = static_cast<std::uint8_t>(scheme.near_rules.size());
    scheme.near_rules.push_back(rules);
  }
}

// Greek without accents and breathings; other letters as they are.
std::u32string without_accents(std::u32string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::u32string(word);
  std::string plain;
  nfd->normalize(icu::UnicodeString::fromUTF8(text::to_utf8(word)), status).toUTF8String(plain);
  std::u32string out = text::to_utf32(plain);
  std::erase_if(out, [](char32_t c) { return c >= 0x300 && c < 0x370; });
  return out;
}

std::u32string as_hiragana(std::u32string_view word) {
  constexpr char32_t kApart = U'ア' - U'あ';
  std::u32string out(word);
  for (char32_t& c : out) {
    if (c >= U'ァ' && c <= U'ヴ') c -= kApart;
  }
  return out;
}

std::string_view language_of(text::Script script) {
  switch (script) {
    case text::Script::kGreek:
      return "el";
    case text::Script::kGeorgian:
      return "ka";
    case text::Script::kArmenian:
      return "hy";
    case text::Script::kKana:
      return "ja";
    default:
      return "";
  }
}

}  // namespace

std::vector<LetterScheme> read_letter_schemes(std::string_view table) {
  std::vector<LetterScheme> schemes;
  base::for_each_row(table, [&](const std::vector<std::string_view>& cells) {
    const bool same =
        !schemes.empty() && schemes.back().name == cells[0] && schemes.back().language == cells[1];
    if (!same) schemes.push_back({std::string(cells[0]), std::string(cells[1]), {}});
    for (std::string_view cell : base::cells_of(cells[3], ' ')) {
      const std::string_view letters = base::cut(cell, '=');
      LetterRule rule{text::to_utf32(letters), parse_where(cells[2]), std::string(cell == "_" ? "" : cell)};
      schemes.back().rules[rule.letters.front()].push_back(std::move(rule));
    }
  });
  std::ranges::for_each(schemes, sort_rules);
  std::ranges::for_each(schemes, number_rules);
  return schemes;
}

std::span<const LetterRule> LetterScheme::rules_for(char32_t letter) const {
  if (letter >= kNear && letter < kBeyond) return near_rules[near_numbers[letter - kNear]];
  const auto found = rules.find(letter);
  return found == rules.end() ? std::span<const LetterRule>{} : found->second;
}

std::string romanise(std::u32string_view word, const LetterScheme& scheme, const LetterScheme& base) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const LetterRule* rule = find_rule(scheme, word, at);
    if (rule == nullptr) rule = find_rule(base, word, at);
    if (rule != nullptr) out += rule->latin;
    at += rule == nullptr ? 1 : rule->letters.size();
  }
  return out;
}

void DistinctReadings::add(std::string spelling) {
  std::string sound = fold_sound(spelling);
  if (spelling.empty() || std::ranges::find(sounds_, sound) != sounds_.end()) return;
  spellings_.push_back(std::move(spelling));
  sounds_.push_back(std::move(sound));
}

std::vector<std::string> romanise_by_letters(std::u32string_view word, text::Script script) {
  static const std::vector<LetterScheme> schemes = read_letter_schemes(MUSTER_BYTES(names_other_schemes_tsv));
  const std::u32string plain = script == text::Script::kGreek  ? without_accents(word)
                               : script == text::Script::kKana ? as_hiragana(word)
                                                               : std::u32string(word);
  DistinctReadings readings;
  for (const LetterScheme& scheme : schemes) {
    if (scheme.language == language_of(script)) readings.add(romanise(plain, scheme, scheme));
  }
  return readings.take();
}

}  // namespace muster::names
