#include "resolve/link_blocks.hpp"

#include <algorithm>

namespace muster::resolve {
namespace {

std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = a * 0x9e3779b97f4a7c15ULL ^ (b + 0x7f4a7c15ULL);
  hash ^= hash >> 31;
  hash *= 0x94d049bb133111ebULL;
  return hash ^ (hash >> 29);
}

// The first key in both sorted lists after `skipped` of them; 0: none.
std::uint64_t next_common(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                          std::size_t skipped) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y && skipped-- == 0) return *x;
    if (*x == *y) {
      ++x;
      ++y;
    } else {
      *x < *y ? ++x : ++y;
    }
  }
  return 0;
}

}  // namespace

std::span<const std::uint64_t> Blocking::keys_of(std::uint32_t table, std::uint32_t row) const {
  return tables_[table].of(fields_[tables_[table].field].value_of[row]);
}

void Blocking::add_keys(const BlockRule& rule, std::uint32_t row, std::vector<Blocks::Entry>& to) const {
  const std::size_t from = to.size();
  for (const std::uint64_t key : keys_of(rule.tables[0], row)) to.push_back({key, row});
  for (std::size_t t = 1; t < rule.tables.size(); ++t) {
    const auto more = keys_of(rule.tables[t], row);
    const std::size_t before = to.size() - from;
    if (more.empty()) {
      to.resize(from);
      return;
    }
    for (std::size_t copy = 1; copy < more.size(); ++copy) {
      for (std::size_t i = 0; i < before; ++i) to.push_back({joined(to[from + i].key, more[copy]), row});
    }
    for (std::size_t i = 0; i < before; ++i) to[from + i].key = joined(to[from + i].key, more[0]);
  }
}

std::vector<Blocks::Entry> Blocking::entries(const BlockRule& rule,
                                             std::span<const std::uint32_t> rows) const {
  std::vector<Blocks::Entry> out;
  const auto all = static_cast<std::uint32_t>(fields_.empty() ? 0 : fields_[0].value_of.size());
  out.reserve(rows.empty() ? all : rows.size());
  if (rows.empty()) {
    for (std::uint32_t row = 0; row < all; ++row) add_keys(rule, row, out);
  } else {
    for (const std::uint32_t row : rows) add_keys(rule, row, out);
  }
  return out;
}

Blocks Blocking::blocks(const BlockRule& rule, std::span<const std::uint32_t> rows) const {
  Blocks blocks;
  blocks.entries = entries(rule, rows);
  std::ranges::sort(blocks.entries);
  for (std::size_t i = 0; i < blocks.entries.size();) {
    std::size_t end = i + 1;
    while (end < blocks.entries.size() && blocks.entries[end].key == blocks.entries[i].key) ++end;
    if (end - i > 1) {
      blocks.begin.push_back(static_cast<std::uint32_t>(i));
      blocks.end.push_back(static_cast<std::uint32_t>(end));
    }
    i = end;
  }
  return blocks;
}

std::uint64_t Blocking::count_pairs(const BlockRule& rule, std::span<const std::uint32_t> rows) const {
  const Blocks found = blocks(rule, rows);
  std::uint64_t pairs = 0;
  for (std::size_t b = 0; b < found.begin.size(); ++b) {
    const std::uint64_t size = found.end[b] - found.begin[b];
    pairs += size * (size - 1) / 2;
  }
  return pairs;
}

bool Blocking::has_one_key(const BlockRule& rule) const {
  return std::ranges::none_of(rule.tables,
                              [&](std::uint32_t table) { return tables_[table].kind == KeyKind::kNameKeys; });
}

bool Blocking::shares(std::uint32_t table, std::uint32_t a, std::uint32_t b) const {
  return next_common(keys_of(table, a), keys_of(table, b), 0) != 0;
}

// The block of both rows after `skipped` others. Only one table gives a row several keys.
std::uint64_t Blocking::common_block(const BlockRule& rule, std::uint32_t a, std::uint32_t b,
                                     std::size_t skipped) const {
  std::uint64_t block = 0;
  for (std::size_t t = 0; t < rule.tables.size(); ++t) {
    const bool several = tables_[rule.tables[t]].kind == KeyKind::kNameKeys;
    const std::uint64_t key =
        next_common(keys_of(rule.tables[t], a), keys_of(rule.tables[t], b), several ? skipped : 0);
    if (key == 0) return 0;
    block = t == 0 ? key : joined(block, key);
  }
  return block;
}

std::uint64_t Blocking::first_block(const BlockRule& rule, std::uint32_t a, std::uint32_t b) const {
  const bool one_key = has_one_key(rule);
  for (std::size_t skipped = 0;; ++skipped) {
    const std::uint64_t block = common_block(rule, a, b, skipped);
    if (block == 0 || !std::ranges::binary_search(rule.hot_keys, block)) return block;
    if (one_key) return 0;
  }
}

}  // namespace muster::resolve
