#include "readers/rows.hpp"

#include <fmt/format.h>
#include <rapidcheck.h>

#include "readers/records.hpp"
#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using model::RowTable;

RowTable table_of(std::string_view bytes, const std::string& name = "a.csv", const RowOptions& options = {}) {
  auto table = rows_of(bytes, name, options);
  EXPECT_TRUE(table) << (table ? "" : base::describe(table.error()));
  return table ? std::move(*table) : RowTable{};
}

std::string failure_of(std::string_view bytes, const std::string& name = "a.csv") {
  const auto table = rows_of(bytes, name);
  return table ? "" : table.error().what;
}

std::vector<std::string> headers_of(const RowTable& table) {
  std::vector<std::string> headers;
  for (const auto& column : table.columns) headers.push_back(column.header);
  return headers;
}

std::vector<std::string> row_of(const RowTable& table, std::size_t row) {
  std::vector<std::string> cells;
  for (const auto& column : table.columns) cells.push_back(column.at(row));
  return cells;
}

bool tells(const RowTable& table, std::string_view words) {
  return std::ranges::any_of(
      table.problems, [&](const auto& problem) { return problem.what.find(words) != std::string::npos; });
}

using Strings = std::vector<std::string>;

TEST(Rows, ColumnsKeepEachDistinctValueOnce) {
  const auto table = table_of("id,town\n1,Sumy\n2,Lviv\n3,\n4,Sumy\n");
  EXPECT_EQ(table.name, "a.csv");
  ASSERT_EQ(table.rows, 4U);
  EXPECT_EQ(table.columns[1].values, (Strings{"", "Sumy", "Lviv"}));
  EXPECT_EQ(table.columns[1].value_of, (std::vector<std::uint32_t>{1, 2, 0, 1}));
  EXPECT_TRUE(table.problems.empty());
}

TEST(Rows, CellsAndHeadersAreTrimmed) {
  const auto table = table_of(
      "rec_id, given_name\nr1, \xC2\xA0"
      "Anna\xE3\x80\x80\nr2,  \n");
  EXPECT_EQ(headers_of(table), (Strings{"rec_id", "given_name"}));
  EXPECT_EQ(row_of(table, 0), (Strings{"r1", "Anna"}));
  EXPECT_EQ(table.columns[1].value_of[1], 0U);
}

TEST(Rows, ReadsSemicolonTabAndBar) {
  for (const std::string separator : {";", "\t", "|"}) {
    const auto table =
        table_of(fmt::format("name{0}born\r\nTestov, Ivan{0}1990\r\n\"a{0}b \"\"c\"\"\"{0}\r\n", separator),
                 "list.txt");
    EXPECT_EQ(row_of(table, 0), (Strings{"Testov, Ivan", "1990"})) << separator;
    EXPECT_EQ(row_of(table, 1), (Strings{"a" + separator + "b \"c\"", ""})) << separator;
  }
}

TEST(Rows, AListWithoutHeaderGetsNumberedColumns) {
  const auto table = table_of("1,Anna,Lviv\n2,Petro,Sumy\n");
  EXPECT_EQ(headers_of(table), (Strings{"column 1", "column 2", "column 3"}));
  EXPECT_EQ(table.rows, 2U);
  EXPECT_TRUE(tells(table, "no header"));
}

TEST(Rows, NumberedHeadersAreHeaders) {
  EXPECT_EQ(headers_of(table_of("c9,c10,address_2\n1,2,Oak Lane\n3,4,Elm Road\n")),
            (Strings{"c9", "c10", "address_2"}));
  EXPECT_TRUE(tells(table_of("12 Jan 1990,Anna\n13 Feb 1991,Olha\n"), "no header"));
  EXPECT_TRUE(tells(table_of("Q904,Anna\nQ905,Olha\n"), "no header"));
}

TEST(Rows, ANameThatComesAgainBelowIsNoHeader) {
  const auto table = table_of("Anna,Lviv\nPetro,Sumy\nOlha,Lviv\n");
  EXPECT_EQ(table.rows, 3U);
  EXPECT_TRUE(tells(table, "no header"));
}

