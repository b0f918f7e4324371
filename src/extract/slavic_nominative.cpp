#include "extract/slavic_nominative.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "extract/slavic_endings.hpp"
#include "extract/speech_lexicon.hpp"
#include "names/inflection.hpp"
#include "text/letters.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

struct Change {
  std::string_view from;
  std::string_view to;
};

// The first change whose ending the word has.
std::string changed(std::string_view word, std::span<const Change> changes) {
  for (const Change& change : changes) {
    if (!word.ends_with(change.from) || word.size() < change.from.size() + 4) continue;
    return std::string(word.substr(0, word.size() - change.from.size())).append(change.to);
  }
  return std::string(word);
}

constexpr std::array<Change, 22> kMan = {
    {{"ского", "ский"}, {"цкого", "цкий"}, {"ського", "ський"}, {"цького", "цький"}, {"ього", "ій"},
     {"ого", "ый"},     {"его", "ий"},     {"енка", "енко"},    {"ея", "ей"},        {"ия", "ий"},
     {"ія", "ій"},      {"ая", "ай"},      {"оя", "ой"},        {"уя", "уй"},        {"тра", "тр"},
     {"ьва", "ев"},     {"ця", "ець"},     {"я", "ь"},          {"ьва", "ьв"},       {"ла", "л"},
     {"ка", "к"},       {"а", ""}}};
constexpr std::array<Change, 17> kWoman = {{{"ской", "ская"},
                                            {"цкой", "цкая"},
                                            {"ської", "ська"},
                                            {"цької", "цька"},
                                            {"ии", "ия"},
                                            {"ії", "ія"},
                                            {"ої", "а"},
                                            {"ой", "а"},
                                            {"ы", "а"},
                                            {"ки", "ка"},
                                            {"ги", "га"},
                                            {"ьги", "ьга"},
                                            {"ши", "ша"},
                                            {"ні", "ня"},
                                            {"сі", "ся"},
                                            {"і", "я"},
                                            {"и", "а"}}};
constexpr std::array<Change, 41> kNoun = {{
    {"ині", "иня"},   {"иці", "иця"},   {"ице", "ица"},   {"ции", "ция"},    {"зии", "зия"},
    {"ссии", "ссия"}, {"рии", "рия"},   {"ии", "ие"},     {"ия", "ие"},      {"ию", "ие"},
    {"иям", "ия"},    {"ції", "ція"},   {"ії", "ія"},     {"ості", "ість"},  {"ости", "ость"},
    {"стве", "ство"}, {"ства", "ство"}, {"ству", "ство"}, {"ством", "ство"}, {"стві", "ство"},
    {"нні", "ння"},   {"нню", "ння"},   {"нням", "ння"},  {"тті", "ття"},    {"еї", "ей"},
    {"ею", "ей"},     {"ові", ""},      {"ою", "а"},      {"ом", ""},        {"ем", ""},
    {"ці", "ка"},     {"ки", "ка"},     {"ке", "ка"},     {"ы", "а"},        {"и", "а"},
    {"е", ""},        {"і", ""},        {"у", ""},        {"а", ""},         {"ю", ""},
    {"я", "ь"},
}};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

std::uint32_t classes_of(std::string_view word) {
  return SpeechLexicon::get().find(word).classes;
}

// The ending of an adjective in another case; empty where it has none.
std::string_view oblique_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kEndings = {
      "ьому", "ьої", "ыми", "ими", "ого", "его", "ому", "ему", "ої", "ою", "ею",
      "ій",   "ым",  "им",  "ом",  "ем",  "ой",  "ей",  "ых",  "их", "ую", "юю"};
  const auto* at = std::ranges::find_if(kEndings, [word](auto ending) { return word.ends_with(ending); });
  return at == kEndings.end() || word.size() < 10 ? std::string_view() : *at;
}

// Plurals, counts and abbreviations: "митних декларацій", "двух источников", "региональном МЧС".
bool stays_as_written(std::string_view word) {
  for (const std::string_view stem :
       {"дву", "дво", "дві", "две", "два", "трёх", "трех", "трьох", "нескольк", "кілько"})
    if (word.starts_with(stem) && word.size() < 18) return true;
  for (const std::string_view ending : {"их", "ых", "ими", "ыми"})
    if (word.ends_with(ending)) return true;
  return !word.starts_with("«") && word.size() >= 4 && text::lower(word.substr(2, 2)) != word.substr(2, 2);
}

std::string agreeing(const std::string& adjective, std::string_view noun, bool ukrainian) {
  const std::string_view ending = oblique_ending(adjective);
  const std::string stem = adjective.substr(0, adjective.size() - ending.size());
  const bool neuter =
      noun.ends_with("о") || noun.ends_with("е") || noun.ends_with("ння") || noun.ends_with("ття");
  const bool feminine = !neuter && (noun.ends_with("а") || noun.ends_with("я") || noun.ends_with("ость") ||
                                    noun.ends_with("ість"));
  if (ukrainian) return stem + (neuter ? "е" : feminine ? "а" : "ий");
  if (neuter) return stem + "ое";
  if (feminine) return stem + "ая";
  for (const std::string_view stressed : {"бластн", "городск", "раев", "орск", "алогов", "миров", "донск"})
    if (stem.ends_with(stressed)) return stem + "ой";
  const bool soft = stem.ends_with("к") || stem.ends_with("г") || stem.ends_with("х") ||
                    stem.ends_with("ш") || stem.ends_with("щ") || stem.ends_with("ч") || stem.ends_with("ж");
  return stem + (soft ? "ий" : "ый");
}

