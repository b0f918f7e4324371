#include "store/verify.hpp"

#include "store/log.hpp"
#include "store/originals.hpp"
#include "store/rows.hpp"

namespace muster::store {
namespace {

using model::DocumentId;

std::size_t verify_spans(Database& database, std::vector<base::Error>& failures) {
  std::size_t spans = 0;
  for (const char* table : span_tables()) {
    const std::string sql = std::string("SELECT t.begin, t.end, t.quote, d.name, d.id FROM ") + table +
                            " t LEFT JOIN document d ON d.id = t.document ORDER BY t.document";
    Query row(database, sql);
    DocumentId loaded = 0;
    std::string text;
    for (; row.step(); ++spans) {
      if (row.integer(4) != loaded) {
        loaded = row.integer(4);
        Query whole(database, "SELECT text FROM document WHERE id = ?");
        text = whole.with(loaded).step() ? whole.text(0) : std::string();
      }
      const auto begin = row.as<std::size_t>(0);
      const auto end = row.as<std::size_t>(1);
      if (begin <= end && end <= text.size() && text.compare(begin, end - begin, row.text(2)) == 0) continue;
      failures.push_back({"the words at bytes " + std::to_string(begin) + "-" + std::to_string(end) +
                              " are not the words quoted by a " + table,
                          row.text(3),
                          "the database was changed by another program; add the file again to a new case"});
    }
  }
  return spans;
}

}  // namespace

Verification verify_case(Database& database, const std::filesystem::path& folder) {
  Verification result;
  Query check(database, "PRAGMA integrity_check(1)");
  if (check.step() && check.text(0) != "ok")
    result.failures.push_back({"database: " + check.text(0), "case.db", "restore case.db from a copy"});
  Query row(database, "SELECT sha256, name FROM document ORDER BY id");
  for (; row.step(); ++result.documents) {
    if (auto whole = verify_original(folder, row.text(0)); !whole)
      result.failures.push_back(
          {whole.error().what, row.text(1) + " (" + whole.error().where + ")", whole.error().remedy});
  }
  result.spans = verify_spans(database, result.failures);
  for (auto& failure : verify_log(database, folder / "log.jsonl", result.log_lines))
    result.failures.push_back(std::move(failure));
  return result;
}

}  // namespace muster::store
