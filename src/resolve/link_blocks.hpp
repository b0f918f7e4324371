// Blocking rules and the pairs that they bring up for comparison.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "resolve/link_keys.hpp"

namespace muster::resolve {

// Two rows are compared by a rule when they share a key in each of its tables.
struct BlockRule {
  std::vector<std::uint32_t> tables = {};  // indices into the key tables, at most one of kNameKeys
  std::string label = {};
  std::uint64_t pairs = 0;       // that it brings up, those of earlier rules included
  std::uint64_t hot_blocks = 0;  // left out, as too many rows share the key
  std::uint64_t hot_rows = 0;
  std::vector<std::uint64_t> hot_keys = {};  // theirs, sorted
};

// All rows by the keys of one rule.
struct Blocks {
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t row = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries = {};        // sorted
  std::vector<std::uint32_t> begin = {};  // of each block of two rows and more; then the end of the last
  std::vector<std::uint32_t> end = {};
};

class Blocking {
 public:
  // Both must outlive it.
  Blocking(std::span<const LinkField> fields, std::span<const KeyTable> tables)
      : fields_(fields), tables_(tables) {}

  // `rows`: which to take; empty: all.
  [[nodiscard]] Blocks blocks(const BlockRule& rule, std::span<const std::uint32_t> rows = {}) const;
  // All keys of the rows, row by row.
  [[nodiscard]] std::vector<Blocks::Entry> entries(const BlockRule& rule,
                                                   std::span<const std::uint32_t> rows = {}) const;
  // Does the rule give each row one key at most?
  [[nodiscard]] bool has_one_key(const BlockRule& rule) const;
  // The pairs within the blocks, without making the blocks.
  [[nodiscard]] std::uint64_t count_pairs(const BlockRule& rule,
                                          std::span<const std::uint32_t> rows = {}) const;
  [[nodiscard]] bool shares(std::uint32_t table, std::uint32_t a, std::uint32_t b) const;
  // The key of the block that brings two rows up, of all that hold both and are not left out: a rule with
  // kNameKeys may hold a pair in several. 0: none does.
  [[nodiscard]] std::uint64_t first_block(const BlockRule& rule, std::uint32_t a, std::uint32_t b) const;

 private:
  void add_keys(const BlockRule& rule, std::uint32_t row, std::vector<Blocks::Entry>& to) const;
  [[nodiscard]] std::span<const std::uint64_t> keys_of(std::uint32_t table, std::uint32_t row) const;
  [[nodiscard]] std::uint64_t common_block(const BlockRule& rule, std::uint32_t a, std::uint32_t b,
                                           std::size_t skipped) const;

  std::span<const LinkField> fields_;
  std::span<const KeyTable> tables_;
};

}  // namespace muster::resolve
