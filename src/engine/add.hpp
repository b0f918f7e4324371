// Adding files to a case: read on two threads, kept in order, each in its own transaction.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "engine/intake.hpp"
#include "engine/progress.hpp"
#include "readers/reader.hpp"
#include "store/case.hpp"

namespace muster::engine {

struct AddReport {
  std::size_t added = 0;
  std::size_t changed = 0;  // known bytes, read again because what is said of them has changed
  std::size_t unchanged = 0;
  std::size_t failed = 0;  // kept, but nothing of them could be read
  bool interrupted = false;
};

// Fails only where the case itself cannot be written; a file's troubles are rows of the case.
[[nodiscard]] base::Result<AddReport> add_files(store::Case& to, const Intake& intake,
                                                const readers::Options& options, const Progress& progress);

}  // namespace muster::engine
