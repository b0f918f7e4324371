#include "store/case.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>

#include "base/embedded.hpp"
#include "base/sha256.hpp"
#include "store/database.hpp"
#include "store/documents.hpp"
#include "store/log.hpp"
#include "store/originals.hpp"
#include "store/rows.hpp"
#include "store/verify.hpp"

MUSTER_EMBEDDED(store_schema_sql)

namespace muster::store {
namespace {

namespace fs = std::filesystem;
using model::DocumentId;
using Json = nlohmann::json;

constexpr const char* kFormat = "1";

// Runs `work`, turning a database's failure into this layer's Result.
template <class Work>
auto guarded(Work work) -> base::Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const DatabaseError& failure) {
    return std::unexpected(failure.error);
  } catch (const Json::exception& failure) {
    return base::fail(std::string("a stored value cannot be read: ") + failure.what(), "case.db",
                      "run `muster verify` on the case");
  }
}

void prepare_schema(Database& database) {
  database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  Transaction transaction(database);
  database.execute(std::string(MUSTER_BYTES(store_schema_sql)).c_str());
  Query format(database, "SELECT value FROM meta WHERE key = 'format'");
  if (!format.step()) {
    Query(database, "INSERT INTO meta VALUES ('format', ?)").with(std::string_view(kFormat)).run();
  } else if (format.text(0) != kFormat) {
    throw DatabaseError({"the case has format " + format.text(0) + ", this program reads format " + kFormat,
                         "case.db",
                         "use the version of muster that made it, or make the case again from originals/"});
  }
  format.reset();
  transaction.commit();
}

void remove_torn_files(const fs::path& folder) {
  std::error_code code;
  for (fs::recursive_directory_iterator it(folder / "originals", code), end; !code && it != end;
       it.increment(code)) {
    if (it->path().filename().string().find(".part") != std::string::npos) fs::remove(it->path(), code);
  }
}

}  // namespace

