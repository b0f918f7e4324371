// Documents and extractions as rows of case.db: one function to write each and one to read it back. The
// columns are those of data/store/schema.sql.
#pragma once

#include <string_view>

#include "model/extraction.hpp"
#include "model/finding.hpp"
#include "store/database.hpp"

namespace muster::store {

void write_parts(Database& database, model::DocumentId id, const model::Document& document);
void write_extraction(Database& database, model::DocumentId id, const model::Document& document,
                      const model::Extraction& extraction);
void erase_rows(Database& database, model::DocumentId id);  // all but the document itself

void read_parts(Database& database, model::DocumentId id, model::Document& document);
[[nodiscard]] model::Extraction read_extraction(Database& database, model::DocumentId id);

// Names of the tables with begin, end and quote columns, for verification.
[[nodiscard]] const std::vector<const char*>& span_tables();

}  // namespace muster::store
