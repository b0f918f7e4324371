// A row of the edit table is held in vectors of eight 16-bit cells: column j is the cost of having read j
// letters of the query. One step down the trie makes the next row from the two above: a letter changed
// (diagonal), added (above), two swapped (two rows up), and then letters of the query dropped, which is a
// running minimum along the row once the drops' running sum is taken off.
//
// A branch is left when no cell can end within the limit. What a cell may cost depends on where it stands: an
// answer longer than the query may cost more, but only if its letters are added. And letters of the query
// that do not occur anywhere below must be changed or dropped, which costs what their cheapest change costs.
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "names/edits.hpp"
#include "names/sound_trie.hpp"

namespace muster::names {
namespace {

using Cells = std::int16_t __attribute__((vector_size(16)));
constexpr std::size_t kLanes = 8;
constexpr std::int16_t kFar = 6000;
constexpr std::int16_t kSwap = 16;
constexpr std::int16_t kOtherStart = 6;
// Through a swap, the row between is dearer than what comes after it.
constexpr std::int16_t kSlack = 4;
// A beam: beyond this (a first letter changed, just), costs may only come as fast as letters do. It leaves
// two thirds of the trie's nodes unvisited and loses one in twenty of the sounds within the limit, the far
// ones.
constexpr int kAtOnce = 18;

constexpr int kHundredthsOfUnit = 5;

// The costs of edit_cost, by letter, in twentieths.
struct Costs {
  std::array<std::array<std::int16_t, 32>, 32> change{};
  std::array<std::int16_t, 32> drop{};
  std::array<std::int16_t, 32> cheapest{};  // the least that it costs to be rid of the letter

  Costs() {
    for (std::size_t a = 0; a < 32; ++a) {
      const char x = static_cast<char>('a' + a);
      drop[a] = static_cast<std::int16_t>(drop_cost(x) / kHundredthsOfUnit);
      cheapest[a] = drop[a];
      for (std::size_t b = 0; b < 32; ++b) {
        const char y = static_cast<char>('a' + b);
        change[a][b] = static_cast<std::int16_t>(change_cost(x, y) / kHundredthsOfUnit);
        if (a != b) cheapest[a] = std::min(cheapest[a], change[a][b]);
      }
    }
  }
};

const Costs& costs() {
  static const Costs table;
  return table;
}

Cells all(std::int16_t value) {
  return Cells{} + value;
}

Cells least(Cells a, Cells b) {
  return a < b ? a : b;
}

// Cells moved up by as many lanes, kFar entering below.
template <int Lanes>
Cells moved(Cells a) {
#ifdef __SSE2__  // GCC 12 moves the lanes one by one without this
  constexpr Cells entering = {kFar, Lanes > 1 ? kFar : 0, Lanes > 2 ? kFar : 0, Lanes > 2 ? kFar : 0};
  return reinterpret_cast<Cells>(_mm_slli_si128(reinterpret_cast<__m128i>(a), 2 * Lanes)) | entering;
#else
  Cells out = all(kFar);
  for (std::size_t i = Lanes; i < kLanes; ++i) out[i] = a[i - Lanes];
  return out;
#endif
}

bool any_not_above(Cells a, Cells limit) {
#ifdef __SSE2__
  return _mm_movemask_epi8(reinterpret_cast<__m128i>(a <= limit)) != 0;
#else
  using Halves = std::int64_t __attribute__((vector_size(16)));
  const auto found = reinterpret_cast<Halves>(a <= limit);
  return (found[0] | found[1]) != 0;
#endif
}

// Least of each lane and those below it.
Cells running_least(Cells a) {
  a = least(a, moved<1>(a));
  a = least(a, moved<2>(a));
  return least(a, moved<4>(a));
}

template <std::size_t Parts>
struct Row {
  alignas(16) std::array<std::int16_t, Parts * kLanes> cells;

  [[nodiscard]] Cells part(std::size_t p) const {
    Cells out;
    std::memcpy(&out, &cells[p * kLanes], sizeof out);
    return out;
  }
  void put(std::size_t p, Cells part) { std::memcpy(&cells[p * kLanes], &part, sizeof part); }
};

template <std::size_t Parts>
Row<Parts> filled(std::int16_t value) {
  Row<Parts> row;
  row.cells.fill(value);
  return row;
}

template <std::size_t Parts>
Row<Parts> moved(const Row<Parts>& row) {
  Row<Parts> out;
  for (std::size_t p = 0; p < Parts; ++p) {
    Cells cells = moved<1>(row.part(p));
    if (p > 0) cells[0] = row.cells[p * kLanes - 1];
    out.put(p, cells);
  }
  return out;
}

constexpr std::int16_t small(int value) {
  return static_cast<std::int16_t>(value);
}

constexpr int kCheapestDrop = 8;  // of any letter

// For each cell, the least that it costs to be rid of letters that are too many, or to add those that lack.
class Ramps {
 public:
  constexpr Ramps() {
    for (std::size_t i = 0; i < kSize; ++i) {
      falling_[i] = small(i < kMiddle ? static_cast<int>(kMiddle - i) * kCheapestDrop : 0);
      rising_[i] = small(i > kMiddle ? static_cast<int>(i - kMiddle) * kCheapestDrop : 0);
    }
  }

