#include "engine/people.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace muster::engine {
namespace {

using model::Statement;

void take_statement(PersonSource& person, const Statement& statement) {
  auto& record = person.record;
  person.statements.push_back(&statement);
  const std::string& property = statement.property;
  if (property == "name" || property == "alias") {
    if (std::ranges::find(record.names, statement.value) == record.names.end())
      record.names.push_back(statement.value);
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
      person.record.source =
          (cell ? "list " : "paper ") + std::to_string(holder.id) + (cell ? "" : " " + statement.entity);
      people.push_back(std::move(person));
    }
    take_statement(people[at->second], statement);
  }
  std::erase_if(people, [](const PersonSource& person) { return person.record.names.empty(); });
  return people;
}

}  // namespace

const Statement* PersonSource::first(std::string_view property) const {
  const auto found = std::ranges::find(statements, property, &Statement::property);
  return found == statements.end() ? nullptr : *found;
}

People resolve_people(const CaseView& view, const std::vector<model::Judgement>& judgements) {
  People people;
  for (const auto& holder : view.documents())
    std::ranges::move(from_statements(holder), std::back_inserter(people.sources));
  const ListedNames listed(people.sources);
  for (const auto& holder : view.documents())
    std::ranges::move(named_people(holder, listed), std::back_inserter(people.sources));
  std::ranges::stable_sort(people.sources, {}, &PersonSource::kind);
  std::vector<resolve::PersonRecord> records;
  records.reserve(people.sources.size());
  for (const auto& person : people.sources) records.push_back(person.record);
  people.resolution = resolve::resolve(records, judgements);
  return people;
}

}  // namespace muster::engine
