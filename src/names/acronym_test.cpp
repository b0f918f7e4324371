#include "names/acronym.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "names/compare.hpp"
#include "names/index.hpp"

namespace muster::names {
namespace {

bool has(const std::vector<std::string>& all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

NameIndex index_of(std::initializer_list<std::string_view> names) {
  IndexBuilder builder;
  for (const std::string_view name : names) builder.add(name, name);
  return NameIndex::from_bytes(*builder.bytes()).value();
}

TEST(Acronym, IsMadeWithAndWithoutTheLegalForm) {
  const auto made = acronyms_of("Larch Hill Mining and Trading Company");
  EXPECT_TRUE(has(made, "lhmt"));
  EXPECT_TRUE(has(made, "lhmtc"));
  EXPECT_TRUE(has(made, "lhmtco"));
}

TEST(Acronym, IsNotMadeOfPeopleOrShortNames) {
  EXPECT_TRUE(acronyms_of("Anna Maria Holm").empty());
  EXPECT_TRUE(acronyms_of("Holm Company").empty());
  EXPECT_TRUE(acronyms_of("").empty());
  EXPECT_TRUE(acronyms_of("\xff\xfe of the \xc3").empty());
}

TEST(Acronym, IsReadWithStopsAndBesideALegalForm) {
  EXPECT_EQ(number_of_acronym("L.H.M.T."), number_of_acronym("LHMT Ltd"));
  EXPECT_FALSE(number_of_acronym("LHMT").empty());
  EXPECT_TRUE(number_of_acronym("LHMT Trading").empty());
  EXPECT_TRUE(number_of_acronym("Ltd").empty() || number_of_acronym("LH").empty());
}

TEST(Acronym, FindsTheNameAndTheNameFindsIt) {
  const NameIndex names =
      index_of({"Front for the Renewal of Lower Marshland", "Frlmo Bakery", "Anna Frolm"});
  ASSERT_FALSE(names.look_up("FRLM", 3).empty());
  EXPECT_EQ(names.look_up("FRLM", 3)[0].name, "Front for the Renewal of Lower Marshland");
  const NameIndex letters = index_of({"FRLM", "Front Door Ltd", "Anna Frolm"});
  const auto found = letters.look_up("Front for the Renewal of Lower Marshland", 3);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].name, "FRLM");
}

TEST(Acronym, ThreeLettersDecideNothing) {
  const auto p = [](std::string_view a, std::string_view b) {
    return compare(prepare(a), prepare(b)).probability;
  };
  EXPECT_LT(p("LHC", "Larch Hill Company"), 0.5);
  EXPECT_GT(p("LHMTDC", "Larch Hill Mining Trading and Development Company"), 0.8);
  EXPECT_LT(p("LHMTDX", "Larch Hill Mining Trading and Development Company"), 0.1);
}

}  // namespace
}  // namespace muster::names
