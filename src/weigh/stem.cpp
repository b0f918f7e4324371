#include "weigh/stem.hpp"

#include <array>
#include <cstdint>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::weigh {
namespace {

using namespace std::string_view_literals;

// Longest first within a list: the first that fits is cut.
constexpr std::array kCyrillicEndings = {
    U"ованими"sv, U"ованих"sv, U"ованный"sv, U"ившись"sv, U"иваться"sv, U"ються"sv,  U"ується"sv, U"ается"sv,
    U"ались"sv,   U"илась"sv,  U"ились"sv,   U"аними"sv,  U"анный"sv,   U"анные"sv,  U"анных"sv,  U"енный"sv,
    U"енные"sv,   U"енных"sv,  U"ованы"sv,   U"овано"sv,  U"ами"sv,     U"ями"sv,    U"ого"sv,    U"его"sv,
    U"ому"sv,     U"ему"sv,    U"ыми"sv,     U"ими"sv,    U"ать"sv,     U"ять"sv,    U"ить"sv,    U"еть"sv,
    U"али"sv,     U"или"sv,    U"ала"sv,     U"ила"sv,    U"ало"sv,     U"ило"sv,    U"ані"sv,    U"ены"sv,
    U"аны"sv,     U"ено"sv,    U"ано"sv,     U"ені"sv,    U"ала"sv,     U"ють"sv,    U"уть"sv,    U"ять"sv,
    U"ати"sv,     U"ити"sv,    U"ути"sv,     U"ает"sv,    U"ует"sv,     U"ується"sv, U"ові"sv,    U"еві"sv,
    U"ией"sv,     U"иям"sv,    U"иях"sv,     U"ією"sv,    U"ов"sv,      U"ев"sv,     U"ёв"sv,     U"ей"sv,
    U"ой"sv,      U"ый"sv,     U"ий"sv,      U"ій"sv,     U"ая"sv,      U"яя"sv,     U"ое"sv,     U"ее"sv,
    U"ые"sv,      U"ие"sv,     U"их"sv,      U"ых"sv,     U"ую"sv,      U"юю"sv,     U"ою"sv,     U"ею"sv,
    U"ым"sv,      U"им"sv,     U"ом"sv,      U"ем"sv,     U"ам"sv,      U"ям"sv,     U"ах"sv,     U"ях"sv,
    U"ів"sv,      U"їв"sv,     U"ал"sv,      U"ил"sv,     U"ав"sv,      U"ив"sv,     U"ут"sv,     U"ют"sv,
    U"ит"sv,      U"ет"sv,     U"ат"sv,      U"ят"sv,     U"ен"sv,      U"ан"sv,     U"ию"sv,     U"ия"sv,
    U"ии"sv,      U"ію"sv,     U"ія"sv,      U"ії"sv,     U"ье"sv,      U"ья"sv,     U"ью"sv,     U"а"sv,
    U"я"sv,       U"о"sv,      U"е"sv,       U"ы"sv,      U"и"sv,       U"у"sv,      U"ю"sv,      U"ь"sv,
    U"й"sv,       U"і"sv,      U"ї"sv,       U"є"sv};

constexpr std::array kLatinEndings = {U"ingly"sv, U"edly"sv, U"ings"sv, U"ing"sv, U"ied"sv, U"ies"sv,
                                      U"es"sv,    U"ed"sv,   U"ly"sv,   U"s"sv,   U"e"sv,   U"y"sv};

constexpr std::size_t kFewestLetters = 3;

bool ends_with(std::u32string_view word, std::u32string_view ending) {
  return word.size() >= ending.size() + kFewestLetters && word.ends_with(ending);
}

template <std::size_t N>
std::u32string_view cut(std::u32string_view word, const std::array<std::u32string_view, N>& endings) {
  for (const std::u32string_view ending : endings) {
    if (ends_with(word, ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

std::u32string_view cut_latin(std::u32string_view word) {
  if (word.size() > 2 && word.back() == U's' && text::is_apostrophe(word[word.size() - 2]))
    word.remove_suffix(2);
  if (word.ends_with(U"ss")) return word;
  const std::u32string_view rest = cut(word, kLatinEndings);
  const bool doubled = rest.size() > kFewestLetters && rest.size() + 1 < word.size() &&
                       rest[rest.size() - 1] == rest[rest.size() - 2] && rest.back() != U'l' &&
                       rest.back() != U's';
  return doubled ? rest.substr(0, rest.size() - 1) : rest;
}

std::u32string_view cut_cyrillic(std::u32string_view word) {
  if (ends_with(word, U"ся") || ends_with(word, U"сь")) word.remove_suffix(2);
  return cut(word, kCyrillicEndings);
}

// What a Cyrillic letter leaves in a name key: a consonant, or nothing for vowels and signs.
std::string_view consonant(char32_t letter) {
  constexpr std::u32string_view kLetters = U"бвгґджзклмнпрстфхцчшщ";
  constexpr std::array<std::string_view, 21> kLatin = {"b", "v", "g", "g", "d", "z", "z", "k", "l", "m", "n",
                                                       "p", "r", "s", "t", "f", "h", "c", "c", "s", "s"};
  const auto at = kLetters.find(letter);
  return at == std::u32string_view::npos ? std::string_view{} : kLatin[at];
}

std::string cyrillic_name_key(std::u32string_view word) {
  std::string key;
  for (const char32_t letter : word) key += consonant(letter);
  return key;
}

// Digraphs of the usual romanisations fold to the letter that their Cyrillic has above.
std::string latin_name_key(std::u32string_view word) {
  std::string key;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    const char32_t next = i + 1 < word.size() ? word[i + 1] : U' ';
    if (next == U'h' && (c == U'k' || c == U'z' || c == U's' || c == U'c')) {
      key += c == U'k' ? 'h' : static_cast<char>(c);
      ++i;
    } else if (c == U't' && next == U's') {
      key += 'c';
      ++i;
    } else if (c == U'h' || c == U'g') {  // Ukrainian г is h, Russian г is g
      key += 'g';
    } else if (c == U'w') {
      key += 'v';
    } else if (c < 128 && std::u32string_view(U"aeiouyj'").find(c) == std::u32string_view::npos &&
               c >= U'a' && c <= U'z') {
      key += static_cast<char>(c);
    }
  }
  return key;
}

}  // namespace

std::string stem(std::string_view word) {
  const std::u32string letters = text::to_utf32(word);
  switch (text::main_script(word)) {
    case text::Script::kLatin:
      return text::to_utf8(cut_latin(letters));
    case text::Script::kCyrillic:
      return text::to_utf8(cut_cyrillic(letters));
    default:
      return std::string(word);
  }
}

std::string name_key(std::string_view word) {
  const std::u32string letters = text::to_utf32(word);
  switch (text::main_script(word)) {
    case text::Script::kLatin:
      return latin_name_key(cut_latin(letters));
    case text::Script::kCyrillic:
      return cyrillic_name_key(cut_cyrillic(letters));
    default:
      return {};
  }
}

}  // namespace muster::weigh
