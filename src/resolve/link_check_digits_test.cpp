#include "resolve/link_check_digits.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "resolve/link_levels.hpp"

namespace muster::resolve {
namespace {

// Adds the check digits that make it hold, by trying all.
std::string with_check(const std::string& head, std::size_t digits, bool (*holds)(std::string_view)) {
  const int most = digits == 1 ? 10 : 100;
  for (int check = 0; check < most; ++check) {
    const std::string number = head + fmt::format("{:0{}}", check, digits);
    if (holds(number)) return number;
  }
  return head + "x";
}

TEST(CheckDigits, published_examples_hold) {
  EXPECT_TRUE(holds_luhn("79927398713"));               // ISO/IEC 7812-1, annex
  EXPECT_TRUE(holds_mod_97("gb82west12345698765432"));  // ISO 13616's example of an IBAN
  EXPECT_TRUE(holds_mod_97("529900t8bm49aursdo55"));    // a published LEI (ISO 17442)
  EXPECT_TRUE(holds_chinese_id("11010519491231002x"));  // GB 11643's example
}

TEST(CheckDigits, one_wrong_digit_is_found) {
  struct Case {
    std::string head;
    bool (*holds)(std::string_view);
  };
  for (const auto& [head, holds] :
       {Case{"7992739871", holds_luhn}, Case{"123456789", holds_inn}, Case{"298765432", holds_rnokpp}}) {
    const std::string number = with_check(head, 1, holds);
    ASSERT_TRUE(holds(number)) << number;
    std::string wrong = number;
    wrong[3] = wrong[3] == '9' ? '0' : static_cast<char>(wrong[3] + 1);
    EXPECT_FALSE(holds(wrong)) << wrong;
  }
}

TEST(CheckDigits, of_other_lengths_and_signs_nothing_holds) {
  for (const auto holds : {holds_luhn, holds_mod_97, holds_chinese_id, holds_inn, holds_rnokpp}) {
    EXPECT_FALSE(holds(""));
    EXPECT_FALSE(holds("12a"));
    EXPECT_FALSE(holds(std::string(60, '0')));
  }
}

std::vector<LinkValue> column(bool (*holds)(std::string_view), int rows) {
  std::vector<LinkValue> values(1);
  for (int i = 0; i < rows; ++i) {
    LinkValue& value = values.emplace_back();
    value.text = with_check(fmt::format("{:010}", 7'123'456 + 977 * i), 1, holds);
  }
  return values;
}

TEST(CheckDigits, two_numbers_that_both_hold_are_two_though_a_sign_apart) {
  std::vector<LinkValue> values = column(holds_luhn, 40);
  mark_checked(values);
  LinkValue near = values[1];
  near.text[2] = near.text[2] == '9' ? '0' : static_cast<char>(near.text[2] + 1);
  near.checked = false;
  EXPECT_EQ(compare_values(FieldKind::kIdentifier, values[1], near), 3) << "a slip: its check digit fails";
  near.checked = true;
  EXPECT_EQ(compare_values(FieldKind::kIdentifier, values[1], near), kDiffers);
}

TEST(CheckDigits, a_column_without_a_scheme_is_left_alone) {
  std::vector<LinkValue> values(1);
  for (int i = 0; i < 40; ++i) values.emplace_back().text = fmt::format("{:010}", 1'234'567 * (i + 1));
  mark_checked(values);
  for (const LinkValue& value : values) EXPECT_FALSE(value.checked);
}

}  // namespace
}  // namespace muster::resolve
