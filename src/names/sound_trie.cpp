#include "names/sound_trie.hpp"

#include <algorithm>
#include <array>

namespace muster::names {
namespace {

constexpr std::uint32_t kLastSibling = 1U << 31;
constexpr std::uint32_t kBelow = (1U << 26) - 1;

std::size_t letter_of(const TrieNode& node) {
  return (node.letters >> 26) & 31;
}

constexpr int kFar = 20000;
constexpr int kSwap = 16;
constexpr int kOtherStart = 6;

// The costs of edit_cost, by letter.
struct Costs {
  std::array<std::array<int, 32>, 26> change{};
  std::array<int, 32> drop{};

  Costs() {
    constexpr std::string_view vowels = "aeiou";
    constexpr std::string_view neighbours[] = {"ckq", "csz", "kgh", "td", "bp", "fv", "mn", "zi"};
    for (int a = 0; a < 32; ++a) {
      const char x = static_cast<char>('a' + a);
      drop[static_cast<std::size_t>(a)] = x == 'i' ? 8 : x == 'h' ? 10 : vowels.contains(x) ? 12 : 20;
      for (int b = 0; b < 26; ++b) {
        const char y = static_cast<char>('a' + b);
        const bool near = std::ranges::any_of(
            neighbours, [&](std::string_view set) { return set.contains(x) && set.contains(y); });
        const bool both = vowels.contains(x) && vowels.contains(y);
        change[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)] =
            a == b ? 0 : both ? 10 : near ? 12 : 20;
      }
    }
  }
};

const Costs& costs() {
  static const Costs table;
  return table;
}

class Search {
 public:
  Search(std::span<const TrieNode> trie, std::string_view sound, int most, std::size_t& budget,
         std::vector<SoundHit>& out)
      : trie_(trie), size_(sound.size()), budget_(budget), out_(out) {
    for (std::size_t i = 0; i < size_; ++i) query_[i] = static_cast<std::size_t>(sound[i] - 'a');
    limit_ = std::min(most, cost_limit(size_ + 3));
    auto& first = rows_[0];
    first[0] = 0;
    for (std::size_t j = 1; j <= size_; ++j) first[j] = first[j - 1] + costs().drop[query_[j - 1]];
    reach_[0] = size_;
    while (reach_[0] > 0 && first[reach_[0]] > limit_) --reach_[0];
  }

  // Children of the node at `depth` letters; rows_[depth] is filled.
  void descend(std::uint32_t child, std::size_t depth) {
    for (;; ++child) {
      if (child >= trie_.size() || budget_ == 0) return;
      --budget_;
      const TrieNode& node = trie_[child];
      const std::size_t letter = letter_of(node);
      path_[depth] = letter;
      if (fill_row(depth + 1, letter)) {
        if (node.words != 0) report(node, depth + 1);
        if (node.children > child && depth + 1 < kLongestSound) descend(node.children, depth + 1);
      }
      if ((node.letters & kLastSibling) != 0) return;
    }
  }

 private:
  void report(const TrieNode& node, std::size_t depth) {
    if (reach_[depth] < size_) return;
    const int cost = rows_[depth][size_];
    if (cost <= std::min(limit_, cost_limit(std::max(size_, depth))))
      out_.push_back({node.words - 1, cost});
  }

  // Is any cell of the row within the limit? Cells [low_, reach_] are; those outside are not.
  bool fill_row(std::size_t depth, std::size_t letter) {
    const auto& above = rows_[depth - 1];
    auto& now = rows_[depth];
    const std::size_t from = low_[depth - 1];
    const std::size_t above_reach = reach_[depth - 1];
    const auto& change = costs().change;
    const int drop = costs().drop[letter];
    int left = kFar;
    std::size_t low = size_ + 1;
    std::size_t reach = 0;
    const std::size_t swap_reach = depth >= 2 ? reach_[depth - 2] + 2 : 0;
    const std::size_t dense = std::max(above_reach + 1, swap_reach);
    for (std::size_t j = from; j <= size_; ++j) {
      int cost = kFar;
      if (j <= above_reach) cost = above[j] + drop;
      if (j > 0) {
        const std::size_t q = query_[j - 1];
        if (j - 1 >= from && j - 1 <= above_reach) {
          const int start = depth == 1 && j == 1 && q != letter ? kOtherStart : 0;
          cost = std::min(cost, above[j - 1] + change[q][letter] + start);
        }
        cost = std::min(cost, left + costs().drop[q]);
        if (j <= swap_reach && j >= 2 && depth >= 2 && letter == query_[j - 2] && path_[depth - 2] == q &&
            j - 2 >= low_[depth - 2]) {
          cost = std::min(cost, rows_[depth - 2][j - 2] + kSwap);
        }
      }
      now[j] = cost;
      left = cost;
      if (cost <= limit_) {
        low = std::min(low, j);
        reach = j;
      } else if (j > dense) {
        break;
      }
    }
    low_[depth] = low;
    reach_[depth] = reach;
    return low <= size_;
  }

