#include "engine/build_brief.hpp"

#include <algorithm>
#include <map>

#include "engine/people.hpp"
#include "engine/quoting.hpp"
#include "weigh/weigh.hpp"

namespace muster::engine {
namespace {

using report::Brief;

void lay_out_documents(const CaseView& view, Brief& brief) {
  for (const auto& [id, d, extraction] : view.documents()) {
    brief.documents.push_back({id, d.name, d.path, d.sha256, d.media_type, d.title, d.publisher, d.published,
                               d.published_how, d.language, d.url, d.problems});
    for (const auto& problem : d.problems)
      brief.problems.push_back({d.path, problem.where, problem.what, problem.remedy});
  }
}

base::Result<void> lay_out_refused(const store::Case& from, Brief& brief) {
  const auto refused = from.refused();
  if (!refused) return std::unexpected(refused.error());
  for (const auto& [path, problem, at] : *refused) {
    brief.problems.push_back(
        {path, problem.where == path ? "" : problem.where, problem.what, problem.remedy});
  }
  return {};
}

std::string join_text(const model::Document& document, const std::vector<model::Span>& spans) {
  std::string joined;
  for (const auto span : spans) {
    if (!joined.empty()) joined += " … ";
    joined += text_at(document, span);
  }
  return joined;
}

void lay_out_claims(const CaseView& view, Brief& brief) {
  for (const auto& [id, document, extraction] : view.documents()) {
    const auto first = static_cast<std::int64_t>(brief.claims.size()) + 1;
    for (const auto& claim : extraction.claims) {
      report::BriefClaim out;
      out.id = static_cast<std::int64_t>(brief.claims.size()) + 1;
      out.parent = claim.parent < 0 ? 0 : first + claim.parent;
      out.document = id;
      out.speaker = claim.speaker;
      out.speaker_why = claim.speaker_why;
      out.source = join_text(document, claim.source);
      out.cue = join_text(document, claim.cue);
      out.content = join_text(document, claim.content);
      out.said_on = claim.said_on;
      out.on_word_of = claim.on_word_of;
      out.stance = claim.stance;
      out.kind = claim.kind;
      for (const auto* spans : {&claim.content, &claim.source, &claim.cue}) {
        for (const auto span : *spans) out.quotes.push_back(view.quote(id, span));
      }
      brief.claims.push_back(std::move(out));
    }
  }
}

std::vector<weigh::CountedList> counted_lists(const CaseView& view, const Brief& brief) {
  std::vector<weigh::CountedList> lists;
  std::size_t next = 0;
  for (const auto& holder : view.documents()) {
    for (const auto& list : holder.extraction.lists) {
      const auto& laid_out = brief.lists.at(next++);
      const std::string name =
          holder.document.name + (laid_out.sheet.empty() ? "" : ", sheet " + laid_out.sheet);
      lists.push_back(
          {{holder.id, list.span}, name, laid_out.rows, laid_out.people, laid_out.undecided_pairs, "people"});
    }
  }
  return lists;
}

void lay_out_findings(const CaseView& view, Brief& brief) {
  std::vector<weigh::Source> sources;
  for (const auto& holder : view.documents())
    sources.push_back({holder.id, &holder.document, &holder.extraction});
  const auto lists = counted_lists(view, brief);
  for (const auto& finding : weigh::weigh(sources, lists)) {
    report::BriefFinding out{finding.kind, finding.rule, finding.summary, finding.not_checked, {}};
    for (const auto& anchor : finding.anchors) out.quotes.push_back(view.quote(anchor.document, anchor.span));
    brief.findings.push_back(std::move(out));
  }
  for (const auto& event : weigh::timeline(sources)) {
    const std::string summary(text_at(view.at(event.anchor.document).document, event.sentence));
    report::BriefEvent out{event.value, event.precision, event.lane, summary, {}};
    if (event.anchor.span.begin != event.anchor.span.end)
      out.quotes.push_back(view.quote(event.anchor.document, event.anchor.span));
    if (out.summary.empty()) out.summary = view.at(event.anchor.document).document.name + " published";
    brief.timeline.push_back(std::move(out));
  }
}

// Mentions of one name with the same outcome in one document stand together.
void lay_out_places(const CaseView& view, Brief& brief) {
  for (const auto& holder : view.documents()) {
    std::map<std::pair<std::string, std::string>, std::size_t> known;
    for (const auto& place : holder.extraction.places) {
      const std::string text(text_at(holder.document, place.span));
      const std::string chosen =
          place.chosen < 0 ? "" : place.candidates.at(static_cast<std::size_t>(place.chosen)).id;
      const auto [at, fresh] = known.emplace(std::pair(text, chosen), brief.places.size());
      if (fresh) brief.places.push_back({text, place.candidates, place.chosen, place.why, {}});
      brief.places[at->second].quotes.push_back(view.quote(holder.id, place.span));
    }
  }
}

}  // namespace

base::Result<Brief> build_brief(const store::Case& from) {
  const auto view = CaseView::load(from);
  if (!view) return std::unexpected(view.error());
  const auto judgements = from.judgements();
  if (!judgements) return std::unexpected(judgements.error());
  Brief brief;
  brief.version = MUSTER_VERSION;
  brief.case_name = std::filesystem::weakly_canonical(from.folder()).filename().string();
  brief.made = store::now_utc();
  lay_out_documents(*view, brief);
  if (auto done = lay_out_refused(from, brief); !done) return std::unexpected(done.error());
  lay_out_people(*view, resolve_people(*view, *judgements), brief);
  lay_out_claims(*view, brief);
  lay_out_findings(*view, brief);
  lay_out_places(*view, brief);
  return brief;
}

}  // namespace muster::engine
