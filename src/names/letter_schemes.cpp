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

constexpr std::size_t kLongestLetters = 5;

Where parse_where(std::string_view cell) {
  return cell == "end" ? kEnd : cell == "start" ? kStart : cell == "open" ? kOpen : kAny;
}

bool opens_syllable(std::u32string_view word, std::size_t at) {
  return at == 0 || std::u32string_view(U"аеёиоуыэюяіїєўьъ'’").contains(word[at - 1]);
}

const std::string* find_letters(const LetterScheme& scheme, std::u32string_view word, std::size_t at,
                                std::size_t size) {
  const std::u32string letters(word.substr(at, size));
  for (std::size_t where = 0; where < kPlaces; ++where) {
    const bool stands = where == kEnd     ? at > 0 && at + size == word.size()
                        : where == kStart ? at == 0
                        : where == kOpen  ? opens_syllable(word, at)
                                          : true;
    const auto found = stands ? scheme.letters[where].find(letters) : scheme.letters[where].end();
    if (found != scheme.letters[where].end()) return &found->second;
  }
  return nullptr;
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
      schemes.back().letters[parse_where(cells[2])].insert_or_assign(text::to_utf32(letters),
                                                                     std::string(cell == "_" ? "" : cell));
    }
  });
  return schemes;
}

std::string romanise(std::u32string_view word, const LetterScheme& scheme, const LetterScheme& base) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t size = std::min(kLongestLetters, word.size() - at);
    const std::string* latin = find_letters(scheme, word, at, size);
    while (latin == nullptr && size > 1) latin = find_letters(scheme, word, at, --size);
    if (latin == nullptr) latin = find_letters(base, word, at, 1);
    if (latin != nullptr) out += *latin;
    at += size;
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
