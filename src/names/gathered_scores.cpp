// Lists of names are read in three parts, so that the worst query stays bounded on any list:
//  - words in few names drive: each name of theirs is a candidate;
//  - two frequent words drive through the list of names that hold both (and one frequent word through the
//    names that hold nothing else);
//  - frequent words alone drive nothing; their lists only add to names that others have found, as far as a
//    budget allows.
// Names stand in the index with fewer words first, so whatever is cut off has more left over than what stays.
// Lists are merged over chunks of 32,768 names, whose scores fit the processor's near cache. The best few
// are then counted anew, exactly, from their own words.
#include "names/gathered_scores.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>

namespace muster::names {
namespace {

constexpr std::uint32_t kChunk = 1 << 15;
constexpr std::size_t kMostSettled = 64;         // where no list was passed over
constexpr std::size_t kMostChecked = 160;        // names counted anew
constexpr std::uint64_t kMostDriving = 24'000;   // entries of lists read to find candidates
constexpr std::uint64_t kMostAdding = 60'000;    // entries of frequent words' lists read besides
constexpr std::uint32_t kMostOfFrequent = 4096;  // read of a frequent word's list when it must drive
constexpr float kContradiction = 9;
constexpr float kMissing = 0.5F;
constexpr std::size_t kMostPaired = 24;

// With what each of its names gets.
struct Cursor : ListCursor {
  std::uint16_t mask;
  std::uint16_t score;
};

bool better(const GatheredScore& a, const GatheredScore& b) {
  return a.score != b.score ? a.score > b.score : a.name < b.name;
}

// What is left over costs, by how many words of the query are answered and how many the name has; scaled.
class Losses {
 public:
  explicit Losses(std::size_t asked) {
    for (std::size_t answered = 0; answered <= kMostWords; ++answered) {
      for (std::size_t words = 0; words <= kMostWords + 1; ++words) {
        const float lost = loss_of_left(asked - std::min(answered, asked), words - std::min(answered, words));
        of_[answered][words] = static_cast<std::int32_t>(lost * kScoreScale);
      }
    }
  }

  [[nodiscard]] std::int32_t at(std::size_t answered, std::size_t words) const {
    return of_[answered][words];
  }

 private:
  std::array<std::array<std::int32_t, kMostWords + 2>, kMostWords + 1> of_{};
};

class Gatherer {
 public:
  Gatherer(const IndexView& index, const QueryWords& query)
      : index_(index), query_(query), losses_(query.count), cells_(kChunk, 0) {}

  // The best by the lists alone, in order.
  std::vector<GatheredScore> run() {
    add_pairs();
    add_words();
    add_splits();
    if (driving_.empty() || query_.count == 1) add_frequent();
    std::ranges::stable_sort(driving_, std::ranges::greater{}, &Gatherer::strength);
    merge();
    const std::size_t most = settled() ? kMostSettled : kMostChecked;
    if (best_.size() > most) {
      std::ranges::nth_element(best_, best_.begin() + static_cast<std::ptrdiff_t>(most), better);
      best_.resize(most);
    }
    std::ranges::sort(best_, better);
    return std::move(best_);
  }

  // Do the lists hold all that a name's own words can tell?
  [[nodiscard]] bool settled() const {
    return !passed_over_ && query_.initials == 0 && query_.splits.empty();
  }

 private:
  // For each word answered: two words that each agree go before one that resembles both together.
  static float strength(const Cursor& cursor) {
    return static_cast<float>(cursor.score) / static_cast<float>(count_words(cursor.mask));
  }

  static std::uint16_t scaled(float gain) {
    return static_cast<std::uint16_t>(std::clamp(gain * kScoreScale, 1.0F, 8000.0F));
  }

  bool is_frequent(std::uint32_t word) const {
    const WordEntry* entry = index_.word(word);
    return entry != nullptr && entry->names > index_.header().frequent;
  }

  static void open(std::vector<Cursor>& to, PostingList list, std::uint16_t mask, float gain) {
    Cursor cursor{ListCursor(list), mask, scaled(gain)};
    if (cursor.step()) to.push_back(cursor);
  }

  void drive(PostingList list, std::uint16_t mask, float gain) {
    driven_ += list.names;
    open(driving_, list, mask, gain);
  }

  // Near words are the best first, so a spent budget loses the farthest.
  void add_words() {
    for (const NearWord& near : query_.near) {
      const PostingList list = index_.postings(near.word);
      if (is_frequent(near.word)) {
        if (query_.count == 1 || added_ + list.names > kMostAdding) {
          passed_over_ = true;
          continue;
        }
        added_ += list.names;
        open(adding_, list, near.mask, near.gain);
      } else if (driven_ + list.names <= kMostDriving) {
        drive(list, near.mask, near.gain);
      }
    }
  }

  // The frequent words among the nearest to each word of the query, two by two.
  void add_pairs() {
    std::vector<NearWord> frequent;
    std::array<std::size_t, kMostWords + 1> of_word{};
    for (const NearWord& near : query_.near) {
      if (!is_frequent(near.word)) continue;
      auto& count = of_word[static_cast<std::size_t>(std::countr_zero(near.mask)) % of_word.size()];
      if (count++ < kMostPaired) frequent.push_back(near);
    }
    for (std::size_t i = 0; i < frequent.size(); ++i) {
      pair_up(frequent[i], frequent[i], frequent[i].gain);
      for (std::size_t j = i + 1; j < frequent.size(); ++j) {
        if ((frequent[i].mask & frequent[j].mask) == 0)
          pair_up(frequent[i], frequent[j], frequent[i].gain + frequent[j].gain);
      }
    }
  }

