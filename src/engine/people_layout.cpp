// Lays resolved people out for the brief (lay_out_people of people.hpp).
#include <algorithm>
#include <map>
#include <set>

#include "engine/people.hpp"
#include "resolve/spelling.hpp"

namespace muster::engine {
namespace {

using Kind = PersonSource::Kind;
using model::Verdict;

class Layout {
 public:
  Layout(const CaseView& view, const People& people, report::Brief& brief)
      : view_(view), people_(people), brief_(brief) {
    for (const auto& person : people.sources) by_id_[person.record.id] = &person;
    for (const auto& link : people.resolution.links) {
      links_of_[link.left].push_back(&link);
      links_of_[link.right].push_back(&link);
    }
    for (std::size_t i = 0; i < people.resolution.clusters.size(); ++i) {
      for (const auto& id : people.resolution.clusters[i]) cluster_of_[id] = i;
    }
  }

  void lay_out() {
    persons();
    doubles();
    lists();
    papers();
    named();
    groups("unit", brief_.units);
    groups("position", brief_.roles);
    dates();
  }

 private:
  [[nodiscard]] const PersonSource* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  [[nodiscard]] report::RowRef row_ref(const PersonSource& person) const {
    return {person.document, person.row, person.name()};
  }

  [[nodiscard]] std::vector<report::Quote> quotes_of(const PersonSource& person) const {
    std::vector<report::Quote> quotes;
    for (const auto span : person.spans) quotes.push_back(view_.quote(person.document, span));
    return quotes;
  }

  void add_birth_quote(const PersonSource& person, std::vector<report::Quote>& quotes) const {
    if (const auto* birth = person.first("birthDate"))
      quotes.push_back(view_.quote(person.document, birth->span));
  }

  // A person's number: their cluster's, or their own.
  [[nodiscard]] std::string person_key(const PersonSource& person) const {
    const auto found = cluster_of_.find(person.record.id);
    return found == cluster_of_.end() ? person.record.id : people_.resolution.clusters[found->second].front();
  }

  void persons() {
    std::map<std::string, std::size_t> at;
    for (const auto& source : people_.sources) {
      if (source.kind == Kind::kNamed && !cluster_of_.contains(source.record.id)) continue;
      const auto [where, fresh] = at.emplace(person_key(source), brief_.persons.size());
      if (fresh) brief_.persons.push_back({where->first, source.name(), {}, {}, {}});
      auto& person = brief_.persons[where->second];
      for (const auto& name : source.record.names) {
        if (std::ranges::find(person.names, name) == person.names.end()) person.names.push_back(name);
      }
      if (source.kind == Kind::kRow) person.rows.push_back(row_ref(source));
      if (source.kind == Kind::kPaper) person.papers.push_back(source.document);
    }
  }

  void doubles() {
    for (const auto& link : people_.resolution.links) {
      const auto* left = find(link.left);
      const auto* right = find(link.right);
      if (left == nullptr || right == nullptr || left->kind != Kind::kRow || right->kind != Kind::kRow)
        continue;
      if (link.verdict == Verdict::kDifferent) continue;
      if (std::pair(right->document, right->row) < std::pair(left->document, left->row))
        std::swap(left, right);
      report::BriefDouble pair{row_ref(*left),   row_ref(*right),  left->record.id,
                               right->record.id, link.probability, link.verdict,
                               link.judged,      link.why,         {}};
      for (const auto* side : {left, right}) {
        std::ranges::move(quotes_of(*side), std::back_inserter(pair.quotes));
        add_birth_quote(*side, pair.quotes);
      }
      brief_.doubles.push_back(std::move(pair));
    }
  }

  void lists() {
    for (const auto& holder : view_.documents()) {
      for (const auto& list : holder.extraction.lists) {
        report::BriefList out;
        out.document = holder.id;
        out.sheet = list.sheet < holder.document.sheets.size() ? holder.document.sheets[list.sheet] : "";
        out.rows = list.rows;
        std::set<std::string> keys;
        const auto inside = [&](const PersonSource& p) {
          const model::Part* part = p.spans.empty() ? nullptr : part_at(holder.document, p.spans.front());
          return p.kind == Kind::kRow && p.document == holder.id && part != nullptr &&
                 part->sheet == list.sheet && p.row >= list.first_row && p.row <= list.last_row;
        };
        for (const auto& person : people_.sources) {
          if (inside(person)) keys.insert(person_key(person));
        }
        out.people = keys.size();
        out.undecided_pairs = static_cast<std::size_t>(
            std::ranges::count_if(people_.resolution.links, [&](const model::Link& link) {
              const auto* left = find(link.left);
              const auto* right = find(link.right);
              return link.verdict == Verdict::kUnsure && left != nullptr && right != nullptr &&
                     inside(*left) && inside(*right);
            }));
        out.quotes.push_back(view_.quote(holder.id, list.span));
        brief_.lists.push_back(std::move(out));
      }
    }
  }

