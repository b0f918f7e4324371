// Two lines of any bytes as two names, of people and of organisations: comparison ends, is symmetric and in
// [0, 1], and its bits are the same without its reasons.
#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "names/compare.hpp"
#include "names/compared_parts.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace muster;
  std::size_t broken = 0;
  const std::string text = text::repair_utf8({reinterpret_cast<const char*>(data), size}, broken);
  const std::size_t line = text.find('\n');
  const std::string first = text.substr(0, line);
  const std::string second = line == std::string::npos ? "" : text.substr(line + 1);
  for (const auto kind :
       {names::NameKind::kUnknown, names::NameKind::kPerson, names::NameKind::kOrganisation}) {
    const auto left = names::prepare(first, kind);
    const auto right = names::prepare(second, kind);
    const auto one = names::compare(left, right);
    const auto other = names::compare(right, left);
    base::require(one.probability >= 0 && one.probability <= 1, "a probability lies in [0, 1]");
    base::require(one.bits == other.bits, "comparison is symmetric");
    base::require(one.bits == names::compare_bits(left, right), "reasons change no bits");
    (void)names::compared_parts(left, right);
  }
  return 0;
}
