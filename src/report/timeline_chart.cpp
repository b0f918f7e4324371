#include "report/timeline_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "report/edtf_days.hpp"
#include "report/html.hpp"
#include "report/wording.hpp"

namespace muster::report {
namespace {

constexpr double kLaneHeight = 46;
constexpr double kTop = 6;
constexpr double kMargin = 2.5;  // percent on both sides of the axis
constexpr double kDayIsDot = 1.5;

struct Drawn {
  DayRange days;
  int lane = 0;
  std::size_t events = 0;
  std::string_view value;
};

struct Axis {
  double first = 0;
  double last = 1;

  [[nodiscard]] double percent(double day) const {
    const double share = (day - first) / (last - first);
    return kMargin + std::clamp(share, 0.0, 1.0) * (100 - 2 * kMargin);
  }
  [[nodiscard]] bool holds(const DayRange& days) const {
    return (days.open_end || days.last > first) && (days.open_start || days.first < last);
  }
};

// Events of one lane and one date as one mark.
std::vector<Drawn> marks_of(std::span<const BriefEvent> events) {
  std::map<std::pair<int, std::string_view>, Drawn> marks;
  for (const BriefEvent& event : events) {
    const auto days = days_of(event.value);
    if (!days) continue;
    Drawn& mark = marks[{lane_of(event), event.value}];
    mark = {*days, lane_of(event), mark.events + 1, event.value};
  }
  std::vector<Drawn> drawn;
  drawn.reserve(marks.size());
  for (const auto& [key, mark] : marks) drawn.push_back(mark);
  return drawn;
}

// The whole range, unless a few far-off dates would press all others together: then the range without the
// outermost tenth on each side, widened.
Axis axis_for(const std::vector<Drawn>& marks) {
  std::vector<double> starts;
  Axis axis{marks.front().days.first, marks.front().days.last};
  for (const Drawn& mark : marks) {
    starts.push_back(mark.days.first);
    axis = {std::min(axis.first, mark.days.first), std::max(axis.last, mark.days.last)};
  }
  std::ranges::sort(starts);
  const std::size_t trimmed = starts.size() < 5 ? 0 : (starts.size() + 9) / 10;
  const double low = starts[trimmed];
  const double high = starts[starts.size() - 1 - trimmed];
  const double widened = 2 * std::max(high - low, 14.0);
  axis = {std::max(axis.first, low - widened), std::min(axis.last, high + widened)};
  if (axis.last - axis.first < 7) axis = {axis.first - 3, axis.last + 3};
  return axis;
}

struct Tick {
  double day = 0;
  std::string label;
};

// Some five round dates: years, months or days, whichever divides the axis best.
std::vector<Tick> ticks_of(const Axis& axis) {
  std::vector<Tick> ticks;
  const double length = axis.last - axis.first;
  const long first_year = std::stol(day_text(axis.first).substr(0, 4));
  const long last_year = std::stol(day_text(axis.last).substr(0, 4));
  const auto add = [&](double day, std::size_t label_size) {
    if (day >= axis.first && day <= axis.last) ticks.push_back({day, day_text(day).substr(0, label_size)});
  };
  if (length > 3 * 365) {
    const long step = std::max(1L, static_cast<long>(std::ceil(length / 365 / 5)));
    for (long year = first_year; year <= last_year; year += step)
      add(static_cast<double>(days_from_civil(year, 1, 1)), 4);
  } else if (length > 90) {
    const unsigned step = length > 540 ? 6 : (length > 270 ? 3 : (length > 150 ? 2 : 1));
    for (long year = first_year; year <= last_year; ++year) {
      for (unsigned month = 1; month <= 12; month += step)
        add(static_cast<double>(days_from_civil(year, month, 1)), 7);
    }
  } else {
    const long step = std::max(1L, static_cast<long>(std::ceil(length / 4)));
    for (long day = static_cast<long>(std::ceil(axis.first)); static_cast<double>(day) <= axis.last;
         day += step) {
      add(static_cast<double>(day), 10);
    }
  }
  return ticks;
}

std::string title_of(const Drawn& mark) {
  std::string html;
  put(html, "<title>{}: {}, {}</title>", mark.value, count_of(mark.events, "event"), lane_title(mark.lane));
  return html;
}

void put_mark(std::string& svg, const Axis& axis, const Drawn& mark) {
  const double y = kTop + kLaneHeight * mark.lane + 30;
  const double grown = std::min(std::log2(static_cast<double>(mark.events)), 6.0);
  const double left = mark.days.open_start ? 0 : axis.percent(mark.days.first);
  const double right = mark.days.open_end ? 100 : axis.percent(mark.days.last);
  if (mark.days.last - mark.days.first <= kDayIsDot && !mark.days.open_start && !mark.days.open_end) {
    put(svg, R"(<circle class="lane-{}" cx="{:.2f}%" cy="{:.0f}" r="{:.1f}">{}</circle>)", mark.lane,
        (left + right) / 2, y, 4.5 + grown * 0.8, Raw{title_of(mark)});
    return;
  }
  const double height = 7 + grown;
  put(svg,
      R"(<rect class="lane-{}{}" x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}" rx="2">{}</rect>)",
      mark.lane, mark.days.open_start || mark.days.open_end ? " open" : "", left, y - height / 2,
      std::max(right - left, 0.6), height, Raw{title_of(mark)});
}

void put_lanes(std::string& svg) {
  for (int lane = 0; lane < kLanes; ++lane) {
    const double y = kTop + kLaneHeight * lane;
    put(svg,
        R"(<text class="lane-name" x="0" y="{:.0f}">{}</text><line class="base" x1="0" x2="100%" y1="{:.0f}" y2="{:.0f}"/>)",
        y + 13, lane_title(lane), y + 30, y + 30);
  }
}

// Where a label stands, in percent of the narrowest page; labels near an edge grow inwards.
struct LabelPlace {
  const char* anchor;
  double left;
  double right;
};

LabelPlace place_label(double x, std::size_t characters) {
  constexpr double kCharacter = 8.0 / 320 * 100;  // eight pixels on a page of 320
  const double wide = static_cast<double>(characters) * kCharacter;
  if (x < wide / 2) return {"start", x, x + wide};
  if (x > 100 - wide / 2) return {"end", x - wide, x};
  return {"middle", x - wide / 2, x + wide / 2};
}

void put_ticks(std::string& svg, const Axis& axis, double bottom) {
  double labelled_up_to = -1;
  for (const Tick& tick : ticks_of(axis)) {
    const double x = axis.percent(tick.day);
    put(svg, R"(<line class="tick" x1="{0:.2f}%" x2="{0:.2f}%" y1="{1:.0f}" y2="{2:.0f}"/>)", x, kTop + 20,
        bottom);
    const LabelPlace label = place_label(x, tick.label.size());
    if (label.left < labelled_up_to + 1) continue;  // it would touch the one before
    labelled_up_to = label.right;
    put(svg, R"(<text class="date" x="{:.2f}%" y="{:.0f}" text-anchor="{}">{}</text>)", x, bottom + 15,
        label.anchor, tick.label);
  }
}

}  // namespace

int lane_of(const BriefEvent& event) {
  return event.lane == "happened" ? 0 : (event.lane == "reported" ? 1 : 2);
}

std::string_view lane_title(int lane) {
  constexpr std::array<std::string_view, kLanes> kTitles{"happened", "reported", "listed"};
  return kTitles[static_cast<std::size_t>(lane)];
}

Chart draw_timeline(std::span<const BriefEvent> events) {
  Chart chart;
  const std::vector<Drawn> marks = marks_of(events);
  if (marks.size() < 2) return chart;
  const Axis axis = axis_for(marks);
  const double bottom = kTop + kLaneHeight * kLanes;
  put(chart.svg,
      R"(<svg class="chart" role="img" aria-label="Timeline from {} to {}; every event is in the list below" height="{:.0f}">)",
      day_text(axis.first), day_text(axis.last), bottom + 22);
  put_ticks(chart.svg, axis, bottom);
  put_lanes(chart.svg);
  for (const Drawn& mark : marks) {
    if (axis.holds(mark.days)) {
      put_mark(chart.svg, axis, mark);
    } else {
      chart.off_axis += mark.events;
    }
  }
  chart.svg += "</svg>\n";
  return chart;
}

}  // namespace muster::report
