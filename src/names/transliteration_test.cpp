#include "names/transliteration.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <map>

#include "names/compare.hpp"
#include "names/cross_script.hpp"
#include "names/native_letters.hpp"
#include "names/spelled_search.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

double bits(std::string_view native, std::string_view latin) {
  const std::u32string word = text::to_utf32(native);
  const Transliteration* model = transliteration_of(text::script_of(word[0]));
  return model->bits(model->encode(word), latin);
}

double share(std::string_view native, std::string_view latin) {
  const std::u32string word = text::to_utf32(native);
  const Transliteration* model = transliteration_of(text::script_of(word[0]));
  const NativeWord encoded = model->encode(word);
  return model->bits(encoded, latin) / model->most_bits(encoded);
}

TEST(Transliteration, ReadsNamesOfSixScripts) {
  for (const auto& [native, latin] :
       {std::pair("محمد", "muhammad"), std::pair("פרידמן", "friedman"), std::pair("スミス", "smith"),
        std::pair("리처드", "richard"), std::pair("斯坦福", "stanford"), std::pair("Хельмут", "helmut")})
    EXPECT_GT(share(native, latin), 0.75) << native;
}

TEST(Transliteration, TellsOtherNamesApart) {
  for (const auto& [native, latin] :
       {std::pair("محمد", "ibrahim"), std::pair("פרידמן", "goldberg"), std::pair("スミス", "johnson"),
        std::pair("斯坦福", "livingston"), std::pair("Петров", "pavlov")})
    EXPECT_LT(bits(native, latin), 0) << native;
}

TEST(Transliteration, PrefersTheNearerSpelling) {
  EXPECT_GT(bits("мария", "maria"), bits("мария", "marina"));
  EXPECT_GT(bits("حسين", "hussein"), bits("حسين", "hassan"));
  EXPECT_GT(bits("利文斯顿", "livingston"), bits("利文斯顿", "lexington"));
}

TEST(Transliteration, ReadsSimplifiedAndTraditionalAlike) {
  EXPECT_DOUBLE_EQ(bits("麥克阿瑟", "macarthur"), bits("麦克阿瑟", "macarthur"));
  EXPECT_DOUBLE_EQ(bits("محمد", "muhammad"), bits("مُحَمَّد", "muhammad"));
}

// A model small enough to be summed by hand: "ab" and "xy" by a-x b-y (1/16), ab-xy (1/16); with marks 1/4
// each.
TEST(Transliteration, IsTheSumOverAllCuts) {
  const Transliteration model("^\t^:2\n$\t$:2\na\tx:2\nb\ty:2\nab\txy:4\n", text::Script::kOther);
  const NativeWord word = model.encode(U"ab");
  // P(ab, xy) = P(^) P($) (1/16 + 1/16); P(xy) = P(ab) alike, since nothing else is spelled so.
  const double ends = 1.0 / 16;
  EXPECT_NEAR(model.bits(word, "xy"), -std::log2(ends / 8), 0.01);
}

// The plain twin: every cut by itself.
double sum_of_cuts(const std::map<std::pair<std::string, std::string>, double>& pieces,
                   std::string_view signs, std::string_view letters) {
  if (signs.empty() && letters.empty()) return 1;
  double sum = 0;
  for (const auto& [piece, probability] : pieces) {
    if (signs.starts_with(piece.first) && letters.starts_with(piece.second))
      sum += probability *
             sum_of_cuts(pieces, signs.substr(piece.first.size()), letters.substr(piece.second.size()));
  }
  return sum;
}

