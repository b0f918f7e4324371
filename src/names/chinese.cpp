#include "names/chinese.hpp"

#include <algorithm>
#include <cmath>

#include "names/chinese_dialects.hpp"
#include "names/syllables.hpp"

namespace muster::names {
namespace {

using Syllables = std::vector<SyllableId>;

constexpr std::size_t kMostGiven = 4;
constexpr float kFamilyLast = 0.5F;       // pinyin is often written in Western order
constexpr float kFamilyLastCyrillic = 2;  // Palladius hardly ever
constexpr float kUnknownSurname = 5;
constexpr float kRareReading = 2;  // a second reading of a Hanzi
constexpr float kMostCost = 9;     // spelled worse than that, it is no Chinese name

using Ways = std::vector<std::vector<Segmentation>>;  // one entry a word

// Every way to cut words [first, last), one after another.
std::vector<Segmentation> cut_together(const Ways& ways, std::size_t first, std::size_t last) {
  std::vector<Segmentation> out{{}};
  for (std::size_t word = first; word < last; ++word) {
    std::vector<Segmentation> longer;
    for (const Segmentation& head : out) {
      for (const Segmentation& tail : ways[word]) {
        Segmentation both = head;
        both.syllables.insert(both.syllables.end(), tail.syllables.begin(), tail.syllables.end());
        both.cost += tail.cost;
        longer.push_back(std::move(both));
      }
    }
    std::ranges::stable_sort(longer, {}, &Segmentation::cost);
    if (longer.size() > kMostSegmentations) longer.resize(kMostSegmentations);
    out = std::move(longer);
  }
  return out;
}

bool is_surname(const Syllables& reading) {
  return chinese_tables().surname_per_10000(reading) > 0;
}

struct Order {
  std::size_t family_from, family_to, given_from, given_to;
  bool family_first;
};

void add_order(std::vector<ChineseReading>& out, const Ways& ways, const Order& order, Origin origin) {
  for (const Segmentation& family : cut_together(ways, order.family_from, order.family_to)) {
    if (!is_surname(family.syllables)) continue;
    for (const Segmentation& given : cut_together(ways, order.given_from, order.given_to)) {
      if (given.syllables.size() > kMostGiven) continue;
      ChineseReading reading{family.syllables, given.syllables, {}, {}, origin, order.family_first, 0, 0};
      reading.cost = family.cost + given.cost;
      if (!order.family_first)
        reading.cost += origin == Origin::kPalladius ? kFamilyLastCyrillic : kFamilyLast;
      out.push_back(std::move(reading));
    }
  }
}

// One word: the family name is its first syllable or, for a compound surname, its first two.
void add_joined(std::vector<ChineseReading>& out, const Ways& ways, Origin origin) {
  for (const Segmentation& way : ways[0]) {
    for (std::size_t size = 1; size <= std::min<std::size_t>(2, way.syllables.size()); ++size) {
      const auto cut = way.syllables.begin() + static_cast<std::ptrdiff_t>(size);
      ChineseReading reading{
          {way.syllables.begin(), cut}, {cut, way.syllables.end()}, {}, {}, origin, true, way.cost, 0};
      if (reading.given.size() <= 2 && is_surname(reading.family)) out.push_back(std::move(reading));
    }
  }
}

void read_spelled(std::vector<ChineseReading>& out, std::span<const std::u32string> words, Spelling system,
                  Origin origin) {
  Ways ways;
  for (const std::u32string& word : words) {
    ways.push_back(segment(word, system));
    if (ways.back().empty()) return;
  }
  const std::size_t n = words.size();
  if (n == 1) return add_joined(out, ways, origin);
  add_order(out, ways, {0, 1, 1, n, true}, origin);
  add_order(out, ways, {n - 1, n, 0, n - 1, false}, origin);
  if (n < 3) return;
  add_order(out, ways, {0, 2, 2, n, true}, origin);  // "Ou Yang Zhenhua"
  add_order(out, ways, {n - 2, n, 0, n - 2, false}, origin);
}

// Readings of given-name characters; an unknown character is kNoSyllable.
std::vector<Segmentation> read_given(std::u32string_view hanzi) {
  std::vector<Segmentation> out{{}};
  for (const char32_t c : hanzi) {
    Syllables readings = chinese_tables().hanzi_readings(c);
    if (readings.empty()) readings.push_back(kNoSyllable);
    std::vector<Segmentation> longer;
    for (const Segmentation& head : out) {
      for (std::size_t i = 0; i < std::min<std::size_t>(readings.size(), 3); ++i) {
        Segmentation both = head;
        both.syllables.push_back(readings[i]);
        both.cost += i == 0 ? 0 : kRareReading;
        longer.push_back(std::move(both));
      }
    }
    out = std::move(longer);
  }
  return out;
}

void add_hanzi(std::vector<ChineseReading>& out, std::u32string_view family, std::u32string_view given) {
  if (given.size() > kMostGiven) return;
  const auto* known = chinese_tables().surname(family);
  std::vector<Segmentation> families;
  if (known != nullptr) families.push_back({known->reading, 0});
  for (Segmentation& way : read_given(family)) {
    if (known != nullptr && way.syllables == known->reading) continue;
    way.cost += known == nullptr ? kUnknownSurname : kRareReading;
    families.push_back(std::move(way));
  }
  for (const Segmentation& f : families) {
    for (const Segmentation& g : read_given(given)) {
      out.push_back({f.syllables, g.syllables, std::u32string(family), std::u32string(given), Origin::kHanzi,
                     true, f.cost + g.cost});
    }
  }
}

void read_hanzi(std::vector<ChineseReading>& out, std::span<const std::u32string> words) {
  std::u32string all;
  for (const std::u32string& word : words) all += word;
  for (char32_t& c : all) c = chinese_tables().simplified(c);
  if (all.empty() || all.size() > 2 + kMostGiven) return;
  const bool compound =
      all.size() > 1 && chinese_tables().surname(std::u32string_view(all).substr(0, 2)) != nullptr;
  const std::size_t family = compound && (all.size() > 2 || words.size() == 1) ? 2 : 1;
  add_hanzi(out, std::u32string_view(all).substr(0, family), std::u32string_view(all).substr(family));
}

// -log2 of how often the family name and the syllables of the given name are borne.
float rarity(const ChineseReading& reading) {
  float bits = chinese_tables().surname_bits(reading.family);
  for (const SyllableId id : reading.given) bits += chinese_tables().given_bits(id);
  return bits;
}

void set_doubts(std::vector<ChineseReading>& readings) {
  const auto fit = [](const ChineseReading& r) { return spelling_bits(r); };
  float all = 0;
  for (const ChineseReading& reading : readings) all += std::exp2(-fit(reading));
  for (ChineseReading& reading : readings) reading.doubt = std::max(fit(reading) + std::log2(all), 0.0F);
}

std::string capitalised(const Syllables& syllables) {
  std::string out;
  for (const SyllableId id : syllables) {
    std::string_view pinyin = id == kNoSyllable ? std::string_view("?") : chinese_tables().pinyin(id);
    const bool apostrophe = !out.empty() && !pinyin.empty() && std::string_view("aeo").contains(pinyin[0]);
    if (apostrophe) out += '\'';
    for (const char c : pinyin) c == 'v' ? out += "ü" : out += c;
  }
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace

std::vector<ChineseReading> read_as_chinese(std::span<const std::u32string> words, text::Script script) {
  std::vector<ChineseReading> out;
  if (words.empty() || words.size() > 5) return out;
  if (script == text::Script::kHan) read_hanzi(out, words);
  if (script == text::Script::kCyrillic) read_spelled(out, words, Spelling::kPalladius, Origin::kPalladius);
  if (script == text::Script::kLatin) read_spelled(out, words, Spelling::kPinyin, Origin::kPinyin);
  if (script == text::Script::kLatin && out.empty()) {
    read_spelled(out, words, Spelling::kWadeGiles, Origin::kWadeGiles);
  }
  std::erase_if(out, [](const ChineseReading& reading) { return reading.cost > kMostCost; });
  if (script == text::Script::kLatin) read_dialects(out, words);
  if (script == text::Script::kHangul) read_sino_korean(out, words);
  set_doubts(out);
  std::ranges::stable_sort(out, {}, &ChineseReading::doubt);
  const bool dialect = script == text::Script::kLatin && is_dialect(out);
  const std::size_t most = dialect ? kMostDialectReadings : kMostReadings;
  if (out.size() > most) out.resize(most);
  return out;
}

float spelling_bits(const ChineseReading& reading) {
  return reading.cost + (reading.origin == Origin::kHanzi ? 0 : rarity(reading));
}

std::string display(const ChineseReading& reading) {
  std::string out = capitalised(reading.family);
  if (reading.given.empty()) return out;
  out += ' ';
  out += capitalised(reading.given);
  return out;
}

std::string display_syllables(const std::vector<SyllableId>& syllables) {
  return capitalised(syllables);
}

std::string pinyin_of(const std::vector<SyllableId>& syllables) {
  std::string out;
  for (const SyllableId id : syllables) {
    if (id != kNoSyllable) out += chinese_tables().pinyin(id);
  }
  std::ranges::replace(out, 'v', 'u');
  return out;
}

const char* to_string(Origin origin) {
  switch (origin) {
    case Origin::kHanzi:
      return "Hanzi";
    case Origin::kPalladius:
      return "Palladius";
    case Origin::kPinyin:
      return "pinyin";
    case Origin::kWadeGiles:
      return "Wade-Giles";
    case Origin::kCantonese:
      return "Cantonese";
    case Origin::kHokkien:
      return "Hokkien or Teochew";
    case Origin::kVietnamese:
      return "Vietnamese";
    case Origin::kKorean:
      return "Korean reading";
  }
  return "";
}

}  // namespace muster::names