bool is_known_first_name(std::string_view word) {
  return (classes_of(text::lower(word)) & kFirstName) != 0;
}

}  // namespace

NameGender gender_of_name(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kMen = {
      "илья",   "никита", "данила", "фома", "кузьма",  "лука",   "савва", "ілля",
      "микита", "микола", "хома",   "сава", "мустафа", "олекса", "ярема", "данило"};
  const std::vector<std::string> words = words_of(name);
  for (const std::string& word : words) {
    if (word.ends_with("вич") || word.ends_with("льич")) return NameGender::kMale;
    if (word.ends_with("вна") || word.ends_with("чна")) return NameGender::kFemale;
  }
  if (words.size() < 2 || words.front().contains('.') || words.front().size() <= 2)
    return NameGender::kUnknown;
  const std::string first = text::lower(words.front());
  const std::string& family = words.back();
  for (const std::string_view ending : {"ова", "ева", "ёва", "ина", "ская", "цкая", "ська", "цька", "ная"})
    if (family.ends_with(ending) && family.size() > ending.size() + 2) return NameGender::kFemale;
  for (const std::string_view ending : {"ов", "ев", "ёв", "ский", "цкий", "ський", "цький", "ный"})
    if (family.ends_with(ending)) return NameGender::kMale;
  if (std::ranges::find(kMen, first) != kMen.end()) return NameGender::kMale;
  if (first.ends_with("а") || first.ends_with("я")) return NameGender::kFemale;
  if (first.ends_with("ь") || first.ends_with("и") || first.ends_with("е")) return NameGender::kUnknown;
  return NameGender::kMale;
}

std::string nominative_person(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  if (words.size() < 2) return std::string(name);
  const std::string& family = words.back();
  const bool declined = family.ends_with("ої") || family.ends_with("ого") || family.ends_with("ой");
  for (std::string& candidate : names::nominatives(name)) {
    if (candidate == name || (declined && candidate.ends_with(family))) continue;
    if (is_known_first_name(candidate.substr(0, candidate.find(' ')))) return std::move(candidate);
  }
  const std::string& first = words.front();
  const bool initial = first.contains('.') || first.size() <= 2;
  const std::string& told = initial ? words.back() : first;
  const bool man = told.ends_with("а") || told.ends_with("я") || told.ends_with("ого");
  const bool woman = !man && (told.ends_with("и") || told.ends_with("ы") || told.ends_with("ії") ||
                              told.ends_with("ої") || told.ends_with("ой") || told.ends_with("і"));
  if (!man && !woman) return std::string(name);
  for (std::string& word : words) {
    if (word.contains('.')) continue;
    word = man ? changed(word, kMan) : changed(word, kWoman);
  }
  return joined(words);
}

std::string nominative_noun(std::string_view noun) {
  std::string best;
  std::uint32_t best_class = 0;
  std::vector<std::string> candidates = nominatives(noun);
  for (const std::string_view ending : {"е", "а", "у", "ом", "і"}) {  // письме: письмо
    if (noun.ends_with(ending))
      candidates.push_back(std::string(noun.substr(0, noun.size() - ending.size())) + "о");
  }
  for (const Change& change : kNoun) {
    if (noun.ends_with(change.from))
      candidates.push_back(std::string(noun.substr(0, noun.size() - change.from.size())).append(change.to));
  }
  for (const std::string& candidate : candidates) {
    const std::uint32_t classes = classes_of(candidate);
    const std::uint32_t rank = (classes & (kPersonNoun | kOfficeNoun)) != 0 ? 2U
                               : (classes & kArtifactNoun) != 0             ? 1U
                                                                            : 0U;
    if (rank == 0 || candidate == noun) continue;
    if (rank > best_class || (rank == best_class && candidate.size() < best.size()))
      best = candidate, best_class = rank;
  }
  if (!best.empty() && best.size() <= noun.size() + 2) return best;
  const std::string made = changed(noun, kNoun);
  if ((classes_of(noun) & (kPersonNoun | kOfficeNoun)) != 0 && classes_of(made) == 0)
    return std::string(noun);
  return made;
}

std::string nominative_description(std::string_view text, bool ukrainian) {
  if (text.starts_with("«") && !text.contains(' ')) return std::string(text);
  std::vector<std::string> words = words_of(text);
  std::size_t noun = 0;
  while (noun + 1 < words.size() && !oblique_ending(words[noun]).empty() &&
         (classes_of(text::lower(words[noun])) & (kPersonNoun | kOfficeNoun | kArtifactNoun)) == 0)
    ++noun;
  if (noun >= words.size()) return std::string(text);
  for (std::size_t i = 0; i <= noun; ++i)
    if (stays_as_written(words[i])) return std::string(text);
  std::string& head = words[noun];
  const bool quoted = head.starts_with("«");
  const std::string plain = quoted ? head.substr(std::string_view("«").size()) : head;
  const std::string lower = text::lower(plain);
  if (plain == lower || !quoted || (classes_of(lower) == 0 && classes_of(nominative_noun(lower)) != 0)) {
    std::string found = nominative_noun(lower);
    const bool capital = plain != lower && plain.size() >= 2;
    if (capital && found.size() >= 2 && found.substr(0, 2) == lower.substr(0, 2))
      found = plain.substr(0, 2) + found.substr(2);
    head = (quoted ? "«" : "") + found;
  }
  for (std::size_t i = 0; i < noun; ++i) words[i] = agreeing(words[i], text::lower(head), ukrainian);
  return joined(words);
}

}  // namespace muster::extract
