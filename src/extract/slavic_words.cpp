#include "extract/slavic_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace muster::extract {
namespace {

bool ends_in(std::string_view word, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [word](std::string_view ending) { return word.ends_with(ending); });
}

constexpr std::size_t kShortest = 8;  // bytes: four letters

}  // namespace

bool is_slavic_infinitive(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kEndings = {"ать", "ять",  "ить",  "еть",  "уть", "ыть",
                                                                "оть", "ться", "тись", "тися", "сти", "чь"};
  static constexpr std::array<std::string_view, 9> kUkrainian = {"ати", "яти", "ити", "іти", "їти",
                                                                 "ути", "оти", "йти", "кти"};
  return word.size() >= 6 && (ends_in(word, kEndings) || ends_in(word, kUkrainian));
}

bool is_slavic_participle(std::string_view word) {
  static constexpr std::array<std::string_view, 38> kEndings = {
      "вший",  "вшая",  "вшие",  "вшее",  "вшийся", "вшаяся", "вшиеся", "щий",       "щая",      "щие",
      "щийся", "щаяся", "щиеся", "нный",  "нная",   "нные",   "нное",   "тый",       "тая",      "тые",
      "аний",  "ана",   "ане",   "ані",   "ений",   "ена",    "ені",    "обізнаний", "обізнане", "шедший",
      "вшего", "щего",  "аного", "нного", "еного",  "вшей",   "вших",   "щих"};
  return word.size() >= 10 && ends_in(word, kEndings);
}

bool is_slavic_finite(std::string_view word) {
  static constexpr std::array<std::string_view, 57> kEndings = {
      "ался",  "илась", "ался",  "ился",  "алась", "илось", "ались", "ились", "ался", "ется", "ются", "ится",
      "ятся",  "ється", "яться", "лася",  "лося",  "лися",  "вся",   "ает",   "яет",  "ует",  "ают",  "яют",
      "уют",   "ає",    "яє",    "ує",    "ють",   "ывал",  "ывала", "ила",   "ило",  "или",  "ало",  "увала",
      "увало", "ували", "ував",  "овал",  "овала", "овали", "илися", "азав",  "нул",  "нула", "нули", "шёл",
      "шла",   "шли",   "ювали", "ювала", "ював",  "ювало", "яли",   "али",   "іли"};
  return word.size() >= kShortest && ends_in(word, kEndings);
}

bool is_impersonal(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kEndings = {"ется", "ется", "ится", "ється",
                                                               "лось", "лося", "ано",  "ено"};
  static constexpr std::array<std::string_view, 6> kWords = {"известно", "відомо",  "сказано",
                                                             "йдеться",  "ідеться", "йшлося"};
  return ends_in(word, kEndings) || std::ranges::find(kWords, word) != kWords.end();
}

bool is_slavic_plural_verb(std::string_view word) {
  static constexpr std::array<std::string_view, 19> kEndings = {
      "ли",   "ют",   "ят",   "ат",   "ут",   "ють",   "уть", "ять", "ать", "лись",
      "лися", "ются", "ятся", "ться", "дять", "аются", "ены", "овы", "ні"};
  return ends_in(word, kEndings);
}

bool agree(std::string_view verb, std::string_view other) {
  static constexpr std::array<std::string_view, 16> kEndings = {
      "лся", "лась", "лось", "лись", "лася", "лося", "лися", "вся",
      "ла",  "ло",   "ли",   "ют",   "ють",  "ет",   "ає",   "л"};
  const auto of = [](std::string_view word) {
    const auto* at = std::ranges::find_if(kEndings, [word](auto ending) { return word.ends_with(ending); });
    if (at == kEndings.end()) return std::string_view();
    std::string_view ending = *at;
    for (const std::string_view reflexive : {"ся", "сь"}) {
      if (ending.ends_with(reflexive) && ending != reflexive) ending.remove_suffix(reflexive.size());
    }
    return ending;
  };
  const std::string_view mine = of(verb);
  return !mine.empty() && mine == of(other);
}

bool is_oblique_adjective(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kEndings = {
      "ым", "им", "ому", "ему", "ой", "ей", "ыми", "ими", "ою", "ею", "ій", "ого", "его", "ых"};
  return word.size() >= kShortest && ends_in(word, kEndings);
}

bool looks_accusative(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kEndings = {"ого", "его", "ую", "юю", "а",
                                                               "я",   "у",   "ю",  "их"};
  return ends_in(word, kEndings);
}

}  // namespace muster::extract
