#include "report/terminal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace muster::report {
namespace {

TEST(Terminal, counts_wide_characters_twice_and_marks_not_at_all) {
  EXPECT_EQ(columns_of("abc"), 3u);
  EXPECT_EQ(columns_of("马洪涛"), 6u);
  EXPECT_EQ(columns_of("й"), 1u);     // и with a combining breve
  EXPECT_EQ(columns_of("ｆｕ"), 4u);  // full-width Latin
  EXPECT_EQ(columns_of("Жэнь"), 4u);
}

TEST(Terminal, cuts_at_a_space_where_one_is_near) {
  EXPECT_EQ(cut_to("short", 10), "short");
  EXPECT_EQ(cut_to("the quarry was closed", 14), "the quarry…");
  EXPECT_EQ(cut_to("马洪涛马洪涛", 7), "马洪涛…");
  EXPECT_EQ(cut_to("马洪涛马洪涛", 6), "马洪…");
  EXPECT_EQ(cut_to("abc", 0), "");
}

TEST(Terminal, wraps_at_spaces) {
  EXPECT_EQ(wrap_to("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap_to("马洪涛", 4), (std::vector<std::string>{"马洪", "涛"}));
}

TEST(Terminal, one_line_has_no_controls) {
  EXPECT_EQ(one_line("  a \n\t b\x1b[31m "), "a b\uFFFD[31m");
  EXPECT_EQ(one_line("x\u202Ey"), "x\uFFFDy");
}

TEST(Terminal, never_exceeds_the_columns_asked_for) {
  RC_ASSERT(rc::check("cut and wrap keep within", [](const std::string& text, std::uint8_t columns) {
    RC_ASSERT(columns_of(cut_to(text, columns)) <= columns);
    for (const std::string& line : wrap_to(text, columns))
      RC_ASSERT(columns_of(line) <= std::max<std::size_t>(columns, 2));
  }));
}

}  // namespace
}  // namespace muster::report