  // Rows that a paper or a name may mean, most probable first, and what was decided.
  std::vector<report::BriefLink> row_links(const PersonSource& person, Verdict& verdict) const {
    std::vector<std::pair<const model::Link*, const PersonSource*>> found;
    const auto links = links_of_.find(person.record.id);
    if (links == links_of_.end()) return {};
    for (const auto* link : links->second) {
      const auto* other = find(link->left == person.record.id ? link->right : link->left);
      if (other != nullptr && other->kind == Kind::kRow && link->verdict != Verdict::kDifferent)
        found.emplace_back(link, other);
    }
    std::ranges::stable_sort(found, std::greater{}, [](const auto& f) {
      return std::pair(f.first->verdict == Verdict::kSame, f.first->probability);
    });
    verdict = found.empty() ? Verdict::kDifferent : found.front().first->verdict;
    std::vector<report::BriefLink> out;
    for (const auto& [link, row] : found)
      out.push_back({row_ref(*row), link->probability, link->why, row->record.id});
    return out;
  }

  static std::string value_of(const PersonSource& person, std::string_view property) {
    const auto* statement = person.first(property);
    return statement == nullptr ? std::string() : statement->value;
  }

  void papers() {
    for (const auto& person : people_.sources) {
      if (person.kind != Kind::kPaper) continue;
      report::BriefPaper paper;
      paper.document = person.document;
      paper.id = person.record.id;
      paper.name = person.name();
      for (const auto& name : person.record.names) {
        if (text::main_script(name) != text::Script::kLatin) paper.native_name = name;
      }
      paper.number = person.record.passport_number;
      paper.birth_date = person.record.birth_date;
      paper.country = value_of(person, "country");
      paper.checks = value_of(person, "summary");
      paper.links = row_links(person, paper.verdict);
      paper.why = why_of(paper);
      paper.quotes = quotes_of(person);
      add_birth_quote(person, paper.quotes);
      brief_.papers.push_back(std::move(paper));
    }
  }

  [[nodiscard]] std::string why_of(const report::BriefPaper& paper) const {
    if (brief_.lists.empty()) return "the case holds no list to compare with";
    if (paper.links.empty()) return "no row of a list has this name and these dates";
    if (paper.verdict == Verdict::kUnsure)
      return "undecided: " + std::to_string(paper.links.size()) +
             (paper.links.size() == 1 ? " row comes near" : " rows come near");
    return "the nearest row, and no other comes near it";
  }

  void named() {
    for (const auto& person : people_.sources) {
      if (person.kind != Kind::kNamed) continue;
      report::BriefNamed named{person.name(), {}, Verdict::kDifferent, {}, person.record.id};
      named.links = row_links(person, named.verdict);
      if (named.links.empty()) continue;
      named.quotes = quotes_of(person);
      brief_.named.push_back(std::move(named));
    }
  }

  void groups(std::string_view property, std::vector<report::BriefGroup>& into) const {
    std::vector<std::string> values;
    for (const auto& person : people_.sources) {
      if (const auto* statement = person.kind == Kind::kRow ? person.first(property) : nullptr)
        values.push_back(statement->value);
    }
    for (const auto& group : resolve::group_spellings(values)) {
      report::BriefGroup out{group.front().value, 0, {}};
      for (const auto& [value, count] : group) {
        out.rows += count;
        out.spellings.push_back({value, count});
      }
      into.push_back(std::move(out));
    }
    std::ranges::stable_sort(into, std::greater{}, &report::BriefGroup::rows);
  }

  void dates() {
    for (const auto& holder : view_.documents()) {
      for (const auto& doubt : holder.extraction.date_doubts) {
        brief_.dates.push_back({doubt.impossible,
                                holder.id,
                                doubt.row,
                                doubt.column,
                                doubt.value,
                                doubt.why,
                                {view_.quote(holder.id, doubt.span)}});
      }
    }
    std::ranges::stable_sort(brief_.dates, std::greater{}, &report::BriefDate::impossible);
  }

  const CaseView& view_;
  const People& people_;
  report::Brief& brief_;
  std::map<std::string, const PersonSource*> by_id_;
  std::map<std::string, std::vector<const model::Link*>> links_of_;
  std::map<std::string, std::size_t> cluster_of_;
};

}  // namespace

void lay_out_people(const CaseView& view, const People& people, report::Brief& brief) {
  Layout(view, people, brief).lay_out();
}

}  // namespace muster::engine
