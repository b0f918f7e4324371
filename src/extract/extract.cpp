#include "extract/extract.hpp"

#include <algorithm>

#include "extract/analysis.hpp"
#include "extract/claims.hpp"
#include "extract/dates.hpp"
#include "extract/machine_readable.hpp"
#include "extract/mentions.hpp"
#include "extract/places.hpp"
#include "extract/quantities.hpp"
#include "extract/tables.hpp"

namespace muster::extract {
namespace {

bool has_part(const model::Document& document, model::PartKind kind) {
  return std::ranges::find(document.parts, kind, &model::Part::kind) != document.parts.end();
}

void read_prose(const model::Document& document, const AttributionModel& attribution,
                model::Extraction& found) {
  const Analysis analysis(document);
  found.mentions = find_mentions(analysis);
  found.dates = find_dates(analysis, document.published);
  found.quantities = find_quantities(analysis, found.dates);
  found.places = find_places(analysis);
  found.claims = find_claims(analysis, found.mentions, found.dates, attribution);
}

}  // namespace

model::Extraction extract(const model::Document& document, const AttributionModel& attribution) {
  // The words of a table are cells, and those of a passport fields; neither is prose.
  if (has_part(document, model::PartKind::kCell)) return read_tables(document);
  model::Extraction found;
  if (has_part(document, model::PartKind::kMachineReadable)) {
    found.statements = read_machine_readable(document, found.problems);
  } else {
    read_prose(document, attribution, found);
    found.statements = read_machine_readable(document, found.problems);
  }
  return found;
}

}  // namespace muster::extract
