// who, claims, timeline, findings: parts of the brief as rows.
#include <fmt/format.h>

#include <functional>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "engine/build_brief.hpp"
#include "report/table.hpp"
#include "store/case.hpp"
#include "text/letters.hpp"

namespace muster::cli {
namespace {

using report::Brief;
using report::Quote;
using report::Table;

// Opens the case, builds its brief, prints the table that `rows` makes of it.
int list(const Arguments& arguments, const std::function<Table(const Brief&)>& rows) {
  const auto opened = store::Case::open(arguments.positional[0]);
  if (!opened) return report_error(opened.error());
  const auto brief = engine::build_brief(*opened);
  if (!brief) return report_error(brief.error());
  const Table table = rows(*brief);
  print(report::write_table(table, output_format(arguments.value("format")), text_options()));
  return table.rows.empty() ? kNothingFound : kFine;
}

std::string name_of(const Brief& brief, model::DocumentId id) {
  for (const auto& document : brief.documents) {
    if (document.id == id) return document.name;
  }
  return {};
}

std::string place_of(const Brief& brief, const Quote& quote) {
  return fmt::format("{}, {} ({}-{})", name_of(brief, quote.document), quote.part, quote.start, quote.end);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between = "; ") {
  return fmt::format("{}", fmt::join(parts, between));
}

bool holds(const std::string& text, const std::string& part) {
  return text::lower(text).find(text::lower(part)) != std::string::npos;
}

std::string row_name(const Brief& brief, const report::RowRef& row) {
  return fmt::format("{} row {}", name_of(brief, row.document), row.row);
}

Table people(const Brief& brief) {
  Table table{{"id", "name", "names", "rows", "papers"}, {}};
  for (const auto& person : brief.persons) {
    std::vector<std::string> rows;
    for (const auto& row : person.rows) rows.push_back(row_name(brief, row));
    std::vector<std::string> papers;
    for (const auto paper : person.papers) papers.push_back(name_of(brief, paper));
    table.rows.push_back({person.id, person.name, joined(person.names), joined(rows), joined(papers)});
  }
  return table;
}

Table pairs(const Brief& brief) {
  Table table{{"left", "right", "left_name", "right_name", "left_place", "right_place", "probability",
               "verdict", "why"},
              {}};
  for (const auto& pair : brief.doubles) {
    table.rows.push_back({pair.left_id, pair.right_id, pair.left.name, pair.right.name,
                          row_name(brief, pair.left), row_name(brief, pair.right), pair.probability,
                          std::string(to_string(pair.verdict)), joined(pair.why)});
  }
  for (const auto& paper : brief.papers) {
    for (std::size_t i = 0; i < paper.links.size(); ++i) {
      const auto& link = paper.links[i];
      const auto verdict = i == 0 ? paper.verdict : model::Verdict::kUnsure;
      table.rows.push_back({paper.id, link.row_id, paper.name, link.row.name, name_of(brief, paper.document),
                            row_name(brief, link.row), link.probability, std::string(to_string(verdict)),
                            joined(link.why)});
    }
  }
  for (const auto& named : brief.named) {
    for (const auto& link : named.links) {
      table.rows.push_back({named.id, link.row_id, named.name, link.row.name,
                            place_of(brief, named.quotes.front()), row_name(brief, link.row),
                            link.probability, std::string(to_string(named.verdict)), joined(link.why)});
    }
  }
  return table;
}

}  // namespace

int run_who(const Arguments& arguments) {
  return list(arguments, arguments.has("pairs") ? pairs : people);
}

int run_claims(const Arguments& arguments) {
  return list(arguments, [&](const Brief& brief) {
    Table table{{"id", "speaker", "stance", "kind", "content", "said_on", "on_word_of", "source", "cue",
                 "parent", "place"},
                {}};
    for (const auto& c : brief.claims) {
      const std::string stance = to_string(c.stance);
      if (!holds(c.speaker, arguments.value("speaker")) ||
          (!arguments.value("stance").empty() && stance != arguments.value("stance")))
        continue;
      table.rows.push_back({c.id, c.speaker, stance, std::string(to_string(c.kind)), c.content, c.said_on,
                            joined(c.on_word_of), c.source, c.cue,
                            c.parent == 0 ? report::Cell() : report::Cell(c.parent),
                            c.quotes.empty() ? "" : place_of(brief, c.quotes.front())});
    }
    return table;
  });
}

int run_timeline(const Arguments& arguments) {
  return list(arguments, [](const Brief& brief) {
    Table table{{"date", "precision", "lane", "summary", "place"}, {}};
    for (const auto& event : brief.timeline) {
      table.rows.push_back({event.value, event.precision, event.lane, event.summary,
                            event.quotes.empty() ? "" : place_of(brief, event.quotes.front())});
    }
    return table;
  });
}

int run_findings(const Arguments& arguments) {
  return list(arguments, [&](const Brief& brief) {
    Table table{{"kind", "rule", "summary", "quotes", "not_checked"}, {}};
    for (const auto& finding : brief.findings) {
      const std::string kind = to_string(finding.kind);
      if (!arguments.value("kind").empty() && kind != arguments.value("kind")) continue;
      std::vector<std::string> quotes;
      for (const auto& quote : finding.quotes)
        quotes.push_back(fmt::format("“{}” [{}]", quote.text, place_of(brief, quote)));
      table.rows.push_back(
          {kind, finding.rule, finding.summary, joined(quotes), joined(finding.not_checked)});
    }
    return table;
  });
}

}  // namespace muster::cli
