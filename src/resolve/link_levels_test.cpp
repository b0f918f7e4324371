// How far two values agree, and addresses.
#include "resolve/link_levels.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "resolve/link_address.hpp"
#include "resolve/link_compare.hpp"
#include "resolve/link_test_lists.hpp"

namespace muster::resolve {
namespace {

LinkValue value_of(FieldKind kind, std::string_view cell) {
  return read_value(kind, cell, DayOrder::kDayFirst, names::NameKind::kPerson);
}

std::string level(FieldKind kind, std::string_view a, std::string_view b) {
  return levels_of(kind)[compare_values(kind, value_of(kind, a), value_of(kind, b))].label;
}

constexpr std::size_t kKinds = static_cast<std::size_t>(FieldKind::kText) + 1;

TEST(LinkLevels, EachKindHasLevelsFromDifferentToEqual) {
  for (std::size_t k = 0; k < kKinds; ++k) {
    const auto levels = levels_of(static_cast<FieldKind>(k));
    ASSERT_GE(levels.size(), 3U);
    ASSERT_LE(levels.size(), kMostLevels);
    for (std::size_t l = 2; l < levels.size(); ++l)
      EXPECT_GE(levels[l].m / levels[l].u, levels[1].m / levels[1].u) << levels[l].label;
  }
}

TEST(LinkLevels, NamesOfPeople) {
  constexpr auto kGiven = FieldKind::kGivenName;
  constexpr auto kFamily = FieldKind::kFamilyName;
  EXPECT_EQ(level(kGiven, "Renata", "RENÁTA"), "equal");
  EXPECT_EQ(level(kGiven, "Renata", "Renatta"), "one letter off");
  EXPECT_EQ(level(kGiven, "Renata", "Rneata"), "one letter off");
  EXPECT_EQ(level(kGiven, "William", "Bill"), "short form or one sound");
  EXPECT_EQ(level(kGiven, "Renata", "R."), "a part or initial agrees");
  EXPECT_EQ(level(kGiven, "Renata Maria", "Maria"), "a part or initial agrees");
  EXPECT_EQ(level(kGiven, "Renata", "Oskar"), "different");
  EXPECT_EQ(level(kGiven, "Renata", ""), "not known on both sides");
  EXPECT_EQ(level(kFamily, "Holm-Quist", "Quist"), "a part agrees");
  EXPECT_EQ(level(kFamily, "Ashcombe", "Ashcome"), "one letter off");
}

TEST(LinkLevels, Dates) {
  constexpr auto kDate = FieldKind::kDate;
  EXPECT_EQ(level(kDate, "24.06.1971", "1971-06-24"), "equal");
  EXPECT_EQ(level(kDate, "1971-06-05", "1971-05-06"), "day and month exchanged");
  EXPECT_EQ(level(kDate, "1971-06-24", "1971-06-25"), "one digit off");
  EXPECT_EQ(level(kDate, "1971-06-24", "1917-06-24"), "one digit off") << "two neighbours exchanged";
  EXPECT_EQ(level(kDate, "1971-06-24", "1971-06-11"), "two of day, month, year agree");
  EXPECT_EQ(level(kDate, "1971-06-24", "1971"), "equal as far as known");
  EXPECT_EQ(level(kDate, "1971-06-24", "1971-07"), "one year or a year apart");
  EXPECT_EQ(level(kDate, "1971-06-24", "1972-03-11"), "one year or a year apart");
  EXPECT_EQ(level(kDate, "1971-06-24", "1985-11-02"), "different");
  EXPECT_EQ(level(kDate, "1845-71-19", "1845-11-19"), "one digit off");
}

TEST(LinkLevels, TheRest) {
  EXPECT_EQ(level(FieldKind::kEmail, "R.Holm@post.example", "r.holm@post.example"), "equal");
  EXPECT_EQ(level(FieldKind::kEmail, "r.holm@post.example", "r.holm@other.example"),
            "one before the @, or nearly");
  EXPECT_EQ(level(FieldKind::kPhone, "+61 412 345 678", "+61412345678"), "equal");
  EXPECT_EQ(level(FieldKind::kPhone, "412345678", "412345679"), "one digit off");
  EXPECT_EQ(level(FieldKind::kIdentifier, "AB 123456", "ab123456"), "equal");
  EXPECT_EQ(level(FieldKind::kIdentifier, "AB123456", "AB123457"), "one sign off");
  EXPECT_EQ(level(FieldKind::kPostcode, "SW1A 1AA", "SW1A1AA"), "equal");
  EXPECT_EQ(level(FieldKind::kPostcode, "SW1A 1AA", "SW1A 2BB"), "one area");
  EXPECT_EQ(level(FieldKind::kStreet, "12 Poppy Hills Dr", "12 poppy hills drive"), "nearly equal");
  EXPECT_EQ(level(FieldKind::kNumber, "12", "13"), "one digit off");
  EXPECT_EQ(level(FieldKind::kCategory, "M", "F"), "one letter off");
  EXPECT_EQ(level(FieldKind::kText, "keeper of the ferry", "keeper of ferry"), "words in common");
}

// A cell that is like those of lists, or any text.
std::string some_cell() {
  static const Cells kParts{"Renata",     "Holm", "o'hara", "12",          "1971-06-24",
                            "24.6.71",    "1971", "Poppy",  "hills",       "Dr",
                            "Müller",     "Чжан", "张仁波", "a@b.example", "r.holm@post.example",
                            "0412345678", "x",    "lee",    "Flat 3",      "SW1A 1AA"};
  std::string cell;
  const auto count = *rc::gen::inRange<std::size_t>(0, 5);
  for (std::size_t i = 0; i < count; ++i) cell += (cell.empty() ? "" : " ") + *rc::gen::elementOf(kParts);
  if (*rc::gen::inRange(0, 4) == 0 && !cell.empty()) std::swap(cell.front(), cell.back());
  return cell;
}

TEST(LinkLevels, BothOrdersSayTheSame) {
  RC_ASSERT(rc::check([] {
    const std::string a = some_cell();
    const std::string b = some_cell();
    for (std::size_t k = 0; k < kKinds; ++k) {
      const auto kind = static_cast<FieldKind>(k);
      const LinkValue x = value_of(kind, a);
      const LinkValue y = value_of(kind, b);
      RC_LOG() << to_string(kind) << ": '" << a << "' '" << b << "'";
      RC_ASSERT(compare_values(kind, x, y) == compare_values(kind, y, x));
    }
  }));
}

TEST(LinkLevels, AWordSaidThriceCountsOnce) {
  EXPECT_EQ(level(FieldKind::kText, "lee lee lee", "lee x y"),
            level(FieldKind::kText, "lee x y", "lee lee lee"));
  EXPECT_EQ(compare_addresses("lee lee mill", "lee salt drift"),
            compare_addresses("lee salt drift", "lee lee mill"));
}

TEST(LinkLevels, EqualValuesReachTheHighestLevelAndNothingEmptyAny) {
  RC_ASSERT(rc::check([] {
    const std::string a = some_cell();
    for (std::size_t k = 0; k < kKinds; ++k) {
      const auto kind = static_cast<FieldKind>(k);
      const LinkValue x = value_of(kind, a);
      RC_LOG() << to_string(kind) << ": '" << a << "'";
      RC_ASSERT(compare_values(kind, x, LinkValue{}) == kMissing);
      if (x.text.empty() || kind == FieldKind::kFullName || (kind == FieldKind::kDate && x.date.day == 0))
        continue;
      RC_ASSERT(compare_values(kind, x, x) + 1U == levels_of(kind).size());
    }
  }));
}

TEST(LinkLevels, GivenAndFamilyNameExchangedCountOnce) {
  const LinkRows rows =
      rows_of({"id", "given_name", "surname"},
              {{"a", "Renata", "Ashcombe"}, {"b", "Ashcombe", "Renata"}, {"c", "Oskar", "Vrba"}});
  const Pattern pattern = compare_rows(rows.fields, 0, 1);
  EXPECT_EQ(levels_of(FieldKind::kGivenName)[pattern.level(0)].label, "exchanged with the family name");
  EXPECT_EQ(pattern.level(1), kMissing);
  EXPECT_EQ(compare_rows(rows.fields, 0, 2), compare_rows(rows.fields, 2, 0));
}

TEST(LinkLevels, FatherAndSonOfOneNameAreTwo) {
  const auto level = [](FieldKind kind, const std::string& a, const std::string& b) {
    const auto read = [&](const std::string& text) {
      return read_value(kind, text, DayOrder::kDayFirst, names::NameKind::kPerson);
    };
    return compare_values(kind, read(a), read(b));
  };
  EXPECT_EQ(level(FieldKind::kFamilyName, "Ashcombe Sr", "Ashcombe Jr."), kDiffers);
  EXPECT_EQ(level(FieldKind::kGivenName, "Morris I", "Morris II"), kDiffers);
  EXPECT_LE(level(FieldKind::kFullName, "Hugo Ashcombe II", "Hugo Ashcombe III"), 2);
  EXPECT_GT(level(FieldKind::kFamilyName, "Ashcombe Jr", "Ashcombe II"), 2) << "both the second";
  EXPECT_GT(level(FieldKind::kFullName, "Hugo Ashcombe Sr", "Hugo Ashcombe"), 6) << "one does not say";
  EXPECT_GT(level(FieldKind::kFullName, "Hugo I Ashcombe", "Hugo Ashcombe Jr"), 4) << "an initial";
}

TEST(LinkAddress, TheOrderOfItsWordsTellsNothing) {
  EXPECT_EQ(
      compare_addresses("poppy point 12 salt road 1234 eastbrook", "12 salt road poppy point eastbrook 1234"),
      AddressAgreement::kSame);
  EXPECT_NE(compare_addresses("12 salt road", "12 salt road 3"), AddressAgreement::kSame);
}

TEST(LinkAddress, ShortFormsAreWrittenOut) {
  EXPECT_EQ(usual_address("1304 poppy hills dr"), "1304 poppy hills drive");
  EXPECT_EQ(usual_address("12 high st apt 3"), usual_address("12 high street apartment 3"));
  EXPECT_EQ(usual_address(""), "");
  RC_ASSERT(rc::check([] {
    const std::string once = usual_address(fold_text(some_cell()));
    RC_ASSERT(usual_address(once) == once);
  }));
}

TEST(LinkAddress, NumbersAreHeldAgainstNumbers) {
  EXPECT_EQ(compare_addresses("12 poppy hills drive", "12 poppy hills drive flat 3"),
            AddressAgreement::kNearly);
  EXPECT_EQ(compare_addresses("12 poppy hills drive", "14 poppy hills drive"), AddressAgreement::kWords);
  EXPECT_EQ(compare_addresses("12 poppy hills drive", "12 salt road"), AddressAgreement::kNone);
  RC_ASSERT(rc::check([] {
    const std::string a = usual_address(fold_text(some_cell()));
    const std::string b = usual_address(fold_text(some_cell()));
    RC_ASSERT(compare_addresses(a, b) == compare_addresses(b, a));
  }));
}

}  // namespace
}  // namespace muster::resolve
