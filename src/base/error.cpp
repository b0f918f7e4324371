#include "base/error.hpp"

#include <cstdio>
#include <cstdlib>

namespace muster::base {

std::string describe(const Error& error) {
  std::string line = error.where.empty() ? error.what : error.where + ": " + error.what;
  if (!error.remedy.empty()) line += " (" + error.remedy + ")";
  return line;
}

void require(bool condition, const char* message) {
  if (condition) return;
  std::fprintf(stderr, "muster: internal check failed: %s\n", message);
  std::abort();
}

}  // namespace muster::base
