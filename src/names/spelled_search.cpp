#include "names/spelled_search.hpp"

#include <algorithm>

namespace muster::names {
namespace {

constexpr std::size_t kBeam = 80;
constexpr std::size_t kMostRewrites = 40;  // of a sign or two
constexpr float kMostBehind = 24;          // bits behind the cheapest state of a place
constexpr float kDearest = 18;             // of one rewrite

struct State {
  std::uint32_t node = 0;
  float bits = 0;
};

class Beam {
 public:
  Beam(std::span<const TrieNode> trie, const Transliteration& model, const NativeWord& word)
      : trie_(trie), model_(model), word_(word), places_(word.positions + 1) {}

  std::vector<SpelledHit> run(std::size_t most) {
    if (trie_.empty() || word_.positions < 3) return {};
    places_[0].push_back({0, 0});
    const auto insertions = model_.rewrites(word_, 0, 0);
    for (std::size_t at = 0; at < word_.positions; ++at) {
      prune(places_[at], kBeam);
      if (at > 0) insert(places_[at], insertions);
      for (std::size_t length = 1; length <= Transliteration::kLongestNative; ++length) {
        if (at + length <= word_.positions) rewrite(at, length);
      }
    }
    std::vector<SpelledHit> hits;
    prune(places_.back(), most);
    for (const State& state : places_.back()) hits.push_back({trie_[state.node].words - 1, state.bits});
    return hits;
  }

 private:
  // The cheapest state of each node, the cheapest `most` of them.
  static void prune(std::vector<State>& states, std::size_t most) {
    std::ranges::sort(states, [](const State& a, const State& b) {
      return a.node != b.node ? a.node < b.node : a.bits < b.bits;
    });
    const auto repeats = std::ranges::unique(states, {}, &State::node);
    states.erase(repeats.begin(), repeats.end());
    std::ranges::sort(states, [](const State& a, const State& b) {
      return a.bits != b.bits ? a.bits < b.bits : a.node < b.node;
    });
    std::size_t kept = std::min(states.size(), most);
    while (kept > 0 && states[kept - 1].bits > states[0].bits + kMostBehind) --kept;
    states.resize(kept);
  }

  void insert(std::vector<State>& states, const std::vector<Rewrite>& insertions) {
    const std::size_t before = states.size();
    for (std::size_t i = 0; i < before; ++i) {
      for (const Rewrite& letter : insertions) {
        const std::uint32_t node = walk(states[i].node, letter.latin);
        if (node != 0) states.push_back({node, states[i].bits + letter.bits});
      }
    }
  }

  void rewrite(std::size_t at, std::size_t length) {
    const auto rewrites = model_.rewrites(word_, at, length);
    const bool last = at + length == word_.positions;
    auto& target = places_[at + length];
    for (std::size_t k = 0; k < std::min(rewrites.size(), kMostRewrites); ++k) {
      const Rewrite& way = rewrites[k];
      if (way.bits > kDearest) continue;
      if (way.ends != last) continue;
      for (const State& state : places_[at]) {
        const std::uint32_t node = way.latin.empty() ? state.node : walk(state.node, way.latin);
        const bool nowhere = node == 0 && !way.latin.empty();
        if (!nowhere && (!last || trie_[node].words != 0)) target.push_back({node, state.bits + way.bits});
      }
    }
  }

  // 0: nowhere.
  std::uint32_t walk(std::uint32_t node, std::string_view letters) const {
    for (const char letter : letters) {
      node = child_with(trie_, node, letter);
      if (node == 0) return 0;
    }
    return node;
  }

  std::span<const TrieNode> trie_;
  const Transliteration& model_;
  const NativeWord& word_;
  std::vector<std::vector<State>> places_;
};

}  // namespace

std::vector<SpelledHit> find_spelled(std::span<const TrieNode> trie, const Transliteration& model,
                                     const NativeWord& word, std::size_t most) {
  return Beam(trie, model, word).run(most);
}

}  // namespace muster::names
