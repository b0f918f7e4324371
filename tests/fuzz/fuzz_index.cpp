// Any bytes as a name index, and any damage to a good one: opening it and asking it ends, within bounds. Each
// four bytes of the input are one damage: an offset of three, a value. The header's checksum is made right
// after it, so that damage reaches the sections.
#include <cstdint>
#include <cstring>
#include <string>

#include "base/error.hpp"
#include "names/index.hpp"
#include "names/index_format.hpp"

namespace {

using namespace muster;

const std::string& good_index() {
  static const std::string bytes = [] {
    names::IndexBuilder builder;
    builder.set_frequent(1);
    for (const char* name :
         {"Renata Holm", "Holm Renata Maria", "张仁波", "Абдул Рахман", "J. Holm", "Bill Holm"})
      builder.add(name, "id");
    return builder.bytes().value();
  }();
  return bytes;
}

void ask(const std::string& bytes) {
  const auto index = names::NameIndex::from_bytes(bytes);
  if (!index) return;
  for (const char* query : {"Renata Holm", "Zhang Renbo", "Abdulrahman", "William J. Holm"}) {
    for (const auto& match : index->look_up(query, 3))
      base::require(match.comparison.probability >= 0, "a probability lies in [0, 1]");
  }
}

void repair_checksum(std::string& bytes) {
  names::IndexHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.checksum = names::checksum_of(header);
  std::memcpy(bytes.data(), &header, sizeof header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ask(std::string(reinterpret_cast<const char*>(data), size));
  std::string damaged = good_index();
  for (std::size_t at = 0; at + 4 <= size; at += 4) {
    const std::size_t offset = (data[at] | data[at + 1] << 8 | data[at + 2] << 16) % damaged.size();
    damaged[offset] = static_cast<char>(data[at + 3]);
  }
  repair_checksum(damaged);
  ask(damaged);
  return 0;
}
