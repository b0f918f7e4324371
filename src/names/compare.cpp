#include "names/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "names/alignment.hpp"
#include "names/cases.hpp"
#include "names/chinese.hpp"
#include "names/compare_ways.hpp"
#include "names/korean_name.hpp"
#include "names/pair_weights.hpp"
#include "names/parts.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

Comparison finished(double bits, std::vector<std::string> why) {
  return {name_probability(bits), bits, std::move(why)};
}

// "Чжан Жэньбо = Zhang Renbo (Palladius)"; nothing for a name that is pinyin already.
void explain_reading(std::vector<std::string>& why, const std::string& written,
                     const ChineseReading& reading) {
  if (reading.origin == Origin::kPinyin) return;
  why.push_back(fmt::format("{} = {} ({})", written, display(reading), to_string(reading.origin)));
}

std::string explain_agreement(const ChineseAgreement& found) {
  const double borne = std::max(chinese_tables().surname_per_10000(found.left->family), 1.0F) / 100;
  const std::string family = fmt::format("one family name, borne by {:.2g} of 100 in China", borne);
  if (found.given_bits <= 0) return family;
  return fmt::format("{}, and one given name, about one in {:.0f}", family, std::exp2(found.given_bits));
}

Comparison compare_as_chinese(const ChosenWay& chosen) {
  const NameParts& a = *chosen.left;
  const NameParts& b = *chosen.right;
  const ChineseAgreement found = agree(a.chinese, b.chinese);
  std::vector<std::string> why;
  explain_reading(why, a.written, *found.left);
  explain_reading(why, b.written, *found.right);
  if (chosen.slip) why.emplace_back("with a slip in the spelling mended");
  const bool hanzi = !found.left->family_hanzi.empty() && !found.right->family_hanzi.empty();
  if (found.contradicts) {
    why.push_back(fmt::format("{} differ{}: {} / {}", found.family_agrees ? "given names" : "family names",
                              hanzi && found.left->given == found.right->given ? " in their characters" : "",
                              display(*found.left), display(*found.right)));
  } else {
    why.push_back(explain_agreement(found));
    if (found.left->given.empty() || found.right->given.empty())
      why.emplace_back("one side has no given name");
  }
  if (found.left->family_first != found.right->family_first)
    why.emplace_back("family and given name in other order");
  return finished(chosen.bits, std::move(why));
}

// The words [at, at + count) as they are compared.
std::string shown(const std::vector<Word>& words, std::int8_t at, std::uint8_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    out += text::to_utf8(words[static_cast<std::size_t>(at) + i].written);
  }
  return out;
}

// What a pair of words says, or nothing where they are the same.
std::string explain_pair(const PartMatch& part, const std::string& left, const std::string& right) {
  switch (part.relation) {
    case Relation::kNear:
      return fmt::format("{} is nearly {}", left, right);
    case Relation::kShortForm:
      return fmt::format("{} is short for {}, or the other way", left, right);
    case Relation::kSameMeaning:
      return fmt::format("{} means {}", left, right);
    case Relation::kAcronym:
      return fmt::format("{} may abbreviate {}", left.size() < right.size() ? left : right,
                         left.size() < right.size() ? right : left);
    case Relation::kInitial:
      return left == right ? std::string() : fmt::format("{} and {} begin alike", left, right);
    case Relation::kContradicts:
      return fmt::format("{} / {} differ", left, right);
    case Relation::kSame:
    case Relation::kSameReading:
    case Relation::kJoined:
    case Relation::kMissing:
      break;
  }
  return left == right ? std::string() : fmt::format("{} = {}", left, right);
}

std::string explain(const PartMatch& part, const NameParts& a, const NameParts& b) {
  const bool left = part.left != kNoWord;
  const bool right = part.right != kNoWord;
  if (left && right)
    return explain_pair(part, shown(a.words, part.left, part.left_words),
                        shown(b.words, part.right, part.right_words));
  const Word& word =
      left ? a.words[static_cast<std::size_t>(part.left)] : b.words[static_cast<std::size_t>(part.right)];
  const bool tells = word.role != WordRole::kParticle && word.role != WordRole::kTitle;
  return tells ? fmt::format("{} stands on one side only", text::to_utf8(word.written)) : std::string();
}

Comparison compare_by_words(const ChosenWay& chosen) {
  const Alignment found = align(*chosen.left, *chosen.right, pair_weights());
  std::vector<std::string> why;
  for (const PartMatch& part : found.parts()) {
    std::string reason = explain(part, *chosen.left, *chosen.right);
    if (!reason.empty()) why.push_back(std::move(reason));
  }
  if (found.crossed) why.emplace_back("the words in other order");
  return finished(chosen.bits, std::move(why));
}

// Above kPlainBits bits count for less and less, and come to kBitsBeyond at most.
constexpr double kPlainBits = 25;
constexpr double kBitsBeyond = 20;
constexpr double kHalfBeyond = 60;

Comparison compare_in_way(const Name& a, const Name& b, const ChosenWay& chosen) {
  switch (chosen.way) {
    case Way::kNothing:
      return finished(chosen.bits, {"a name without letters"});
    case Way::kChinese:
      return compare_as_chinese(chosen);
    case Way::kKorean:
      return compare_as_korean(a, b);
    case Way::kWords:
    case Way::kForeign:
      break;
  }
  return compare_by_words(chosen);
}

void explain_case(std::vector<std::string>& why, const Name& written, const Name& nominative) {
  if (written.written() == nominative.written()) return;
  why.push_back(fmt::format("{} may be {} in another case", written.written(), nominative.written()));
}

}  // namespace

double probability_of(double bits) {
  return 1 / (1 + std::exp2(-bits));
}

double name_probability(double bits) {
  const double beyond = bits + kPriorBits - kPlainBits;
  if (beyond <= 0) return probability_of(bits + kPriorBits);
  return probability_of(kPlainBits + kBitsBeyond * beyond / (beyond + kHalfBeyond));
}

Comparison compare(const Name& a, const Name& b) {
  return explain(a, b, choose_case(a, b, pair_weights()));
}

Comparison explain(const Name& a, const Name& b, const ChosenCase& chosen) {
  Comparison found = compare_in_way(*chosen.left, *chosen.right, chosen.way);
  if (chosen.cost > 0) found = finished(chosen.bits(), std::move(found.why));
  explain_case(found.why, a, *chosen.left);
  explain_case(found.why, b, *chosen.right);
  return found;
}

double compare_bits(const Name& a, const Name& b) {
  return compare_bits(a, b, pair_weights());
}

double compare_bits(const Name& a, const Name& b, const PairWeights& weights) {
  return choose_case(a, b, weights).bits();
}

}  // namespace muster::names
