#include <algorithm>
#include <optional>

#include "names/chinese.hpp"

namespace muster::names {
namespace {

using Syllables = std::vector<SyllableId>;

constexpr float kHomophone = 7;  // one sound, another character
constexpr float kOtherSyllable = 9;
constexpr float kNearSyllable = 6;  // one letter apart: jin, jing
constexpr float kMostWithContradiction = 5;
// A family name alone tells little, whatever its rarity.
constexpr double kMostOfTwoFamilyNames = 4;
constexpr double kMostOfOneFamilyName = 3;

// Is one word the other with a letter added?
template <class Word>
bool one_letter_more(Word longer, Word shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  std::size_t same = 0;
  while (same < shorter.size() && longer[same] == shorter[same]) ++same;
  return longer.substr(same + 1) == shorter.substr(same);
}

// Syllables that accents and slips of the hand confuse: n and ng, z and zh, or a letter dropped in Cyrillic.
bool near(SyllableId a, SyllableId b) {
  if (a == kNoSyllable || b == kNoSyllable) return false;
  const ChineseTables& tables = chinese_tables();
  if (tables.pinyin(a).size() < tables.pinyin(b).size()) std::swap(a, b);
  const std::string_view x = tables.pinyin(a);
  const std::string_view y = tables.pinyin(b);
  const bool accent = (x.ends_with("ng") || x.substr(0, 2).ends_with('h')) && one_letter_more(x, y);
  const std::u32string_view u = tables.palladius(a);
  const std::u32string_view v = tables.palladius(b);
  return accent || one_letter_more(u, v) || one_letter_more(v, u);
}

struct Tally {
  float bits = 0;
  float against = 0;
};

void weigh(Tally& tally, SyllableId a, SyllableId b, float match_bits) {
  if (a == b && a != kNoSyllable) {
    tally.bits += match_bits;
  } else {
    tally.against += near(a, b) ? kNearSyllable : kOtherSyllable;
  }
}

Tally weigh_family(const ChineseReading& a, const ChineseReading& b) {
  Tally tally;
  if (!a.family_hanzi.empty() && !b.family_hanzi.empty() && a.family_hanzi != b.family_hanzi) {
    tally.against = kHomophone;
    return tally;
  }
  if (a.family == b.family) {
    tally.bits = chinese_tables().surname_bits(a.family);
    return tally;
  }
  const bool similar = a.family.size() == 1 && b.family.size() == 1 && near(a.family[0], b.family[0]);
  tally.against = similar ? kNearSyllable : kOtherSyllable;
  return tally;
}

Tally weigh_given(const ChineseReading& a, const ChineseReading& b) {
  Tally tally;
  if (a.given.empty() || b.given.empty()) return tally;
  if (a.given.size() != b.given.size()) {
    tally.against = kOtherSyllable;
    return tally;
  }
  const bool hanzi = !a.given_hanzi.empty() && !b.given_hanzi.empty();
  for (std::size_t i = 0; i < a.given.size(); ++i) {
    if (!hanzi) {
      weigh(tally, a.given[i], b.given[i], chinese_tables().given_bits(a.given[i]));
    } else if (a.given_hanzi[i] == b.given_hanzi[i]) {
      tally.bits += chinese_tables().given_bits(a.given_hanzi[i]);
    } else {
      tally.against += kHomophone;
    }
  }
  return tally;
}

ChineseAgreement weigh_pair(const ChineseReading& a, const ChineseReading& b) {
  const Tally family = weigh_family(a, b);
  const Tally given = weigh_given(a, b);
  ChineseAgreement out{0, 0, family.against == 0, family.against + given.against > 0, &a, &b};
  const bool whole = !a.given.empty() && !b.given.empty();
  out.given_bits = given.bits;
  double positive = double{family.bits} + given.bits;
  if (out.contradicts) positive = std::min<double>(positive, kMostWithContradiction);
  if (!whole)
    positive =
        std::min(positive, a.given.empty() && b.given.empty() ? kMostOfTwoFamilyNames : kMostOfOneFamilyName);
  out.bits = positive - family.against - given.against - (a.doubt + b.doubt);
  return out;
}

}  // namespace

ChineseAgreement agree(std::span<const ChineseReading> left, std::span<const ChineseReading> right) {
  std::optional<ChineseAgreement> best;
  for (const ChineseReading& a : left) {
    for (const ChineseReading& b : right) {
      // Two spellings that each stand for many characters: the words themselves tell more.
      if (a.origin >= Origin::kCantonese && b.origin >= Origin::kCantonese && best) continue;
      const ChineseAgreement found = weigh_pair(a, b);
      if (!best || found.bits > best->bits) best = found;
    }
  }
  return *best;
}

}  // namespace muster::names