  std::span<const TrieNode> trie_;
  std::size_t size_;
  std::size_t& budget_;
  std::vector<SoundHit>& out_;
  int limit_ = 0;
  std::array<std::size_t, kLongestSound + 1> query_{};
  std::array<std::size_t, kLongestSound + 1> path_{};
  std::array<std::size_t, kLongestSound + 1> low_{};
  std::array<std::size_t, kLongestSound + 1> reach_{};
  std::array<std::array<int, kLongestSound + 1>, kLongestSound + 1> rows_;
};

bool is_plain(std::string_view sound) {
  return !sound.empty() && sound.size() <= kLongestSound &&
         std::ranges::all_of(sound, [](char c) { return c >= 'a' && c <= 'z'; });
}

// The child of `node` with that letter; 0 where there is none.
std::uint32_t child_with(std::span<const TrieNode> trie, std::uint32_t node, char letter) {
  const std::uint32_t first = trie[node].children;
  if (first <= node) return 0;
  for (std::uint32_t child = first; child < trie.size() && child - first < 32; ++child) {
    if (letter_of(trie[child]) == static_cast<std::size_t>(letter - 'a')) return child;
    if ((trie[child].letters & kLastSibling) != 0) break;
  }
  return 0;
}

struct Range {
  std::uint32_t node;
  std::size_t from, to;  // of the sounds, all of which begin with the node's letters
  std::size_t letters;
};

}  // namespace

std::vector<TrieNode> build_trie(std::span<const SoundEntry> sounds) {
  std::vector<TrieNode> trie(1);
  std::vector<std::uint32_t> parents(1);
  std::vector<Range> level{{0, 0, sounds.size(), 0}};
  std::vector<Range> next;
  while (!level.empty()) {
    next.clear();
    for (const Range& range : level) {
      std::size_t at = range.from;
      if (at < range.to && sounds[at].sound.size() == range.letters) trie[range.node].words = sounds[at++].words + 1;
      if (at < range.to) trie[range.node].children = static_cast<std::uint32_t>(trie.size());
      while (at < range.to) {
        const char letter = sounds[at].sound[range.letters];
        const std::size_t from = at;
        while (at < range.to && sounds[at].sound[range.letters] == letter) ++at;
        const auto own = static_cast<std::uint32_t>(letter - 'a');
        next.push_back({static_cast<std::uint32_t>(trie.size()), from, at, range.letters + 1});
        trie.push_back({0, 0, own << 26 | (at == range.to ? kLastSibling : 0)});
        parents.push_back(range.node);
      }
    }
    std::swap(level, next);
  }
  for (std::size_t node = trie.size(); node-- > 1;)
    trie[parents[node]].letters |= (trie[node].letters & kBelow) | 1U << letter_of(trie[node]);
  return trie;
}

void find_near_sounds(std::span<const TrieNode> trie, std::string_view sound, int most, std::size_t& budget,
                      std::vector<SoundHit>& out) {
  sound = sound.substr(0, kLongestSound);
  if (trie.empty() || trie[0].children == 0 || !is_plain(sound)) return;
  Search(trie, sound, most, budget, out).descend(trie[0].children, 0);
}

std::vector<PrefixHit> find_prefixes(std::span<const TrieNode> trie, std::string_view sound) {
  std::vector<PrefixHit> out;
  sound = sound.substr(0, kLongestSound);
  if (trie.empty() || !is_plain(sound)) return out;
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
