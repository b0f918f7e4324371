#include "names/spelled_search.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace muster::names {
namespace {

constexpr std::size_t kWide = 240;  // states of a place; short words afford more
constexpr std::size_t kUsual = 96;
constexpr std::size_t kNarrow = 16;
constexpr std::size_t kShort = 6;          // signs with both ends
constexpr std::size_t kMostRewrites = 48;  // of a sign or two
constexpr float kMostBehind = 24;          // bits behind the cheapest state of a place
constexpr float kDearest = 20;             // of one rewrite

struct State {
  std::uint32_t node = 0;
  float bits = 0;
};

// The cheapest states after some signs, one for each node; what cannot stay among them is turned away at
// once. How many there are up to a limit is counted by quarters of a bit, over as many of these as may count.
class Place {
 public:
  explicit Place(std::size_t most) : most_(most) {}

  // A state dearer than that would not stay.
  [[nodiscard]] float limit() const { return limit_; }

  void add(State state) {
    if (state.bits > limit_) return;
    if (states_.empty()) slots_.assign(kSlots, 0), top_ = quarter(state.bits + kMostBehind);
    std::uint32_t& slot = slot_of(state.node);
    if (slot == 0) {
      states_.push_back(state);
      slot = static_cast<std::uint32_t>(states_.size());
    } else if (states_[slot - 1].bits > state.bits) {
      uncount(states_[slot - 1].bits);
      states_[slot - 1].bits = state.bits;
    } else {
      return;
    }
    count(state.bits);
    if (2 * states_.size() > kSlots) start_again();
  }

  // The cheapest `most` of them, in order.
  const std::vector<State>& prune() {
    std::erase_if(states_, [&](const State& state) { return state.bits > limit_; });
    std::ranges::sort(states_, [](const State& a, const State& b) {
      return a.bits != b.bits ? a.bits < b.bits : a.node < b.node;
    });
    if (states_.size() > most_) states_.resize(most_);
    return states_;
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr std::int32_t kQuarters = 256;  // more than kMostBehind has

  static std::int32_t quarter(float bits) { return static_cast<std::int32_t>(bits * 4); }
  std::uint16_t& counted(std::int32_t at) { return counts_[static_cast<std::uint32_t>(at) % kQuarters]; }

  std::uint32_t& slot_of(std::uint32_t node) {
    std::size_t at = node * 0x9E3779B1U >> 22;
    while (slots_[at] != 0 && states_[slots_[at] - 1].node != node) at = (at + 1) % kSlots;
    return slots_[at];
  }

  void count(float bits) {
    limit_ = std::min(limit_, bits + kMostBehind);
    if (quarter(bits) > top_) return;
    ++counted(quarter(bits));
    ++within_;
    while (top_ > quarter(limit_) || within_ - counted(top_) >= most_) {
      within_ -= std::exchange(counted(top_), std::uint16_t{0});
      --top_;
      limit_ = std::min(limit_, static_cast<float>(top_ + 1) / 4);
    }
  }

  void uncount(float bits) {
    if (quarter(bits) > top_) return;
    --counted(quarter(bits));
    --within_;
  }

  // With the states that may stay alone.
  void start_again() {
    prune();
    std::vector<State> kept = std::move(states_);
    if (kept.size() == most_) limit_ = std::min(limit_, kept.back().bits);
    states_.clear();
    counts_.fill(0);
    within_ = 0;
    for (const State& state : kept) add(state);
  }

  std::size_t most_;
  std::vector<State> states_;
  std::vector<std::uint32_t> slots_;  // by node: where its state stands, plus one
  std::array<std::uint16_t, kQuarters> counts_{};
  std::size_t within_ = 0;  // states counted up to top_
  std::int32_t top_ = 0;    // the last quarter that counts
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
