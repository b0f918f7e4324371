#include "extract/name_shapes.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/embedded.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_nationalities_tsv)

namespace muster::extract {
namespace {

template <std::size_t N>
bool ends_with_any(std::string_view word, const std::array<std::string_view, N>& endings) {
  return std::ranges::any_of(
      endings, [word](std::string_view e) { return word.size() > e.size() + 2 && word.ends_with(e); });
}

std::unordered_set<std::string_view> read_countries() {
  std::unordered_set<std::string_view> out;
  std::string_view table = MUSTER_BYTES(extract_nationalities_tsv);
  while (!table.empty()) {
    const auto line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    if (!line.starts_with('#')) out.insert(line.substr(0, line.find('\t')));
  }
  return out;
}

}  // namespace

bool looks_like_cyrillic_surname(std::string_view word) {
  static constexpr std::array<std::string_view, 46> kEndings = {
      "енко",  "енка",   "енку",   "енком", "ский", "ского", "скому", "ским",   "ская",   "ской",
      "ський", "ського", "ському", "ським", "ська", "ської", "цький", "цького", "цькому", "цька",
      "цкий",  "цкого",  "ов",     "ова",   "ову",  "овым",  "овой",  "ев",     "ева",    "евым",
      "евой",  "ёв",     "єв",     "єва",   "ин",   "ина",   "ін",    "чук",    "чука",   "щук",
      "юк",    "юка",    "ак",     "яка",   "ець",  "ко"};
  return ends_with_any(word, kEndings);
}

bool is_patronymic(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kEndings = {"ович",  "евич",   "йович",  "ьович", "овича",
                                                                "евича", "овичем", "евичем", "овна",  "евна",
                                                                "івна",  "ївна",   "овны",   "івни"};
  return ends_with_any(word, kEndings);
}

bool looks_genitive(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kEndings = {
      "ы",  "и",   "ий",  "ии",  "ії",  "ей", "ых", "их", "ого", "ой", "ої",  "ства",
      "ел", "рав", "ров", "тов", "нов", "ів", "ії", "ку", "ту",  "ні", "ння", "ния"};
  return ends_with_any(word, kEndings);
}

bool is_cyrillic_adjective(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kEndings = {
      "ое", "ее",  "ий", "ый",   "ая",   "яя",    "ого",    "ому",
      "ой", "ним", "не", "ське", "ська", "ської", "ському", "ній"};
  return ends_with_any(word, kEndings);
}

bool is_office_stem(std::string_view word) {
  static constexpr std::array<std::string_view, 40> kStems = {
      "министерств",  "міністерств", "минобороны", "міноборони", "минюст",       "мін'юст",   "минздрав",
      "генштаб",      "департамент", "госдеп",     "держдеп",    "управлени",    "управлінн", "прокуратур",
      "генпрокурат",  "посольств",   "разведк",    "розвідк",    "правительств", "парламент", "комитет",
      "комітет",      "комисси",     "комісі",     "агентств",   "агентці",      "агенці",    "администраци",
      "адміністраці", "полици",      "поліці",     "верховн",    "пентагон",     "кремл",     "служб",
      "омбудсмен",    "евросоюз",    "євросоюз",   "штаб",       "университет"};
  if (word == "мид" || word == "мзс" || word == "сбу" || word == "фсб" || word == "гур" || word == "мвд" ||
      word == "мвс")
    return true;
  return std::ranges::any_of(kStems, [word](std::string_view stem) {
    return word.starts_with(stem) && word.size() <= stem.size() + 6 && stem != "верховн";
  });
}

std::string stem_of(std::string_view word) {
  std::u32string letters = text::to_utf32(word);
  static constexpr std::u32string_view kSoft = U"аеёиіїйоуыьэюяємх";
  for (int cut = 0; cut < 3 && letters.size() > 3 && kSoft.contains(letters.back()); ++cut)
    letters.pop_back();
  if (letters.size() > 3 &&
      (letters.ends_with(U"ец") || letters.ends_with(U"єц") || letters.ends_with(U"ок")))
    letters.erase(letters.size() - 2, 1);
  if (letters.size() > 5 &&
      (letters.ends_with(U"ог") || letters.ends_with(U"ов") || letters.ends_with(U"ев")))
    letters.resize(letters.size() - 2);
  return text::to_utf8(letters);
}

bool is_country_name(std::string_view name) {
  static const std::unordered_set<std::string_view> countries = read_countries();
  return countries.contains(name) || name == "US" || name == "UK" || name == "U.S" || name == "Britain" ||
         name == "America";
}

bool abbreviates(std::string_view letters, std::string_view name) {
  const std::u32string wanted = text::to_utf32(text::lower(letters));
  const std::u32string all = text::to_utf32(text::lower(name));
  std::size_t next = 0;
  for (std::size_t i = 0; i < all.size() && next < wanted.size(); ++i) {
    const bool starts = i == 0 || !text::is_letter(all[i - 1]);
    if (starts && all[i] == wanted[next]) ++next;
  }
  return wanted.size() > 1 && next == wanted.size();
}

}  // namespace muster::extract
