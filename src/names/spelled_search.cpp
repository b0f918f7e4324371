#include "names/spelled_search.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace muster::names {
namespace {

constexpr std::size_t kWide = 240;  // states of a place; short words afford more
constexpr std::size_t kUsual = 96;
constexpr std::size_t kNarrow = 24;
constexpr std::size_t kShort = 6;          // signs with both ends
constexpr std::size_t kMostRewrites = 48;  // of a sign or two
constexpr float kMostBehind = 24;          // bits behind the cheapest state of a place
constexpr float kDearest = 20;             // of one rewrite

struct State {
  std::uint32_t node = 0;
  float bits = 0;
};

// The cheapest states after some signs; what cannot stay among them is turned away at once.
class Place {
 public:
  explicit Place(std::size_t most) : most_(most) {}

  // A state dearer than that would not stay.
  [[nodiscard]] float limit() const { return limit_; }

  void add(State state) {
    if (state.bits > limit_) return;
    states_.push_back(state);
    limit_ = std::min(limit_, state.bits + kMostBehind);
    if (states_.size() == kFull * most_) prune();
  }

  // The cheapest state of each node, the cheapest `most` of them, in order.
  const std::vector<State>& prune() {
    std::ranges::sort(states_, [](const State& a, const State& b) {
      return a.node != b.node ? a.node < b.node : a.bits < b.bits;
    });
    const auto repeats = std::ranges::unique(states_, {}, &State::node);
    states_.erase(repeats.begin(), repeats.end());
    std::ranges::sort(states_, [](const State& a, const State& b) {
      return a.bits != b.bits ? a.bits < b.bits : a.node < b.node;
    });
    std::size_t kept = std::min(states_.size(), most_);
    while (kept > 0 && states_[kept - 1].bits > states_[0].bits + kMostBehind) --kept;
    states_.resize(kept);
    if (kept == most_) limit_ = std::min(limit_, states_.back().bits);
    return states_;
  }

 private:
  static constexpr std::size_t kFull = 3;

  std::size_t most_;
  std::vector<State> states_;
  float limit_ = std::numeric_limits<float>::max();
};

class Beam {
 public:
  Beam(std::span<const TrieNode> trie, const Transliteration& model, const NativeWord& word, BeamWidth width)
      : trie_(trie), model_(model), word_(word) {
    width_ = width == BeamWidth::kNarrow ? kNarrow : word.positions <= kShort ? kWide : kUsual;
  }

  std::vector<SpelledHit> run(std::size_t most) {
    if (trie_.empty() || word_.positions < 3) return {};
    places_.assign(word_.positions, Place(width_));
    places_.emplace_back(most);
    places_[0].add({0, 0});
    auto insertions = model_.rewrites(word_, 0, 0);
    std::ranges::sort(insertions, {}, &Rewrite::bits);
    for (std::size_t at = 0; at < word_.positions; ++at) {
      const std::vector<State>& states = places_[at].prune();
      for (std::size_t length = 1; length <= kLongest; ++length) ways_[length] = ways_at(at, length);
      for (const State& state : states) rewrite(at, state);
      for (std::size_t i = 0; at > 0 && i < states.size(); ++i) insert(at, states[i], insertions);
    }
    std::vector<SpelledHit> hits;
    for (const State& state : places_.back().prune())
      hits.push_back({trie_[state.node].words - 1, state.bits});
    return hits;
  }

 private:
  static constexpr std::size_t kLongest = Transliteration::kLongestNative;

  // The rewrites of the signs [at, at + length) that may stand there, cheapest first.
  std::vector<Rewrite> ways_at(std::size_t at, std::size_t length) const {
    if (at + length > word_.positions) return {};
    auto ways = model_.rewrites(word_, at, length);
    if (ways.size() > kMostRewrites) ways.resize(kMostRewrites);
    const bool last = at + length == word_.positions;
    std::erase_if(ways, [&](const Rewrite& way) { return way.bits > kDearest || way.ends != last; });
    std::ranges::sort(ways, {}, &Rewrite::bits);
    return ways;
  }

  // The state with letters that no sign answers, where that may lead anywhere.
  void insert(std::size_t at, const State& state, const std::vector<Rewrite>& insertions) {
    for (const Rewrite& letters : insertions) {
      const float bits = state.bits + letters.bits;
      if (!leads_on(at, bits)) return;
      const std::uint32_t node = walk(state.node, letters.latin);
      if (node != 0) rewrite(at, {node, bits});
    }
  }

  bool leads_on(std::size_t at, float bits) const {
    for (std::size_t length = 1; length <= kLongest; ++length) {
      const auto& ways = ways_[length];
      if (!ways.empty() && bits + ways[0].bits <= places_[at + length].limit()) return true;
    }
    return false;
  }

  void rewrite(std::size_t at, const State& state) {
    for (std::size_t length = 1; length <= kLongest; ++length) {
      const bool last = at + length == word_.positions;
      for (const Rewrite& way : ways_[length]) {
        Place& target = places_[at + length];
        if (state.bits + way.bits > target.limit()) break;
        const std::uint32_t node = way.latin.empty() ? state.node : walk(state.node, way.latin);
        const bool nowhere = node == 0 && !way.latin.empty();
        if (!nowhere && (!last || trie_[node].words != 0)) target.add({node, state.bits + way.bits});
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
  std::size_t width_ = 0;
  std::vector<Place> places_;
  std::array<std::vector<Rewrite>, kLongest + 1> ways_;  // by length, of the place at hand
};

}  // namespace

std::vector<SpelledHit> find_spelled(std::span<const TrieNode> trie, const Transliteration& model,
                                     const NativeWord& word, std::size_t most, BeamWidth width) {
  return Beam(trie, model, word, width).run(most);
}

}  // namespace muster::names
