#include "names/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "names/alignment.hpp"
#include "names/chinese.hpp"
#include "names/korean_name.hpp"
#include "names/parts.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

Comparison finished(double bits, std::vector<std::string> why) {
  return {probability_of(bits + kPriorBits), bits, std::move(why)};
}

// "Чжан Жэньбо = Zhang Renbo (Palladius)"; nothing for a name that is pinyin already.
void explain_reading(std::vector<std::string>& why, const Name& name, const ChineseReading& reading) {
  if (reading.origin == Origin::kPinyin) return;
  why.push_back(fmt::format("{} = {} ({})", name.written(), display(reading), to_string(reading.origin)));
}

std::string explain_agreement(const ChineseAgreement& found) {
  const double borne = std::max(chinese_tables().surname_per_10000(found.left->family), 1.0F) / 100;
  const std::string family = fmt::format("one family name, borne by {:.2g} of 100 in China", borne);
  if (found.given_bits <= 0) return family;
  return fmt::format("{}, and one given name, about one in {:.0f}", family, std::exp2(found.given_bits));
}

Comparison compare_as_chinese(const Name& a, const Name& b) {
  const ChineseAgreement found = agree(a.parts().chinese, b.parts().chinese);
  std::vector<std::string> why;
  explain_reading(why, a, *found.left);
  explain_reading(why, b, *found.right);
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
  return finished(found.bits, std::move(why));
}

std::string shown(const Word& word) {
  return text::to_utf8(word.written);
}

Comparison compare_by_words(const Name& a, const Name& b) {
  const auto& left = a.parts().words;
  const auto& right = b.parts().words;
  const Alignment found = align(left, right);
  std::vector<std::string> why;
  bool crossed = false;
  for (const WordPair& pair : found.pairs) {
    const Word& x = left[pair.left];
    const Word& y = right[pair.right];
    if (x.written != y.written) {
      why.push_back(fmt::format("{} {} {}", shown(x), pair.cost > 0.2 ? "is nearly" : "=", shown(y)));
    }
    crossed = crossed || (pair.left != pair.right && left.size() == right.size());
  }
  if (crossed) why.emplace_back("the words in other order");
  if (found.contradicts) {
    const auto first = [](const std::vector<Word>& words, const std::vector<std::size_t>& alone) {
      return alone.empty() ? std::string("an initial") : shown(words[alone[0]]);
    };
    why.push_back(
        fmt::format("{} / {} differ", first(left, found.left_alone), first(right, found.right_alone)));
  } else if (!found.left_alone.empty() || !found.right_alone.empty()) {
    const Word& word = found.left_alone.empty() ? right[found.right_alone[0]] : left[found.left_alone[0]];
    why.push_back(fmt::format("{} stands on one side only", shown(word)));
  }
  return finished(found.bits, std::move(why));
}

}  // namespace

double probability_of(double bits) {
  return 1 / (1 + std::exp2(-bits));
}

Comparison compare(const Name& a, const Name& b) {
  if (a.parts().words.empty() || b.parts().words.empty()) return finished(-20, {"a name without letters"});
  const bool chinese = !a.parts().chinese.empty() && !b.parts().chinese.empty();
  if (!chinese && korean_decides(a.parts(), b.parts())) return compare_as_korean(a, b);
  Comparison found = chinese ? compare_as_chinese(a, b) : compare_by_words(a, b);
  if (a.parts().korean.empty() || b.parts().korean.empty()) {
    const double against = bits_against_words(a.parts(), b.parts());
    return against == 0 ? found : finished(found.bits - against, std::move(found.why));
  }
  Comparison korean = compare_as_korean(a, b);
  return korean.bits > found.bits ? korean : found;
}

}  // namespace muster::names
