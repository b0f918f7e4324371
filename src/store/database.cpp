#include "store/database.hpp"

#include <utility>

namespace muster::store {

DatabaseError::DatabaseError(base::Error failure)
    : std::runtime_error(failure.what), error(std::move(failure)) {}

Query::Query(Database& database, std::string_view sql) : database_(database) {
  if (sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) !=
      SQLITE_OK) {
    database.fail("prepare");
  }
}

Query::~Query() {
  sqlite3_finalize(statement_);
}

Query& Query::bind(std::string_view value) {
  if (sqlite3_bind_text64(statement_, ++bound_, value.data() ? value.data() : "", value.size(),
                          SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK) {
    database_.fail("bind text");
  }
  return *this;
}

Query& Query::bind(double value) {
  if (sqlite3_bind_double(statement_, ++bound_, value) != SQLITE_OK) database_.fail("bind number");
  return *this;
}

Query& Query::bind_integer(std::int64_t value) {
  if (sqlite3_bind_int64(statement_, ++bound_, value) != SQLITE_OK) database_.fail("bind integer");
  return *this;
}

bool Query::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_.fail("step");
  return false;
}

void Query::run() {
  while (step()) {
  }
}

void Query::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
}

std::string Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes == nullptr
             ? std::string()
             : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
double Query::real(int column) const {
  return sqlite3_column_double(statement_, column);
}
bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Database::Database(const std::filesystem::path& path) : path_(path) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const std::string reason = handle_ != nullptr ? sqlite3_errmsg(handle_) : "out of memory";
    sqlite3_close(handle_);
    handle_ = nullptr;
    throw DatabaseError({"cannot open the case's database: " + reason, path.string(),
                         "check the folder and its permissions"});
  }
  sqlite3_busy_timeout(handle_, 10'000);
}

Database::~Database() {
  sqlite3_close(handle_);
}

void Database::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail("execute");
}

std::int64_t Database::last_id() const {
  return sqlite3_last_insert_rowid(handle_);
}

void Database::fail(std::string_view doing) const {
  const int code = sqlite3_errcode(handle_);
  const char* remedy = code == SQLITE_FULL   ? "free some disk space and run the command again"
                       : code == SQLITE_BUSY ? "another muster is writing to this case; wait and try again"
                       : code == SQLITE_CORRUPT || code == SQLITE_NOTADB
                           ? "the file is damaged; restore it, or make the case again from originals/"
                           : "run `muster verify` on the case";
  throw DatabaseError({"database: " + std::string(sqlite3_errmsg(handle_)) + " (" + std::string(doing) + ")",
                       path_.string(), remedy});
}

Transaction::Transaction(Database& database) : database_(database) {
  database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace muster::store
