// The case's log: one JSON object a line, each with the SHA-256 of the line before ("prev"; 64 zeros for the
// first). The database holds every line in the same transaction as the change it tells of; log.jsonl mirrors
// it, and is completed from the database after a crash.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "store/database.hpp"

namespace muster::store {

// Adds a line inside the caller's transaction: what happened ("add"), to what (a hash, a path, a pair), and
// the rest.
void append_log(Database& database, std::string_view event, std::string_view subject,
                std::string_view detail);

// Brings log.jsonl up to the database, completing a torn last line.
void mirror_log(Database& database, const std::filesystem::path& file);

// Checks the chain in the database and that the file says the same.
[[nodiscard]] std::vector<base::Error> verify_log(Database& database, const std::filesystem::path& file,
                                                  std::size_t& lines);

}  // namespace muster::store
