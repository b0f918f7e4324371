// The people of a case: rows of lists, identity papers and names in reports become records, are resolved, and
// are laid out for the brief.
#pragma once

#include <map>

#include "engine/quoting.hpp"
#include "model/finding.hpp"
#include "names/compare.hpp"
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

// The names on the lists and papers of a case, to find in reports.
class ListedNames {
 public:
  explicit ListedNames(const std::vector<PersonSource>& sources);
  // Is one of `forms` probably one of the names?
  [[nodiscard]] bool knows(const std::vector<std::string>& forms) const;

 private:
  std::vector<names::Name> names_;
  std::multimap<std::string, std::size_t> by_key_;
};

// The people that a report names, one record a name and document, in every case form that the name may stand
// in. A run of capitals that is no known kind of name ("Родичі Ло Хайцзюня") is searched for the names in
// `listed`.
[[nodiscard]] std::vector<PersonSource> named_people(const CaseDocument& holder, const ListedNames& listed);

struct People {
  std::vector<PersonSource> sources;  // rows, then papers, then names in reports
  resolve::Resolution resolution;
};

// `view` must outlive the result.
[[nodiscard]] People resolve_people(const CaseView& view, const std::vector<model::Judgement>& judgements);

// Fills lists, persons, doubles, papers, named, units, roles and dates of the brief.
void lay_out_people(const CaseView& view, const People& people, report::Brief& brief);

}  // namespace muster::engine
