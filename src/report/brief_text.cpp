#include "report/brief_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/claim_tree.hpp"
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
constexpr std::size_t kNarrowestWidth = 40;

// Writes lines of the brief; knows the width and the documents.
class Writer {
 public:
  Writer(const Brief& brief, const TextOptions& options)
      : documents_(brief),
        options_(options),
        width_(options.width > 0
                   ? std::max<std::size_t>(static_cast<std::size_t>(options.width), kNarrowestWidth)
                   : 80) {}

  void heading(std::string_view title) { out_ += '\n' + inked(title, Ink::kBold, options_) + '\n'; }

  // A label in a column of its own, then text cut to one line.
  void line(std::string_view label, std::string_view text, Ink ink = Ink::kDim) {
    const std::string words = cut_to(one_line(text), width_ - kIndent - kLabel);
    out_.append(kIndent, ' ').append(inked(pad_to(label, kLabel), ink, options_)).append(words) += '\n';
  }

  // As line(), wrapped to up to `lines` lines.
  void wrapped(std::string_view label, std::string_view text, std::size_t lines, Ink ink = Ink::kDim) {
    const std::size_t room = width_ - kIndent - kLabel;
    std::vector<std::string> parts = wrap_to(one_line(text), room);
    if (parts.size() > lines) {
      parts[lines - 1] = cut_to(parts[lines - 1] + ' ' + parts[lines], room);
      parts.resize(lines);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      out_.append(kIndent, ' ')
          .append(i ? std::string(kLabel, ' ') : inked(pad_to(label, kLabel), ink, options_));
      out_.append(parts[i]) += '\n';
    }
  }

  // speaker: “words” [file, place]: the words give way, so that it stays within two lines.
  void quoted(std::string_view label, std::string_view head, std::string_view words, std::string_view tail,
              Ink ink) {
    const std::size_t room = width_ - kIndent - kLabel;
    const std::string end = tail.empty() ? "" : " [" + cut_to(one_line(tail), room / 2) + "]";
    const std::string start = cut_to(one_line(head), room / 2) + ": ";
    const std::size_t taken = columns_of(start) + columns_of(end) + 2;
    constexpr std::size_t kLostToBreaks = 12;
    const std::string inside =
        cut_to(one_line(words), 2 * room - std::min(2 * room - 8, taken + kLostToBreaks));
    wrapped(label, start + "“" + inside + "”" + end, 2, ink);
  }

  void more(std::size_t total, std::size_t shown, std::string_view plural) {
    if (total > shown) line("", fmt::format("… and {} more {}", grouped(total - shown), plural));
  }

  void plain(std::string_view text, Ink ink) {
    for (const std::string& part : wrap_to(one_line(text), width_)) out_ += inked(part, ink, options_) + '\n';
  }

  [[nodiscard]] std::string where(const std::vector<Quote>& quotes) const {
    if (quotes.empty()) return {};
    const Quote& quote = quotes.front();
    return fmt::format("{}{}{}", documents_.name(quote.document), quote.part.empty() ? "" : ", ", quote.part);
  }

  [[nodiscard]] std::string row(const RowRef& row) const {
    return fmt::format("{} ({}, row {})", row.name, documents_.name(row.document), row.row);
  }

  [[nodiscard]] const Documents& documents() const { return documents_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static constexpr std::size_t kIndent = 2;
  static constexpr std::size_t kLabel = 12;

  Documents documents_;
  TextOptions options_;
  std::size_t width_;
  std::string out_;
};

Ink ink_of(model::Verdict verdict) {
  return verdict == model::Verdict::kSame ? Ink::kGreen
                                          : (verdict == model::Verdict::kUnsure ? Ink::kYellow : Ink::kDim);
}

const char* word_of(model::Verdict verdict) {
  return verdict == model::Verdict::kSame ? "same"
                                          : (verdict == model::Verdict::kUnsure ? "undecided" : "on no list");
}

void write_top(Writer& w, const Brief& b, const Figures& f) {
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

void write_findings(Writer& w, const Brief& b) {
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

void write_pairs(Writer& w, const Brief& b, model::Verdict verdict) {
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

std::string paper_text(const Writer& w, const BriefPaper& paper) {
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

void write_papers(Writer& w, const Brief& b) {
  std::vector<const BriefPaper*> papers;
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

void write_named(Writer& w, const Brief& b) {
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

void write_dates(Writer& w, const Brief& b) {
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

void write_people(Writer& w, const Brief& b) {
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

void write_claims(Writer& w, const Brief& b) {
  if (b.claims.empty()) return;
  w.heading("CLAIMS");
  std::size_t shown = 0;
  for (const DocumentClaims& group : claims_by_document(b.claims)) {
    for (const PlacedClaim& placed : group.claims) {
      if (shown == kClaims) break;
      ++shown;
      const BriefClaim& claim = *placed.claim;
      const bool denied = claim.stance == model::Stance::kDenied;
      const bool plain = claim.stance == model::Stance::kAsserted;
      w.quoted(model::to_string(claim.stance), speaker_of(claim), claim.content, w.where(claim.quotes),
               denied ? Ink::kRed : (plain ? Ink::kDim : Ink::kYellow));
    }
  }
  w.more(b.claims.size(), shown, "claims");
}

void write_timeline(Writer& w, const Brief& b) {
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

void write_places(Writer& w, const Brief& b) {
  if (b.places.empty()) return;
  w.heading("PLACES");
  std::size_t shown = 0;
  for (const bool decided : {false, true}) {
    for (const BriefPlace& place : b.places) {
      if ((place.chosen >= 0) != decided || shown == kPlaces) continue;
      ++shown;
      w.line(decided ? "decided" : "undecided", fmt::format("{}: {}", place.text, place.why),
             decided ? Ink::kDim : Ink::kYellow);
    }
  }
  w.more(b.places.size(), shown, "places");
}

void write_problems(Writer& w, const Brief& b) {
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
  Writer writer(brief, options);
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
