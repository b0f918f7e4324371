#include "names/inflection.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/compare.hpp"
#include "names/parts.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_inflection_tsv)

namespace muster::names {
namespace {

constexpr std::size_t kMostInflectedWords = 5;
constexpr std::size_t kMostFormsPerWord = 4;
constexpr std::size_t kLongestEnding = 4;
constexpr double kUnchanged = 1.5;  // a word that does not decline where the others do
constexpr double kReadsAsChinese = -4;
constexpr double kUnlikely = 2;
constexpr double kVeryUnlikely = 4;

enum class Case : std::uint8_t { kGenitive, kDative, kInstrumental, kPrepositional, kVocative };
constexpr std::array kCases = {Case::kGenitive, Case::kDative, Case::kInstrumental, Case::kPrepositional,
                               Case::kVocative};

struct Rule {
  std::string_view type;
  Case grammatical_case;
  std::u32string nominative;
};

struct Form {
  std::u32string word;
  double cost = 0;
};

Case parse_case(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"genitive", "dative", "instrumental", "prepositional",
                                                      "vocative"};
  return kCases[static_cast<std::size_t>(std::ranges::find(kNames, name) - kNames.begin()) % kCases.size()];
}

const std::unordered_map<std::u32string, std::vector<Rule>>& rules() {
  static const auto table = [] {
    std::unordered_map<std::u32string, std::vector<Rule>> by_ending;
    base::for_each_row(MUSTER_BYTES(names_inflection_tsv), [&](const std::vector<std::string_view>& cells) {
      const std::u32string nominative = cells[3] == "_" ? std::u32string{} : text::to_utf32(cells[3]);
      by_ending[text::to_utf32(cells[2])].push_back({cells[0], parse_case(cells[1]), nominative});
    });
    return by_ending;
  }();
  return table;
}

bool any_of(char32_t c, std::u32string_view letters) {
  return letters.find(c) != std::u32string_view::npos;
}
bool is_vowel(char32_t c) {
  return any_of(c, U"аеёиоуыэюяіїє");
}
bool is_sibilant(char32_t c) {
  return any_of(c, U"жчшщц");
}
bool is_velar(char32_t c) {
  return any_of(c, U"гкх");
}

// May a stem take the nominative of this class, and how likely is it? Above kVeryUnlikely: no.
double stem_cost(std::string_view type, std::u32string_view stem) {
  constexpr double kNever = 100;
  if (stem.empty()) return kNever;
  const char32_t last = stem.back();
  const bool consonant = !is_vowel(last) && last != U'ь' && last != U'й' && last != U'ъ';
  const bool cluster = consonant && stem.size() > 1 && !is_vowel(stem[stem.size() - 2]);
  if (type == "hard")
    return !consonant || stem.size() < 2 ? kNever : cluster && is_velar(last) ? kVeryUnlikely : 0.5;
  if (type == "sibilant") return is_sibilant(last) ? 0.5 : kNever;
  if (type == "o") return !consonant ? kNever : cluster && last == U'к' ? 0.2 : kUnlikely;
  if (type == "y") return is_vowel(last) ? 0.3 : kNever;
  if (type == "soft") return consonant ? 0.7 : kNever;
  if (type == "soft woman") return consonant ? kUnlikely : kNever;
  if (type == "a after sibilant") return is_sibilant(last) ? 1.2 : kNever;
  if (type == "a" || type == "ya") return !is_sibilant(last) || type == "a" ? 1.2 : kNever;
  if (type.starts_with("adjective")) {
    const bool usual =
        stem.ends_with(U"ск") || stem.ends_with(U"цк") || stem.ends_with(U"ськ") || stem.ends_with(U"цьк");
    if (stem.size() < 3 || !consonant) return kNever;
    return usual ? 0.3 : type == "adjective" ? 1.0 : 3.0;
  }
  if (type == "fleeting") return consonant && stem.size() > 2 ? kUnlikely : kNever;
  if (type == "velar") return kUnlikely;
  return stem.size() >= 2 ? 0.4 : kNever;
}

bool has_vowel(std::u32string_view word) {
  return std::ranges::any_of(word, is_vowel);
}

void keep_best(std::vector<Form>& forms, std::size_t most) {
  std::ranges::stable_sort(forms, {}, &Form::cost);
  if (forms.size() > most) forms.resize(most);
}

// What a lower-case word in this case may be in the nominative.
std::vector<Form> nominatives_in(std::u32string_view word, Case grammatical_case) {
  std::vector<Form> forms;
  for (std::size_t size = 1; size <= std::min(kLongestEnding, word.size() - 1); ++size) {
    const auto found = rules().find(std::u32string(word.substr(word.size() - size)));
    if (found == rules().end()) continue;
    const std::u32string_view stem = word.substr(0, word.size() - size);
    for (const Rule& rule : found->second) {
      if (rule.grammatical_case != grammatical_case) continue;
      const double cost = stem_cost(rule.type, stem);
      std::u32string nominative = std::u32string(stem) + rule.nominative;
      if (cost > kVeryUnlikely || !has_vowel(nominative) || nominative == word) continue;
      const auto known = std::ranges::find(forms, nominative, &Form::word);
      if (known == forms.end()) {
        forms.push_back({std::move(nominative), cost});
      } else {
        known->cost = std::min(known->cost, cost);
      }
    }
  }
  keep_best(forms, kMostFormsPerWord);
  return forms;
}

std::u32string lower(std::u32string_view word) {
  std::u32string out;
  for (const char32_t c : word) out += text::to_lower(c);
  return out;
}

// The lower-case nominative in the capitals of the word it came from.
std::string dressed(std::u32string_view nominative, std::u32string_view written, bool all_capitals) {
  std::u32string out;
  for (std::size_t i = 0; i < nominative.size(); ++i) {
    const bool capital = all_capitals || (i < written.size() && text::is_upper(written[i]));
    out += capital ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(nominative[i]))) : nominative[i];
  }
  return text::to_utf8(out);
}

