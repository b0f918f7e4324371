// Findings of the brief: what the documents say about one another, the most urgent first.
#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kShown = 40;  // findings of one kind

void put_finding(Page& page, const BriefFinding& finding, std::size_t number) {
  put(page.html,
      R"(<article class="item finding kind-{}" id="finding-{}"><p class="summary" dir="auto">{}</p>)",
      static_cast<int>(finding.kind), number, finding.summary);
  put_evidence(page.html, page.documents, finding.quotes, is_urgent(finding.kind), "pair");
  if (!finding.not_checked.empty()) {
    page.html += R"(<p class="note"><b>Not checked:</b></p><ul class="unchecked">)";
    for (const std::string& line : finding.not_checked) put(page.html, R"(<li dir="auto">{}</li>)", line);
    page.html += "</ul>";
  }
  put(page.html, R"(<p class="rule quiet">rule: {}</p></article>)", finding.rule);
  page.html += '\n';
}

}  // namespace

void write_findings(Page& page) {
  if (page.brief.findings.empty()) return;
  open_section(page.html, "findings", "Findings", grouped(page.brief.findings.size()));
  const std::vector<const BriefFinding*> ordered = by_urgency(page.brief.findings);
  for (std::size_t first = 0; first < ordered.size();) {
    std::size_t last = first;
    while (last < ordered.size() && ordered[last]->kind == ordered[first]->kind) ++last;
    put(page.html, R"(<h3>{} <span class="total">{}</span></h3><p class="lead">{}</p>)",
        heading_of(ordered[first]->kind), grouped(last - first), meaning_of(ordered[first]->kind));
    Capped capped(page.html, last - first, kShown, "findings");
    for (; first < last; ++first) {
      capped.next();
      put_finding(page, *ordered[first], first + 1);
    }
  }
  close_section(page.html);
}

}  // namespace muster::report
