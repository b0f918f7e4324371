// A lexicon read from an embedded table: which words mean what. Used by the scanners for dates, quantities,
// places and tables, each with its own file in data/extract/.
//
// A line is: kind TAB value TAB forms, the forms lower case and parted by spaces ("_" stands for a space
// inside a form); lines that start with # are comments. One word may stand in several lines.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muster::extract {

class WordTable {
 public:
  struct Entry {
    std::uint8_t kind = 0;  // index into the kinds given to the constructor
    double number = 0;      // the value as a number, where it is one
    std::string_view value;
    std::int32_t next = -1;  // further meanings of the same word
  };

  // `table` must live as long as the object: it is one of the embedded files. Lines of a kind that is not in
  // `kinds` are a mistake in the data and end the program.
  WordTable(std::string_view table, std::initializer_list<std::string_view> kinds);

  // The word's first meaning of this kind; nullptr when it has none.
  [[nodiscard]] const Entry* find(std::string_view word, std::uint8_t kind) const;

  // For each word the index of its first entry, or -1. One look-up a word.
  [[nodiscard]] std::vector<std::int32_t> find_all(std::span<const std::string_view> words) const;

  // From an index given by find_all: the first meaning of this kind.
  [[nodiscard]] const Entry* of_kind(std::int32_t entry, std::uint8_t kind) const;

 private:
  void add(std::string_view form, const Entry& entry);
  [[nodiscard]] std::int32_t first(std::string_view word) const;

  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::int32_t> heads_;
  struct Ends {  // of the forms of one length: which first and last bytes they have, by their low six bits
    std::uint64_t first = 0;
    std::uint64_t last = 0;
  };
  std::vector<Ends> by_length_;  // spares most words the look-up
};

}  // namespace muster::extract
