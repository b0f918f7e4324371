// Two lines of any bytes as two names: comparison ends, is symmetric and in [0, 1].
#include <cmath>
#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "names/compare.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace muster;
  std::size_t broken = 0;
  const std::string text = text::repair_utf8({reinterpret_cast<const char*>(data), size}, broken);
  const std::size_t line = text.find('\n');
  const auto left = names::prepare(text.substr(0, line));
  const auto right = names::prepare(line == std::string::npos ? "" : text.substr(line + 1));
  const double one = names::compare(left, right).probability;
  const double other = names::compare(right, left).probability;
  base::require(one >= 0 && one <= 1, "a probability lies in [0, 1]");
  base::require(std::abs(one - other) < 1e-9, "comparison is symmetric");
  return 0;
}
