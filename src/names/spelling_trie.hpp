// Spellings in a trie, read letter by letter: a walk ends where no spelling goes on, so that a word which no
// spelling opens costs a step or two rather than a look-up for each of its parts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace muster::names {

template <class Option>
class SpellingTrie {
 public:
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

  SpellingTrie() = default;

  // `table`: from UTF-8 spellings to vectors of options, which must stay where they are.
  template <class Table>
  explicit SpellingTrie(const Table& table) {
    std::vector<Spelling> spellings;
    for (const auto& [spelling, options] : table) spellings.push_back({text::to_utf32(spelling), options});
    std::ranges::sort(spellings, {}, &Spelling::letters);
    nodes_.emplace_back();
    grow(kRoot, spellings, 0);
  }

  // The node after one more letter.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, char32_t letter) const {
    const Node& from = nodes_[node];
    std::uint32_t first = from.children;
    std::uint32_t count = from.count;
    while (count > kFew) {
      const std::uint32_t half = count / 2;
      const bool before = nodes_[first + half].letter <= letter;
      first += before ? half : 0;
      count = before ? count - half : half;
    }
    for (; count > 0; ++first, --count) {
      if (nodes_[first].letter == letter) return first;
    }
    return kNowhere;
  }

  // Of the spelling that ends here; empty for none.
  [[nodiscard]] std::span<const Option> options(std::uint32_t node) const { return nodes_[node].options; }

  // Letter after letter, from `node` on.
  template <class Letters>
  [[nodiscard]] std::uint32_t walk(std::uint32_t node, const Letters& letters) const {
    for (const auto letter : letters) {
      if (node == kNowhere) break;
      node = step(node, static_cast<char32_t>(letter));
    }
    return node;
  }

 private:
  static constexpr std::uint32_t kFew = 4;

  struct Node {
    char32_t letter = 0;
    std::uint32_t children = 0;  // the first; siblings stand together, by letter
    std::uint32_t count = 0;
    std::span<const Option> options;
  };
  struct Spelling {
    std::u32string letters;
    std::span<const Option> options;
  };

  // The children of `node`, whose spellings have `depth` letters in common.
  void grow(std::uint32_t node, std::span<const Spelling> spellings, std::size_t depth) {
    if (!spellings.empty() && spellings[0].letters.size() == depth) {
      nodes_[node].options = spellings[0].options;
      spellings = spellings.subspan(1);
    }
    const auto first = static_cast<std::uint32_t>(nodes_.size());
    std::vector<std::span<const Spelling>> families;
    for (std::size_t from = 0, to = 0; from < spellings.size(); from = to) {
      const char32_t letter = spellings[from].letters[depth];
      while (to < spellings.size() && spellings[to].letters[depth] == letter) ++to;
      families.push_back(spellings.subspan(from, to - from));
      nodes_.push_back({letter, 0, 0, {}});
    }
    nodes_[node].children = first;
    nodes_[node].count = static_cast<std::uint32_t>(families.size());
    for (std::size_t i = 0; i < families.size(); ++i)
      grow(first + static_cast<std::uint32_t>(i), families[i], depth + 1);
  }

  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace muster::names
