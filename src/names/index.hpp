// An index over many names: built once, written to one file, opened by mapping it, asked for the names
// nearest to a query. Candidates are found by their words, the last ranking is compare's own.
//
//   IndexBuilder builder;
//   builder.add("Чжан Жэньбо", "row-1");
//   builder.add("Renata Holm");
//   if (auto written = builder.write("list.index"); !written) ...
//   auto index = NameIndex::open("list.index");
//   for (const Match& match : index->look_up("Zhang Renbo")) ...   // best first
//
// The order in which names are added does not matter: the same names give the same bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "names/compare.hpp"

namespace muster::names {

class IndexView;

// A list that an index was built from.
struct IndexSource {
  std::uint64_t size = 0;  // bytes
  std::string sha256;      // 64 hexadecimal digits
  bool operator==(const IndexSource&) const = default;
};

struct Match {
  std::string name;  // as it was added
  std::string id;    // empty: it has none
  Comparison comparison;
};

// Immutable, cheap to copy, safe for all threads.
class NameIndex {
 public:
  // Maps the file; refuses one that is cut off, damaged where it can be seen at once, or of another version.
  [[nodiscard]] static base::Result<NameIndex> open(const std::filesystem::path& path);
  // The same over bytes in memory, as IndexBuilder::bytes makes them.
  [[nodiscard]] static base::Result<NameIndex> from_bytes(std::string bytes);

  [[nodiscard]] std::size_t size() const;  // names; a name with two ids counts twice
  [[nodiscard]] std::size_t words() const;
  [[nodiscard]] std::vector<IndexSource> sources() const;
  [[nodiscard]] std::string_view name(std::size_t number) const;
  [[nodiscard]] std::string_view id(std::size_t number) const;

  // The nearest names, best first, ties in order of text; of several names of one id the best alone. Fewer
  // than `most` where the rest is far behind the first.
  [[nodiscard]] std::vector<Match> look_up(std::string_view query, std::size_t most = 10) const;

 private:
  struct Storage;
  explicit NameIndex(std::shared_ptr<const Storage> storage) : storage_(std::move(storage)) {}
  [[nodiscard]] const IndexView& view() const;

  std::shared_ptr<const Storage> storage_;
};

// Holds all names in memory until written: about 60 bytes and their text for each. To add to an index that is
// there: add_all(it), then the new names, then write over it.
class IndexBuilder {
 public:
  IndexBuilder();
  IndexBuilder(IndexBuilder&&) noexcept;
  ~IndexBuilder();

  // A name without letters is kept out; a name added before with the same id is one with it. Text without
  // letters in a script that we read is kept, and found where it is the same.
  void add(std::string_view name, std::string_view id = {});
  void add_all(const NameIndex& index);  // its names and its sources
  void add_source(IndexSource source);

  // Empties the builder.
  [[nodiscard]] base::Result<std::string> bytes();
  [[nodiscard]] base::Result<void> write(const std::filesystem::path& path);

  [[nodiscard]] std::size_t without_letters() const;  // names kept out
  [[nodiscard]] std::size_t repeats() const;          // known after bytes() or write()

  // Words in more names than this get lists of the names that hold two of them; 0: by the size of the list.
  void set_frequent(std::uint32_t names);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace muster::names
