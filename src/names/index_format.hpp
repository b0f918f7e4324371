// The bytes of a name index: one header, then sections, each at a multiple of eight bytes; little-endian.
// docs/names.md draws it. The header carries a checksum; the sections do not (opening must not read them), so
// whoever reads a section checks every offset and number in it before use: a damaged file may give wrong
// answers, never a read out of bounds and never an endless loop.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "names/parts.hpp"

namespace muster::names {

constexpr std::string_view kIndexMagic = "MUSTERNX";
constexpr std::uint32_t kIndexVersion = 3;
constexpr std::size_t kLongestSound = 40;  // letters of a word's reading that are looked at

enum IndexSection : std::size_t {
  kRecords,        // a name: varints (count of words, words as gaps, id + 1 or 0), then its text
  kRecordOffsets,  // u32 a name and one more: offset into kRecords above the base of its block
  kRecordBases,    // u64 for each 65,536 names
  kWords,          // WordEntry, in order of text, and one more that ends the last
  kWordText,
  kPostings,      // of each word, then of each pair, then of each key: names as gaps, varints
  kPairs,         // PairEntry in order of (first, second)
  kKeys,          // KeyEntry in order of key
  kTrie,          // TrieNode, siblings together, parents first; the first is the root
  kSoundWords,    // of each sound that the trie holds: varint count, words as gaps * 4 + doubt
  kSpelled,       // TrieNode: Latin spellings as kTrie has sounds
  kSpelledWords,  // as kSoundWords
  kNicknames,     // NicknameEntry in order of (line, word)
  kIdOffsets,     // u32 an id and one more, into kIdText
  kIdText,
  kSources,  // SourceEntry: the lists that the index was built from
  kSections
};

struct Extent {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

struct IndexHeader {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t byte_order = 0;  // 0x01020304
  std::uint64_t file_size = 0;
  std::uint32_t names = 0;
  std::uint32_t words = 0;
  std::uint32_t nodes = 0;
  std::uint32_t spelled_nodes = 0;
  std::uint32_t keys = 0;
  std::uint32_t pairs = 0;
  std::uint32_t nicknames = 0;
  std::uint32_t ids = 0;
  std::uint32_t sources = 0;
  std::uint32_t frequent = 0;  // words in more names than this have pairs
  // Names stand in order of how many words they have, then of text: first_with[k] is the first with k or
  // more.
  std::array<std::uint32_t, kMostWords + 2> first_with{};
  std::array<Extent, kSections> sections{};
  std::uint64_t checksum = 0;  // of all bytes before
};

struct WordEntry {
  std::uint64_t postings = 0;  // offset into kPostings
  std::uint32_t text = 0;      // offset into kWordText
  std::uint32_t names = 0;     // how many hold it
  std::uint8_t bits = 0;       // Word::bits in sixteenths
  std::uint8_t flags = 0;
  char first = 0;  // first letter of its first reading
  std::uint8_t unused = 0;
  std::uint32_t unused_too = 0;
};
constexpr std::uint8_t kInitialFlag = 1;

// Names that hold both of two frequent words; first == second: names of that word alone.
struct PairEntry {
  std::uint64_t postings = 0;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t names = 0;
  std::uint32_t unused = 0;
};

// Names that may be Korean and sound so (korean_numbers), or have such initials (acronym_numbers).
struct KeyEntry {
  std::uint64_t postings = 0;
  std::uint32_t key = 0;
  std::uint32_t names = 0;
};

struct TrieNode {
  std::uint32_t children = 0;  // the first child's number; 0: none
  std::uint32_t words = 0;     // offset into kSoundWords, plus one; 0: no sound ends here
  std::uint32_t next = 0;      // bits 0-25: the children's letters; the children stand in their order
  std::uint32_t below = 0;     // bits 0-25: letters that occur below; 26-28: letters to the nearest end of a
                               // sound below, 29-31: to the farthest; 7: seven or more
};

struct NicknameEntry {
  std::uint32_t line = 0;
  std::uint32_t word = 0;
};

struct SourceEntry {
  std::uint64_t size = 0;
  std::array<char, 64> sha256{};  // hexadecimal
};

[[nodiscard]] std::uint64_t checksum_of(std::string_view bytes);
[[nodiscard]] std::uint64_t checksum_of(const IndexHeader& header);  // of what stands before its checksum

void append_varint(std::string& to, std::uint32_t value);

// Reads a varint and returns where it ends; nullptr where it is broken or passes `end`.
[[nodiscard]] inline const char* read_varint(const char* at, const char* end, std::uint32_t& value) {
  value = 0;
  for (unsigned shift = 0; at != end && shift < 35; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(*at++);
    value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return at;
  }
  return nullptr;
}

}  // namespace muster::names
