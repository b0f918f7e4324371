#include "report/brief_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/claim_tree.hpp"
#include "report/text_writer.hpp"
#include "report/wording.hpp"

namespace muster::report {
namespace {

constexpr std::size_t kConflicts = 6;
constexpr std::size_t kPairs = 6;
constexpr std::size_t kPapers = 8;
constexpr std::size_t kNamed = 5;
constexpr std::size_t kDates = 4;
constexpr std::size_t kClaims = 12;
constexpr std::size_t kEvents = 8;
constexpr std::size_t kPlaces = 6;
constexpr std::size_t kProblems = 6;

Ink ink_of(model::Verdict verdict) {
  return verdict == model::Verdict::kSame ? Ink::kGreen
                                          : (verdict == model::Verdict::kUnsure ? Ink::kYellow : Ink::kDim);
}

const char* word_of(model::Verdict verdict) {
  return verdict == model::Verdict::kSame ? "same"
                                          : (verdict == model::Verdict::kUnsure ? "undecided" : "on no list");
}

void write_top(TextWriter& w, const Brief& b, const Figures& f) {
  w.plain(b.case_name, Ink::kBold);
  std::string figures = count_of(b.documents.size(), "document");
  if (f.rows)
    figures += fmt::format(" · {} with {}", count_of(f.rows, "row"), count_of(f.people, "person", "people"));
  if (!b.papers.empty()) figures += " · " + count_of(b.papers.size(), "paper");
  figures +=
      fmt::format(" · {} · {}", count_of(b.claims.size(), "claim"), count_of(b.findings.size(), "finding"));
  if (f.problems) figures += " · " + count_of(f.problems, "problem");
  w.plain(figures, Ink::kDim);
}

const char* label_of(model::FindingKind kind) {
  if (kind == model::FindingKind::kConflict) return "! conflict";
  return kind == model::FindingKind::kSharedQuotation ? "same words" : model::to_string(kind);
}

void write_findings(TextWriter& w, const Brief& b) {
  if (b.findings.empty()) return;
  w.heading("FINDINGS");
  std::size_t shown = 0;
  for (const BriefFinding* finding : by_urgency(b.findings)) {
    if (shown == kConflicts) break;
    ++shown;
    const bool alarm = finding->kind == model::FindingKind::kConflict;
    w.wrapped(label_of(finding->kind), finding->summary, 2, alarm ? Ink::kRed : Ink::kBlue);
  }
  w.more(b.findings.size(), shown, "findings");
}

void write_pairs(TextWriter& w, const Brief& b, model::Verdict verdict) {
  std::size_t shown = 0;
  std::size_t total = 0;
  for (const BriefDouble& pair : b.doubles) {
    if (pair.verdict != verdict || ++total > kPairs) continue;
    ++shown;
    const std::string text = fmt::format("{}  {} {} {}", percent(pair.probability), w.row(pair.left),
                                         verdict == model::Verdict::kSame ? "=" : "?", w.row(pair.right));
    w.wrapped(word_of(verdict), text, 2, ink_of(verdict));
  }
  w.more(total, shown, verdict == model::Verdict::kSame ? "pairs taken for one person" : "undecided pairs");
}

std::string paper_text(const TextWriter& w, const BriefPaper& paper) {
  std::string text = paper.name;
  if (!paper.number.empty()) text += " " + paper.number;
  if (paper.links.empty() || paper.verdict == model::Verdict::kDifferent) return text;
  const BriefLink& best = paper.links.front();
  text += fmt::format(" {} {} {}", paper.verdict == model::Verdict::kSame ? "=" : "?", w.row(best.row),
                      percent(best.probability));
  if (paper.verdict == model::Verdict::kUnsure && paper.links.size() > 1) {
    text +=
        fmt::format(" or {} other", grouped(paper.links.size() - 1)) + (paper.links.size() > 2 ? "s" : "");
  }
  return text;
}

void write_papers(TextWriter& w, const Brief& b) {
  std::vector<const BriefPaper*> papers;
  papers.reserve(b.papers.size());
  for (const BriefPaper& paper : b.papers) papers.push_back(&paper);
  // Papers that are not linked need a reader; linked ones only a glance.
  std::ranges::stable_sort(papers, {},
                           [](const BriefPaper* paper) { return paper->verdict == model::Verdict::kSame; });
  for (std::size_t i = 0; i < std::min(papers.size(), kPapers); ++i) {
    const char* label = papers[i]->verdict == model::Verdict::kSame ? "paper" : word_of(papers[i]->verdict);
    const std::string text = papers[i]->verdict == model::Verdict::kSame
                                 ? paper_text(w, *papers[i])
                                 : "paper: " + paper_text(w, *papers[i]);
    w.wrapped(label, text, 2, ink_of(papers[i]->verdict));
  }
  w.more(papers.size(), kPapers, "papers");
}

void write_named(TextWriter& w, const Brief& b) {
  for (std::size_t i = 0; i < std::min(b.named.size(), kNamed); ++i) {
    const BriefNamed& named = b.named[i];
    std::string text = "named in a report: " + named.name;
    if (!named.links.empty() && named.verdict != model::Verdict::kDifferent) {
      text += fmt::format(" {} {}", named.verdict == model::Verdict::kSame ? "=" : "?",
                          w.row(named.links.front().row));
    }
    w.wrapped(word_of(named.verdict), text, 2, ink_of(named.verdict));
  }
  w.more(b.named.size(), kNamed, "people named in reports");
}

void write_dates(TextWriter& w, const Brief& b) {
  std::size_t shown = 0;
  for (const bool impossible : {true, false}) {
    for (const BriefDate& date : b.dates) {
      if (date.impossible != impossible || shown == kDates) continue;
      ++shown;
      w.line(impossible ? "impossible" : "doubtful",
             fmt::format("{} in {}, row {}: {}", date.value, w.documents().name(date.document), date.row,
                         date.why),
             impossible ? Ink::kRed : Ink::kYellow);
    }
  }
  w.more(b.dates.size(), shown, "dates");
}

void write_people(TextWriter& w, const Brief& b) {
  if (b.lists.empty() && b.doubles.empty() && b.papers.empty() && b.named.empty() && b.dates.empty()) return;
  w.heading("PEOPLE");
  for (const BriefList& list : b.lists) {
    w.wrapped("list",
              fmt::format("{}{}{}: {}", w.documents().name(list.document), list.sheet.empty() ? "" : ", ",
                          list.sheet, people_of(list)),
              2);
  }
  write_pairs(w, b, model::Verdict::kUnsure);
  write_pairs(w, b, model::Verdict::kSame);
  write_papers(w, b);
  write_named(w, b);
  write_dates(w, b);
}

std::string speaker_of(const BriefClaim& claim) {
  if (!claim.speaker.empty()) return claim.speaker;
  return claim.source.empty() ? "nobody named" : claim.source + " (not named)";
}

void write_claim(TextWriter& w, const BriefClaim& claim) {
  const Ink ink = claim.stance == model::Stance::kDenied     ? Ink::kRed
                  : claim.stance == model::Stance::kAsserted ? Ink::kDim
                                                             : Ink::kYellow;
  w.quoted(model::to_string(claim.stance), speaker_of(claim), claim.content, w.where(claim.quotes), ink);
}

void write_claims(TextWriter& w, const Brief& b) {
  if (b.claims.empty()) return;
  w.heading("CLAIMS");
  const std::vector<DocumentClaims> groups = claims_by_document(b.claims);
  const std::size_t of_each =
      std::max<std::size_t>(kClaims / groups.size(), 2);  // no document takes all the room
  std::size_t shown = 0;
  for (const DocumentClaims& group : groups) {
    for (std::size_t i = 0; i < std::min(group.claims.size(), of_each) && shown < kClaims; ++i, ++shown) {
      write_claim(w, *group.claims[i].claim);
    }
  }
  w.more(b.claims.size(), shown, "claims");
}

void write_timeline(TextWriter& w, const Brief& b) {
  std::vector<const BriefEvent*> events;
  for (const BriefEvent& event : b.timeline) {
    if (event.lane != "listed")
      events.push_back(&event);  // every row of a list has dates: too many for a terminal
  }
  if (events.empty()) return;
  w.heading("TIMELINE");
  for (std::size_t i = 0; i < std::min(events.size(), kEvents); ++i) {
    w.line(cut_to(one_line(events[i]->value), 11),
           fmt::format("{}: {}", events[i]->lane, events[i]->summary));
  }
  w.more(b.timeline.size(), std::min(events.size(), kEvents), "dates");
}

void write_places(TextWriter& w, const Brief& b) {
  if (b.places.empty()) return;
  w.heading("PLACES");
  std::size_t shown = 0;
  for (const bool decided : {false, true}) {
    for (const BriefPlace& place : b.places) {
      if ((chosen_of(place) != nullptr) != decided || shown == kPlaces) continue;
      ++shown;
      w.line(decided ? "decided" : "undecided", fmt::format("{}: {}", place.text, place.why),
             decided ? Ink::kDim : Ink::kYellow);
    }
  }
  w.more(b.places.size(), shown, "places");
}

void write_problems(TextWriter& w, const Brief& b) {
  if (b.problems.empty()) return;
  w.heading("PROBLEMS");
  for (std::size_t i = 0; i < std::min(b.problems.size(), kProblems); ++i) {
    const BriefProblem& problem = b.problems[i];
    w.wrapped("!",
              fmt::format("{}{}{}: {}. {}", problem.file, problem.where.empty() ? "" : ", ", problem.where,
                          problem.what, problem.remedy),
              3, Ink::kRed);
  }
  w.more(b.problems.size(), kProblems, "problems");
}

}  // namespace

std::string brief_text(const Brief& brief, const TextOptions& options) {
  TextWriter writer(brief, options);
  write_top(writer, brief, figures_of(brief));
  write_findings(writer, brief);
  write_people(writer, brief);
  write_claims(writer, brief);
  write_timeline(writer, brief);
  write_places(writer, brief);
  write_problems(writer, brief);
  return writer.take();
}

}  // namespace muster::report
