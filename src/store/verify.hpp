// Is a case what it was when it was written? (Case::verify)
#pragma once

#include <filesystem>

#include "store/case.hpp"
#include "store/database.hpp"

namespace muster::store {

// Compares every original with its hash, every stored span with its words, and the log with its chain. Throws
// DatabaseError where the database itself cannot be read.
[[nodiscard]] Verification verify_case(Database& database, const std::filesystem::path& folder);

}  // namespace muster::store
