#include "report/edtf_days.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace muster::report {
namespace {

std::string range(std::string_view edtf) {
  const auto days = days_of(edtf);
  if (!days) return "none";
  return (days->open_start ? "../" : "") + day_text(days->first) + " " + day_text(days->last) +
         (days->open_end ? "/.." : "");
}

TEST(EdtfDays, keep_the_precision_of_the_date) {
  EXPECT_EQ(range("2025-04-08"), "2025-04-08 2025-04-09");
  EXPECT_EQ(range("2025-04-08T14:30"), "2025-04-08 2025-04-09");
  EXPECT_EQ(range("2025-12"), "2025-12-01 2026-01-01");
  EXPECT_EQ(range("2025"), "2025-01-01 2026-01-01");
  EXPECT_EQ(range("199X"), "1990-01-01 2000-01-01");
  EXPECT_EQ(range("2025-04-XX"), "2025-04-01 2025-05-01");
  EXPECT_EQ(range("2024-02-29?"), "2024-02-29 2024-03-01");
}

TEST(EdtfDays, know_intervals_open_or_closed) {
  EXPECT_EQ(range("2025-04-08/2025-04-10"), "2025-04-08 2025-04-11");
  EXPECT_EQ(range("2022-02-24/.."), "2022-02-24 2022-02-25/..");
  EXPECT_EQ(range("../2025"), "../2025-01-01 2026-01-01");
}

TEST(EdtfDays, give_nothing_for_what_has_no_place_on_an_axis) {
  for (const char* text :
       {"", "XXXX-04-08", "2025-02-30", "2025-13", "PAST_REF", "2025-W15", "../..", "2025-04-0", "9999999"}) {
    EXPECT_EQ(range(text), "none") << text;
  }
}

TEST(EdtfDays, survive_any_text) {
  RC_ASSERT(rc::check("no crash", [](const std::string& text) {
    const auto days = days_of(text);
    RC_ASSERT(!days || days->last > days->first);
  }));
}

}  // namespace
}  // namespace muster::report
