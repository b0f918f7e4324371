#include "extract/tables.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "extract/table_dates.hpp"
#include "extract/table_headers.hpp"

namespace muster::extract {
namespace {

using Rows = std::vector<std::vector<std::string>>;

model::Document sheet(const Rows& rows) {
  model::Document document;
  document.sha256 = "0123456789abcdef";
  document.sheets = {"List"};
  std::uint32_t row_number = 0;
  for (const auto& row : rows) {
    ++row_number;
    std::uint32_t column = 0;
    for (const std::string& cell : row) {
      ++column;
      const auto begin = static_cast<std::uint32_t>(document.text.size());
      document.text += cell;
      const model::Span span{begin, static_cast<std::uint32_t>(document.text.size())};
      document.parts.push_back({span, model::PartKind::kCell, 0, 0, row_number, column});
      document.text += '\t';
    }
    document.text += '\n';
  }
  return document;
}

// What the row says: property to value; checks on the way that every quote is exact.
std::map<std::string, std::string> person(const model::Document& document, const model::Extraction& reading,
                                          int row) {
  std::map<std::string, std::string> out;
  const std::string id = "0123456789ab-s0r" + std::to_string(row);
  for (const auto& statement : reading.statements) {
    EXPECT_EQ(model::text_at(document, statement.span), statement.original);
    if (statement.entity == id) out.emplace(statement.property, statement.value);
  }
  return out;
}

TEST(Tables, ATitledRosterGivesOnePersonARow) {
  const auto document =
      sheet({{"Roster of the 9th company"},
             {"№", "Full name", "Date of birth", "Contract date", "Unit", "Role", "Passport No",
              "Citizenship", "Sex"},
             {"1", "Lin Dawei", "12.03.1994", "2024-05-01", "Unit 12", "rifleman", "E 1234567", "China", "M"},
             {"", "", "", "", "", "", "", "", ""},
             {"2", "Omar Haddad", "5 April 1990", "01.06.2024", "Unit 12", "driver", "", "Syrian", "м"},
             {"Total", "2"}});
  const auto reading = read_tables(document);
  ASSERT_EQ(reading.lists.size(), 1U);
  EXPECT_EQ(reading.lists[0].rows, 2U);
  EXPECT_EQ(reading.lists[0].header_row, 2U);
  EXPECT_EQ(reading.lists[0].last_row, 5U);
  auto first = person(document, reading, 3);
  EXPECT_EQ(first["name"], "Lin Dawei");
  EXPECT_EQ(first["birthDate"], "1994-03-12");
  EXPECT_EQ(first["contractDate"], "2024-05-01");
  EXPECT_EQ(first["unit"], "Unit 12");
  EXPECT_EQ(first["position"], "rifleman");
  EXPECT_EQ(first["passportNumber"], "E1234567");
  EXPECT_EQ(first["nationality"], "cn");
  EXPECT_EQ(first["gender"], "male");
  EXPECT_EQ(person(document, reading, 5)["birthDate"], "1990-04-05");
  EXPECT_TRUE(reading.date_doubts.empty());
}

TEST(Tables, HeadersInFourLanguages) {
  EXPECT_EQ(property_of_header("ФИО"), "name");
  EXPECT_EQ(property_of_header("Дата рождения"), "birthDate");
  EXPECT_EQ(property_of_header("Дата подписания контракта"), "contractDate");
  EXPECT_EQ(property_of_header("Воинская часть"), "unit");
  EXPECT_EQ(property_of_header("Прізвище, ім’я, по батькові"), "name");
  EXPECT_EQ(property_of_header("Дата народження"), "birthDate");
  EXPECT_EQ(property_of_header("姓名"), "name");
  EXPECT_EQ(property_of_header("护照号码"), "passportNumber");
  EXPECT_EQ(property_of_header("Unit name"), "unit");
  EXPECT_EQ(property_of_header("Passport №"), "passportNumber");
  EXPECT_EQ(property_of_header("colour of the roof"), "");
}

TEST(Tables, NamesInPartsAreJoinedAndQuoted) {
  const auto document = sheet(
      {{"Фамилия", "Имя", "Отчество", "Дата рождения"}, {"Петренко", "Олег", "Иванович", "01.02.1990"}});
  const auto reading = read_tables(document);
  auto row = person(document, reading, 2);
  EXPECT_EQ(row["name"], "Петренко Олег Иванович");
  EXPECT_EQ(row["lastName"], "Петренко");
  EXPECT_EQ(row["fatherName"], "Иванович");
}

TEST(Tables, TwoScriptsInOneCellAreTwoNames) {
  const auto document = sheet({{"Name", "DOB"}, {"王力强 (Ван Лицян)", "1990"}});
  const auto reading = read_tables(document);
  std::vector<std::string> names;
  for (const auto& s : reading.statements)
    if (s.property == "name") names.push_back(s.value);
  EXPECT_EQ(names, (std::vector<std::string>{"王力强", "Ван Лицян"}));
}

TEST(Tables, ImpossibleAndDoubtfulDatesAreTold) {
  const auto document = sheet({{"Name", "Born", "Contract date"},
                               {"Ada North", "31.02.1994", "01.05.2024"},
                               {"Ben South", "01.05.2010", "01.05.2024"},
                               {"Cid East", "01.05.2024", "01.05.2023"},
                               {"Dan West", "01.05.1890", "01.05.2023"},
                               {"Eve Near", "01.05.1990", "01.05.2023"}});
  const auto reading = read_tables(document);
  ASSERT_EQ(reading.date_doubts.size(), 5U);
  EXPECT_EQ(reading.date_doubts[0].impossible, true);
  EXPECT_EQ(reading.date_doubts[0].row, 2U);
  EXPECT_EQ(reading.date_doubts[0].value, "31.02.1994");
  EXPECT_EQ(reading.date_doubts[0].column, "Born");
  EXPECT_EQ(reading.date_doubts[1].why, "aged 14 at the contract");
  EXPECT_EQ(reading.date_doubts[2].why, "the contract is dated before the birth");
  EXPECT_EQ(reading.date_doubts[3].why, "born before 1900");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].where, "List!B2");
}

