// The row of a document in case.db: finding, writing, reading, and which document stands at a place now.
#pragma once

#include <optional>
#include <string_view>

#include "store/case.hpp"
#include "store/database.hpp"

namespace muster::store {

[[nodiscard]] std::optional<model::DocumentId> find_document(Database& database, std::string_view sha256);

// A row with nothing but the hash, to be filled by write_document.
[[nodiscard]] model::DocumentId new_document(Database& database, std::string_view sha256);
void write_document(Database& database, model::DocumentId id, const model::Document& document,
                    const Origin& origin);

// "SELECT ... FROM document ", in the order that document_from reads.
extern const char* const kDocumentColumns;
[[nodiscard]] StoredDocument document_from(const Query& row);

// Adds problems and further paths.
void read_around(Database& database, StoredDocument& stored);

// The bytes of document `id` are what its place holds now: an older document from there steps back.
void stand_at(Database& database, model::DocumentId id, std::string_view path, std::string_view key);

}  // namespace muster::store
