// The top of the page: what was read, the key figures, what to look at first.
#include <algorithm>

#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"

namespace muster::report {
namespace {

void put_figure(Page& page, std::string_view section, std::size_t value, std::string_view one,
                std::string_view many, std::string_view note) {
  const std::string_view label = value == 1 ? one : many;
  put(page.html, R"(<li class="figure"><span class="value">{}</span>)", grouped(value));
  if (value > 0) {
    put(page.html, R"( <a class="label" href="#{}">{}</a>)", section, label);
  } else {
    put(page.html, R"( <span class="label">{}</span>)", label);
  }
  if (!note.empty()) put(page.html, R"( <span class="quiet">{}</span>)", note);
  page.html += "</li>\n";
}

std::string conflicts_note(const Figures& f) {
  return f.conflicts ? count_of(f.conflicts, "conflict") : "no conflicts";
}

void put_figures(Page& page) {
  const Brief& b = page.brief;
  const Figures& f = page.figures;
  page.html += R"(<ul class="figures">)";
  put_figure(page, "documents", b.documents.size(), "document", "documents", "");
  put_figure(page, "people", f.people, "person", "people",
             b.lists.empty() ? "no lists" : "in " + count_of(f.rows, "row"));
  put_figure(page, "papers", b.papers.size(), "paper", "papers",
             b.papers.empty() ? "" : fmt::format("{} on a list", grouped(f.linked_papers)));
  put_figure(page, "claims", b.claims.size(), "claim", "claims", "");
  put_figure(page, "findings", b.findings.size(), "finding", "findings",
             b.findings.empty() ? "" : conflicts_note(f));
  put_figure(page, "problems", b.problems.size(), "problem", "problems", "");
  page.html += "</ul>\n";
}

void put_pointer(Page& page, std::size_t count, std::string_view target, std::string_view one,
                 std::string_view many, std::string_view rest) {
  if (count == 0) return;
  put(page.html, R"(<li><a href="#{}">{}</a> {}</li>)", target, count_of(count, one, many), rest);
}

// The conflicts themselves, up to three; the rest as a number.
void put_conflicts(Page& page) {
  constexpr std::size_t kSaid = 3;
  const std::size_t total = page.figures.conflicts;
  const std::vector<const BriefFinding*> ordered = by_urgency(page.brief.findings);
  for (std::size_t i = 0; i < std::min(total, kSaid); ++i) {
    put(page.html,
        R"(<li class="conflict"><a href="#finding-{}">Conflict</a> <span dir="auto">{}</span></li>)", i + 1,
        ordered[i]->summary);
  }
  if (total > kSaid)
    put_pointer(page, total - kSaid, "findings", "more conflict", "more conflicts",
                "between what the documents say");
}

// "2031-03-09T12:00:00Z" as "2031-03-09 12:00 UTC"; anything else as it is.
std::string readable_time(const std::string& made) {
  if (made.size() != 20 || made[10] != 'T' || made.back() != 'Z') return made;
  return fmt::format("{} {} UTC", made.substr(0, 10), made.substr(11, 5));
}

void put_pointers(Page& page) {
  const Figures& f = page.figures;
  const std::size_t before = page.html.size();
  page.html += R"(<h2>Look at these first</h2><ul class="pointers">)";
  const std::size_t empty = page.html.size();
  put_conflicts(page);
  put_pointer(page, f.undecided_pairs, "doubles", "pair of rows", "pairs of rows",
              "that may be one person: undecided");
  put_pointer(page, f.sure_pairs, "doubles", "pair of rows", "pairs of rows", "taken for one person");
  put_pointer(page, f.undecided_papers, "papers", "paper", "papers",
              "that may belong to somebody on a list: undecided");
  put_pointer(page, f.unlisted_papers, "papers", "paper", "papers", "of people on no list");
  put_pointer(page, f.impossible_dates, "dates", "impossible date", "impossible dates", "on the lists");
  put_pointer(page, f.doubtful_dates, "dates", "doubtful date", "doubtful dates", "on the lists");
  put_pointer(page, f.undecided_places, "places", "place", "places",
              "that could be more than one: undecided");
  put_pointer(page, f.problems, "problems", "problem", "problems", "with reading the files");
  const bool nothing = page.html.size() == empty;
  page.html += "</ul>\n";
  if (nothing) page.html.resize(before);
}

}  // namespace

void write_overview(Page& page) {
  put(page.html,
      R"(<header class="top" id="top"><p class="kind">Brief</p><h1 dir="auto">{}</h1><p class="quiet">Made <time datetime="{}">{}</time> by Muster {} from {}.</p>)",
      Raw{escape_file_name(page.brief.case_name)}, page.brief.made, readable_time(page.brief.made),
      page.brief.version, count_of(page.brief.documents.size(), "document"));
  put_figures(page);
  put_pointers(page);
  page.html += "</header>\n";
}

}  // namespace muster::report
