#include "names/cyrillic.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/letter_schemes.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_cyrillic_schemes_tsv)
MUSTER_EMBEDDED(names_cyrillic_words_tsv)

namespace muster::names {
namespace {

constexpr std::uint8_t kAllLanguages = 63;
constexpr std::size_t kMostPreferred = 2;

std::uint8_t parse_languages(std::string_view cell) {
  constexpr std::string_view kNames[] = {"ru", "uk", "be", "bg", "sr", "mk"};
  if (cell == "*") return kAllLanguages;
  const auto* found = std::ranges::find(kNames, cell);
  return static_cast<std::uint8_t>(1U << (found - kNames));
}

struct CyrillicScheme {
  LetterScheme letters;
  std::uint8_t languages = 0;
};

// The schemes in the table's order; "base" is the first.
const std::vector<CyrillicScheme>& schemes() {
  static const auto table = [] {
    std::vector<CyrillicScheme> read;
    for (LetterScheme& scheme : read_letter_schemes(MUSTER_BYTES(names_cyrillic_schemes_tsv))) {
      const std::uint8_t languages = parse_languages(scheme.language);
      read.push_back({std::move(scheme), languages});
    }
    return read;
  }();
  return table;
}

std::string romanised(std::u32string_view word, const CyrillicScheme& scheme) {
  return romanise(word, scheme.letters, schemes().front().letters);
}

// Spellings that Russian and Ukrainian, and careful and careless Russian, do not share are one.
std::string folded(std::u32string_view word) {
  constexpr std::u32string_view kFrom = U"эёєіїыйґ";
  constexpr std::u32string_view kTo = U"еееииииг";
  std::string out;
  for (const char32_t c : word) {
    const std::size_t at = kFrom.find(c);
    if (c == U'ь' || c == U'ъ' || text::is_apostrophe(c)) continue;
    text::append_utf8(out, at == kFrom.npos ? c : kTo[at]);
  }
  return out;
}

// A word whose Latin form was counted: Питер, Peter.
struct KnownWord {
  std::string_view spellings;     // parted by spaces, commonest first
  bool hardly_by_scheme = false;  // letter by letter is no spelling of it
};

const KnownWord* known_word(std::u32string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string, KnownWord> words;
    base::for_each_row(MUSTER_BYTES(names_cyrillic_words_tsv),
                       [&](const std::vector<std::string_view>& cells) {
                         const bool marked = cells[0].starts_with('!');
                         words.emplace(cells[0].substr(marked ? 1 : 0), KnownWord{cells[1], marked});
                       });
    return words;
  }();
  const auto found = table.find(folded(word));
  return found == table.end() ? nullptr : &found->second;
}

// Ukrainian writes the h of Western names as г, Russian more often as х.
std::u32string with_russian_h(std::u32string_view word) {
  std::u32string out(word);
  std::ranges::replace(out, U'г', U'х');
  return out;
}

}  // namespace

std::uint8_t languages_of(std::u32string_view word) {
  struct Owner {
    std::u32string_view letters;
    std::uint8_t languages;
  };
  // Letters that some alphabets lack.
  static constexpr Owner kOwners[] = {{U"іє", kUkrainian | kBelarusian},
                                      {U"їґ", kUkrainian},
                                      {U"ў", kBelarusian},
                                      {U"ы", kRussian | kBelarusian},
                                      {U"э", kRussian | kBelarusian},
                                      {U"ё", kRussian | kBelarusian},
                                      {U"ъ", kRussian | kBulgarian},
                                      {U"щ", kRussian | kUkrainian | kBulgarian},
                                      {U"йьюя", kRussian | kUkrainian | kBelarusian | kBulgarian},
                                      {U"јљњџ", kSerbian | kMacedonian},
                                      {U"ђћ", kSerbian},
                                      {U"ѓќѕ", kMacedonian}};
  std::uint8_t languages = kAllLanguages;
  for (const char32_t c : word) {
    for (const Owner& owner : kOwners) {
      if (owner.letters.contains(c)) languages &= owner.languages;
    }
  }
  return languages == 0 ? kAllLanguages : languages;
}

std::vector<std::string> romanise_cyrillic(std::u32string_view word, std::uint8_t languages,
                                           std::uint8_t preferred) {
  DistinctReadings readings;
  const auto add = [&](std::uint8_t wanted, std::size_t most) {
    for (const CyrillicScheme& scheme : std::span(schemes()).subspan(1)) {
      if ((scheme.languages & wanted) != 0 && readings.size() < most) readings.add(romanised(word, scheme));
    }
  };
  const KnownWord* known = known_word(word);
  if (known == nullptr && preferred == kUkrainian) known = known_word(with_russian_h(word));
  const auto add_known = [&] {
    for (const std::string_view spelling : base::cells_of(known->spellings, ' '))
      readings.add(std::string(spelling));
  };
  if (known != nullptr && known->hardly_by_scheme) add_known();
  if (preferred != 0) add(preferred, readings.size() + kMostPreferred);
  if (known != nullptr && !known->hardly_by_scheme) add_known();
  add(languages, kMostCyrillicReadings);
  return readings.take();
}

std::string romanise_by_scheme(std::u32string_view word, std::string_view scheme, CyrillicLanguage language) {
  const auto found = std::ranges::find_if(schemes(), [&](const CyrillicScheme& s) {
    return s.letters.name == scheme && (s.languages & language) != 0;
  });
  return found == schemes().end() ? std::string{} : romanised(word, *found);
}

}  // namespace muster::names
