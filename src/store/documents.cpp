#include "store/documents.hpp"

#include <nlohmann/json.hpp>

namespace muster::store {
namespace {

using model::DocumentId;
using Json = nlohmann::json;

std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void note_path(Database& database, DocumentId id, std::string_view path) {
  Query known(database,
              "SELECT 1 FROM document WHERE id = ? AND path = ? UNION SELECT 1 FROM also_at WHERE document = "
              "? AND path = ?");
  if (known.with(id, path, id, path).step()) return;
  Query(database, "INSERT INTO also_at VALUES (?, ?)").with(id, path).run();
}

}  // namespace

std::optional<DocumentId> find_document(Database& database, std::string_view sha256) {
  Query query(database, "SELECT id FROM document WHERE sha256 = ?");
  query.with(sha256);
  if (!query.step()) return std::nullopt;
  return query.integer(0);
}

void write_document(Database& database, DocumentId id, const model::Document& d, const Origin& origin) {
  Query(database,
        "UPDATE document SET name=?, path=?, media_type=?, title=?, publisher=?, published=?, "
        "published_how=?, url=?, language=?, parent=?, "
        "text=?, sheets=?, context=?, origin=? WHERE id=?")
      .with(std::string_view(d.name), std::string_view(d.path), std::string_view(d.media_type),
            std::string_view(d.title), std::string_view(d.publisher), std::string_view(d.published),
            std::string_view(d.published_how), std::string_view(d.url), std::string_view(d.language),
            std::string_view(d.parent), std::string_view(d.text), std::string_view(json_text(d.sheets)),
            std::string_view(origin.context), std::string_view(origin.key), id)
      .run();
}

DocumentId new_document(Database& database, std::string_view sha256) {
  Query(database,
        "INSERT INTO document (sha256, name, path, media_type, title, publisher, published, published_how, "
        "url, language, parent, text, sheets, "
        "context, added_at) VALUES (?,'','','','','','','','','','','','[]','',?)")
      .with(sha256, std::string_view(now_utc()))
      .run();
  return database.last_id();
}

const char* const kDocumentColumns =
    "SELECT id, sha256, name, path, media_type, title, publisher, published, published_how, url, language, "
    "parent, sheets, added_at, superseded FROM document ";

StoredDocument document_from(const Query& row) {
  StoredDocument stored;
  auto& d = stored.document;
  stored.id = row.integer(0);
  int column = 1;
  for (auto* field : {&d.sha256, &d.name, &d.path, &d.media_type, &d.title, &d.publisher, &d.published,
                      &d.published_how, &d.url, &d.language, &d.parent}) {
    *field = row.text(column++);
  }
  d.sheets = Json::parse(row.text(column++)).get<std::vector<std::string>>();
  stored.added_at = row.text(column++);
  stored.superseded = row.as<bool>(column);
  return stored;
}

void read_around(Database& database, StoredDocument& stored) {
  Query problem(database, "SELECT what, place, remedy, fatal FROM problem WHERE document = ? ORDER BY rowid");
  problem.with(stored.id);
  while (problem.step())
    stored.document.problems.push_back(
        {problem.text(0), problem.text(1), problem.text(2), problem.as<bool>(3)});
  Query path(database, "SELECT path FROM also_at WHERE document = ? ORDER BY path");
  path.with(stored.id);
  while (path.step()) stored.also_at.push_back(path.text(0));
}

void stand_at(Database& database, DocumentId id, std::string_view path, std::string_view key) {
  note_path(database, id, path);
  Query(database, "UPDATE document SET superseded = 0 WHERE id = ? AND superseded").with(id).run();
  Query(database,
        "UPDATE document SET superseded = 1 WHERE origin = ? AND origin <> '' AND id <> ? AND NOT superseded "
        "AND NOT EXISTS "
        "(SELECT 1 FROM also_at WHERE document = document.id)")
      .with(key, id)
      .run();
}

}  // namespace muster::store
