#include "report/table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace muster::report {
namespace {

Table people() {
  return {{"name", "rows", "probability"},
          {{std::string("Ма Хунтао"), std::int64_t{2}, 0.9931},
           {std::string("马洪涛"), std::int64_t{11}, std::monostate{}},
           {std::string("O'Neil, \"Ann\""), std::int64_t{-1}, std::numeric_limits<double>::quiet_NaN()}}};
}

TEST(Table, names_its_formats) {
  EXPECT_EQ(format_named("jsonl"), Format::kJsonl);
  EXPECT_EQ(format_named("table"), Format::kTable);
  EXPECT_FALSE(format_named("xml"));
}

TEST(Table, pads_by_columns_not_by_bytes) {
  EXPECT_EQ(write_table(people(), Format::kTable),
            "name           rows  probability\n"
            "Ма Хунтао         2        0.993\n"
            "马洪涛           11\n"
            "O'Neil, \"Ann\"    -1\n");
}

TEST(Table, never_exceeds_the_width) {
  const Table table{{"name", "text"}, {{std::string("张张张张张张张张张张"), std::string(200, 'x')}}};
  for (int width = 12; width < 60; ++width) {
    const std::string out = write_table(table, Format::kTable, {width, false});
    for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
      EXPECT_LE(columns_of(out.substr(at, out.find('\n', at) - at)), static_cast<std::size_t>(width));
    }
  }
}

TEST(Table, lets_no_control_character_reach_the_terminal) {
  const Table table{{"a"}, {{std::string("x\x1b]0;owned\x07y\nz")}}};
  const std::string out = write_table(table, Format::kTable);
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(std::ranges::count(out, '\n'), 2);
}

TEST(Table, csv_quotes_by_rfc_4180) {
  EXPECT_EQ(write_table(people(), Format::kCsv),
            "name,rows,probability\r\nМа Хунтао,2,0.9931\r\n马洪涛,11,\r\n\"O'Neil, \"\"Ann\"\"\",-1,\r\n");
}

TEST(Table, csv_disarms_formulas_and_leaves_numbers) {
  const auto cell = [](const char* text) {
    return write_table({{"a"}, {{std::string(text)}}}, Format::kCsv).substr(3);
  };
  EXPECT_EQ(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)\r\n");
  EXPECT_EQ(cell("@sum"), "'@sum\r\n");
  EXPECT_EQ(cell("+380 44"), "'+380 44\r\n");
  EXPECT_EQ(cell("\t=1"), "'\t=1\r\n");
  EXPECT_EQ(cell("＝1"), "'＝1\r\n");
  EXPECT_EQ(cell("-12.5"), "-12.5\r\n");
  EXPECT_EQ(cell("-1+cmd"), "'-1+cmd\r\n");
}

TEST(Table, tsv_keeps_one_row_on_one_line) {
  EXPECT_EQ(write_table({{"a", "b"}, {{std::string("x\ty\n\\"), true}}}, Format::kTsv),
            "a\tb\nx\\ty\\n\\\\\ttrue\n");
}

TEST(Table, json_writes_no_nan_and_fills_short_rows) {
  const auto json = nlohmann::json::parse(write_table(people(), Format::kJson));
  EXPECT_TRUE(json[2]["probability"].is_null());
  EXPECT_EQ(json[1]["name"], "马洪涛");
  EXPECT_EQ(write_table({{"a", "b"}, {{std::int64_t{1}}}}, Format::kJsonl), "{\"a\":1,\"b\":null}\n");
}

TEST(Table, writes_broken_text_without_crashing) {
  RC_ASSERT(rc::check("any bytes in any format", [](const std::vector<std::string>& cells,
                                                    std::uint8_t width) {
    Table table{{"a", "b"}, {}};
    for (const std::string& cell : cells) table.rows.push_back({cell, cell});
    for (const Format format : {Format::kTable, Format::kCsv, Format::kTsv, Format::kJsonl, Format::kJson}) {
      RC_ASSERT(!write_table(table, format, {width, true}).empty() || format == Format::kJsonl);
    }
  }));
}

}  // namespace
}  // namespace muster::report
