#include "syntax/feature_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace muster::syntax {
namespace {

constexpr std::uint32_t kMagic = 0x3254464DU;  // "MFT2"

struct Header {
  std::uint32_t magic = kMagic;
  std::uint32_t labels = 0;
  std::uint32_t slots = 0;
  std::uint32_t entries = 0;
  float scale = 1;
  std::uint32_t unused = 0;
};

void append(std::string& to, const void* from, std::size_t bytes) {
  to.append(static_cast<const char*>(from), bytes);
}

}  // namespace

bool FeatureTable::is_sound(std::uint32_t labels) const {
  const auto sound = [&](const Slot& slot) {
    return std::size_t{slot.where >> kCountBits} + (slot.where & ((1U << kCountBits) - 1)) <= entries_.size();
  };
  const auto known = [labels](std::uint16_t entry) { return entry >> kWeightBits < labels; };
  const auto is_free = [](const Slot& slot) { return slot.where == 0; };
  return std::ranges::all_of(slots_, sound) && std::ranges::any_of(slots_, is_free) &&
         std::ranges::all_of(entries_, known);
}

base::Result<FeatureTable> FeatureTable::open(std::string_view bytes, std::uint32_t labels) {
  Header header;
  if (bytes.size() < sizeof header) return base::fail("a table of weights is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic || header.labels != labels)
    return base::fail("not a table of weights, or one of another version");
  const std::size_t slots = std::size_t{header.slots} * sizeof(Slot);
  const std::size_t entries = (std::size_t{header.entries} * 2 + 7) / 8 * 8;
  if (header.slots == 0 || bytes.size() < sizeof header + slots + entries)
    return base::fail("a table of weights is cut short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Slot) != 0)
    return base::fail("a table of weights stands at an odd place");
  FeatureTable table;
  table.slots_ = {reinterpret_cast<const Slot*>(bytes.data() + sizeof header), header.slots};
  table.entries_ = {reinterpret_cast<const std::uint16_t*>(bytes.data() + sizeof header + slots),
                    header.entries};
  table.size_ = sizeof header + slots + entries;
  table.scale_ = header.scale;
  if (!(header.scale > 0) || !table.is_sound(labels)) return base::fail("a table of weights is damaged");
  return table;
}

std::string write_table(std::uint32_t labels, float scale, const std::vector<TableRow>& rows) {
  using Slot = FeatureTable::Slot;
  constexpr int kHalf = 1 << (FeatureTable::kWeightBits - 1);
  Header header;
  header.labels = labels;
  header.scale = scale;
  header.slots = static_cast<std::uint32_t>(rows.size() * 3 / 2 + 2);
  std::vector<Slot> slots(header.slots);
  std::vector<std::uint16_t> entries(1);  // the first stands for none
  for (const TableRow& row : rows) {
    const std::size_t first = entries.size();
    for (std::uint32_t label = 0; label < row.weights.size(); ++label) {
      const int weight =
          std::clamp(static_cast<int>(std::lround(row.weights[label] * scale)), -kHalf, kHalf - 1);
      if (weight == 0) continue;
      entries.push_back(static_cast<std::uint16_t>(label << FeatureTable::kWeightBits |
                                                   static_cast<unsigned>(weight + kHalf)));
    }
    if (entries.size() == first) continue;
    std::size_t at = FeatureTable::slot_of(row.feature, header.slots);
    while (slots[at].where != 0) at = at + 1 == header.slots ? 0 : at + 1;
    slots[at] = {row.feature,
                 static_cast<std::uint32_t>(first << FeatureTable::kCountBits | (entries.size() - first))};
  }
  while (entries.size() % 4 != 0) entries.push_back(0);
  header.entries = static_cast<std::uint32_t>(entries.size());
  std::string out;
  append(out, &header, sizeof header);
  append(out, slots.data(), slots.size() * sizeof(Slot));
  append(out, entries.data(), entries.size() * 2);
  return out;
}

}  // namespace muster::syntax
