#include "names/korean.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "names/hangul.hpp"
#include "names/romanise.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr std::size_t kMostKoreanWords = 5;
constexpr std::size_t kMostGiven = 3;
constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kLongestSpelling = 7;
constexpr std::size_t kMostWays = 8;
constexpr float kFamilyLast = 2.3F;
constexpr float kFamilyLastCyrillic = 4;
constexpr float kOneGiven = 4;
constexpr float kThreeGiven = 6;
// What a foreign name costs: bits for each letter, and as many on the whole in favour of foreign names.
constexpr float kForeignLetter = 4.2F;
constexpr float kForeignOdds = 2;
constexpr float kMostDoubt = 9;
// Written together or apart tells nothing of the person; it only keeps like names from the same score.
constexpr float kJoined = 0.02F;
constexpr float kOtherOrder = 0.03F;

using Options = std::span<const KoreanOption>;

float bits_of(KoreanPlace place, Options options) {
  float all = 0;
  for (const KoreanOption& option : options)
    all += option.probability * korean_tables().frequency(place, option.id);
  return -std::log2(std::max(all, 1e-9F));
}

KoreanPart part(KoreanPlace place, Options options) {
  const Jamo jamo = jamo_of(korean_tables().written(place, likeliest(place, options).id).back());
  return {place, options, bits_of(place, options), class_of_initial(jamo.initial),
          class_of_final(jamo.final)};
}

KoreanPlace place_of(std::size_t index, std::size_t size) {
  return size == 1 ? KoreanPlace::kAlone : index == 0 ? KoreanPlace::kFirst : KoreanPlace::kLater;
}

std::vector<KoreanPart> given_parts(const std::vector<Options>& syllables) {
  std::vector<KoreanPart> parts;
  for (std::size_t i = 0; i < syllables.size(); ++i)
    parts.push_back(part(place_of(i, syllables.size()), syllables[i]));
  return parts;
}

using Words = std::span<const std::u32string_view>;

// All ways to cut a word into at most kMostGiven syllables of given names.
std::vector<std::vector<Options>> cut(std::u32string_view word) {
  if (word.size() > kLongestWord) return {};
  const SpellingTrie<KoreanOption>& syllables = korean_tables().spellings(KoreanPlace::kLater);
  std::vector<std::vector<std::vector<Options>>> ways(word.size() + 1);
  ways[0].push_back({});
  for (std::size_t from = 0; from < word.size(); ++from) {
    std::uint32_t node = syllables.kRoot;
    for (std::size_t to = from + 1;
         !ways[from].empty() && to <= std::min(word.size(), from + kLongestSpelling); ++to) {
      node = syllables.step(node, word[to - 1]);
      if (node == syllables.kNowhere) break;
      const Options options = syllables.options(node);
      if (options.empty()) continue;
      for (const std::vector<Options>& way : ways[from]) {
        if (way.size() == kMostGiven || ways[to].size() == kMostWays) continue;
        ways[to].push_back(way);
        ways[to].back().push_back(options);
      }
    }
  }
  return std::move(ways.back());
}

