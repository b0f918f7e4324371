#include "names/cyrillic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "names/compare.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

std::string by(std::string_view scheme, CyrillicLanguage language, std::string_view word) {
  return romanise_by_scheme(text::to_utf32(word), scheme, language);
}

double alike(std::string_view a, std::string_view b) {
  return compare(prepare(a), prepare(b)).probability;
}

// Our own words, spelled by the rules of the resolution's table.
TEST(Cyrillic, UkrainianByResolution55) {
  const auto kmu = [](std::string_view word) { return by("kmu55", kUkrainian, word); };
  EXPECT_EQ(kmu("їжачок"), "yizhachok");
  EXPECT_EQ(kmu("заїка"), "zaika");
  EXPECT_EQ(kmu("єрмак"), "yermak");
  EXPECT_EQ(kmu("моє"), "moie");
  EXPECT_EQ(kmu("йовенко"), "yovenko");
  EXPECT_EQ(kmu("стрий"), "stryi");
  EXPECT_EQ(kmu("юхно"), "yukhno");
  EXPECT_EQ(kmu("ілюк"), "iliuk");
  EXPECT_EQ(kmu("ясько"), "yasko");
  EXPECT_EQ(kmu("гнатюк"), "hnatiuk");
  EXPECT_EQ(kmu("ґудзь"), "gudz");
  EXPECT_EQ(kmu("розгон"), "rozghon");
  EXPECT_EQ(kmu("щука"), "shchuka");
  EXPECT_EQ(kmu("дем'янюк"), "demianiuk");
}

TEST(Cyrillic, PassportsOfBothEditions) {
  EXPECT_EQ(by("icao", kRussian, "подъячев"), "podieiachev");
  EXPECT_EQ(by("gost52535", kRussian, "цаплин"), "tcaplin");
  EXPECT_EQ(by("icao", kRussian, "цаплин"), "tsaplin");
  EXPECT_EQ(by("icao", kUkrainian, "гриць"), "hryts");
  EXPECT_EQ(by("icao6", kUkrainian, "гриць"), "gryts");
  EXPECT_EQ(by("icao", kBelarusian, "ёўга"), "iouha");
  EXPECT_EQ(by("icao", kBulgarian, "щърбев"), "shtarbev");
  EXPECT_EQ(by("icao", kSerbian, "жижић"), "zizic");
  EXPECT_EQ(by("icao", kMacedonian, "ѓорче"), "gjorche");
}

TEST(Cyrillic, HabitOfNeighbours) {
  EXPECT_EQ(by("german", kRussian, "ющин"), "juschtschin");
  EXPECT_EQ(by("french", kRussian, "пушин"), "pouchine");
  EXPECT_EQ(by("polish", kRussian, "щуков"), "szczukow");
  EXPECT_EQ(by("press", kRussian, "егорьев"), "yegoryev");
  EXPECT_EQ(by("western", kRussian, "уилсон"), "wilson");
  EXPECT_EQ(by("western", kRussian, "джонсон"), "jonson");
}

TEST(Cyrillic, LettersTellLanguages) {
  EXPECT_EQ(languages_of(U"їжак"), kUkrainian);
  EXPECT_EQ(languages_of(U"ўсё"), kBelarusian);
  EXPECT_EQ(languages_of(U"ђурић"), kSerbian);
  EXPECT_NE(languages_of(U"марков") & kBulgarian, 0);
  EXPECT_EQ(languages_of(U"объект"), kRussian | kBulgarian);
}

TEST(Cyrillic, ReadingsAreFewAndSoundApart) {
  for (const char32_t* word : {U"щербаков", U"южный", U"хрущевич", U"жижич", U"цацко"}) {
    const auto readings = romanise_cyrillic(word, languages_of(word), kRussian);
    EXPECT_LE(readings.size(), kMostCyrillicReadings);
    std::set<std::string> sounds;
    for (const std::string& reading : readings) sounds.insert(fold_sound(reading));
    EXPECT_EQ(sounds.size(), readings.size());
  }
}

TEST(Cyrillic, OnePersonInManySchemes) {
  for (const char* form :
       {"Yuri Shchukin", "Juri Schtschukin", "Iouri Chtchoukine", "Jurij Szczukin", "Iurii Shchukin"})
    EXPECT_GT(alike("Юрий Щукин", form), 0.8) << form;
  EXPECT_GT(alike("Георги Щърбанов", "Georgi Shtarbanov"), 0.9);
  EXPECT_GT(alike("Жељко Ђурић", "Zeljko Djuric"), 0.9);
  EXPECT_GT(alike("Жељко Ђурић", "Željko Đurić"), 0.9);
  EXPECT_GT(alike("Юлія Ґудзь", "Yuliia Gudz"), 0.9);
  EXPECT_GT(alike("Юлія Ґудзь", "Yulia Gudz"), 0.9);
}

}  // namespace
}  // namespace muster::names
