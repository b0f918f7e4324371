#include "names/index_format.hpp"

#include <cstddef>
#include <cstring>

namespace muster::names {

// FNV-1a.
std::uint64_t checksum_of(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const char c : bytes) {
    sum ^= static_cast<std::uint8_t>(c);
    sum *= 0x100000001b3;
  }
  return sum;
}

std::uint64_t checksum_of(const IndexHeader& header) {
  return checksum_of(
      std::string_view(reinterpret_cast<const char*>(&header), offsetof(IndexHeader, checksum)));
}

void append_varint(std::string& to, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) to += static_cast<char>((value & 0x7F) | 0x80);
  to += static_cast<char>(value);
}

}  // namespace muster::names
