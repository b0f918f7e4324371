#include "names/sound_trie.hpp"

#include <algorithm>

namespace muster::names {
namespace {

struct Range {
  std::uint32_t node;
  std::size_t from, to;  // of the sounds, all of which begin with the node's letters
  std::size_t letters;
};

// What is below each node; parents stand before their children.
void tell_below(std::vector<TrieNode>& trie, const std::vector<std::uint32_t>& parents) {
  std::vector<std::uint32_t> nearest(trie.size(), kFarthest);
  std::vector<std::uint32_t> farthest(trie.size(), 0);
  for (std::size_t node = trie.size(); node-- > 0;) {
    TrieNode& here = trie[node];
    here.below |= here.next | nearest[node] << 26 | farthest[node] << 29;
    if (node == 0) break;
    const std::uint32_t parent = parents[node];
    trie[parent].below |= here.below & kLetters;
    const std::uint32_t nearer = here.words != 0 ? 1 : nearest[node] + 1;
    nearest[parent] = std::min(nearest[parent], nearer);
    farthest[parent] = std::min(std::max(farthest[parent], farthest[node] + 1), kFarthest);
  }
}

}  // namespace

bool is_plain_sound(std::string_view sound) {
  return !sound.empty() && sound.size() <= kLongestSound &&
         std::ranges::all_of(sound, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<TrieNode> build_trie(std::span<const SoundEntry> sounds) {
  std::vector<TrieNode> trie(1);
  std::vector<std::uint32_t> parents(1);
  std::vector<Range> open{{0, 0, sounds.size(), 0}};
  while (!open.empty()) {
    const Range range = open.back();
    open.pop_back();
    std::size_t at = range.from;
    if (at < range.to && sounds[at].sound.size() == range.letters)
      trie[range.node].words = sounds[at++].words + 1;
    if (at < range.to) trie[range.node].children = static_cast<std::uint32_t>(trie.size());
    const std::size_t before = open.size();
    while (at < range.to) {
      const char letter = sounds[at].sound[range.letters];
      const std::size_t from = at;
      while (at < range.to && sounds[at].sound[range.letters] == letter) ++at;
      trie[range.node].next |= 1U << (letter - 'a');
      open.push_back({static_cast<std::uint32_t>(trie.size()), from, at, range.letters + 1});
      trie.emplace_back();
      parents.push_back(range.node);
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(before), open.end());
  }
  tell_below(trie, parents);
  return trie;
}

std::vector<PrefixHit> find_prefixes(std::span<const TrieNode> trie, std::string_view sound) {
  std::vector<PrefixHit> out;
  sound = sound.substr(0, kLongestSound);
  if (trie.empty() || !is_plain_sound(sound)) return out;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    node = child_with(trie, node, sound[i]);
    if (node == 0) break;
    if (trie[node].words != 0) out.push_back({trie[node].words - 1, i + 1});
  }
  return out;
}

bool find_sound(std::span<const TrieNode> trie, std::string_view sound, std::uint32_t& words) {
  const auto prefixes = find_prefixes(trie, sound);
  if (prefixes.empty() || prefixes.back().letters != std::min(sound.size(), kLongestSound)) return false;
  words = prefixes.back().words;
  return true;
}

}  // namespace muster::names
