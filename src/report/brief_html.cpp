#include "report/brief_html.hpp"

#include <array>

#include "base/embedded.hpp"
#include "report/html.hpp"
#include "report/html_sections.hpp"
#include "report/page_frame.hpp"

MUSTER_EMBEDDED(report_brief_html)
MUSTER_EMBEDDED(report_brief_css)
MUSTER_EMBEDDED(report_brief_js)
MUSTER_EMBEDDED(report_how_to_read_html)

namespace muster::report {
namespace {

void put_link(std::string& out, std::string_view section, std::string_view title, std::size_t count) {
  if (count)
    put(out, R"(<li><a href="#{}">{} <span class="total">{}</span></a></li>)", section, title,
        grouped(count));
}

std::string contents_of(const Brief& b, const Figures& figures) {
  std::string out = R"(<li><a href="#top">Overview</a></li>)";
  const std::size_t persons = figures.people ? figures.people : b.persons.size();
  put_link(out, "findings", "Findings", b.findings.size());
  if (has_people(b))
    put_link(out, "people", "People", persons ? persons : b.papers.size() + b.named.size() + b.dates.size());
  put_link(out, "claims", "Claims", b.claims.size());
  put_link(out, "timeline", "Timeline", b.timeline.size());
  put_link(out, "places", "Places", b.places.size());
  put_link(out, "problems", "Problems", b.problems.size());
  put_link(out, "documents", "Documents", b.documents.size());
  return out + R"(<li><a href="#reading">How to read this</a></li>)";
}

Page written(const Brief& brief) {
  Page page(brief);
  write_overview(page);
  write_findings(page);
  write_people(page);
  write_claims(page);
  write_timeline(page);
  write_places(page);
  write_problems(page);
  write_documents(page);
  return page;
}

}  // namespace

std::string brief_html_main(const Brief& brief) {
  return written(brief).html;
}

std::string brief_html(const Brief& brief) {
  const Page page = written(brief);
  const std::string contents = contents_of(brief, page.figures);
  const std::string title = escape_file_name(brief.case_name);
  const std::string security = content_policy(MUSTER_BYTES(report_brief_css), MUSTER_BYTES(report_brief_js));
  return filled(MUSTER_BYTES(report_brief_html),
                std::array<std::pair<std::string_view, std::string_view>, 7>{{
                    {"policy", security},
                    {"title", title},
                    {"style", MUSTER_BYTES(report_brief_css)},
                    {"contents", contents},
                    {"main", page.html},
                    {"reading", MUSTER_BYTES(report_how_to_read_html)},
                    {"script", MUSTER_BYTES(report_brief_js)},
                }});
}

}  // namespace muster::report
