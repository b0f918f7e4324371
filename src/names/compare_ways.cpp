#include "names/compare_ways.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "names/alignment.hpp"
#include "names/chinese_dialects.hpp"
#include "names/edits.hpp"
#include "names/korean_name.hpp"

namespace muster::names {
namespace {

constexpr double kNoLetters = -20;
constexpr double kMostOfSlip = 5.6;
constexpr double kSlipBits = 6;  // one name in sixty is typed wrongly
constexpr double kSlipRest = 1;

// Jansen Huang can be cut into syllables of Wade-Giles, but without its hyphens that is a guess.
bool is_guess(const NameParts& name) {
  return name.chinese[0].origin == Origin::kWadeGiles &&
         name.written.find_first_of("-'") == std::string::npos;
}

const NameParts& foreign(const NameParts& name) {
  return name.as_written ? *name.as_written : name;
}

ChosenWay by_words(const NameParts& a, const NameParts& b, const PairWeights& weights) {
  return {Way::kWords, align(a, b, weights).bits - bits_against_words(a, b), &a, &b};
}

// A name that is written as Hanzi or Hangul may transcribe a foreign one: that counts where the other side is
// in another script.
void consider_foreign(ChosenWay& best, const NameParts& a, const NameParts& b, const PairWeights& weights) {
  if ((a.as_written == nullptr) == (b.as_written == nullptr)) return;
  const double bits = align(foreign(a), foreign(b), weights).bits;
  if (bits > best.bits) best = {Way::kForeign, bits, &foreign(a), &foreign(b)};
}

bool in_latin_letters(const NameParts& name) {
  return std::ranges::all_of(name.words, [](const Word& w) { return w.script == text::Script::kLatin; });
}

// Romanised syllables that differ are other syllables, or a slip of who typed them: undecided at most.
ChosenWay or_a_slip(const ChosenWay& korean, ChosenWay words) {
  if (!in_latin_letters(*words.left) || !in_latin_letters(*words.right)) return korean;
  words.bits = std::min(words.bits, kMostOfSlip);
  return words.bits > korean.bits ? words : korean;
}

// One word in letters that no system gives: family and given name of the Hanzi or Hangul have nothing to
// answer.
bool is_foreign_word(const NameParts& a, const NameParts& b) {
  const NameParts& letters = a.as_written ? b : a;
  return (a.as_written == nullptr) != (b.as_written == nullptr) && letters.words.size() == 1;
}

void consider_korean(ChosenWay& best, const NameParts& a, const NameParts& b) {
  if (a.korean.empty() || b.korean.empty()) return;
  const ChosenWay korean{Way::kKorean, agree(a.korean, b.korean).bits, &a, &b};
  const bool decides = best.way != Way::kChinese && korean_decides(a, b);
  if (korean.bits > best.bits) {
    best = korean;
  } else if (decides) {
    best = or_a_slip(korean, best);
  }
}

// Are both names Chinese beyond doubt, so that word by word they have nothing to add? A single word in
// letters may be anybody's: Toumani, Mosi. So may two names in one script that only a rarer system reads.
bool chinese_decides(const NameParts& a, const NameParts& b) {
  const auto one_word = [](const NameParts& name) { return !name.as_written && name.words.size() == 1; };
  if (one_word(a) || one_word(b)) return false;
  const bool unsure = is_dialect(a.chinese) || is_dialect(b.chinese) || (is_guess(a) && is_guess(b));
  return !unsure || a.words[0].script != b.words[0].script;
}

ChosenWay by_letters(const NameParts& a, const NameParts& b, const PairWeights& weights) {
  if (is_foreign_word(a, b))
    return {Way::kForeign, align(foreign(a), foreign(b), weights).bits, &foreign(a), &foreign(b)};
  ChosenWay best = by_words(a, b, weights);
  consider_foreign(best, a, b, weights);
  return best;
}

bool in_hangul(const NameParts& name) {
  return name.words[0].script == text::Script::kHangul;
}

// A Chinese name in Hangul is rarer than a Korean one, and tells of characters that sound alike in Korean
// only; so it never decides, and says nothing of two names in Hangul.
void consider_sino_korean(ChosenWay& best, const NameParts& a, const NameParts& b) {
  if (a.chinese.empty() || b.chinese.empty() || in_hangul(a) == in_hangul(b)) return;
  const double bits = agree(a.chinese, b.chinese).bits;
  if (bits > best.bits) best = {Way::kChinese, bits, &a, &b};
}

std::u32string in_palladius(std::span<const SyllableId> syllables) {
  std::u32string out;
  for (const SyllableId id : syllables) {
    if (id == kNoSyllable) return {};
    out += chinese_tables().palladius(id);
  }
  return out;
}

// One letter added, dropped, changed or two neighbours exchanged.
bool is_slip(std::u32string_view a, std::u32string_view b) {
  if (levenshtein(a, b) == 1) return true;
  const auto [x, y] = std::ranges::mismatch(a, b);
  if (a.size() != b.size() || b.end() - y < 2) return false;
  return x[0] == y[1] && x[1] == y[0] && std::equal(x + 2, a.end(), y + 2);
}

// What the rest tells where one word of Cyrillic is a slip away from how the other name is written, though it
// can be cut into other syllables as it stands: neither agreement nor contradiction.
double bits_of_slip(const NameParts& cyrillic, const ChineseReading& other) {
  if (other.given.empty()) return kNoLetters;
  const std::u32string family = in_palladius(other.family);
  const std::u32string given = in_palladius(other.given);
  const std::u32string& first = cyrillic.words[0].written;
  const std::u32string& second = cyrillic.words[1].written;
  if (first == family && is_slip(second, given))
    return chinese_tables().surname_bits(other.family) - kSlipRest;
  if (second != given || !is_slip(first, family)) return kNoLetters;
  double bits = -kSlipRest;
  for (const SyllableId id : other.given) bits += chinese_tables().given_bits(id);
  return bits;
}

void consider_rest(ChosenWay& best, const NameParts& a, const NameParts& b) {
  const auto consider = [&](const NameParts& x, const NameParts& y, const NameParts& left,
                            const NameParts& right) {
    const bool cyrillic = x.words.size() == 2 && x.words[0].script == text::Script::kCyrillic;
    if (!cyrillic || y.chinese.empty() || in_hangul(y)) return;
    for (const ChineseReading& reading : y.chinese) {
      const double bits = bits_of_slip(x, reading);
      if (bits > best.bits) best = {Way::kWords, bits, &left, &right, true};
    }
  };
  consider(a, b, a, b);
  consider(b, a, a, b);
}

// Palladius's Cyrillic with a slip in it, against a name that is Chinese without one.
void consider_slip(ChosenWay& best, const NameParts& a, const NameParts& b) {
  const auto consider = [&](const NameParts& x, const NameParts& y, bool turned) {
    if (x.mended == nullptr || y.chinese.empty() || in_hangul(y)) return;
    const NameParts& left = turned ? y : *x.mended;
    const NameParts& right = turned ? *x.mended : y;
    const double bits = agree(left.chinese, right.chinese).bits - kSlipBits;
    if (bits > best.bits) best = {Way::kChinese, bits, &left, &right, true};
  };
  consider(a, b, false);
  consider(b, a, true);
}

}  // namespace

ChosenWay choose_way(const NameParts& a, const NameParts& b, const PairWeights& weights) {
  if (a.words.empty() || b.words.empty()) return {Way::kNothing, kNoLetters, &a, &b};
  const bool chinese = !a.chinese.empty() && !b.chinese.empty() && !in_hangul(a) && !in_hangul(b);
  const bool korean_letters = !a.korean.empty() && !b.korean.empty() && in_hangul(a) != in_hangul(b);
  const bool latin = in_latin_letters(a) && in_latin_letters(b);
  // A name in Hangul against letters that romanise one: word by word its syllables would find others in any
  // order.
  if (!chinese && (korean_letters || (korean_decides(a, b) && !latin))) {
    ChosenWay korean{Way::kKorean, agree(a.korean, b.korean).bits, &a, &b};
    consider_sino_korean(korean, a, b);
    return korean;
  }
  ChosenWay best;
  if (chinese) best = {Way::kChinese, agree(a.chinese, b.chinese).bits, &a, &b};
  if (!chinese || !chinese_decides(a, b)) {
    const ChosenWay letters = by_letters(a, b, weights);
    if (!chinese || best.bits < 0 || letters.bits > best.bits) best = letters;
  }
  consider_korean(best, a, b);
  consider_sino_korean(best, a, b);
  consider_slip(best, a, b);
  if (best.bits < 2) consider_rest(best, a, b);
  return best;
}

}  // namespace muster::names