TEST(Rows, ADoubtfulHeaderIsTold) {
  const auto table = table_of("Anna,Lviv\nPetro,Sumy\n");
  EXPECT_EQ(table.rows, 1U);
  EXPECT_TRUE(tells(table, "taken as the header"));
  EXPECT_EQ(table_of("Anna,Lviv\nPetro,Sumy\n", "a.csv", {HeaderRow::kNone, ""}).rows, 2U);
  EXPECT_TRUE(table_of("Anna,Lviv\nPetro,Sumy\n", "a.csv", {HeaderRow::kFirst, ""}).problems.empty());
}

TEST(Rows, TwoColumnsOfOneNameAreRenamedAndTold) {
  const auto table = table_of("name,name,name (2),born\na,b,c,1990\n");
  EXPECT_EQ(headers_of(table), (Strings{"name", "name (3)", "name (2)", "born"}));
  ASSERT_EQ(table.problems.size(), 1U);
  EXPECT_EQ(table.problems[0].where, "column 2");
  EXPECT_FALSE(table.problems[0].remedy.empty());
}

TEST(Rows, TitlesAboveTheTableArePassedOver) {
  const auto table = table_of("Staff of the unit,,\n,,\nname,town,born\nAnna,Lviv,1990-01-02\n");
  EXPECT_EQ(headers_of(table), (Strings{"name", "town", "born"}));
  EXPECT_EQ(table.rows, 1U);
  EXPECT_TRUE(tells(table, "passed over"));
}

TEST(Rows, EmptyRowsAboveTheTableAreNoHeader) {
  for (const HeaderRow header : {HeaderRow::kFind, HeaderRow::kFirst}) {
    const auto table = table_of("\n,\nname,born\nAnna,1990-01-02\n", "a.csv", {header, ""});
    EXPECT_EQ(headers_of(table), (Strings{"name", "born"}));
    EXPECT_TRUE(table.problems.empty());
  }
}

TEST(Rows, EmptyRowsAndHeadersOfJoinedFilesAreLeftOutAndTold) {
  const auto table = table_of("id,name\n1,Anna\n\n,\nid,name\n2,Olha\n,\n\n");
  EXPECT_EQ(table.rows, 2U);
  EXPECT_TRUE(tells(table, "2 rows hold nothing"));
  EXPECT_TRUE(tells(table, "1 row holds the header again"));
}

TEST(Rows, RaggedRowsAreKeptAndTold) {
  const auto table = table_of("id,name\n1\n2,b,c,d\n3,e\n");
  EXPECT_EQ(headers_of(table), (Strings{"id", "name", "column 3"}));
  EXPECT_EQ(row_of(table, 0), (Strings{"1", "", ""}));
  EXPECT_EQ(row_of(table, 1), (Strings{"2", "b", "c ; d"}));
  EXPECT_EQ(row_of(table, 2), (Strings{"3", "e", ""}));
  EXPECT_TRUE(tells(table, "2 rows have more or fewer cells"));
}

TEST(Rows, SeparatorsAtTheEndsOfLinesMakeNoColumn) {
  EXPECT_EQ(headers_of(table_of("id,name,,\n1,Anna,,\n2,Olha,,\n")), (Strings{"id", "name"}));
  EXPECT_EQ(headers_of(table_of("id,name,,\n1,Anna,,x\n2,Olha,,\n")), (Strings{"id", "name", "column 4"}));
}

TEST(Rows, AnOpenQuoteIsTold) {
  const auto table = table_of("id,name\n1,Anna\n2,\"Olha\n3,Petro\n");
  EXPECT_EQ(table.rows, 2U);
  EXPECT_EQ(table.columns[1].at(1), "Olha\n3,Petro");
  EXPECT_TRUE(tells(table, "never closed"));
}

