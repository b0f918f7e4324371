// Tries over the distinct sounds (folded readings, a-z) and Latin spellings of an index, and the search for
// those near a given one under the costs of edit_cost: a depth-first walk that carries one row of the edit
// table for each letter on the way, and leaves a branch when no cell of the row can still end within its
// limit (sound_search.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/index_format.hpp"

namespace muster::names {

struct SoundEntry {
  std::string_view sound;   // a plain one
  std::uint32_t words = 0;  // offset into kSoundWords
};

constexpr std::uint32_t kLetters = (1U << 26) - 1;
constexpr std::uint32_t kFarthest = 7;  // what nearest_end and farthest_end can count
[[nodiscard]] inline std::uint32_t nearest_end(const TrieNode& node) {
  return (node.below >> 26) & kFarthest;
}
[[nodiscard]] inline std::uint32_t farthest_end(const TrieNode& node) {
  return node.below >> 29;
}
// How many letters a set holds; std::popcount is a call where the processor is not known to have it.
[[nodiscard]] constexpr std::uint32_t count_letters(std::uint32_t set) {
  set -= set >> 1 & 0x5555'5555;
  set = (set & 0x3333'3333) + (set >> 2 & 0x3333'3333);
  return ((set + (set >> 4)) & 0x0F0F'0F0F) * 0x0101'0101 >> 24;
}
// The letters of the children, and the first child's number; none where they cannot be (a damaged file).
struct TrieChildren {
  std::uint32_t letters = 0;
  std::uint32_t first = 0;
};
[[nodiscard]] inline TrieChildren children_of(std::span<const TrieNode> trie, std::uint32_t node) {
  const std::uint32_t letters = trie[node].next & kLetters;
  const std::uint32_t first = trie[node].children;
  if (first <= node || first > trie.size()) return {};
  if (trie.size() - first < 26 && trie.size() - first < count_letters(letters)) return {};
  return {letters, first};
}

// The child of `node` with that letter; 0 where there is none.
[[nodiscard]] inline std::uint32_t child_with(std::span<const TrieNode> trie, std::uint32_t node,
                                              char letter) {
  const auto own = static_cast<std::uint32_t>(letter - 'a');
  if (own > 25 || (trie[node].next >> own & 1) == 0) return 0;
  const TrieChildren children = children_of(trie, node);
  if (children.letters == 0) return 0;
  return children.first + count_letters(children.letters & ((1U << own) - 1));
}

// a-z, not empty, kLongestSound letters at most.
[[nodiscard]] bool is_plain_sound(std::string_view sound);

// `sounds`: sorted, without repeats. Siblings stand together, and each one's family stands after the family
// of the one before it: the order in which a search walks.
[[nodiscard]] std::vector<TrieNode> build_trie(std::span<const SoundEntry> sounds);

// Costs of edit_cost in twentieths.
constexpr int kCostUnit = 20;
// What a sound of `letters` letters may differ by, as word_cost allows it.
[[nodiscard]] constexpr int cost_limit(std::size_t letters) {
  return (26 * static_cast<int>(letters) + 1) / 5;
}

struct SoundHit {
  std::uint32_t words = 0;  // offset into kSoundWords
  int cost = 0;             // twentieths
};

// All sounds within cost_limit of the longer one's length and within `most` (but for two letters swapped at
// the very edge of the limit). `budget` is the number of nodes that may still be visited; it bounds the time
// on any file.
void find_near_sounds(std::span<const TrieNode> trie, std::string_view sound, int most, std::size_t& budget,
                      std::vector<SoundHit>& out);

// The sound itself, and every sound that it begins with, shortest first.
struct PrefixHit {
  std::uint32_t words = 0;
  std::size_t letters = 0;
};
[[nodiscard]] std::vector<PrefixHit> find_prefixes(std::span<const TrieNode> trie, std::string_view sound);

// kSoundWords' offset for the sound, or nothing.
[[nodiscard]] bool find_sound(std::span<const TrieNode> trie, std::string_view sound, std::uint32_t& words);

}  // namespace muster::names
