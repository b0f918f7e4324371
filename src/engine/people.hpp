// The people of a case: rows of lists, identity papers and names in reports become records, are resolved, and are laid
// out for the brief.
#pragma once

#include "engine/quoting.hpp"
#include "model/finding.hpp"
#include "report/brief.hpp"
#include "resolve/person.hpp"

namespace muster::engine {

// One person as one place in the case tells of them.
struct PersonSource {
  enum class Kind { kRow, kPaper, kNamed };
  Kind kind = Kind::kRow;
  model::DocumentId document = 0;
  std::uint32_t row = 0;                            // for rows, as the spreadsheet shows it
  std::vector<const model::Statement*> statements;  // for rows and papers
  std::vector<model::Span> spans;                   // where the name stands
  resolve::PersonRecord record;

  [[nodiscard]] const model::Statement* first(std::string_view property) const;
  [[nodiscard]] std::string name() const { return record.names.empty() ? record.id : record.names.front(); }
};

struct People {
  std::vector<PersonSource> sources;  // rows, then papers, then names in reports
  resolve::Resolution resolution;
};

// `view` must outlive the result.
[[nodiscard]] People resolve_people(const CaseView& view, const std::vector<model::Judgement>& judgements);

// Fills lists, persons, doubles, papers, named, units, roles and dates of the brief.
void lay_out_people(const CaseView& view, const People& people, report::Brief& brief);

}  // namespace muster::engine
