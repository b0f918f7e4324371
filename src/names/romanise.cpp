#include "names/romanise.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include <algorithm>
#include <memory>

#include "base/error.hpp"
#include "names/compare.hpp"
#include "names/cyrillic.hpp"
#include "names/letter_schemes.hpp"
#include "names/parts.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

// Letters that do not decompose into an ASCII letter and marks, and second spellings of those that do.
constexpr struct {
  char32_t letter;
  std::string_view first;
  std::string_view second;
} kLatinLetters[] = {{U'ß', "ss", "ss"}, {U'ø', "o", "oe"},  {U'ł', "l", "l"},   {U'đ', "d", "dj"},
                     {U'æ', "ae", "ae"}, {U'œ', "oe", "oe"}, {U'þ', "th", "th"}, {U'ð', "d", "dh"},
                     {U'ı', "i", "i"},   {U'ü', "u", "ue"},  {U'ö', "o", "oe"},  {U'ä', "a", "ae"},
                     {U'å', "a", "aa"},  {U'ə', "a", "e"},   {U'ŋ', "n", "ng"},  {U'ơ', "o", "o"},
                     {U'ư', "u", "u"},   {U'ñ', "n", "ny"},  {U'ķ', "k", "k"},   {U'č', "c", "ch"},
                     {U'š', "s", "sh"},  {U'ž', "z", "zh"},  {U'ş', "s", "sh"},  {U'ç', "c", "ch"},
                     {U'ğ', "g", "gh"},  {U'ć', "c", "ch"}};

void append_plain(std::string& out, char32_t c) {
  if (c < 0x80) {
    if (c >= U'a' && c <= U'z') out += static_cast<char>(c);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString pieces;
  if (U_FAILURE(status) || !nfkd->getDecomposition(static_cast<UChar32>(c), pieces)) return;
  for (int32_t i = 0; i < pieces.length(); ++i) {
    const char16_t piece = pieces.charAt(i);
    if (piece >= u'a' && piece <= u'z') out += static_cast<char>(piece);
  }
}

std::string fold_latin(std::u32string_view word, bool second) {
  std::string out;
  for (const char32_t c : word) {
    if (c < 0x80) {
      append_plain(out, c);
      continue;
    }
    const auto* known =
        std::ranges::find_if(kLatinLetters, [&](const auto& entry) { return entry.letter == c; });
    if (known != std::end(kLatinLetters)) {
      out += second ? known->second : known->first;
    } else {
      append_plain(out, c);
    }
  }
  return out;
}

// One transliterator for all threads: transliterate() is const, and ICU locks what it shares inside.
std::string romanise_by_icu(std::u32string_view word) {
  static const std::unique_ptr<const icu::Transliterator> to_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    base::require(U_SUCCESS(status) != 0, "ICU has Any-Latin");
    return made;
  }();
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(text::to_utf8(word));
  to_latin->transliterate(text);
  std::string out;
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text.charAt(i);
    if (c >= u'a' && c <= u'z') out += static_cast<char>(c);
  }
  return out;
}

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

bool looks_ukrainian(std::u32string_view lower_case) {
  return lower_case.find_first_of(U"іїєґ") != std::u32string_view::npos || lower_case.ends_with(U"ський") ||
         lower_case.ends_with(U"цький");
}

std::vector<std::string> romanise_word(std::u32string_view word, text::Script script, bool ukrainian) {
  std::vector<std::string> out;
  if (script == text::Script::kLatin) {
    add_new(out, fold_latin(word, false));
    if (std::ranges::any_of(word, [](char32_t c) { return c >= 0x80; })) add_new(out, fold_latin(word, true));
    return out;
  }
  if (script == text::Script::kCyrillic) {
    const std::uint8_t languages = languages_of(word);
    return romanise_cyrillic(word, languages,
                             ukrainian && (languages & kUkrainian) != 0 ? kUkrainian : kRussian);
  }
  for (std::string& reading : romanise_by_letters(word, script)) add_new(out, std::move(reading));
  add_new(out, romanise_by_icu(word));
  return out;
}

std::vector<std::string> readings(std::string_view name) {
  const Name prepared = prepare(name);
  const NameParts& parts = prepared.parts();
  std::vector<std::string> out;
  const bool latin =
      std::ranges::all_of(parts.words, [](const Word& w) { return w.script == text::Script::kLatin; });
  if (latin) return {parts.written};
  for (const ChineseReading& reading : parts.chinese) {
    if (reading.doubt < 3) add_new(out, display(reading));
  }
  for (std::size_t variant = 0; variant < 3; ++variant) {
    std::string joined;
    for (const Word& word : parts.words) {
      if (word.readings.empty()) continue;
      if (!joined.empty()) joined += ' ';
      joined += capitalised(word.readings[std::min(variant, word.readings.size() - 1)]);
    }
    add_new(out, std::move(joined));
  }
  return out;
}

}  // namespace muster::names