  // Cells from `cell` on: `over` letters too many in the first cell of all, one fewer in each after it.
  [[nodiscard]] Cells falling(std::size_t over, std::size_t cell) const {
    return at(falling_, kMiddle - over + cell);
  }
  // `letters` stand below at least; the query has `size` less the cell's number left.
  [[nodiscard]] Cells rising(std::size_t size, std::size_t letters, std::size_t cell) const {
    return at(rising_, kMiddle + letters - size + cell);
  }

 private:
  static constexpr std::size_t kMiddle = kLongestSound;
  static constexpr std::size_t kSize = 2 * kLongestSound + 2 * kLanes;

  static Cells at(const std::array<std::int16_t, kSize>& ramp, std::size_t from) {
    Cells out;
    std::memcpy(&out, &ramp[from], sizeof out);
    return out;
  }

  std::array<std::int16_t, kSize> falling_{};
  std::array<std::int16_t, kSize> rising_{};
};
constexpr Ramps kRamps;

// For queries of fewer than Parts * kLanes letters.
template <std::size_t Parts>
class Search {
 public:
  Search(std::span<const TrieNode> trie, std::string_view sound, int most, std::size_t& budget,
         std::vector<SoundHit>& out)
      : trie_(trie), size_(sound.size()), most_(most), budget_(budget), out_(out) {
    deepest_ = std::min(kLongestSound, 2 * size_ + 2);
    set_costs(sound);
    set_limits();
    rows_[0] = dropped_;
  }

  // The children of a node at `depth` letters, whose row is there.
  void descend(std::uint32_t parent, std::size_t depth) {
    const TrieChildren children = children_of(trie_, parent);
    std::uint32_t child = children.first;
    for (std::uint32_t letters = children.letters; letters != 0; letters &= letters - 1, ++child) {
      if (budget_ == 0) return;
      --budget_;
      const TrieNode& node = trie_[child];
      const auto letter = static_cast<std::uint32_t>(std::countr_zero(letters));
      path_[depth] = letter;
      fill_row(depth + 1, letter);
      const std::int16_t cost = rows_[depth + 1].cells[size_];
      if (cost <= ends_[depth + 1] && node.words != 0) out_.push_back({node.words - 1, cost});
      if (depth + 1 < deepest_ && leads_on(depth + 1, node)) descend(child, depth + 1);
    }
  }

 private:
  static constexpr bool kSwapAlways = Parts < 3;  // cheaper than to guess whether to

  void set_costs(std::string_view sound) {
    same_.fill(filled<Parts>(kFar));
    change_.fill(filled<Parts>(kFar));
    dropped_ = filled<Parts>(kFar);
    dropped_.cells[0] = 0;
    for (std::size_t j = 1; j <= size_; ++j) {
      const auto letter = static_cast<std::size_t>(sound[j - 1] - 'a');
      if ((letters_ >> letter & 1U) == 0) missing_[letter] = filled<Parts>(0);
      letters_ |= 1U << letter;
      dropped_.cells[j] = small(dropped_.cells[j - 1] + costs_.drop[letter]);
      same_[letter].cells[j] = 0;
      for (std::size_t other = 0; other < 32; ++other) change_[other].cells[j] = costs_.change[letter][other];
      for (std::size_t before = 0; before < j; ++before)
        missing_[letter].cells[before] = small(missing_[letter].cells[before] + costs_.cheapest[letter]);
    }
  }

  // What a cell may cost depends on how much of the answer is longer than the query so far, and on the beam.
  // Where `most` alone bounds it, one row does for all.
  void set_limits() {
    Row<Parts> beam = filled<Parts>(-1);
    const int own = cost_limit(size_);
    const int limit = std::min(most_, own);
    for (std::size_t j = 0; j <= size_; ++j) {
      const int at_once = kAtOnce + kSlack + limit * static_cast<int>(j) / static_cast<int>(size_);
      beam.cells[j] = small(std::min(at_once, most_ + kSlack));
    }
    const bool alike = most_ <= own;
    for (std::size_t depth = 0; depth <= deepest_; ++depth) {
      ends_[depth] = small(std::min(most_, depth > size_ ? cost_limit(depth) : own));
      limits_[depth] = beam;
      for (std::size_t j = 0; !alike && j <= size_; ++j) {
        const int longer = depth > j ? cost_limit(size_ + depth - j) : own;
        limits_[depth].cells[j] = small(std::min<int>(beam.cells[j], longer + kSlack));
      }
    }
  }

  // What it costs at least that all ends below are too near for the rest of the query, or too far.
  Cells cost_of_ends(const TrieNode& node, std::size_t p) const {
    const std::size_t farthest = farthest_end(node);
    const std::size_t over = farthest == kFarthest || farthest > size_ ? 0 : size_ - farthest;
    return kRamps.falling(over, p * kLanes) + kRamps.rising(size_, nearest_end(node), p * kLanes);
  }