TEST(Tables, TheColumnTellsTheOrderOfDayAndMonth) {
  const auto document = sheet({{"Name", "Born"}, {"Ada North", "03/04/1994"}, {"Ben South", "25/04/1994"}});
  const auto reading = read_tables(document);
  EXPECT_EQ(person(document, reading, 2)["birthDate"], "1994-04-03");
  const auto open = sheet({{"Name", "Born"}, {"Ada North", "03/04/1994"}});
  const auto undecided = read_tables(open);
  EXPECT_EQ(person(open, undecided, 2)["birthDate"], "1994-XX-XX");
  ASSERT_EQ(undecided.date_doubts.size(), 1U);
  EXPECT_EQ(undecided.date_doubts[0].impossible, false);
}

TEST(Tables, WithoutAHeaderTheContentTellsOrNobodyIsRead) {
  const auto document =
      sheet({{"Ada North", "03.04.1994"}, {"Ben South", "25.04.1991"}, {"Cid East", "11.01.1990"}});
  const auto reading = read_tables(document);
  EXPECT_EQ(person(document, reading, 1)["name"], "Ada North");
  EXPECT_EQ(person(document, reading, 1)["birthDate"], "1994-04-03");
  const auto prices = sheet({{"apples", "3"}, {"pears", "4"}});
  const auto nobody = read_tables(prices);
  EXPECT_TRUE(nobody.statements.empty());
  ASSERT_EQ(nobody.problems.size(), 1U);
  EXPECT_NE(nobody.problems[0].what.find("no people were read"), std::string::npos);
}

std::size_t people_in(const Rows& rows) {
  const auto reading = read_tables(sheet(rows));
  return reading.lists.empty() ? 0 : reading.lists[0].rows;
}

TEST(Tables, FirmsShipsAndTownsAreNoPeople) {
  EXPECT_EQ(people_in({{"Name", "Registered", "Country"}, {"Maria Trading", "2001-04-17", "Malta"}}), 0U);
  EXPECT_EQ(
      people_in({{"Vessel name", "Built"}, {"Lady Anna", "2004-05-01"}, {"Maria Theresa", "1999-10-12"}}),
      0U);
  EXPECT_EQ(people_in({{"Name", "Country"}, {"Horizon Metals", "Malta"}, {"Blue Quarry", "Malta"}}), 0U);
  EXPECT_EQ(people_in({{"Name", "Country"}, {"Anna Borg", "Malta"}, {"Peter Vella", "Malta"}}), 2U);
  EXPECT_EQ(people_in({{"Name", "Country"}, {"Anna Maria Airport", "Malta"}, {"Victoria Station", "Malta"}}),
            0U);
  EXPECT_EQ(people_in({{"Имя", "Порода", "Дата рождения"}, {"Барсик", "сиамская", "01.02.2020"}}), 0U);
  EXPECT_EQ(people_in({{"Name", "City", "Date of birth"}, {"Anna Borg", "Valletta", "01.02.1990"}}), 1U);
  EXPECT_EQ(people_in({{"Name", "Town", "Date of birth"}, {"Bishal Tamang", "Pokhara", "01.02.1990"}}), 1U);
  EXPECT_EQ(people_in({{"Name", "Nationality"}, {"Qwxar Zzelb", "Nepal"}}), 1U);
  EXPECT_EQ(people_in({{"Наименование", "Дата"}, {"Чай Иван", "01.02.2024"}, {"Торт Анна", "01.02.2024"}}),
            0U);
}

TEST(Tables, AWideTableWithManyUnknownColumnsIsAList) {
  EXPECT_EQ(people_in({{"Surname", "Given name", "DOB", "Hat", "Coat", "Boots", "Gloves", "Belt"},
                       {"Borg", "Anna", "1990-01-02", "1", "2", "3", "4", "5"}}),
            1U);
}

