#include "report/timeline_chart.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace muster::report {
namespace {

BriefEvent event(std::string value, std::string lane = "happened") {
  return {std::move(value), "", std::move(lane), "", {}};
}

std::size_t occurrences(const std::string& text, std::string_view of) {
  std::size_t count = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + of.size())) ++count;
  return count;
}

TEST(TimelineChart, draws_days_as_dots_and_months_as_bars) {
  const std::vector<BriefEvent> events{event("2031-03-01"), event("2031-03"), event("2031-03-05", "reported"),
                                       event("XXXX-03-09")};
  const Chart chart = draw_timeline(events);
  EXPECT_EQ(occurrences(chart.svg, "<circle"), 2u);
  EXPECT_EQ(occurrences(chart.svg, "<rect"), 1u);
  EXPECT_EQ(chart.off_axis, 0u);
}

TEST(TimelineChart, joins_events_of_one_date) {
  const std::vector<BriefEvent> events{event("2031-03-01"), event("2031-03-01"), event("2031-03-02")};
  EXPECT_NE(draw_timeline(events).svg.find("2031-03-01: 2 events, happened"), std::string::npos);
}

TEST(TimelineChart, leaves_far_off_dates_to_the_list_but_draws_what_is_still_open) {
  std::vector<BriefEvent> events{event("1939-09-01"), event("2014-03/..")};
  for (int day = 1; day < 20; ++day)
    events.push_back(event("2031-03-" + std::to_string(100 + day).substr(1)));
  const Chart chart = draw_timeline(events);
  EXPECT_EQ(chart.off_axis, 1u);
  EXPECT_EQ(occurrences(chart.svg, "class=\"lane-0 open\""), 1u);
}

TEST(TimelineChart, needs_two_dates) {
  EXPECT_EQ(draw_timeline(std::vector<BriefEvent>{event("2031-03-01"), event("XXXX-12-24")}).svg, "");
}

TEST(TimelineChart, survives_any_years) {
  RC_ASSERT(rc::check("no crash", [](const std::vector<std::uint16_t>& years) {
    std::vector<BriefEvent> events;
    for (const std::uint16_t year : years)
      events.push_back(event(std::to_string(10000 + year % 10000).substr(1)));
    RC_ASSERT(draw_timeline(events).svg.find("nan") == std::string::npos);
  }));
}

}  // namespace
}  // namespace muster::report