  void fill_row(std::size_t depth, std::uint32_t letter) {
    const Row<Parts>& above = rows_[depth - 1];
    Row<Parts>& now = rows_[depth];
    const Row<Parts> diagonal = moved(above);
    const Cells drop = all(costs_.drop[letter]);
    for (std::size_t p = 0; p < Parts; ++p)
      now.put(p, least(diagonal.part(p) + change_[letter].part(p), above.part(p) + drop));
    if (depth == 1) {
      if (same_[letter].cells[1] != 0) now.cells[1] = small(first_change(letter));
    } else if (kSwapAlways || (letters_ >> letter & letters_ >> path_[depth - 2] & 1U) != 0) {
      swap(depth, letter);
    }
    drop_along(now);
  }

  // A change of the first letter costs more.
  int first_change(std::uint32_t letter) const {
    const int changed = change_[letter].cells[1] + kOtherStart;
    return std::min<int>(changed, rows_[0].cells[1] + costs_.drop[letter]);
  }

  void swap(std::size_t depth, std::uint32_t letter) {
    const Row<Parts> before = moved(moved(rows_[depth - 2]));
    const Row<Parts> first = moved(same_[letter]);
    const Row<Parts>& second = same_[path_[depth - 2]];
    Row<Parts>& now = rows_[depth];
    for (std::size_t p = 0; p < Parts; ++p) {
      const Cells swapped = before.part(p) + all(kSwap) + first.part(p) + second.part(p);
      now.put(p, least(now.part(p), swapped));
    }
  }

  void drop_along(Row<Parts>& row) const {
    std::int16_t carried = kFar;
    for (std::size_t p = 0; p < Parts; ++p) {
      Cells cells = running_least(row.part(p) - dropped_.part(p));
      cells = least(cells, all(carried));
      carried = cells[kLanes - 1];
      row.put(p, least(cells + dropped_.part(p), all(kFar)));
    }
  }

  // Can anything below the node end within the limit?
  bool leads_on(std::size_t depth, const TrieNode& node) const {
    bool any = false;
    for (std::size_t p = 0; p < Parts; ++p)
      any |= any_not_above(rows_[depth].part(p) + cost_of_ends(node, p), limits_[depth].part(p));
    if (!any || node.next == 0) return false;
    std::uint32_t gone = letters_ & ~(node.below & kLetters) & ~(1U << path_[depth - 1]);
    if (gone == 0) return true;
    Row<Parts> row = rows_[depth];
    for (; gone != 0; gone &= gone - 1) {
      const Row<Parts>& cost = missing_[static_cast<std::size_t>(std::countr_zero(gone))];
      for (std::size_t p = 0; p < Parts; ++p) row.put(p, row.part(p) + cost.part(p));
    }
    for (std::size_t p = 0; p < Parts; ++p) {
      if (any_not_above(row.part(p), limits_[depth].part(p))) return true;
    }
    return false;
  }

  const Costs& costs_ = costs();
  std::span<const TrieNode> trie_;
  std::size_t size_;
  int most_;
  std::size_t& budget_;
  std::vector<SoundHit>& out_;
  std::uint32_t letters_ = 0;                           // those of the query
  std::size_t deepest_ = 0;                             // no answer is longer
  Row<Parts> dropped_;                                  // all letters up to here dropped
  std::array<Row<Parts>, 32> same_;                     // 0 where the query has the letter, else far
  std::array<Row<Parts>, 32> change_;                   // the query's letter for this one
  std::array<Row<Parts>, 32> missing_;                  // to be rid of the letter in the rest of the query
  std::array<std::int16_t, kLongestSound + 1> ends_{};  // what an answer of so many letters may cost
  std::array<Row<Parts>, kLongestSound + 1> limits_;
  std::array<Row<Parts>, kLongestSound + 1> rows_;
  std::array<std::uint32_t, kLongestSound + 1> path_{};
};

template <std::size_t Parts>
void search(std::span<const TrieNode> trie, std::string_view sound, int most, std::size_t& budget,
            std::vector<SoundHit>& out) {
  Search<Parts>(trie, sound, most, budget, out).descend(0, 0);
}

}  // namespace

void find_near_sounds(std::span<const TrieNode> trie, std::string_view sound, int most, std::size_t& budget,
                      std::vector<SoundHit>& out) {
  sound = sound.substr(0, kLongestSound);
  if (trie.empty() || !is_plain_sound(sound)) return;
  if (sound.size() < kLanes) return search<1>(trie, sound, most, budget, out);
  if (sound.size() < 2 * kLanes) return search<2>(trie, sound, most, budget, out);
  if (sound.size() < 3 * kLanes) return search<3>(trie, sound, most, budget, out);
  search<(kLongestSound + kLanes) / kLanes>(trie, sound, most, budget, out);
}

}  // namespace muster::names
