#include "names/candidates.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "names/gathered_scores.hpp"

namespace muster::names {
namespace {

// The near words of the query by their number in the index.
class NearTable {
 public:
  explicit NearTable(const std::vector<NearWord>& near) : near_(near) {
    std::ranges::stable_sort(near_, {}, &NearWord::word);
    const std::size_t slots = std::bit_ceil(2 * near_.size() + 1);
    slots_.assign(slots, 0);
    mask_ = slots - 1;
    for (std::size_t i = near_.size(); i-- > 0;)
      slots_[slot(near_[i].word)] = static_cast<std::uint32_t>(i + 1);
  }

  [[nodiscard]] std::span<const NearWord> of(std::uint32_t word) {
    const std::uint32_t from = slots_[slot(word)];
    if (from == 0) return {};
    std::size_t to = from;
    while (to < near_.size() && near_[to].word == word) ++to;
    return std::span(near_).subspan(from - 1, to - from + 1);
  }

 private:
  // Where the word stands, or should.
  [[nodiscard]] std::size_t slot(std::uint32_t word) const {
    std::size_t at = (word * 0x9E3779B1U >> 7) & mask_;
    while (slots_[at] != 0 && near_[slots_[at] - 1].word != word) at = (at + 1) & mask_;
    return at;
  }

  std::vector<NearWord> near_;
  std::vector<std::uint32_t> slots_;  // a word's first place in near_, plus one
  std::size_t mask_ = 0;
};

// Counts a name by its own words: each answers one word of the query, the strongest first.
class Counter {
 public:
  Counter(const IndexView& index, const QueryWords& query)
      : index_(index), query_(query), near_(query.near) {}

  float count(const IndexRecord& record) {
    const std::span words = std::span(record.words).first(record.count);
    collect(words);
    std::uint32_t answered = 0;
    std::uint32_t used = 0;
    float score = 0;
    for (const Claim& claim : claims_) {
      if ((answered & claim.mask) != 0 || (used & claim.places) != 0) continue;
      answered |= claim.mask;
      used |= claim.places;
      score += claim.gain;
    }
    score += match_initials(words, answered, used);
    const auto left = [](std::size_t all, std::uint32_t bits) {
      return all - std::min(all, count_words(bits));
    };
    return score - loss_of_left(left(query_.count, answered), left(words.size(), used));
  }

 private:
  struct Claim {
    float gain;
    std::uint32_t mask;
    std::uint32_t places;
  };

  void collect(std::span<const std::uint32_t> words) {
    claims_.clear();
    for (std::size_t place = 0; place < words.size(); ++place) {
      for (const NearWord& near : near_.of(words[place]))
        claims_.push_back({near.gain, near.mask, 1U << place});
    }
    for (const NearSplit& split : query_.splits) {
      const auto a = std::ranges::find(words, split.first);
      const auto b = std::ranges::find(words, split.second);
      if (a == words.end() || b == words.end()) continue;
      claims_.push_back({split.gain, split.mask, 1U << (a - words.begin()) | 1U << (b - words.begin())});
    }
    std::ranges::stable_sort(claims_, std::ranges::greater{}, [](const Claim& claim) {
      return claim.gain / static_cast<float>(count_words(claim.mask));
    });
  }

  // "J." in the query answers "John" in the index.
  float match_initials(std::span<const std::uint32_t> words, std::uint32_t& answered, std::uint32_t& used) {
    float score = 0;
    for (std::size_t i = 0; i < query_.count; ++i) {
      if ((query_.initials >> i & 1U) == 0 || (answered >> i & 1U) != 0) continue;
      for (std::size_t place = 0; place < words.size(); ++place) {
        const WordEntry* word = index_.word(words[place]);
        if ((used >> place & 1U) != 0 || word == nullptr || word->first != query_.first[i]) continue;
        answered |= 1U << i;
        used |= 1U << place;
        score += static_cast<float>(kBitsOfInitial);
        break;
      }
    }
    return score;
  }

  const IndexView& index_;
  const QueryWords& query_;
  NearTable near_;
  std::vector<Claim> claims_;
};

bool comes_after(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score < b.score : a.name > b.name;
}

}  // namespace

// Counts names a few at a time, the most promising by the lists first, until none that is left can be better
// than the best counted.
struct CandidateQueue::Parts {
  Parts(const IndexView& view, const QueryWords& words) : index(view), counter(view, words) {
    GatheredScores gathered = gather_scores(view, words);
    found = std::move(gathered.best);
    settled = gathered.settled;
    count_keyed(words);
  }

  // Names that sound so as Korean ones come whatever their words say.
  void count_keyed(const QueryWords& words) {
    for (const std::uint32_t key : words.keys) {
      ListCursor cursor(index.postings_of_key(key));
      for (std::size_t i = 0; i < kMostOfKey && cursor.step(); ++i) keyed.push_back(cursor.name);
    }
    std::ranges::sort(keyed);
    const auto repeats = std::ranges::unique(keyed);
    keyed.erase(repeats.begin(), repeats.end());
    for (const std::uint32_t name : keyed) index.fetch_place(name);
    for (const std::uint32_t name : keyed) index.fetch_record(name);
    for (const std::uint32_t name : keyed) count(name, words.bits_of_keys);
  }

  void count(std::uint32_t name, float least) {
    const IndexRecord record = index.record(name);
    if (record.count == 0) return;
    best.push_back({name, record.id, std::max(counter.count(record), least), record.text});
    std::ranges::push_heap(best, comes_after);
  }

  bool may_hold_better() const {
    if (counted == found.size()) return false;
    if (best.empty() || !settled) return true;
    return static_cast<float>(found[counted].score) / kScoreScale + kRounding >= best.front().score;
  }

  void count_some() {
    const std::size_t to = std::min(counted + kAtATime, found.size());
    for (std::size_t i = counted; i < to; ++i) index.fetch_place(found[i].name);
    for (std::size_t i = counted; i < to; ++i) index.fetch_record(found[i].name);
    for (; counted < to; ++counted) {
      const std::uint32_t name = found[counted].name;
      if (!std::ranges::binary_search(keyed, name)) count(name, std::numeric_limits<float>::lowest());
    }
  }

  static constexpr std::size_t kAtATime = 16;
  static constexpr std::size_t kMostOfKey = 64;
  static constexpr float kRounding = 0.25F;  // what scores lose as whole numbers

  const IndexView& index;
  Counter counter;
  std::vector<GatheredScore> found;
  std::size_t counted = 0;
  bool settled = false;
  std::vector<std::uint32_t> keyed;  // in order
  std::vector<Candidate> best;       // a heap
};

CandidateQueue::CandidateQueue(const IndexView& index, const QueryWords& query) {
  if (query.count > 0) parts_ = std::make_unique<Parts>(index, query);
}

CandidateQueue::~CandidateQueue() = default;

std::optional<Candidate> CandidateQueue::next() {
  if (parts_ == nullptr) return {};
  while (parts_->may_hold_better()) parts_->count_some();
  if (parts_->best.empty()) return {};
  std::ranges::pop_heap(parts_->best, comes_after);
  const Candidate out = parts_->best.back();
  parts_->best.pop_back();
  return out;
}

}  // namespace muster::names
