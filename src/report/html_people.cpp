// People of the brief: lists, doubles, papers, people named in reports, units, roles, dates.
#include <algorithm>

#include "report/html.hpp"
#include "report/html_pieces.hpp"
#include "report/html_sections.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kCap = 40;

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : between).append(word);
  return all;
}

void put_lists(Page& page) {
  if (page.brief.lists.empty()) return;
  page.html += R"(<h3 id="lists">Lists: rows and people</h3><div class="cards">)";
  for (const BriefList& list : page.brief.lists) {
    put(page.html, R"(<div class="item card"><p class="head">{})",
        Raw{file_name_html(page.documents, list.document)});
    if (!list.sheet.empty()) put(page.html, R"( <bdi class="quiet">{}</bdi>)", list.sheet);
    put(page.html, R"(</p><p class="pairs"><span><b>{}</b> rows</span> <span><b>{}</b> people</span></p>)",
        grouped(list.rows), grouped(list.people));
    if (list.undecided_pairs) {
      put(page.html,
          R"(<p class="note">{} undecided and counted as two people each: there may be fewer.</p>)",
          count_of(list.undecided_pairs, "pair"));
    }
    put_evidence(page.html, page.documents, list.quotes);
    page.html += "</div>\n";
  }
  page.html += "</div>\n";
}

void put_side(Page& page, const RowRef& row, std::string_view id) {
  put(page.html,
      R"(<div class="side"><span class="name" dir="auto">{}</span><span class="quiet">{}{}<span class="id">{}</span></span></div>)",
      row.name, Raw{row_html(page.documents, row)}, id.empty() ? "" : " · ", id);
}

void put_double(Page& page, const BriefDouble& pair) {
  page.html += R"(<article class="item"><div class="versus">)";
  put_side(page, pair.left, pair.left_id);
  put_side(page, pair.right, pair.right_id);
  put(page.html, R"(</div><p class="meta">{} <span class="probability">probability {}</span>{}</p>)",
      Raw{verdict_chip(pair.verdict)}, percent(pair.probability),
      Raw{pair.judged ? R"( <span class="quiet">decided by a person</span>)" : ""});
  put_reasons(page.html, pair.why);
  put_evidence(page.html, page.documents, pair.quotes, false, "pair");
  page.html += "</article>\n";
}

void put_doubles(Page& page) {
  if (page.brief.doubles.empty()) return;
  page.html += R"(<h3 id="doubles">Rows that may be one person</h3>)";
  std::vector<const BriefDouble*> ordered;
  ordered.reserve(page.brief.doubles.size());
  for (const BriefDouble& pair : page.brief.doubles) ordered.push_back(&pair);
  // What a person must decide comes first.
  std::ranges::stable_sort(ordered, {},
                           [](const BriefDouble* pair) { return pair->verdict != model::Verdict::kUnsure; });
  Capped capped(page.html, ordered.size(), kCap, "pairs");
  for (const BriefDouble* pair : ordered) {
    capped.next();
    put_double(page, *pair);
  }
}

void put_candidate(Page& page, const BriefLink& link) {
  put(page.html,
      R"(<li><p class="meta"><span class="name" dir="auto">{}</span> <span class="quiet">{}</span> <span class="probability">probability {}</span></p>)",
      link.row.name, Raw{row_html(page.documents, link.row)}, percent(link.probability));
  put_reasons(page.html, link.why);
  page.html += "</li>";
}

void put_candidates(Page& page, model::Verdict verdict, const std::vector<BriefLink>& links) {
  if (links.empty()) return;
  const bool decided = verdict == model::Verdict::kSame;
  put(page.html, R"(<p class="quiet">{}</p><ol class="candidates">)",
      decided
          ? (links.size() > 1 ? "Linked to the first of:" : "Linked to:")
          : (verdict == model::Verdict::kUnsure ? "Could be:" : "Nearest rows, none of them near enough:"));
  for (const BriefLink& link : links) put_candidate(page, link);
  page.html += "</ol>\n";
}

void put_field(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) put(out, R"(<div><dt>{}</dt><dd dir="auto">{}</dd></div>)", name, value);
}

void put_paper(Page& page, const BriefPaper& paper) {
  put(page.html,
      R"(<article class="item"><p class="head"><span class="name" dir="auto">{}</span> {}</p><p class="quiet">{}</p><dl class="fields">)",
      paper.name, Raw{verdict_chip(paper.verdict, true)},
      Raw{file_name_html(page.documents, paper.document)});
  put_field(page.html, "Native name", paper.native_name);
  put_field(page.html, "Number", paper.number);
  put_field(page.html, "Born", paper.birth_date);
  put_field(page.html, "Country", paper.country);
  put_field(page.html, "Check digits", paper.checks);
  page.html += "</dl>\n";
  if (!paper.why.empty()) put(page.html, R"(<p class="note" dir="auto">{}</p>)", paper.why);
  put_candidates(page, paper.verdict, paper.links);
  put_evidence(page.html, page.documents, paper.quotes);
  page.html += "</article>\n";
}