TEST(Rows, ACellOfAMegabyteIsKept) {
  const std::string cell(1 << 20, 'x');
  const auto table = table_of("id,note\n1," + cell + "\n2,\"" + cell + "\"\n");
  EXPECT_EQ(table.columns[1].values.size(), 2U);
  EXPECT_EQ(table.columns[1].at(1), cell);
}

TEST(Rows, WhatIsNoListFails) {
  EXPECT_EQ(failure_of(""), "the file is empty");
  EXPECT_EQ(failure_of("id,name\n"), "the list has a header and no rows");
  EXPECT_EQ(failure_of("\n\n\n"), "the list has no cells");
  EXPECT_EQ(failure_of("%PDF-1.7 ...", "a.pdf"), "the file is no list of rows");
  EXPECT_FALSE(failure_of(std::string(100, '\0') + "x").empty());
  EXPECT_FALSE(failure_of("not json\n", "a.jsonl").empty());
  const auto absent = read_rows("/nowhere/list.csv");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().where, "/nowhere/list.csv");
}

TEST(Rows, LegacyEncodingsAreReadAndTold) {
  // "имя;город / Иван;Одесса / Пётр;Киев" in windows-1251
  const auto table = table_of(
      "\xE8\xEC\xFF;\xE3\xEE\xF0\xEE\xE4\n\xC8\xE2\xE0\xED;\xCE\xE4\xE5\xF1\xF1\xE0\n\xCF\xB8\xF2\xF0;"
      "\xCA\xE8\xE5\xE2\n");
  EXPECT_EQ(row_of(table, 1), (Strings{"Пётр", "Киев"}));
  EXPECT_TRUE(tells(table, "encoding"));
}

TEST(Rows, JsonLinesGiveAColumnAKey) {
  const auto table = table_of(
      "{\"id\": 12345678901234567890, \"name\": \" Anna \", \"alias\": [\"A\", 2]}\n\n"
      "{\"name\": \"Olha\", \"address\": {\"city\": \"Lviv\"}, \"dead\": null, \"known\": true}\nbroken\n",
      "a.jsonl");
  EXPECT_EQ(headers_of(table), (Strings{"id", "name", "alias", "address.city", "known"}));
  EXPECT_EQ(row_of(table, 0), (Strings{"12345678901234567890", "Anna", "A ; 2", "", ""}));
  EXPECT_EQ(row_of(table, 1), (Strings{"", "Olha", "", "Lviv", "true"}));
  EXPECT_TRUE(tells(table, "1 line is no JSON object"));
  EXPECT_EQ(table_of("[{\"a\": 1}, {\"a\": 2}]", "a.json").rows, 2U);
}

TEST(Rows, FollowTheMoneyGivesAColumnAProperty) {
  const auto table = table_of(
      R"({"id": "p1", "schema": "Person", "caption": "Anna", "properties": {"name": ["Anna Hallen", "A. Hallen"], )"
      R"("addressEntity": [{"id": "a1", "schema": "Address", "properties": {}}]}})"
      "\n",
      "entities.ftm.json");
  EXPECT_EQ(headers_of(table), (Strings{"id", "schema", "name", "addressEntity"}));
  EXPECT_EQ(row_of(table, 0), (Strings{"p1", "Person", "Anna Hallen ; A. Hallen", "a1"}));
}

