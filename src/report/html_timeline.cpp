// The timeline of the brief: the drawing, then every event in a list, by date.
#include <algorithm>
#include <array>

#include "report/edtf_days.hpp"
#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"
#include "report/timeline_chart.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kShown = 60;

struct Dated {
  const BriefEvent* event;
  double first;
};

struct Split {
  std::vector<Dated> dated;
  std::vector<const BriefEvent*> undated;  // the year is not known
};

Split split_by_year(const std::vector<BriefEvent>& events) {
  Split split;
  for (const BriefEvent& event : events) {
    const auto days = days_of(event.value);
    if (days) {
      split.dated.push_back({&event, days->first});
    } else {
      split.undated.push_back(&event);
    }
  }
  std::ranges::stable_sort(split.dated, {}, &Dated::first);
  std::ranges::stable_sort(split.undated, {},
                           [](const BriefEvent* event) -> const std::string& { return event->value; });
  return split;
}

// A sentence of a document is set like one.
bool is_quoted(const BriefEvent& event) {
  return std::ranges::any_of(event.quotes,
                             [&](const Quote& quote) { return quote.context == event.summary; });
}

void put_event(Page& page, const BriefEvent& event) {
  constexpr std::array kSigns{"●", "◆", "▬"};
  const auto lane = static_cast<std::size_t>(lane_of(event));
  put(page.html,
      R"(<article class="item event"><p class="when"><b class="date">{}</b> <span class="quiet">{}</span></p>)",
      event.value, event.precision);
  put(page.html,
      R"(<div><p class="meta"><span class="chip lane-{}"><span aria-hidden="true">{}</span> {}</span></p>)",
      lane, kSigns[lane], lane_title(lane_of(event)));
  put(page.html, R"(<p class="what{}" dir="auto">{}</p>)", is_quoted(event) ? " sample" : "", event.summary);
  put_evidence(page.html, page.documents, event.quotes);
  page.html += "</div></article>\n";
}

void put_chart(Page& page) {
  const Chart chart = draw_timeline(page.brief.timeline);
  if (chart.svg.empty()) return;
  put(page.html,
      R"(<figure class="chart">{}<figcaption class="quiet">A dot is a day, a bar a month, a year or a span of time; a pale bar has no known end.{}</figcaption></figure>)",
      Raw{chart.svg},
      chart.off_axis ? fmt::format(" {} far from the others, not drawn but in the list.",
                                   count_of(chart.off_axis, "event lies", "events lie"))
                     : "");
}

void put_dated(Page& page, const std::vector<Dated>& dated) {
  Capped capped(page.html, dated.size(), kShown, "events");
  for (const Dated& entry : dated) {
    capped.next();
    put_event(page, *entry.event);
  }
}

void put_undated(Page& page, const std::vector<const BriefEvent*>& undated) {
  if (undated.empty()) return;
  put(page.html,
      R"(<h3 id="no-year">Year not known <span class="total">{}</span></h3><p class="lead">The documents do not say which year, and no publication date is known that would tell.</p>)",
      grouped(undated.size()));
  Capped capped(page.html, undated.size(), kShown, "events");
  for (const BriefEvent* event : undated) {
    capped.next();
    put_event(page, *event);
  }
}

}  // namespace

void write_timeline(Page& page) {
  if (page.brief.timeline.empty()) return;
  open_section(page.html, "timeline", "Timeline", grouped(page.brief.timeline.size()));
  put_chart(page);
  const Split split = split_by_year(page.brief.timeline);
  put_dated(page, split.dated);
  put_undated(page, split.undated);
  close_section(page.html);
}

}  // namespace muster::report
