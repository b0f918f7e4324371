// Numbers that look drawn by chance and are the same on every machine: what is sampled does not hang on the
// run.
#pragma once

#include <cstdint>

namespace muster::resolve {

// MurmurHash3's finaliser (A. Appleby, public domain).
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

}  // namespace muster::resolve