TEST(Rows, WorkbooksGiveTheFirstSheetThatHasRows) {
  const std::string rows =
      "<row r='2'><c r='B2' t='inlineStr'><is><t>name</t></is></c><c r='C2' "
      "t='inlineStr'><is><t>born</t></is></c></row>"
      "<row r='3'><c r='B3' t='inlineStr'><is><t>Anna</t></is></c><c r='C3' s='1'><v>33000</v></c></row>"
      "<row r='5'><c r='B5' t='inlineStr'><is><t>Olha</t></is></c></row>";
  const auto sheet = [](const std::string& data) {
    return "<worksheet><sheetData>" + data + "</sheetData></worksheet>";
  };
  const std::string book =
      testing::make_zip({{"xl/workbook.xml",
                          "<workbook xmlns:r='r'><sheets><sheet name='Empty'/><sheet name='People'/><sheet "
                          "name='More'/></sheets></workbook>"},
                         {"xl/styles.xml", "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></s>"},
                         {"xl/worksheets/sheet1.xml", sheet("")},
                         {"xl/worksheets/sheet2.xml", sheet(rows)},
                         {"xl/worksheets/sheet3.xml", sheet("<row r='1'><c r='A1'><v>7</v></c></row>")}});
  const auto table = table_of(book, "a.xlsx");
  EXPECT_EQ(headers_of(table), (Strings{"name", "born"}));
  ASSERT_EQ(table.rows, 2U);
  EXPECT_EQ(row_of(table, 0), (Strings{"Anna", "1990-05-07"}));
  EXPECT_EQ(row_of(table, 1), (Strings{"Olha", ""}));
  EXPECT_TRUE(tells(table, "only the sheet \"People\""));
  EXPECT_EQ(table_of(book, "a.xlsx", {HeaderRow::kFind, "More"}).columns[0].at(0), "7");
  EXPECT_FALSE(rows_of(book, "a.xlsx", {HeaderRow::kFind, "Absent"}));
}

// The plain twin of Records: a state machine that copies every byte.
std::vector<Strings> plain_records(std::string_view text, char delimiter) {
  std::vector<Strings> records;
  std::size_t at = 0;
  while (at < text.size()) {
    Strings& cells = records.emplace_back(1);
    bool inside = false;
    bool fresh = true;
    for (; at < text.size(); ++at) {
      const char c = text[at];
      if (inside && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
        cells.back() += text[++at];
      } else if (inside) {
        inside = c != '"';
        if (inside) cells.back() += c;
      } else if (fresh && c == '"') {
        inside = true;
      } else if (c == delimiter) {
        cells.emplace_back();
        fresh = true;
        continue;
      } else if (c == '\n' || c == '\r') {
        break;
      } else {
        cells.back() += c;
      }
      fresh = false;
    }
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
  }
  return records;
}

TEST(Records, AgreeWithTheirPlainTwin) {
  RC_ASSERT(rc::check([] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '"', '\n', '\r', ' '));
    Records records(text, ',');
    std::vector<std::string_view> cells;
    std::vector<Strings> read;
    while (records.next(cells)) read.emplace_back(cells.begin(), cells.end());
    RC_ASSERT(read == plain_records(text, ','));
  }));
}

void expect_sound(const base::Result<RowTable>& table) {
  if (!table) {
    RC_ASSERT(!table.error().what.empty());
    return;
  }
  for (const auto& column : table->columns) {
    RC_ASSERT(column.value_of.size() == table->rows);
    RC_ASSERT(column.values[0].empty());
    RC_ASSERT(std::ranges::all_of(column.value_of, [&](auto value) { return value < column.values.size(); }));
    auto values = column.values;
    std::ranges::sort(values);
    RC_ASSERT(std::ranges::adjacent_find(values) == values.end());
    RC_ASSERT(std::ranges::all_of(values, [](const auto& value) { return text::is_valid_utf8(value); }));
  }
}

TEST(Rows, HostileBytesGiveSoundTablesOrAnError) {
  RC_ASSERT(rc::check([](const std::string& bytes) {
    for (const char* name : {"a.csv", "a.jsonl", "a.xlsx", "a"}) expect_sound(rows_of(bytes, name));
  }));
  RC_ASSERT(rc::check([] {
    const auto bytes = *rc::gen::container<std::string>(
        rc::gen::element<char>('a', '1', ',', ';', '"', '\n', '\xC2', '\xA0', '{', '}', '[', ']', ':'));
    for (const char* name : {"a.csv", "a.jsonl", "a.json"}) expect_sound(rows_of(bytes, name));
  }));
}

}  // namespace
}  // namespace muster::readers
