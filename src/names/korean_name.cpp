#include "names/korean_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "names/hangul.hpp"
#include "names/index_format.hpp"
#include "names/name_tokens.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr float kSure = 1.5F;
constexpr float kLikelyBesideHangul = 5;
constexpr float kChineseInHangul = 4;
constexpr float kLeastBits = 1;
constexpr float kMostBits = 12;
constexpr double kNotRomanised = 4;
constexpr float kMostDoubtOfKeys = 4;
constexpr std::size_t kMostNumbers = 96;  // keys, about, that one name has in an index
constexpr float kLeastOfKeys = 0.1F;      // of a spelling's syllables, those at least so probable make keys
// The same in an index, which asks for more keys and gets few names by each.
constexpr float kMostDoubtOfNumbers = 6;
constexpr float kLeastOfNumbers = 0.02F;

bool in_hangul(const NameParts& parts) {
  return !parts.korean.empty() && parts.korean[0].origin == KoreanOrigin::kHangul;
}

// How much less likely the likeliest reading is when names of the other system are thought of, too.
float doubt_beside(float own, float other) {
  return std::log2(std::exp2(-own) + std::exp2(-other)) + own;
}

void settle(NameParts& parts) {
  if (parts.chinese.empty() || parts.korean.empty()) return;
  // In Hangul it takes much to be taken for a Chinese name.
  const float chinese = spelling_bits(parts.chinese[0]) + (in_hangul(parts) ? kChineseInHangul : 0);
  const float korean = spelling_bits(parts.korean[0]);
  for (ChineseReading& reading : parts.chinese) reading.doubt += doubt_beside(chinese, korean);
  for (KoreanReading& reading : parts.korean) reading.doubt += doubt_beside(korean, chinese);
}

Word word_of(std::u32string_view hangul, std::vector<std::string> readings, float bits) {
  Word word;
  word.bits = bits;
  word.written = hangul;
  word.script = text::Script::kHangul;
  word.readings = std::move(readings);
  return word;
}

// The classes of the likely syllables of a spelling, without repeats.
std::vector<std::string> classes_of(const KoreanPart& part, float least) {
  std::vector<std::string> out;
  for (const KoreanOption& option : part.options) {
    const float share =
        option.probability * korean_tables().frequency(part.place, option.id) * std::exp2(part.bits);
    const std::u32string_view written = korean_tables().written(part.place, option.id);
    if (share < least) continue;
    const Jamo jamo = jamo_of(written.back());
    std::string key{class_of_initial(jamo.initial), class_of_final(jamo.final)};
    if (std::ranges::find(out, key) == out.end()) out.push_back(std::move(key));
  }
  return out;
}

// `least`: the share of a spelling that a syllable must have to make keys.
void add_keys(std::vector<std::string>& keys, const KoreanReading& reading, float least) {
  std::vector<std::string> names{"k:"};
  for (const KoreanPart& syllable : reading.given) {
    std::vector<std::string> longer;
    for (const std::string& head : names) {
      for (const std::string& tail : classes_of(syllable, least)) longer.push_back(head + tail);
    }
    names = std::move(longer);
  }
  for (const std::string& family : classes_of(reading.family, least)) {
    for (const std::string& name : names) keys.push_back(name + " " + family);
  }
}

}  // namespace

void add_korean(NameParts& parts, std::span<const std::u32string> words, text::Script script) {
  parts.korean = read_as_korean(words, script);
  settle(parts);
}

std::vector<Word> words_of_hangul(std::span<const std::u32string> words, const KoreanReading& reading) {
  std::u32string all;
  for (const std::u32string& word : words) all += word;
  const std::size_t family = all.size() - reading.given.size();
  const std::u32string_view name = all;
  const float given_bits = spelling_bits(reading) - reading.family.bits;
  return {word_of(name.substr(0, family), latin_family(reading), std::max(reading.family.bits, kLeastBits)),
          word_of(name.substr(family), latin_given(reading), std::clamp(given_bits, kLeastBits, kMostBits))};
}

bool korean_decides(const NameParts& a, const NameParts& b) {
  const auto within = [](const NameParts& parts, float doubt) {
    return !parts.korean.empty() && parts.korean[0].doubt < doubt;
  };
  if (!within(a, kSure) && !within(b, kSure)) return false;
  const bool hangul = in_hangul(a) || in_hangul(b);
  const float enough = hangul ? kLikelyBesideHangul : kSure;
  return within(a, enough) && within(b, enough);
}

double bits_against_words(const NameParts& a, const NameParts& b) {
  const auto in_hanzi = [](const NameParts& parts) {
    return !parts.chinese.empty() && parts.chinese[0].origin == Origin::kHanzi;
  };
  if (in_hangul(a) != in_hangul(b) && (a.korean.empty() || b.korean.empty())) return kNotRomanised;
  return in_hanzi(a) != in_hanzi(b) && (a.chinese.empty() || b.chinese.empty()) ? kNotRomanised : 0;
}

Comparison compare_as_korean(const Name& a, const Name& b) {
  const KoreanAgreement found = agree(a.parts().korean, b.parts().korean);
  std::vector<std::string> why;
  if (found.contradicts) {
    why.push_back(fmt::format("{} differ: {} / {}", found.family_agrees ? "given names" : "family names",
                              display(*found.left, *found.left), display(*found.right, *found.right)));
  } else {
    why.push_back(fmt::format(
        "{} = {} ({}, {})", a.written(), b.written(), display(*found.left, *found.right),
        to_string(found.left->origin == KoreanOrigin::kHangul ? found.right->origin : found.left->origin)));
    why.push_back(
        fmt::format("one family name, and one given name, about one in {:.0f}", std::exp2(found.given_bits)));
  }
  if (found.left->family_first != found.right->family_first)
    why.emplace_back("family and given name in other order");
  return {name_probability(found.bits), found.bits, std::move(why)};
}

std::vector<std::uint32_t> korean_numbers(std::span<const KoreanReading> readings) {
  std::vector<std::string> keys;
  for (const KoreanReading& reading : readings) {
    if (reading.doubt <= kMostDoubtOfNumbers && keys.size() < kMostNumbers)
      add_keys(keys, reading, kLeastOfNumbers);
  }
  std::vector<std::uint32_t> out;
  for (const std::string& key : keys) out.push_back(static_cast<std::uint32_t>(checksum_of(key)));
  std::ranges::sort(out);
  const auto repeats = std::ranges::unique(out);
  out.erase(repeats.begin(), repeats.end());
  return out;
}

std::vector<std::uint32_t> korean_numbers(std::string_view name) {
  const std::vector<Token> tokens = split_name(plain_text(name));
  return korean_numbers(read_as_korean(letters_of(tokens), one_script(tokens)));
}

void add_korean_keys(std::vector<std::string>& keys, const NameParts& parts) {
  for (const KoreanReading& reading : parts.korean) {
    if (reading.doubt <= kMostDoubtOfKeys) add_keys(keys, reading, kLeastOfKeys);
  }
}

}  // namespace muster::names
