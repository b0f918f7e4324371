#include "report/xlsx.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <limits>

#include "base/file.hpp"
#include "readers/rows.hpp"

namespace muster::report {
namespace {

class Xlsx : public ::testing::Test {
 protected:
  Xlsx() {
    std::string name = (std::filesystem::temp_directory_path() / "muster-test-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    path_ = folder_ / "book.xlsx";
  }
  ~Xlsx() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] model::RowTable read(const std::string& sheet = "") const {
    auto table = readers::read_rows(path_, {readers::HeaderRow::kFirst, sheet});
    EXPECT_TRUE(table) << (table ? "" : base::describe(table.error()));
    return table ? std::move(*table) : model::RowTable{};
  }

  std::filesystem::path folder_;
  std::filesystem::path path_;
};

std::string text(std::string_view words) {
  return std::string(words);
}

TEST_F(Xlsx, sheets_come_back_as_they_were_written) {
  const std::vector<NamedTable> sheets{
      {"clusters", {{"id", "cluster"}, {{text("a"), std::int64_t{1}}, {text("b"), std::int64_t{-2}}}}},
      {"pairs",
       {{"id1", "probability", "known"}, {{text("张仁波"), 0.25, true}, {std::monostate{}, 1.0, false}}}}};
  const auto written = write_xlsx(path_, sheets);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->rows, 4U);
  EXPECT_EQ(read().columns[1].at(1), "-2");
  const auto pairs = read("pairs");
  EXPECT_EQ(pairs.columns[0].at(0), "张仁波");
  EXPECT_EQ(pairs.columns[1].at(0), "0.25");
  EXPECT_EQ(pairs.columns[2].at(0), "TRUE");
  EXPECT_EQ(pairs.columns[0].at(1), "");
}

TEST_F(Xlsx, text_is_never_a_formula_nor_a_number) {
  const std::vector<std::string> hostile{"=1+1",
                                         "@SUM(A1)",
                                         "+1",
                                         "-1",
                                         "0012",
                                         "_x0041_",
                                         "a\x01"
                                         "b",
                                         "a<b>&\"",
                                         "http://x.y/z",
                                         "two\nlines"};
  Table table{{"value"}, {}};
  for (const auto& value : hostile) table.rows.push_back({value});
  ASSERT_TRUE(write_xlsx(path_, std::vector<NamedTable>{{"s", table}}));
  const auto back = read();
  ASSERT_EQ(back.rows, hostile.size());
  EXPECT_EQ(back.columns[0].at(0), "=1+1");
  EXPECT_EQ(back.columns[0].at(4), "0012");
  EXPECT_EQ(back.columns[0].at(7), "a<b>&\"");
}

TEST_F(Xlsx, numbers_that_a_spreadsheet_would_round_are_text) {
  const Table table{{"id", "none"},
                    {{std::int64_t{1234567890123456789}, std::numeric_limits<double>::infinity()},
                     {std::numeric_limits<std::int64_t>::min(), text("x")}}};
  ASSERT_TRUE(write_xlsx(path_, std::vector<NamedTable>{{"s", table}}));
  EXPECT_EQ(read().columns[0].at(0), "1234567890123456789");
  EXPECT_EQ(read().columns[0].at(1), "-9223372036854775808");
  EXPECT_EQ(read().columns[1].at(0), "");
}

TEST_F(Xlsx, a_cell_beyond_the_limit_is_cut_and_counted) {
  std::string smiles;
  for (int i = 0; i < 20'000; ++i) smiles += "😀";
  const Table table{{"note"}, {{std::string(32'767, 'x')}, {std::string(32'768, 'x')}, {smiles}}};
  const auto written = write_xlsx(path_, std::vector<NamedTable>{{"s", table}});
  ASSERT_TRUE(written);
  EXPECT_EQ(written->cut_cells, 2U);
  const auto back = read();
  EXPECT_EQ(back.columns[0].at(0).size(), 32'767U);
  EXPECT_EQ(back.columns[0].at(1), std::string(32'766, 'x') + "…");
  EXPECT_EQ(back.columns[0].at(2).size(), 16'383U * 4 + 3);
}

TEST_F(Xlsx, any_sheet_name_is_made_fit) {
  auto book = XlsxWriter::create(path_);
  ASSERT_TRUE(book);
  const std::vector<std::string> columns{"a"};
  for (const char* name :
       {"", "a/b:c", "History", "'x'", "A/B:C", "a very long name of a sheet that goes on and on",
        "a very long name of a sheet that goes on and on, again"}) {
    ASSERT_TRUE(book->sheet(name, columns)) << name;
    ASSERT_TRUE(book->row(std::vector<Cell>{text("v")}));
  }
  ASSERT_TRUE(book->finish());
  EXPECT_EQ(read("a_b_c").rows, 1U);
  EXPECT_EQ(read("A_B_C (2)").rows, 1U);
  EXPECT_EQ(read("a very long name of a sheet (2)").rows + read("History_").rows, 2U);
}

TEST_F(Xlsx, too_many_rows_are_refused_and_leave_nothing) {
  {
    auto book = XlsxWriter::create(path_);
    ASSERT_TRUE(book);
    ASSERT_TRUE(book->sheet("s", std::vector<std::string>{"n"}));
    const std::vector<Cell> cells{std::int64_t{1}};
    for (std::size_t i = 1; i < XlsxWriter::kMostRows; ++i) ASSERT_TRUE(book->row(cells));
    const auto refused = book->row(cells);
    ASSERT_FALSE(refused);
    EXPECT_FALSE(refused.error().remedy.empty());
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(Xlsx, a_folder_that_is_not_there_is_an_error) {
  ::testing::internal::CaptureStderr();
  const auto written = write_xlsx(folder_ / "absent" / "book.xlsx", {});
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "");  // the library says what it fails at, where it gets that far
  ASSERT_FALSE(written);
  EXPECT_FALSE(written.error().remedy.empty());
  EXPECT_TRUE(write_xlsx(path_, {}));  // a workbook needs a sheet, if an empty one
}

}  // namespace
}  // namespace muster::report