std::string now_utc() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char buffer[32];
  return {buffer, std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Case::Case(fs::path folder, std::unique_ptr<Database> database)
    : folder_(std::move(folder)), database_(std::move(database)) {}
Case::Case(Case&&) noexcept = default;
Case& Case::operator=(Case&&) noexcept = default;
Case::~Case() = default;

base::Result<Case> Case::create_or_open(const fs::path& folder) {
  std::error_code code;
  if (fs::exists(folder / "case.db", code)) return open(folder);
  if (fs::exists(folder, code) && (!fs::is_directory(folder, code) || !fs::is_empty(folder, code))) {
    // A case whose making was cut short holds nothing but what we make ourselves.
    for (const auto& entry : fs::directory_iterator(folder, code)) {
      const std::string name = entry.path().filename().string();
      if (name == "originals" || name == "log.jsonl" || name.starts_with("case.db")) continue;
      return base::fail("holds other files and is no case", folder.string(),
                        "name a new folder, or one made by `muster init`");
    }
    if (!fs::is_directory(folder, code))
      return base::fail("is a file, not a folder", folder.string(), "name a folder for the case");
  }
  fs::create_directories(folder / "originals", code);
  if (code) return base::fail(code.message(), folder.string(), "check that the folder can be written to");
  return guarded([&] {
    auto database = std::make_unique<Database>(folder / "case.db");
    prepare_schema(*database);
    mirror_log(*database, folder / "log.jsonl");
    return Case(folder, std::move(database));
  });
}

base::Result<Case> Case::open(const fs::path& folder) {
  std::error_code code;
  if (!fs::exists(folder / "case.db", code)) {
    return base::fail("is no case: it has no case.db", folder.string(),
                      "make one with `muster init` or `muster brief`");
  }
  remove_torn_files(folder);
  return guarded([&] {
    auto database = std::make_unique<Database>(folder / "case.db");
    prepare_schema(*database);
    mirror_log(*database, folder / "log.jsonl");
    return Case(folder, std::move(database));
  });
}

base::Result<bool> Case::holds(std::string_view sha256, std::string_view context) const {
  return guarded([&] {
    Query query(*database_, "SELECT 1 FROM document WHERE sha256 = ? AND context = ?");
    return query.with(sha256, context).step();
  });
}

base::Result<Added> Case::add(const model::Document& document, const model::Extraction& extraction,
                              std::string_view bytes, const Origin& origin) {
  if (const auto kept = keep_original(folder_, document.sha256, bytes); !kept)
    return std::unexpected(kept.error());
  return guarded([&] {
    Transaction transaction(*database_);
    auto id = find_document(*database_, document.sha256);
    Query same(*database_, "SELECT 1 FROM document WHERE sha256 = ? AND context = ?");
    if (same.with(std::string_view(document.sha256), std::string_view(origin.context)).step()) {
      same.reset();
      stand_at(*database_, *id, document.path, origin.key);
      transaction.commit();
      return Added::kUnchanged;
    }
    same.reset();
    const Added added = id ? Added::kChanged : Added::kNew;
    if (id) erase_rows(*database_, *id);
    if (!id) id = new_document(*database_, document.sha256);
    write_document(*database_, *id, document, origin);
    write_parts(*database_, *id, document);
    write_extraction(*database_, *id, document, extraction);
    stand_at(*database_, *id, document.path, origin.key);
    Query(*database_, "DELETE FROM refused WHERE path = ?").with(std::string_view(document.path)).run();
    append_log(*database_, added == Added::kNew ? "add" : "read again", document.sha256, document.path);
    transaction.commit();
    mirror_log(*database_, folder_ / "log.jsonl");
    return added;
  });
}

base::Result<void> Case::see_again(std::string_view sha256, std::string_view path, const Origin& origin) {
  return guarded([&] {
    if (const auto id = find_document(*database_, sha256)) stand_at(*database_, *id, path, origin.key);
    Query(*database_, "DELETE FROM refused WHERE path = ?").with(path).run();
  });
}

base::Result<void> Case::refuse(std::string_view path, const model::Problem& problem) {
  return guarded([&] {
    Query known(*database_, "SELECT 1 FROM refused WHERE path = ? AND what = ? AND place = ?");
    if (known.with(path, std::string_view(problem.what), std::string_view(problem.where)).step()) return;
    known.reset();
    Transaction transaction(*database_);
    Query(*database_, "INSERT OR REPLACE INTO refused VALUES (?,?,?,?,?,?)")
        .with(path, std::string_view(problem.what), std::string_view(problem.where),
              std::string_view(problem.remedy), problem.fatal, std::string_view(now_utc()))
        .run();
    append_log(*database_, "refuse", path, problem.what);
    transaction.commit();
    mirror_log(*database_, folder_ / "log.jsonl");
  });
}

base::Result<std::vector<Refused>> Case::refused() const {
  return guarded([&] {
    std::vector<Refused> all;
    Query row(*database_, "SELECT path, what, place, remedy, fatal, at FROM refused ORDER BY path");
    while (row.step())
      all.push_back({row.text(0), {row.text(1), row.text(2), row.text(3), row.as<bool>(4)}, row.text(5)});
    return all;
  });
}

base::Result<std::vector<StoredDocument>> Case::documents() const {
  return guarded([&] {
    std::vector<StoredDocument> all;
    Query row(*database_, std::string(kDocumentColumns) + "ORDER BY path, id");
    while (row.step()) all.push_back(document_from(row));
    for (auto& stored : all) read_around(*database_, stored);
    return all;
  });
}

base::Result<StoredDocument> Case::load(DocumentId id) const {
  return guarded([&] {
    Query row(*database_, std::string(kDocumentColumns) + "WHERE id = ?");
    if (!row.with(id).step())
      throw DatabaseError(
          {"no document " + std::to_string(id), "case.db", "see `muster status` for the documents"});
    StoredDocument stored = document_from(row);
    Query text(*database_, "SELECT text FROM document WHERE id = ?");
    if (text.with(id).step()) stored.document.text = text.text(0);
    read_parts(*database_, id, stored.document);
    read_around(*database_, stored);
    return stored;
  });
}

base::Result<model::Extraction> Case::extraction(DocumentId id) const {
  return guarded([&] { return read_extraction(*database_, id); });
}

base::Result<void> Case::judge(const model::Judgement& j) {
  return guarded([&] {
    Transaction transaction(*database_);
    Query(*database_,
          "INSERT INTO judgement (left_id, right_id, verdict, score, user, created_at, reason) VALUES "
          "(?,?,?,?,?,?,?)")
        .with(std::string_view(j.left), std::string_view(j.right), static_cast<int>(j.verdict), j.score,
              std::string_view(j.user), std::string_view(j.created_at), std::string_view(j.reason))
        .run();
    append_log(
        *database_, "judge", j.left + " " + j.right,
        std::string(to_string(j.verdict)) + " by " + j.user + (j.reason.empty() ? "" : ": " + j.reason));
    transaction.commit();
    mirror_log(*database_, folder_ / "log.jsonl");
  });
}

base::Result<std::vector<model::Judgement>> Case::judgements() const {
  return guarded([&] {
    std::vector<model::Judgement> all;
    Query row(
        *database_,
        "SELECT left_id, right_id, verdict, score, user, created_at, reason FROM judgement ORDER BY id");
    while (row.step())
      all.push_back({row.text(0), row.text(1), row.as<model::Verdict>(2), row.real(3), row.text(4),
                     row.text(5), row.text(6)});
    return all;
  });
}

base::Result<Verification> Case::verify() const {
  return guarded([&] { return verify_case(*database_, folder_); });
}

}  // namespace muster::store
