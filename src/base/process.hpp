// Child programs (pdftotext, tesseract) run without a shell, with a time limit. Hostile files are parsed
// there and not in our process.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace muster::base {

struct ProcessOutput {
  int exit_code = 0;
  std::string out;  // standard output, whole
  std::string err;  // standard error, the first 64 kB
};

// Runs arguments[0] (looked up in PATH) with the rest as its arguments and no standard input. Fails when the
// program is not installed, runs past `limit` (it is killed) or writes more than `most_bytes`.
[[nodiscard]] Result<ProcessOutput> run_process(const std::vector<std::string>& arguments,
                                                std::chrono::milliseconds limit,
                                                std::size_t most_bytes = std::size_t{256} << 20);

}  // namespace muster::base
