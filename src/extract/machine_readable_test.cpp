#include "extract/machine_readable.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace muster::extract {
namespace {

model::Document paper(std::string zone, std::string printed = {}) {
  model::Document document;
  document.sha256 = "abcdef0123456789";
  document.text = std::move(zone);
  const auto end = static_cast<std::uint32_t>(document.text.size());
  document.parts.push_back({{0, end}, model::PartKind::kMachineReadable, 1, 0, 0, 0});
  if (printed.empty()) return document;
  document.text += "\n\n" + printed;
  document.parts.push_back({{end + 2, static_cast<std::uint32_t>(document.text.size())},
                            model::PartKind::kImageRegion,
                            1,
                            0,
                            0,
                            0});
  return document;
}

struct Reading {
  std::map<std::string, std::string> values;
  std::map<std::string, std::string> origins;
  std::vector<model::Problem> problems;
};

Reading read(const model::Document& document) {
  Reading reading;
  for (const auto& s : read_machine_readable(document, reading.problems)) {
    EXPECT_EQ(model::text_at(document, s.span), s.original);
    EXPECT_TRUE(s.entity.starts_with("abcdef012345-p"));
    reading.values.emplace(s.schema + "." + s.property, s.value);
    reading.origins.emplace(s.schema + "." + s.property, s.origin);
  }
  return reading;
}

// The specimens of ICAO Doc 9303.
constexpr const char* kPassport =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr const char* kCard2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
constexpr const char* kCard1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

TEST(MachineReadable, CheckDigitsOfTheSpecimen) {
  EXPECT_EQ(check_digit("L898902C3"), 6);
  EXPECT_EQ(check_digit("740812"), 2);
  EXPECT_EQ(check_digit("120415"), 9);
  EXPECT_EQ(check_digit("ZE184226B<<<<<"), 1);
  EXPECT_EQ(check_digit("a"), -1);
}

TEST(MachineReadable, APassport) {
  const auto reading = read(paper(kPassport));
  EXPECT_EQ(reading.values.at("Person.name"), "ERIKSSON ANNA MARIA");
  EXPECT_EQ(reading.values.at("Person.lastName"), "ERIKSSON");
  EXPECT_EQ(reading.values.at("Person.firstName"), "ANNA MARIA");
  EXPECT_EQ(reading.values.at("Person.birthDate"), "1974-08-12");
  EXPECT_EQ(reading.values.at("Person.gender"), "female");
  EXPECT_EQ(reading.values.at("Person.passportNumber"), "L898902C3");
  EXPECT_EQ(reading.values.at("Passport.number"), "L898902C3");
  EXPECT_EQ(reading.values.at("Passport.expiryDate"), "2012-04-15");
  EXPECT_EQ(reading.values.at("Passport.country"), "UTO");
  EXPECT_EQ(reading.values.at("Passport.summary"),
            "TD3: check digits hold: number, birth, expiry, optional, composite; birth year 1974: the latest "
            "before the paper's expiry");
  EXPECT_TRUE(reading.problems.empty());
}

TEST(MachineReadable, IdentityCardsOfTwoAndThreeLines) {
  for (const char* zone : {kCard2, kCard1}) {
    const auto reading = read(paper(zone));
    EXPECT_EQ(reading.values.at("Person.name"), "ERIKSSON ANNA MARIA");
    EXPECT_EQ(reading.values.at("Person.birthDate"), "1974-08-12");
    EXPECT_TRUE(reading.problems.empty());
  }
}

TEST(MachineReadable, AFailingDigitKeepsTheFieldAndSaysSo) {
  std::string zone = kPassport;
  zone[45 + 3] = '7';  // in the number
  const auto reading = read(paper(zone));
  EXPECT_EQ(reading.origins.at("Passport.number"), "machine-readable zone, check digit fails");
  EXPECT_EQ(reading.origins.at("Person.birthDate"), "machine-readable zone");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_NE(reading.problems[0].what.find("number, composite"), std::string::npos);
}

TEST(MachineReadable, ABirthLiesBeforeTheExpiry) {
  std::string zone = kPassport;
  zone.replace(45 + 13, 7, "0503011");  // 05-03-01
  zone.replace(45 + 21, 6, "300415");
  EXPECT_EQ(read(paper(zone)).values.at("Person.birthDate"), "2005-03-01");
}

constexpr const char* kChinese =
    "P<CHNWANG<<LIQIANG<<<<<<<<<<<<<<<<<<<<<<<<<<\nXA12345677CHN9001011M3001017<<<<<<<<<<<<<<06";

TEST(MachineReadable, ThePrintedNameInHanziIsTakenWhenItReadsAsTheZones) {
  const auto printed = [](std::string_view page, std::vector<model::Problem>& problems) {
    std::vector<std::string> names;
    for (const auto& s : read_machine_readable(paper(kChinese, std::string(page)), problems)) {
      if (s.origin == "printed text") names.push_back(s.value + " " + s.language);
    }
    return names;
  };
  const auto left_out = [](const std::vector<model::Problem>& problems) {
    return std::ranges::any_of(
        problems, [](const auto& p) { return p.what.find("does not agree") != std::string::npos; });
  };
  std::vector<model::Problem> problems;
  EXPECT_EQ(printed("姓名 / Name\n王力强\nWANG LIQIANG\n性别/Sex 男", problems),
            std::vector<std::string>{"王力强 zh"});
  EXPECT_FALSE(left_out(problems));
  EXPECT_TRUE(printed("姓名 / Name\n力强\nWANG LIQIANG", problems).empty());
  EXPECT_TRUE(left_out(problems));
}

TEST(MachineReadable, AZoneInPlainTextIsReadToo) {
  model::Document document;
  document.sha256 = "abcdef0123456789";
  document.text = std::string("Page of a scan\n") + kPassport + "\nend";
  EXPECT_EQ(read(document).values.at("Person.name"), "ERIKSSON ANNA MARIA");
}

TEST(MachineReadable, AZoneThatNoLayoutFitsIsAProblem) {
  const auto reading = read(paper("P<UTOERIKSSON"));
  EXPECT_TRUE(reading.values.empty());
  EXPECT_EQ(reading.problems.size(), 1U);
}

TEST(MachineReadable, AnyLinesAreSurvived) {
  RC_ASSERT(rc::check([]() {
    const auto length = *rc::gen::element<std::size_t>(30, 36, 44);
    const auto letters =
        rc::gen::container<std::string>(length, rc::gen::elementOf(std::string("PIV<A0159ZU")));
    std::string zone;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) zone += *letters + "\n";
    (void)read(paper(zone));
  }));
}

}  // namespace
}  // namespace muster::extract