void put_papers(Page& page) {
  if (page.brief.papers.empty()) return;
  page.html += R"(<h3 id="papers">Identity papers</h3>)";
  Capped capped(page.html, page.brief.papers.size(), kCap, "papers");
  for (const BriefPaper& paper : page.brief.papers) {
    capped.next();
    put_paper(page, paper);
  }
}

void put_named(Page& page) {
  if (page.brief.named.empty()) return;
  page.html += R"(<h3 id="named">People named in reports</h3>)";
  Capped capped(page.html, page.brief.named.size(), kCap, "people");
  for (const BriefNamed& named : page.brief.named) {
    capped.next();
    put(page.html, R"(<article class="item"><p class="head"><span class="name" dir="auto">{}</span> {}</p>)",
        named.name, Raw{verdict_chip(named.verdict, true)});
    put_candidates(page, named.verdict, named.links);
    put_evidence(page.html, page.documents, named.quotes);
    page.html += "</article>\n";
  }
}

std::string spellings_of(const BriefGroup& group) {
  std::string note;
  for (const Spelling& spelling : group.spellings) {
    if (group.spellings.size() == 1 && spelling.value == group.value) break;
    note += fmt::format("{}{} ({})", note.empty() ? "written " : " · ", spelling.value, spelling.rows);
  }
  return note;
}

void put_groups(Page& page, const std::vector<BriefGroup>& groups, std::string_view title) {
  if (groups.empty()) return;
  std::vector<std::string> notes;
  notes.reserve(groups.size());
  for (const BriefGroup& group : groups) notes.push_back(spellings_of(group));
  std::vector<Bar> bars;
  bars.reserve(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) bars.push_back({groups[i].value, groups[i].rows, notes[i]});
  put(page.html, R"(<div class="group"><h3>{} <span class="total">rows</span></h3>)", title);
  put_bars(page.html, bars);
  page.html += "</div>\n";
}

void put_dates(Page& page) {
  if (page.brief.dates.empty()) return;
  page.html += R"(<h3 id="dates">Dates that cannot or may not be right</h3>)";
  Capped capped(page.html, page.brief.dates.size(), kCap, "dates");
  for (const BriefDate& date : page.brief.dates) {
    capped.next();
    put(page.html,
        R"(<article class="item"><p class="meta"><b class="date">{}</b> <span class="chip {}"><span aria-hidden="true">{}</span> {}</span> <span class="quiet">{}, row {}, <bdi>{}</bdi></span></p><p class="note" dir="auto">{}</p>)",
        date.value, date.impossible ? "impossible" : "doubtful", date.impossible ? "✕" : "?",
        date.impossible ? "impossible" : "doubtful", Raw{file_name_html(page.documents, date.document)},
        date.row, date.column, date.why);
    put_evidence(page.html, page.documents, date.quotes);
    page.html += "</article>\n";
  }
}

void put_person(Page& page, const BriefPerson& person) {
  put(page.html, R"(<li class="item"><span class="name" dir="auto">{}</span>)", person.name);
  std::vector<std::string> others = person.names;
  std::erase(others, person.name);
  if (!others.empty()) put(page.html, R"( <span class="names" dir="auto">{}</span>)", joined(others, " · "));
  std::string where;
  for (const RowRef& row : person.rows) where += (where.empty() ? "" : "; ") + row_html(page.documents, row);
  for (const model::DocumentId paper : person.papers) {
    where += (where.empty() ? "" : "; ") + file_name_html(page.documents, paper);
  }
  put(page.html, R"( <span class="quiet">{}</span></li>)", Raw{where});
}

void put_persons(Page& page) {
  if (page.brief.persons.empty()) return;
  put(page.html,
      R"(<h3 id="everyone">Everyone on the lists and papers <span class="total">{}</span></h3><ul class="persons">)",
      grouped(page.brief.persons.size()));
  // The fold stands between two lists, since a list may hold list items only.
  constexpr std::size_t kShown = 30;
  const bool folded = page.brief.persons.size() > kShown + 10;
  for (std::size_t i = 0; i < page.brief.persons.size(); ++i) {
    if (folded && i == kShown) {
      put(page.html,
          R"(</ul><details class="more"><summary>Show the other {} people</summary><ul class="persons">)",
          grouped(page.brief.persons.size() - kShown));
    }
    put_person(page, page.brief.persons[i]);
  }
  page.html += folded ? "</ul></details>\n" : "</ul>\n";
}

}  // namespace

bool has_people(const Brief& b) {
  return !b.lists.empty() || !b.persons.empty() || !b.papers.empty() || !b.named.empty() || !b.dates.empty();
}

void write_people(Page& page) {
  const Brief& b = page.brief;
  if (!has_people(b)) return;
  open_section(page.html, "people", "People",
               b.lists.empty() ? ""
                               : fmt::format("{} people in {} rows", grouped(page.figures.people),
                                             grouped(page.figures.rows)));
  put_lists(page);
  put_doubles(page);
  put_papers(page);
  put_named(page);
  if (!b.units.empty() || !b.roles.empty()) {
    page.html += R"(<div class="columns">)";
    put_groups(page, b.units, "Units");
    put_groups(page, b.roles, "Roles");
    page.html += "</div>\n";
  }
  put_dates(page);
  put_persons(page);
  close_section(page.html);
}

}  // namespace muster::report