struct WrittenWord {
  text::Token token;
  std::u32string written;
  std::u32string lower_case;
};

std::vector<WrittenWord> cyrillic_words(std::string_view name) {
  std::vector<WrittenWord> words;
  for (const text::Token& token : text::tokenise(name)) {
    if (token.kind != text::TokenKind::kWord || token.script != text::Script::kCyrillic) continue;
    std::u32string written = text::to_utf32(name.substr(token.begin, token.end - token.begin));
    if (written.size() < 2) continue;
    std::u32string lower_case = lower(written);
    words.push_back({token, std::move(written), std::move(lower_case)});
  }
  return words;
}

struct Candidate {
  std::vector<std::u32string> words;  // lower case
  double cost = 0;
  bool changed = false;
};

std::vector<Candidate> candidates_in(const std::vector<WrittenWord>& words, Case grammatical_case) {
  std::vector<Candidate> out{{}};
  for (const WrittenWord& word : words) {
    std::vector<Form> forms = nominatives_in(word.lower_case, grammatical_case);
    const std::size_t declined = forms.size();
    forms.push_back({word.lower_case, kUnchanged});
    std::vector<Candidate> longer;
    for (const Candidate& head : out) {
      for (std::size_t i = 0; i < forms.size(); ++i) {
        Candidate both = head;
        both.words.push_back(forms[i].word);
        both.cost += forms[i].cost;
        both.changed = both.changed || i < declined;
        longer.push_back(std::move(both));
      }
    }
    std::ranges::stable_sort(longer, {}, &Candidate::cost);
    if (longer.size() > kMostNominatives) longer.resize(kMostNominatives);
    out = std::move(longer);
  }
  std::erase_if(out, [](const Candidate& c) { return !c.changed; });
  return out;
}

std::string rebuilt(std::string_view name, const std::vector<WrittenWord>& words,
                    const Candidate& candidate) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += name.substr(at, words[i].token.begin - at);
    out += dressed(candidate.words[i], words[i].written, words[i].token.all_capitals);
    at = words[i].token.end;
  }
  out += name.substr(at);
  return out;
}

double chinese_bonus(const Candidate& candidate) {
  const auto readings = read_as_chinese(candidate.words, text::Script::kCyrillic);
  const bool reads = !readings.empty() && readings[0].cost < 1;
  return reads ? kReadsAsChinese : 0;
}

}  // namespace

std::vector<std::string> nominatives(std::string_view full_name) {
  std::vector<std::string> out{std::string(full_name)};
  if (full_name.size() > kMostCodepoints * 4) return out;
  const std::vector<WrittenWord> words = cyrillic_words(full_name);
  if (words.empty() || words.size() > kMostInflectedWords) return out;
  std::vector<Candidate> all;
  for (const Case grammatical_case : kCases)
    std::ranges::move(candidates_in(words, grammatical_case), std::back_inserter(all));
  for (Candidate& candidate : all) candidate.cost += chinese_bonus(candidate);
  std::ranges::stable_sort(all, {}, &Candidate::cost);
  for (const Candidate& candidate : all) {
    if (out.size() == kMostNominatives) break;
    std::string form = rebuilt(full_name, words, candidate);
    if (std::ranges::find(out, form) == out.end()) out.push_back(std::move(form));
  }
  return out;
}

}  // namespace muster::names