TEST(Tables, AHeaderOfTwoRowsIsReadDownwards) {
  const auto document = sheet({{"№", "ФИО", "Дата", "", "Часть"},
                               {"", "", "рождения", "контракта", ""},
                               {"1", "Петренко Олег", "01.02.1990", "03.04.2024", "1 рота"}});
  const auto reading = read_tables(document);
  auto row = person(document, reading, 3);
  EXPECT_EQ(row["birthDate"], "1990-02-01");
  EXPECT_EQ(row["contractDate"], "2024-04-03");
  EXPECT_EQ(row["unit"], "1 рота");
}

TEST(Tables, SectionsNotesAndSignaturesAreNoPeople) {
  EXPECT_EQ(people_in({{"ФИО", "Дата рождения", "Часть"},
                       {"Первая штурмовая рота"},
                       {"Петренко Олег", "01.02.1990", "12"},
                       {"Сизов Марк"},
                       {"Список составил дежурный по части", "", ""},
                       {"начальник штаба", "", "майор"}}),
            2U);
}

TEST(Tables, NamesInOneOrTwoColumnsOfAnyTitle) {
  EXPECT_EQ(property_of_header("Last name, First name"), "name");
  EXPECT_EQ(property_of_header("Vessel name"), "");
  EXPECT_EQ(property_of_header("Contract No."), "number");
  const auto document = sheet({{"Name", "Surname", "Date of birth"}, {"Anna", "Borg", "1990-01-02"}});
  EXPECT_EQ(person(document, read_tables(document), 2)["name"], "Borg Anna");
  const auto given = sheet({{"Имя", "Дата рождения"}, {"Петренко Олег", "01.02.1990"}});
  EXPECT_EQ(person(given, read_tables(given), 2)["name"], "Петренко Олег");
}

TEST(Tables, AnUnknownDateIsNoImpossibleOne) {
  const auto reading =
      read_tables(sheet({{"Name", "Born"}, {"Ada North", "unknown"}, {"Ben South", "01.02.1990"}}));
  EXPECT_TRUE(reading.date_doubts.empty());
}

TEST(TableDates, EveryUsualWriting) {
  const auto edtf = [](std::string_view cell) {
    return to_edtf(read_cell_date(cell, DateOrder::kDayFirst, 2025));
  };
  EXPECT_EQ(edtf("1994-03-12"), "1994-03-12");
  EXPECT_EQ(edtf("1994-03-12T00:00:00"), "1994-03-12");
  EXPECT_EQ(edtf("1994-03-12 00:00:00"), "1994-03-12");
  EXPECT_EQ(edtf("12.03.94"), "1994-03-12");
  EXPECT_EQ(edtf("12.03.05"), "2005-03-12");
  EXPECT_EQ(edtf("12-Mar-1994"), "1994-03-12");
  EXPECT_EQ(edtf("12-Mar-94"), "1994-03-12");
  EXPECT_EQ(edtf("12 мар. 1994"), "1994-03-12");
  EXPECT_EQ(edtf("19940312"), "1994-03-12");
  EXPECT_EQ(edtf("12.03.1994г."), "1994-03-12");
  EXPECT_EQ(read_cell_date("19941312", DateOrder::kDayFirst, 2025).date.year, 0);
  EXPECT_EQ(edtf("12 марта 1994 г."), "1994-03-12");
  EXPECT_EQ(edtf("12 березня 1994 року"), "1994-03-12");
  EXPECT_EQ(edtf("March 12, 1994"), "1994-03-12");
  EXPECT_EQ(edtf("1994年3月12日"), "1994-03-12");
  EXPECT_EQ(edtf("03.1994"), "1994-03");
  EXPECT_EQ(edtf("1994.3"), "1994-03");
  EXPECT_EQ(edtf("199403"), "1994-03");
  EXPECT_EQ(read_cell_date("200511", DateOrder::kDayFirst, 2025).date.year, 0);
  EXPECT_EQ(edtf("1994"), "1994");
  EXPECT_TRUE(read_cell_date("30.02.1994", DateOrder::kDayFirst, 2025).impossible);
  EXPECT_EQ(read_cell_date("unknown", DateOrder::kDayFirst, 2025).date.year, 0);
}

TEST(Tables, AnyCellsAreSurvivedAndQuotedExactly) {
  const std::vector<std::string> cells = {
      "",           "Name",       "Дата рождения", "姓名", "Ada North",
      "31.02.1994", "03/04/1994", "итого",         "张三", "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD",
      " / ( ",      "12",         "E12345678",     "F",    "1994年",
      "年月"};
  RC_ASSERT(rc::check([&cells]() {
    const auto rows = *rc::gen::container<std::vector<std::vector<std::size_t>>>(
        rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, cells.size())));
    Rows table;
    for (const auto& row : rows) {
      table.emplace_back();
      for (const std::size_t pick : row) table.back().push_back(cells[pick]);
    }
    const auto document = sheet(table);
    for (const auto& s : read_tables(document).statements)
      RC_ASSERT(model::text_at(document, s.span) == s.original);
  }));
}

}  // namespace
}  // namespace muster::extract
