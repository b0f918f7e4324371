#include "resolve/candidates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace muster::resolve {
namespace {

using Block = std::vector<std::uint32_t>;

std::string date_key(const BirthDate& date, bool swapped) {
  return fmt::format("d:{}-{}-{}", date.year, swapped ? date.day : date.month,
                     swapped ? date.month : date.day);
}

std::vector<std::string> keys_of(const PreparedRecord& record) {
  std::vector<std::string> keys;
  for (const names::Name& name : record.names)
    std::ranges::move(names::blocking_keys(name), std::back_inserter(keys));
  if (record.birth_date.day != 0) {
    keys.push_back(date_key(record.birth_date, false));
    keys.push_back(date_key(record.birth_date, true));
  }
  if (!record.passport_number.empty()) keys.push_back("p:" + record.passport_number);
  std::ranges::sort(keys);
  const auto repeats = std::ranges::unique(keys);
  keys.erase(repeats.begin(), repeats.end());
  return keys;
}

void add_pairs(std::vector<Pair>& pairs, const Block& block) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    for (std::size_t j = i + 1; j < block.size(); ++j) pairs.emplace_back(block[i], block[j]);
  }
}

void add_by_year(std::vector<Pair>& pairs, const Block& block, std::span<const PreparedRecord> records) {
  std::map<std::uint16_t, Block> by_year;
  for (const std::uint32_t i : block) by_year[records[i].birth_date.year].push_back(i);
  for (const auto& [year, part] : by_year) {
    if (year != 0 && part.size() <= kMostInBlock) add_pairs(pairs, part);
  }
}

void drop_repeats(std::vector<Pair>& pairs) {
  std::ranges::sort(pairs);
  const auto repeats = std::ranges::unique(pairs);
  pairs.erase(repeats.begin(), repeats.end());
}

}  // namespace

std::vector<Pair> candidate_pairs(std::span<const PreparedRecord> records) {
  constexpr std::size_t kSweep = std::size_t{1} << 22;  // repeats are dropped before they fill the memory
  std::unordered_map<std::string, Block> blocks;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    for (std::string& key : keys_of(records[i])) blocks[std::move(key)].push_back(i);
  }
  std::vector<Pair> pairs;
  std::size_t swept = 0;
  for (const auto& [key, block] : blocks) {
    block.size() <= kMostInBlock ? add_pairs(pairs, block) : add_by_year(pairs, block, records);
    if (pairs.size() < swept + kSweep) continue;
    drop_repeats(pairs);
    swept = pairs.size();
  }
  drop_repeats(pairs);
  return pairs;
}

}  // namespace muster::resolve
