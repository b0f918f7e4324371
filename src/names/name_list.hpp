// Lists of names as they come: CSV, TSV, text with a name a line, FollowTheMoney entities as JSON lines.
// Read as a stream over bytes in memory (a mapped file), so that ten million lines are no matter.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace muster::names {

enum class ListKind : std::uint8_t { kText, kCsv, kTsv, kJson };

// By the file's ending (csv, tsv, tab, json, jsonl, ndjson, ftm; txt), else by what stands in it.
[[nodiscard]] ListKind list_kind(std::string_view file_name, std::string_view bytes);

struct ListOptions {
  // The column or field taken, the first that is there. None: the first column, and no row is a heading.
  std::vector<std::string_view> columns = {"name", "caption", "full_name", "fullname", "label", "title"};
  // All of these besides; their cells hold several names between semicolons.
  std::vector<std::string_view> others = {"alias", "aliases", "weak_alias", "weak_aliases"};
};

struct ListCounts {
  std::size_t rows = 0;    // lines, rows, entities
  std::size_t empty = 0;   // of them without a name
  std::size_t broken = 0;  // lines that are no JSON
};

// `done` is how many bytes were read so far. Both views hold during the call alone.
using ListVisitor = std::function<void(std::string_view name, std::string_view id, std::size_t done)>;

// Bytes that are no UTF-8 come as U+FFFD. Fails when the list holds NUL bytes or no line of it is what it
// should be.
[[nodiscard]] base::Result<ListCounts> read_names(std::string_view bytes, ListKind kind,
                                                  const ListOptions& options, const ListVisitor& visit);

}  // namespace muster::names
