#include "engine/people.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "names/inflection.hpp"

namespace muster::engine {
namespace {

using model::Statement;

std::string source_id(const CaseDocument& holder, std::string_view suffix) {
  return holder.document.sha256.substr(0, 12) + std::string(suffix);
}

void take_statement(PersonSource& person, const Statement& statement) {
  auto& record = person.record;
  person.statements.push_back(&statement);
  const std::string& property = statement.property;
  if (property == "name" || property == "alias") {
    if (std::ranges::find(record.names, statement.value) == record.names.end()) record.names.push_back(statement.value);
    person.spans.push_back(statement.span);
  } else if (property == "birthDate") {
    record.birth_date = statement.value;
  } else if (property == "gender") {
    record.sex = statement.value;
  } else if (property == "nationality" || property == "country") {
    if (record.nationality.empty()) record.nationality = statement.value;
  } else if (property == "passportNumber" || property == "number") {
    record.passport_number = statement.value;
  } else if (property == "contractDate") {
    record.other_dates.push_back(statement.value);
  }
}

// Statements of one document, grouped by entity in the order they stand.
std::vector<PersonSource> from_statements(const CaseDocument& holder) {
  std::vector<PersonSource> people;
  std::map<std::string_view, std::size_t> by_entity;
  for (const Statement& statement : holder.extraction.statements) {
    const auto [at, fresh] = by_entity.emplace(statement.entity, people.size());
    if (fresh) {
      PersonSource person;
      person.document = holder.id;
      person.record.id = statement.entity;
      const model::Part* part = part_at(holder.document, statement.span);
      const bool cell = part != nullptr && part->kind == model::PartKind::kCell;
      person.kind = cell ? PersonSource::Kind::kRow : PersonSource::Kind::kPaper;
      if (cell) person.row = part->row;
      person.record.source = (cell ? "list " : "paper ") + std::to_string(holder.id) + (cell ? "" : " " + statement.entity);
      people.push_back(std::move(person));
    }
    take_statement(people[at->second], statement);
  }
  std::erase_if(people, [](const PersonSource& person) { return person.record.names.empty(); });
  return people;
}

// The people that a report names, one record a name and document.
std::vector<PersonSource> from_mentions(const CaseDocument& holder) {
  std::vector<PersonSource> people;
  std::map<std::string_view, std::size_t> by_name;
  for (const auto& mention : holder.extraction.mentions) {
    if (mention.type != model::MentionType::kPerson || mention.role || mention.name.empty()) continue;
    const auto [at, fresh] = by_name.emplace(mention.name, people.size());
    if (fresh) {
      PersonSource person;
      person.kind = PersonSource::Kind::kNamed;
      person.document = holder.id;
      person.record.id = source_id(holder, "-n" + std::to_string(mention.span.begin));
      person.record.source = "report " + std::to_string(holder.id) + " " + mention.name;
      person.record.names.push_back(mention.name);
      people.push_back(std::move(person));
    }
    auto& person = people[at->second];
    person.spans.push_back(mention.span);
    // A report in Russian or Ukrainian inflects names: any of the forms may be the one on the list.
    for (auto& form : names::nominatives(text_at(holder.document, mention.span))) {
      if (std::ranges::find(person.record.names, form) == person.record.names.end()) person.record.names.push_back(std::move(form));
    }
  }
  return people;
}

}  // namespace

const Statement* PersonSource::first(std::string_view property) const {
  const auto found = std::ranges::find(statements, property, &Statement::property);
  return found == statements.end() ? nullptr : *found;
}

People resolve_people(const CaseView& view, const std::vector<model::Judgement>& judgements) {
  People people;
  for (const auto& holder : view.documents()) std::ranges::move(from_statements(holder), std::back_inserter(people.sources));
  for (const auto& holder : view.documents()) std::ranges::move(from_mentions(holder), std::back_inserter(people.sources));
  std::ranges::stable_sort(people.sources, {}, &PersonSource::kind);
  std::vector<resolve::PersonRecord> records;
  records.reserve(people.sources.size());
  for (const auto& person : people.sources) records.push_back(person.record);
  people.resolution = resolve::resolve(records, judgements);
  return people;
}

}  // namespace muster::engine
