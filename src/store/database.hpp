// A thin, typed hand on SQLite: prepare, bind, step. Failures of the database are base::Error by exception
// inside src/store and Result<> at its edge (see DatabaseError).
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace muster::store {

// Thrown inside this layer only; Case's functions catch it and return its error.
struct DatabaseError : std::runtime_error {
  explicit DatabaseError(base::Error failure);
  base::Error error;
};

class Database;

// One prepared statement. Values are bound in order; text read from a row is valid until the next step().
class Query {
 public:
  Query(Database& database, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(std::string_view value);
  Query& bind(double value);
  template <std::integral Integer>
  Query& bind(Integer value) {
    return bind_integer(static_cast<std::int64_t>(value));
  }
  template <class... Values>
  Query& with(const Values&... values) {
    reset();
    (bind(values), ...);
    return *this;
  }

  bool step();  // is there a (further) row?
  void run();   // for statements without rows
  void reset();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  template <class Integer>
  [[nodiscard]] Integer as(int column) const {
    return static_cast<Integer>(integer(column));
  }

 private:
  Query& bind_integer(std::int64_t value);
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

class Database {
 public:
  explicit Database(const std::filesystem::path& path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const char* sql);
  [[nodiscard]] std::int64_t last_id() const;
  [[noreturn]] void fail(std::string_view doing) const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  std::filesystem::path path_;
  sqlite3* handle_ = nullptr;
};

// Commits when commit() is called, rolls back otherwise.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace muster::store
