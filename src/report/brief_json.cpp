#include "report/brief_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/wording.hpp"

namespace muster::report {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

template <class Item>
Json list_of(const std::vector<Item>& items, Json (*write)(const Item&)) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(write(item));
  return list;
}

Json quote(const Quote& q) {
  return {{"document", q.document},
          {"start", q.start},
          {"end", q.end},
          {"text", q.text},
          {"part", q.part},
          {"context", q.context},
          {"context_start", q.context_start}};
}

Json quotes(const std::vector<Quote>& all) {
  return list_of(all, quote);
}

model::DocumentId first_document(const std::vector<Quote>& all) {
  return all.empty() ? 0 : all.front().document;
}

Json problem_of_document(const model::Problem& p) {
  return {{"what", p.what}, {"where", p.where}, {"remedy", p.remedy}, {"fatal", p.fatal}};
}

Json document(const BriefDocument& d) {
  return {{"id", d.id},
          {"name", d.name},
          {"path", d.path},
          {"sha256", d.sha256},
          {"media_type", d.media_type},
          {"title", d.title},
          {"publisher", d.publisher},
          {"published", d.published},
          {"published_how", d.published_how},
          {"language", d.language},
          {"url", d.url},
          {"problems", list_of(d.problems, problem_of_document)}};
}

Json list(const BriefList& l) {
  return {{"document", l.document},
          {"sheet", l.sheet},
          {"rows", l.rows},
          {"people", l.people},
          {"undecided_pairs", l.undecided_pairs},
          {"quotes", quotes(l.quotes)}};
}

Json row(const RowRef& r) {
  return {{"document", r.document}, {"row", r.row}, {"name", r.name}};
}

Json row_without_name(const RowRef& r) {
  return {{"document", r.document}, {"row", r.row}};
}

Json person(const BriefPerson& p) {
  return {{"id", p.id},
          {"name", p.name},
          {"names", p.names},
          {"rows", list_of(p.rows, row_without_name)},
          {"papers", p.papers}};
}

Json double_(const BriefDouble& d) {
  return {{"left", row(d.left)},
          {"right", row(d.right)},
          {"left_id", d.left_id},
          {"right_id", d.right_id},
          {"probability", number(d.probability)},
          {"verdict", model::to_string(d.verdict)},
          {"judged", d.judged},
          {"why", d.why},
          {"quotes", quotes(d.quotes)}};
}

Json link(const BriefLink& l) {
  Json json = row(l.row);
  json["probability"] = number(l.probability);
  json["why"] = l.why;
  return json;
}

// A link is a decision: without one there are only candidates.
Json decided_link(model::Verdict verdict, const std::vector<BriefLink>& links) {
  return verdict == model::Verdict::kSame && !links.empty() ? link(links.front()) : Json(nullptr);
}

const char* on_list(model::Verdict verdict) {
  return verdict == model::Verdict::kDifferent ? "none" : model::to_string(verdict);
}

Json paper(const BriefPaper& p) {
  return {{"document", p.document},        {"id", p.id},         {"name", p.name},
          {"native_name", p.native_name},  {"number", p.number}, {"birth_date", p.birth_date},
          {"country", p.country},          {"checks", p.checks}, {"link", decided_link(p.verdict, p.links)},
          {"verdict", on_list(p.verdict)}, {"why", p.why},       {"candidates", list_of(p.links, link)},
          {"quotes", quotes(p.quotes)}};
}

Json mention(const BriefNamed& n) {
  return {{"document", first_document(n.quotes)},
          {"text", n.quotes.empty() ? n.name : n.quotes.front().text},
          {"name", n.name},
          {"link", decided_link(n.verdict, n.links)},
          {"verdict", on_list(n.verdict)},
          {"candidates", list_of(n.links, link)},
          {"quotes", quotes(n.quotes)}};
}

Json spelling(const Spelling& s) {
  return {{"value", s.value}, {"rows", s.rows}};
}

Json group(const BriefGroup& g) {
  return {{"value", g.value}, {"rows", g.rows}, {"spellings", list_of(g.spellings, spelling)}};
}

Json date(const BriefDate& d) {
  return {{"kind", d.impossible ? "impossible" : "doubtful"},
          {"document", d.document},
          {"row", d.row},
          {"column", d.column},
          {"value", d.value},
          {"why", d.why},
          {"quotes", quotes(d.quotes)}};
}

Json people(const Brief& b) {
  return {{"lists", list_of(b.lists, list)},        {"persons", list_of(b.persons, person)},
          {"doubles", list_of(b.doubles, double_)}, {"papers", list_of(b.papers, paper)},
          {"mentions", list_of(b.named, mention)},  {"units", list_of(b.units, group)},
          {"roles", list_of(b.roles, group)},       {"dates", list_of(b.dates, date)}};
}

Json claim(const BriefClaim& c) {
  return {{"id", c.id},
          {"document", c.document},
          {"speaker", c.speaker},
          {"speaker_why", c.speaker_why},
          {"source", c.source},
          {"on_word_of", c.on_word_of},
          {"stance", model::to_string(c.stance)},
          {"kind", model::to_string(c.kind)},
          {"cue", c.cue},
          {"content", c.content},
          {"said_on", c.said_on},
          {"parent", c.parent ? Json(c.parent) : Json(nullptr)},
          {"quotes", quotes(c.quotes)}};
}

Json finding(const BriefFinding& f) {
  return {{"kind", model::to_string(f.kind)},
          {"rule", f.rule},
          {"summary", f.summary},
          {"quotes", quotes(f.quotes)},
          {"not_checked", f.not_checked}};
}

Json event(const BriefEvent& e) {
  return {{"value", e.value},
          {"precision", e.precision},
          {"lane", e.lane},
          {"summary", e.summary},
          {"quotes", quotes(e.quotes)}};
}

Json candidate(const model::PlaceCandidate& c) {
  return {{"id", c.id},
          {"name", c.name},
          {"country", c.country},
          {"region", c.region},
          {"lat", number(c.latitude)},
          {"lon", number(c.longitude)},
          {"probability", number(c.probability)}};
}

Json place(const BriefPlace& p) {
  const model::PlaceCandidate* chosen = chosen_of(p);
  return {{"document", first_document(p.quotes)},
          {"text", p.text},
          {"candidates", list_of(p.candidates, candidate)},
          {"chosen", chosen ? candidate(*chosen) : Json(nullptr)},
          {"why", p.why},
          {"quotes", quotes(p.quotes)}};
}

Json problem(const BriefProblem& p) {
  return {{"file", p.file}, {"where", p.where}, {"what", p.what}, {"remedy", p.remedy}};
}

}  // namespace

std::string brief_json(const Brief& brief) {
  const Json json = {{"muster", brief.version},
                     {"case", brief.case_name},
                     {"made", brief.made},
                     {"documents", list_of(brief.documents, document)},
                     {"people", people(brief)},
                     {"claims", list_of(brief.claims, claim)},
                     {"findings", list_of(brief.findings, finding)},
                     {"timeline", list_of(brief.timeline, event)},
                     {"places", list_of(brief.places, place)},
                     {"problems", list_of(brief.problems, problem)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace muster::report