  void pair_up(const NearWord& a, const NearWord& b, float gain) {
    const PairEntry* pair = index_.pair(a.word, b.word);
    if (pair == nullptr || driven_ > kMostDriving) return;
    PostingList list = index_.postings(*pair);
    list.names = std::min(list.names, std::max(kMostOfFrequent, index_.header().frequent) * 2);
    drive(list, a.mask | b.mask, gain);
  }

  void add_splits() {
    for (const NearSplit& split : query_.splits) {
      if (driven_ > 2 * kMostDriving) return;
      if (const PairEntry* pair = index_.pair(split.first, split.second)) {
        drive(index_.postings(*pair), split.mask, split.gain);
        continue;
      }
      const PostingList a = index_.postings(split.first);
      const PostingList b = index_.postings(split.second);
      const PostingList& rarer = a.names < b.names ? a : b;
      if (rarer.names <= index_.header().frequent) drive(rarer, split.mask, split.gain / 2);
    }
  }

  // Nothing but frequent words: the names with the fewest others.
  void add_frequent() {
    for (const NearWord& near : query_.near) {
      if (!is_frequent(near.word) || driven_ > kMostDriving) continue;
      PostingList list = index_.postings(near.word);
      list.names = std::min(list.names, kMostOfFrequent);
      drive(list, near.mask, near.gain);
    }
  }

  void merge() {
    for (;;) {
      std::uint32_t next = std::numeric_limits<std::uint32_t>::max();
      for (const Cursor& cursor : driving_) next = std::min(next, cursor.name);
      if (next >= index_.names()) return;
      const std::uint32_t from = next - next % kChunk;
      read_chunk(from);
      weigh_chunk(from);
    }
  }

  void read_chunk(std::uint32_t from) {
    const std::uint64_t to = std::uint64_t{from} + kChunk;
    touched_.clear();
    for (Cursor& cursor : driving_) {
      while (cursor.name < to) {
        add(cursor.name - from, cursor);
        if (!cursor.step()) cursor.name = std::numeric_limits<std::uint32_t>::max();
      }
    }
    for (Cursor& cursor : adding_) {
      while (cursor.name < from && cursor.step()) {
      }
      while (cursor.name < to && cursor.name >= from) {
        if (cells_[cursor.name - from] != 0) add(cursor.name - from, cursor);
        if (!cursor.step()) cursor.name = std::numeric_limits<std::uint32_t>::max();
      }
    }
  }

  // A cell holds the query's words answered so far above, the score below; stronger lists come first.
  void add(std::uint32_t at, const Cursor& cursor) {
    std::uint32_t& cell = cells_[at];
    if (cell == 0) touched_.push_back(at);
    if (((cell >> 16) & cursor.mask) != 0) return;
    cell += static_cast<std::uint32_t>(cursor.mask) << 16 | cursor.score;
  }

  void weigh_chunk(std::uint32_t from) {
    const std::size_t fewest = index_.words_in(from);
    const bool alike = fewest == index_.words_in(std::min(from + kChunk, index_.names()) - 1);
    for (const std::uint32_t at : touched_) {
      const std::uint32_t cell = cells_[at];
      cells_[at] = 0;
      const std::uint32_t name = from + at;
      if (name >= index_.names()) continue;
      const std::size_t words = alike ? fewest : index_.words_in(name);
      keep({static_cast<std::int32_t>(cell & 0xFFFF) - losses_.at(count_words(cell >> 16), words), name});
    }
  }

  // Keeps a few times kMostChecked, and cuts them down when they are full.
  void keep(const GatheredScore& scored) {
    if (scored.score < floor_) return;
    best_.push_back(scored);
    if (best_.size() < 4 * kMostChecked) return;
    std::ranges::nth_element(best_, best_.begin() + kMostChecked, better);
    best_.resize(kMostChecked);
    floor_ = std::ranges::min_element(best_, {}, &GatheredScore::score)->score;
  }

  const IndexView& index_;
  const QueryWords& query_;
  Losses losses_;
  std::vector<std::uint32_t> cells_;
  std::vector<std::uint32_t> touched_;
  std::vector<Cursor> driving_;
  std::vector<Cursor> adding_;
  std::vector<GatheredScore> best_;
  std::int32_t floor_ = std::numeric_limits<std::int32_t>::min();
  std::uint64_t driven_ = 0;
  std::uint64_t added_ = 0;
  bool passed_over_ = false;
};

}  // namespace

float loss_of_left(std::size_t query_left, std::size_t name_left) {
  const std::size_t different = std::min(query_left, name_left);
  const std::size_t missing = std::max(query_left, name_left) - different;
  return kContradiction * static_cast<float>(different) + kMissing * static_cast<float>(missing);
}

GatheredScores gather_scores(const IndexView& index, const QueryWords& query) {
  Gatherer gatherer(index, query);
  GatheredScores out{gatherer.run(), false};
  out.settled = gatherer.settled();
  return out;
}

}  // namespace muster::names