std::vector<std::vector<Options>> cut_together(Words words) {
  std::vector<std::vector<Options>> out{{}};
  for (const std::u32string_view word : words) {
    std::vector<std::vector<Options>> longer;
    const auto tails = cut(word);
    for (const auto& head : out) {
      for (const auto& tail : tails) {
        if (head.size() + tail.size() > kMostGiven || longer.size() == kMostWays) continue;
        longer.push_back(head);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    out = std::move(longer);
    if (out.empty()) break;
  }
  return out;
}

float layout_cost(std::size_t given) {
  return given == 1 ? kOneGiven : given == 3 ? kThreeGiven : 0;
}

struct Reader {
  Words words;
  KoreanOrigin origin;
  std::vector<KoreanReading> readings;

  void add(Words family, Words given, bool family_first) {
    const Options options = family_of(family);
    if (options.empty() || given.empty()) return;
    for (const std::vector<Options>& way : cut_together(given)) {
      KoreanReading reading{
          part(KoreanPlace::kFamily, options), given_parts(way), origin, family_first, 0, 0};
      reading.cost = layout_cost(way.size());
      if (!family_first) reading.cost += origin == KoreanOrigin::kLatin ? kFamilyLast : kFamilyLastCyrillic;
      readings.push_back(std::move(reading));
    }
  }

  static Options family_of(Words words_of_it) {
    const SpellingTrie<KoreanOption>& families = korean_tables().spellings(KoreanPlace::kFamily);
    std::uint32_t node = families.kRoot;
    for (const std::u32string_view word : words_of_it) node = families.walk(node, word);
    return node == families.kNowhere ? Options{} : families.options(node);
  }

  void read() {
    const std::size_t n = words.size();
    add(words.first(1), words.subspan(1), true);
    if (n > 1) add(words.last(1), words.first(n - 1), false);
    if (n > 2) add(words.first(2), words.subspan(2), true);  // "Nam Gung Min"
  }
};

std::vector<KoreanReading> read_hangul(std::span<const std::u32string> words) {
  std::u32string all;
  for (const std::u32string& word : words) all += word;
  std::vector<KoreanReading> out;
  for (std::size_t size = 1; size <= 2 && size < all.size() && all.size() <= size + kMostGiven; ++size) {
    if (words.size() > 1 && words[0].size() != size) continue;
    const std::u32string_view name = all;
    const Options family = korean_tables().hangul(KoreanPlace::kFamily, name.substr(0, size));
    if (family.empty()) continue;
    std::vector<Options> given;
    for (std::size_t i = size; i < all.size(); ++i)
      given.push_back(korean_tables().hangul(KoreanPlace::kLater, name.substr(i, 1)));
    if (std::ranges::any_of(given, &Options::empty)) continue;
    out.push_back({part(KoreanPlace::kFamily, family), given_parts(given), KoreanOrigin::kHangul, true,
                   layout_cost(given.size()), 0});
  }
  return out;
}

void set_doubts(std::vector<KoreanReading>& readings, float foreign_bits) {
  float all = std::exp2(-foreign_bits);
  for (const KoreanReading& reading : readings) all += std::exp2(-spelling_bits(reading));
  for (KoreanReading& reading : readings)
    reading.doubt = std::max(spelling_bits(reading) + std::log2(all), 0.0F);
}

void keep_best(std::vector<KoreanReading>& readings) {
  std::ranges::stable_sort(readings, {}, &KoreanReading::doubt);
  std::erase_if(readings, [](const KoreanReading& reading) { return reading.doubt > kMostDoubt; });
  if (readings.size() > kMostKoreanReadings) readings.resize(kMostKoreanReadings);
}

bool is_plain(std::u32string_view word) {
  return std::ranges::all_of(word, [](char32_t c) { return c >= U'a' && c <= U'z'; });
}

std::vector<KoreanReading> read_letters(std::span<const std::u32string> words, text::Script script) {
  std::array<std::u32string_view, kMostKoreanWords> spelled;
  std::array<std::u32string, kMostKoreanWords> plain;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    letters += words[i].size();
    spelled[i] = words[i];
    if (script == text::Script::kCyrillic || is_plain(words[i])) continue;
    const std::vector<std::string> readings = romanise_word(words[i], script, false);
    if (readings.empty()) return {};
    plain[i].assign(readings[0].begin(), readings[0].end());
    spelled[i] = plain[i];
  }
  Reader reader{Words(spelled).first(words.size()),
                script == text::Script::kLatin ? KoreanOrigin::kLatin : KoreanOrigin::kKontsevich,
                {}};
  reader.read();
  set_doubts(reader.readings, kForeignLetter * static_cast<float>(letters) - kForeignOdds);
  for (KoreanReading& reading : reader.readings) {
    if (words.size() == 2) reading.doubt += kJoined;
    if (!reading.family_first) reading.doubt += kOtherOrder;
  }
  return std::move(reader.readings);
}

std::vector<std::string> most_usual(const KoreanPart& part, std::size_t most) {
  const KoreanOption& surest = *std::ranges::max_element(part.options, {}, &KoreanOption::probability);
  const auto spellings = korean_tables().spellings(part.place, surest.id);
  return {spellings.begin(),
          spellings.begin() + static_cast<std::ptrdiff_t>(std::min(most, spellings.size()))};
}

// The syllable that two parts most likely both stand for.
std::u32string_view shared(const KoreanPart& a, const KoreanPart& b) {
  const KoreanOption* best = nullptr;
  float most = -1;
  for (const KoreanOption& option : a.options) {
    const auto same = std::ranges::lower_bound(b.options, option.id, {}, &KoreanOption::id);
    const bool both = same != b.options.end() && same->id == option.id;
    const float p = option.probability * (both ? same->probability : 1e-6F) *
                    korean_tables().frequency(a.place, option.id);
    if (p > most) best = &option;
    most = std::max(most, p);
  }
  return korean_tables().written(a.place, best->id);
}

}  // namespace

const KoreanOption& likeliest(KoreanPlace place, std::span<const KoreanOption> options) {
  return *std::ranges::max_element(options, {}, [&](const KoreanOption& option) {
    return option.probability * korean_tables().frequency(place, option.id);
  });
}

float spelling_bits(const KoreanReading& reading) {
  float bits = reading.cost + reading.family.bits;
  for (const KoreanPart& syllable : reading.given) bits += syllable.bits;
  return bits;
}

std::vector<KoreanReading> read_as_korean(std::span<const std::u32string> words, text::Script script) {
  if (words.empty() || words.size() > kMostKoreanWords) return {};
  std::vector<KoreanReading> out;
  if (script == text::Script::kHangul) {
    out = read_hangul(words);
    set_doubts(out, 60);
  } else if (script == text::Script::kLatin || script == text::Script::kCyrillic) {
    out = read_letters(words, script);
  }
  keep_best(out);
  return out;
}

std::pair<std::string, std::string> display_parts(const KoreanReading& reading, const KoreanReading& other) {
  std::string given;
  for (std::size_t i = 0; i < reading.given.size(); ++i) {
    const KoreanPart& part = reading.given[i];
    given += text::to_utf8(shared(part, i < other.given.size() ? other.given[i] : part));
  }
  return {text::to_utf8(shared(reading.family, other.family)), std::move(given)};
}

std::string display(const KoreanReading& reading, const KoreanReading& other) {
  const auto [family, given] = display_parts(reading, other);
  return family + given;
}

std::vector<std::string> latin_family(const KoreanReading& reading) {
  return most_usual(reading.family, 4);
}

std::vector<std::string> latin_given(const KoreanReading& reading) {
  std::vector<std::string> out{""};
  for (const KoreanPart& syllable : reading.given) {
    std::vector<std::string> longer;
    for (const std::string& head : out) {
      for (const std::string& tail : most_usual(syllable, reading.given.size() > 2 ? 1 : 2))
        longer.push_back(head + tail);
    }
    out = std::move(longer);
  }
  return out;
}

const char* to_string(KoreanOrigin origin) {
  switch (origin) {
    case KoreanOrigin::kHangul:
      return "Hangul";
    case KoreanOrigin::kLatin:
      return "romanised";
    case KoreanOrigin::kKontsevich:
      return "Kontsevich";
  }
  return "";
}

}  // namespace muster::names