TEST(Transliteration, AgreesWithItsPlainTwin) {
  const Transliteration model("^\t^:1\n$\t$:1\na\tx:3 y:4 xy:5\nb\ty:3 x:5\nab\tx:5 yx:4\n-\tz:6\n",
                              text::Script::kOther);
  const std::map<std::pair<std::string, std::string>, double> pieces = {
      {{"^", "^"}, 0.5},        {{"$", "$"}, 0.5},     {{"a", "x"}, 1.0 / 8},  {{"a", "y"}, 1.0 / 16},
      {{"a", "xy"}, 1.0 / 32},  {{"b", "y"}, 1.0 / 8}, {{"b", "x"}, 1.0 / 32}, {{"ab", "x"}, 1.0 / 32},
      {{"ab", "yx"}, 1.0 / 16}, {{"", "z"}, 1.0 / 64}};
  RC_ASSERT(rc::check([&](const std::vector<bool>& signs, const std::vector<bool>& letters) {
    std::string native, latin;
    for (std::size_t i = 0; i < std::min<std::size_t>(signs.size(), 6); ++i) native += signs[i] ? 'a' : 'b';
    for (std::size_t i = 0; i < std::min<std::size_t>(letters.size(), 6); ++i)
      latin += letters[i] ? 'x' : 'y';
    const double joint = sum_of_cuts(pieces, "^" + native + "$", "^" + latin + "$");
    std::map<std::pair<std::string, std::string>, double> signs_alone, letters_alone;
    for (const auto& [piece, probability] : pieces) {
      if (!piece.first.empty()) signs_alone[{piece.first, ""}] += probability;
      letters_alone[{"", piece.second}] += probability;
    }
    if (joint <= 0 || native.empty() || latin.empty()) return;
    const double by_twin = std::log2(joint / sum_of_cuts(signs_alone, "^" + native + "$", "") /
                                     sum_of_cuts(letters_alone, "", "^" + latin + "$"));
    RC_ASSERT(std::abs(model.bits(model.encode(text::to_utf32(native)), latin) - by_twin) < 0.05);
  }));
}

TEST(Transliteration, SurvivesAnyWord) {
  RC_ASSERT(rc::check([](const std::string& bytes, const std::string& latin) {
    const std::u32string word = text::to_utf32(bytes);
    for (const text::Script script : {text::Script::kArabic, text::Script::kHan, text::Script::kCyrillic}) {
      const Transliteration* model = transliteration_of(script);
      const NativeWord encoded = model->encode(word);
      const double found = model->bits(encoded, latin);
      RC_ASSERT(found >= Transliteration::kFloor && std::isfinite(found));
      RC_ASSERT(model->best(encoded, 4).size() <= 4);
    }
  }));
  const std::u32string endless(100'000, U'م');
  const Transliteration* model = transliteration_of(text::Script::kArabic);
  EXPECT_TRUE(std::isfinite(model->bits(model->encode(endless), std::string(100'000, 'm'))));
}

TEST(SpelledSearch, FindsTheSpellingsOfAWord) {
  const std::vector<std::string> words = {"fridman", "friedman", "goldberg",
                                          "hussein", "muhammad", "stanford"};
  std::vector<SoundEntry> entries;
  for (std::uint32_t i = 0; i < words.size(); ++i) entries.push_back({words[i], i});
  const std::vector<TrieNode> trie = build_trie(entries);
  for (const auto& [native, latin] : {std::pair("محمد", "muhammad"), std::pair("פרידמן", "friedman"),
                                      std::pair("斯坦福", "stanford"), std::pair("Гольдберг", "goldberg")}) {
    const std::u32string word = text::to_utf32(native);
    const Transliteration* model = transliteration_of(text::script_of(word[0]));
    const auto hits = find_spelled(trie, *model, model->encode(word), 3);
    ASSERT_FALSE(hits.empty()) << native;
    EXPECT_EQ(words[hits[0].words], latin) << native;
  }
  EXPECT_TRUE(find_spelled({}, *transliteration_of(text::Script::kArabic), NativeWord{}, 3).empty());
}

TEST(CrossScript, NamesMeetThroughReadings) {
  const auto alike = [](std::string_view a, std::string_view b) {
    return compare(prepare(a), prepare(b)).probability;
  };
  EXPECT_GT(alike("محمد حسين", "Мохаммед Хусейн"), 0.9);
  EXPECT_GT(alike("דוד פרידמן", "David Friedman"), 0.9);
  EXPECT_GT(alike("ジョン・スミス", "John Smith"), 0.9);
  EXPECT_LT(alike("ジョン・スミス", "John Johnson"), 0.5);
  EXPECT_LT(alike("محمد حسين", "Ibrahim Hussein"), 0.5);
}

TEST(CrossScript, KnownSpellingsComeFirst) {
  const auto known = known_spellings(U"محمد", text::Script::kArabic);
  ASSERT_FALSE(known.empty());
  EXPECT_EQ(known[0], "muhammad");
}

}  // namespace
}  // namespace muster::names
