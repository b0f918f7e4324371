#include "readers/row_builder.hpp"

#include <functional>
#include <utility>

namespace muster::readers {
namespace {

constexpr std::size_t kFirstSlots = 64;

std::uint32_t hash_of(std::string_view value) {
  const std::size_t full = std::hash<std::string_view>{}(value);
  return static_cast<std::uint32_t>(full >> 32 ^ full);
}

}  // namespace

std::size_t RowBuilder::add_column(std::string header) {
  Column& column = columns_.emplace_back();
  column.filled.header = std::move(header);
  column.filled.value_of.reserve(expected_rows_);
  column.slots.resize(kFirstSlots);
  return columns_.size() - 1;
}

void RowBuilder::set(std::size_t column, std::string_view value) {
  set_hashed(columns_[column], value, hash_of(value));
}

// Where a column has many values, the wait is for memory: the slots of all columns are asked for first.
void RowBuilder::add_row(std::span<const std::string_view> cells) {
  begin_row();
  hashes_.resize(columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    hashes_[i] = hash_of(cells[i]);
    const auto& slots = columns_[i].slots;
    __builtin_prefetch(&slots[hashes_[i] & (slots.size() - 1)]);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) set_hashed(columns_[i], cells[i], hashes_[i]);
}

void RowBuilder::set_hashed(Column& column, std::string_view value, std::uint32_t hash) const {
  auto& value_of = column.filled.value_of;
  if (value_of.size() + 1 != rows_) value_of.resize(rows_ - 1);
  value_of.push_back(value.empty() ? 0 : number_of(column, value, hash));
}

// Open addressing, at most three slots of four taken.
std::uint32_t RowBuilder::number_of(Column& column, std::string_view value, std::uint32_t hash) {
  auto& values = column.filled.values;
  if (values.size() * 4 > column.slots.size() * 3) grow(column);
  const std::size_t mask = column.slots.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = column.slots[at];
    if (slot.value == 0) {
      slot = {hash, static_cast<std::uint32_t>(values.size())};
      values.emplace_back(value);
      return slot.value;
    }
    if (slot.hash == hash && values[slot.value] == value) return slot.value;
  }
}

void RowBuilder::grow(Column& column) {
  std::vector<Slot> before(column.slots.size() * 2);
  before.swap(column.slots);
  const std::size_t mask = column.slots.size() - 1;
  for (const Slot& slot : before) {
    if (slot.value == 0) continue;
    std::size_t at = slot.hash & mask;
    while (column.slots[at].value != 0) at = (at + 1) & mask;
    column.slots[at] = slot;
  }
}

model::RowTable RowBuilder::finish() {
  model::RowTable table;
  table.rows = rows_;
  for (Column& column : columns_) {
    std::vector<Slot>().swap(column.slots);
    column.filled.value_of.resize(rows_);
    table.columns.push_back(std::move(column.filled));
  }
  *this = {};
  return table;
}

}  // namespace muster::readers
