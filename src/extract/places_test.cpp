#include "extract/places.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "extract/gazetteer.hpp"
#include "extract/place_spelling.hpp"
#include "extract/slavic_endings.hpp"

namespace muster::extract {
namespace {

struct Reading {
  model::Document document;
  std::vector<model::PlaceMention> places;
};

Reading read(std::string text, std::string language = "en") {
  Reading reading;
  reading.document.text = std::move(text);
  reading.document.language = std::move(language);
  reading.places = find_places(Analysis(reading.document));
  return reading;
}

// "text=Name/CC" of each place, "text=?" when undecided.
std::vector<std::string> brief(const std::string& text, const std::string& language = "en") {
  const Reading reading = read(text, language);
  std::vector<std::string> out;
  for (const auto& place : reading.places) {
    std::string line(model::text_at(reading.document, place.span));
    line += "=";
    if (place.chosen < 0)
      line += "?";
    else
      line += place.candidates[static_cast<std::size_t>(place.chosen)].name + "/" +
              place.candidates[static_cast<std::size_t>(place.chosen)].country;
    out.push_back(line);
  }
  return out;
}
using Lines = std::vector<std::string>;

TEST(Places, CountriesAndRegions) {
  EXPECT_EQ(brief("Troops crossed into Ukraine."), Lines{"Ukraine=Ukraine/UA"});
  EXPECT_EQ(brief("It was in the Donetsk region."), Lines{"Donetsk region=Donetsk/UA"});
  EXPECT_EQ(brief("fighting in Kursk Oblast"), Lines{"Kursk Oblast=Kursk Oblast/RU"});
  EXPECT_EQ(brief("бои в Донецкой области", "ru"), Lines{"Донецкой области=Donetsk/UA"});
  EXPECT_EQ(brief("бої в Донецькій області", "uk"), Lines{"Донецькій області=Donetsk/UA"});
}

TEST(Places, TheRegionNamedWithAPlaceDecides) {
  EXPECT_EQ(brief("near Lyman in the Donetsk region"),
            (Lines{"Lyman=Lyman/UA", "Donetsk region=Donetsk/UA"}));
  const Reading reading = read("near Lyman in the Donetsk region");
  EXPECT_EQ(reading.places[0].candidates[static_cast<std::size_t>(reading.places[0].chosen)].region,
            "Donetsk");
}

TEST(Places, APlaceTheGazetteerLacksInThatRegionStaysUndecided) {
  const Reading reading = read("near the settlement of Tarasivka in the Donetsk region");
  ASSERT_EQ(reading.places.size(), 2U);
  EXPECT_EQ(reading.places[0].chosen, -1);
  EXPECT_FALSE(reading.places[0].candidates.empty());
  EXPECT_NE(reading.places[0].why.find("not in the gazetteer"), std::string::npos);
}

TEST(Places, SeveralPlacesOfOneNameStayUndecided) {
  const Reading reading = read("He lives in Springfield.");
  ASSERT_EQ(reading.places.size(), 1U);
  EXPECT_EQ(reading.places[0].chosen, -1);
  EXPECT_GT(reading.places[0].candidates.size(), 5U);
}

TEST(Places, ProbabilitiesSumToOneAndFall) {
  const Reading reading = read("He lives in Springfield.");
  double sum = 0;
  double last = 1;
  for (const auto& candidate : reading.places.at(0).candidates) {
    EXPECT_LE(candidate.probability, last);
    last = candidate.probability;
    sum += candidate.probability;
  }
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Places, PeopleAreNotPlaces) {
  EXPECT_TRUE(brief("Paris Hilton met Mr London and Jack Berlin.").empty());
}

TEST(Places, CyrillicCasesAreTakenOff) {
  EXPECT_EQ(brief("Это случилось под Харьковом, Украина.", "ru"),
            (Lines{"Харьковом=Kharkiv/UA", "Украина=Ukraine/UA"}));
  EXPECT_EQ(brief("Він служив у Києві, Україна.", "uk"), (Lines{"Києві=Kyiv/UA", "Україна=Ukraine/UA"}));
}

TEST(Places, ADatelineIsAPlace) {
  EXPECT_EQ(brief("KYIV, March 3 — Ukraine said it would fight.").at(0), "KYIV=Kyiv/UA");
}

TEST(Places, SpansLieInTheTextInOrderWhateverTheWords) {
  const std::vector<std::string> pieces = {
      "in", "Paris", "Texas", ",", "the",  "Donetsk", "region",  "of",   "and", "New",     "York",
      "Mr", "U",     ".",     "S", "near", "Лимана",  "области", "\n\n", "—",   "Georgia", "said"};
  RC_ASSERT(rc::check([&pieces]() {
    const auto picks =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
    std::string text;
    for (const std::size_t pick : picks) text += pieces[pick] + (pick % 4 ? " " : "");
    const Reading reading = read(text);
    std::uint32_t end = 0;
    for (const auto& place : reading.places) {
      RC_ASSERT(place.span.begin >= end);
      RC_ASSERT(place.span.begin < place.span.end);
      RC_ASSERT(place.span.end <= text.size());
      RC_ASSERT(!place.why.empty());
      RC_ASSERT(place.chosen < static_cast<std::int32_t>(place.candidates.size()));
      end = place.span.end;
    }
  }));
}

TEST(Places, LongRowsOfOneWordTakeLinearTime) {
  for (const char* word :
       {"Paris ", "Paris, ", "in Paris and ", "U.S.", "New York ", "Donetsk region ", "X.", "Georgia, "}) {
    std::string text;
    while (text.size() < 300'000) text += word;
    (void)read(std::move(text));
  }
}

TEST(Gazetteer, FindsEveryPlaceOfANameAndOnlyThose) {
  EXPECT_TRUE(settlements_named("no such place at all").empty());
  const auto found = settlements_named("lyman");
  ASSERT_GE(found.size(), 3U);
  for (const auto& place : found) EXPECT_EQ(normalise_place(place.name), "lyman");
  EXPECT_EQ(normalise_place("Saint-Étienne"), "saint etienne");
  EXPECT_EQ(settlements_named("zywiec").size(), 1U);
}

TEST(SlavicEndings, GiveTheNominativeAmongTheirGuesses) {
  const auto holds = [](const char* word, const char* wanted) {
    const auto all = nominatives(word);
    return std::ranges::find(all, wanted) != all.end();
  };
  EXPECT_TRUE(holds("тарасівки", "тарасівка"));
  EXPECT_TRUE(holds("лиманом", "лиман"));
  EXPECT_TRUE(holds("россии", "россия"));
  EXPECT_TRUE(holds("китае", "китай"));
  EXPECT_TRUE(holds("києві", "київ"));
}

}  // namespace
}  // namespace muster::extract
