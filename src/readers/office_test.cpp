#include <chrono>

#include "readers/number_format.hpp"
#include "readers/test_files.hpp"

namespace muster::readers {
namespace {

using testing::cell;
using testing::fatal_problem;
using testing::make_zip;
using testing::read_as;

using Members = std::map<std::string, std::string>;

Members workbook(const std::string& rows, const std::string& more_rows = "",
                 const std::string& properties = "") {
  return {
      {"[Content_Types].xml", "<Types/>"},
      {"xl/workbook.xml", "<workbook xmlns:r='http://r'><workbookPr " + properties +
                              "/><sheets><sheet name='Roster' r:id='rId1'/><sheet name='Old' state='hidden' "
                              "r:id='rId2'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
       "Target='/xl/worksheets/sheet2.xml'/></Relationships>"},
      {"xl/sharedStrings.xml",
       "<sst><si><t>name</t></si><si><r><t>Zhang </t></r><r><t>San</t></r><rPh sb='0' "
       "eb='1'><t>phonetic</t></rPh></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd.mm.yyyy'/></numFmts><cellStyleXfs><xf "
       "numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf "
       "numFmtId='22'/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
      {"xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + more_rows + "</sheetData></worksheet>"},
  };
}

TEST(Xlsx, ReadsEveryKindOfCell) {
  const auto document = read_as(
      "a.xlsx",
      make_zip(workbook(
          "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>born</t></is></c></row>"
          "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>33000</v></c><c "
          "r='C3'><v>0.10000000000000001</v></c>"
          "<c r='D3' t='b'><v>1</v></c><c r='F3' t='str'><f>A3</f><v>sum</v></c><c r='G3' "
          "s='2'><v>45000.5</v></c></row>")));
  EXPECT_EQ(cell(document, 1, 1), "name");
  EXPECT_EQ(cell(document, 1, 2), "born");
  EXPECT_EQ(cell(document, 3, 1), "Zhang San");
  EXPECT_EQ(cell(document, 3, 2), "1990-05-07");
  EXPECT_EQ(cell(document, 3, 3), "0.1");
  EXPECT_EQ(cell(document, 3, 4), "TRUE");
  EXPECT_EQ(cell(document, 3, 6), "sum");
  EXPECT_EQ(cell(document, 3, 7), "2023-03-15T12:00:00");
  EXPECT_EQ(document.text, "name\tborn\nZhang San\t1990-05-07\t0.1\tTRUE\t\tsum\t2023-03-15T12:00:00");
  EXPECT_EQ(model::place_in(document, document.parts[2].span), "Roster!A3");
}

TEST(Xlsx, ReadsHiddenSheetsAndSaysSo) {
  const auto document = read_as("a.xlsx", make_zip(workbook("<row r='1'><c r='A1'><v>1</v></c></row>",
                                                            "<row><c><v>7</v></c><c><v>8</v></c></row>")));
  EXPECT_EQ(document.sheets, (std::vector<std::string>{"Roster", "Old"}));
  EXPECT_EQ(cell(document, 1, 2, 1), "8");
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_EQ(document.problems[0].where, "Old");
}

TEST(Xlsx, CountsFrom1904WhereTheBookDoes) {
  const auto document = read_as(
      "a.xlsx", make_zip(workbook("<row r='1'><c r='A1' s='1'><v>31538</v></c></row>", "", "date1904='1'")));
  EXPECT_EQ(cell(document, 1, 1), "1990-05-07");
}

TEST(Xlsx, FailsClearlyWhenCutOff) {
  std::string rows;
  for (int i = 1; i < 3000; ++i)
    rows += "<row r='" + std::to_string(i) + "'><c r='A" + std::to_string(i) + "'><v>" +
            std::to_string(i * 7919 % 10007) + "</v></c></row>";
  const std::string whole = make_zip(workbook(rows));
  for (const std::size_t size : {whole.size() / 4, whole.size() / 2, whole.size() - 10}) {
    const auto document = read_as("a.xlsx", std::string_view(whole).substr(0, size));
    ASSERT_FALSE(document.problems.empty()) << size;
    EXPECT_FALSE(document.problems[0].what.empty());
    EXPECT_TRUE(testing::is_sound(document));
  }
}

TEST(Xlsx, RefusesAZipBombInTime) {
  Members members = workbook("");
  members["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row><c t='str'><v>" +
                                        std::string(60'000'000, 'a') +
                                        "</v></c></row></sheetData></worksheet>";
  const auto start = std::chrono::steady_clock::now();
  const auto document = read_as("a.xlsx", make_zip(members));
  EXPECT_NE(fatal_problem(document), nullptr);
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 5.0);
}

TEST(Xlsx, ExpandsNoEntities) {
  Members members = workbook("<row><c t='str'><v>&file;</v></c><c><v>5</v></c></row>");
  members["xl/worksheets/sheet1.xml"].insert(0, "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>");
  const auto document = read_as("a.xlsx", make_zip(members));
  EXPECT_EQ(document.text.find("root:"), std::string::npos);
}

TEST(Xlsx, ReadsAHundredThousandRowsInSeconds) {
  std::string rows;
  for (int i = 1; i <= 100'000; ++i) {
    const std::string row = std::to_string(i);
    rows += "<row r='" + row + "'><c r='A" + row + "' t='s'><v>1</v></c><c r='B" + row +
            "' s='1'><v>33000</v></c><c r='C" + row + "'><v>" + row + "</v></c></row>";
  }
  const auto start = std::chrono::steady_clock::now();
  const auto document = read_as("a.xlsx", make_zip(workbook(rows)));
  EXPECT_EQ(document.parts.size(), 300'000U);
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 6.0);
}

TEST(NumberFormat, TellsDatesFromNumbers) {
  EXPECT_EQ(kind_of_format("dd.mm.yyyy"), NumberKind::kDate);
  EXPECT_EQ(kind_of_format("[$-419]d mmmm yyyy\\ \"г.\""), NumberKind::kDate);
  EXPECT_EQ(kind_of_format("yyyy-mm-dd hh:mm"), NumberKind::kDateTime);
  EXPECT_EQ(kind_of_format("[h]:mm:ss"), NumberKind::kTime);
  EXPECT_EQ(kind_of_format("#,##0.00 \"days\""), NumberKind::kNumber);
  EXPECT_EQ(kind_of_format("[Red]0.00E+00"), NumberKind::kNumber);
  EXPECT_EQ(kind_of_format("General"), NumberKind::kNumber);
}

TEST(NumberFormat, KnowsTheLeapDayThatNeverWas) {
  EXPECT_EQ(show_number("1", NumberKind::kDate, false), "1900-01-01");
  EXPECT_EQ(show_number("59", NumberKind::kDate, false), "1900-02-28");
  EXPECT_EQ(show_number("61", NumberKind::kDate, false), "1900-03-01");
  EXPECT_EQ(show_number("0.75", NumberKind::kTime, false), "18:00:00");
  EXPECT_EQ(show_number("1e300", NumberKind::kDate, false), "1e+300");
  EXPECT_EQ(show_number("words", NumberKind::kDate, false), "words");
  EXPECT_EQ(show_number("79161234567", NumberKind::kNumber, false), "79161234567");
}

std::string docx(const std::string& body) {
  return make_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<w:document xmlns:w='http://w'><w:body>" + body + "</w:body></w:document>"},
       {"docProps/core.xml",
        "<cp:coreProperties xmlns:cp='http://cp' xmlns:dc='http://dc' xmlns:dcterms='http://d'><dc:title>A "
        "title</dc:title><dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"}});
}

TEST(Docx, ReadsParagraphsHeadingsAndTables) {
  const auto document = read_as(
      "a.docx", docx("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Report</w:t></w:r></w:p>"
                     "<w:p><w:r><w:t xml:space='preserve'>One "
                     "</w:t></w:r><w:r><w:t>man</w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
                     "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>name</w:t></w:r></w:p></"
                     "w:tc><w:tc><w:p><w:r><w:t>born</w:t></w:r></w:p></w:tc></w:tr>"
                     "<w:tr><w:tc><w:p><w:r><w:t>Ivan</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1990</"
                     "w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
  EXPECT_EQ(document.text, "Report\n\nOne man\n\nname\tborn\nIvan\t1990");
  EXPECT_EQ(document.parts.size(), 4U);
  EXPECT_EQ(document.parts[0].kind, model::PartKind::kHeading);
  EXPECT_EQ(document.title, "A title");
  EXPECT_EQ(document.published, "");
}

TEST(Docx, SaysWhenThereIsNoText) {
  EXPECT_NE(fatal_problem(read_as("a.docx", docx("<w:p/>"))), nullptr);
}

}  // namespace
}  // namespace muster::readers
