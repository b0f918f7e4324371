#include "readers/printed_text.hpp"

#include <gtest/gtest.h>

namespace muster::readers {
namespace {

constexpr const char* kTsv =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "4\t1\t1\t1\t1\t0\t40\t100\t60\t15\t-1\t\n"
    "5\t1\t1\t1\t1\t2\t44\t100\t34\t15\t95\tName\n"
    "4\t1\t2\t1\t1\t0\t400\t100\t60\t15\t-1\t\n"
    "5\t1\t2\t1\t1\t1\t400\t100\t60\t15\t95\tSex\n"
    "4\t1\t3\t1\t1\t0\t40\t120\t60\t17\t-1\t\n"
    "5\t1\t3\t1\t1\t1\t40\t120\t20\t17\t90\t张\n"
    "5\t1\t3\t1\t1\t2\t60\t120\t20\t17\t90\t三\n"
    "4\t1\t4\t1\t1\t0\t400\t120\t60\t17\t-1\t\n"
    "5\t1\t4\t1\t1\t1\t400\t120\t20\t17\t90\tF\n"
    "4\t1\t5\t1\t1\t0\t40\t300\t60\t17\t-1\t\n"
    "5\t1\t5\t1\t1\t1\t40\t300\t20\t17\t90\t~|=\n"
    "4\t1\t6\t1\t1\t0\t40\t400\t60\t17\t-1\t\n"
    "5\t1\t6\t1\t1\t1\t40\t400\t20\t17\t3.5\tnoise\n";

TEST(PrintedText, ValuesFollowTheirLabels) {
  std::string text;
  for (const auto& line : in_reading_order(parse_tesseract(kTsv))) text += line.text + "|";
  EXPECT_EQ(text, "Name|张三|Sex|F|");
}

TEST(PrintedText, SurvivesBrokenTables) {
  EXPECT_TRUE(parse_tesseract("").empty());
  EXPECT_TRUE(parse_tesseract("5\t1\t2\n\n5\t\t\t\t\t\t\t\t\t\t\t\n").empty());
  EXPECT_EQ(parse_tesseract("5\tx\tx\tx\tx\tx\tx\t9e99\tx\tx\t99\tword").size(), 1U);
}

}  // namespace
}  // namespace muster::readers
