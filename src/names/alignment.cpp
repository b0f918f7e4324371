#include "names/alignment.hpp"

#include <algorithm>
#include <tuple>

#include "names/words.hpp"

namespace muster::names {
namespace {

constexpr double kBitsOfEdit = 3.5;
constexpr double kInitialBits = 3;
constexpr double kMissing = 0.5;
// A word that only resembles its fellow may be another name (Castro, Castillo): it bounds the whole.
constexpr double kMostWithTypo = 12;
constexpr double kTypoSlope = 50;  // bits for each edit a letter beyond a tenth
constexpr double kContradiction = 9;
constexpr double kNearContradiction = 6;  // names that share half their letters
constexpr double kNearEdits = 0.45;       // for each letter
constexpr double kMostWithContradiction = 4;
constexpr double kMostOfOneWord = 4;  // a family name alone against a whole name
constexpr double kNothingShared = -10;
constexpr double kMostBits = 30;

struct Candidate {
  double cost;
  std::size_t left, right;
};

bool opens(const Word& initial, const Word& word) {
  return !initial.readings.empty() && !word.readings.empty() && initial.readings[0][0] == word.readings[0][0];
}

std::vector<Candidate> candidates(const std::vector<Word>& left, const std::vector<Word>& right) {
  std::vector<Candidate> out;
  // Where both sides say whose child a person is, father and child are not taken for each other.
  const bool fathers =
      std::ranges::any_of(left, &Word::after_bin) && std::ranges::any_of(right, &Word::after_bin);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      if (left[i].role == WordRole::kInitial || right[j].role == WordRole::kInitial) continue;
      if (fathers && left[i].after_bin != right[j].after_bin) continue;
      const double cost = word_cost(left[i], right[j]);
      if (cost < kNoMatch) out.push_back({cost, i, j});
    }
  }
  // Ties go to the words that stand nearer each other.
  std::ranges::sort(out, {}, [](const Candidate& c) {
    const std::size_t apart = c.left > c.right ? c.left - c.right : c.right - c.left;
    return std::tuple(c.cost, apart, c.left);
  });
  return out;
}

class Aligner {
 public:
  Aligner(const std::vector<Word>& left, const std::vector<Word>& right)
      : left_(left), right_(right), left_used_(left.size()), right_used_(right.size()) {}

  Alignment run() {
    for (const Candidate& c : candidates(left_, right_)) {
      if (!left_used_[c.left] && !right_used_[c.right]) take(c.left, c.right, c.cost);
    }
    join(left_, left_used_, right_, right_used_, false);
    join(right_, right_used_, left_, left_used_, true);
    match_initials();
    judge();
    return std::move(out_);
  }

 private:
  void take(std::size_t i, std::size_t j, double cost) {
    left_used_[i] = right_used_[j] = true;
    const double bits = (double{left_[i].bits} + double{right_[j].bits}) / 2;
    out_.bits += std::max(bits - kBitsOfEdit * cost, 0.0);
    out_.pairs.push_back({i, j, cost, false});
    const std::size_t letters = std::max(left_[i].written.size(), right_[j].written.size());
    const double relative = cost / static_cast<double>(letters);
    if (cost > 0.3) bound_ = std::min(bound_, kMostWithTypo - kTypoSlope * std::max(relative - 0.1, 0.0));
  }

  // Two neighbouring words of `many` that together are one unmatched word of `few`.
  void join(const std::vector<Word>& many, std::vector<bool>& many_used, const std::vector<Word>& few,
            std::vector<bool>& few_used, bool swapped) {
    for (std::size_t i = 0; i + 1 < many.size(); ++i) {
      if (many[i].script == text::Script::kHangul) continue;
      for (std::size_t j = 0; j < few.size(); ++j) {
        const bool free = !few_used[j] && (!many_used[i] || !many_used[i + 1]);
        if (!free || many[i].sounds.empty() || many[i + 1].sounds.empty() || few[j].sounds.empty()) continue;
        const std::string whole = fold_sound(many[i].readings[0] + many[i + 1].readings[0]);
        const std::string turned = fold_sound(many[i + 1].readings[0] + many[i].readings[0]);
        if (whole != few[j].sounds[0] && turned != few[j].sounds[0]) continue;
        many_used[i] = many_used[i + 1] = few_used[j] = true;
        out_.bits += few[j].bits;
        out_.pairs.push_back(swapped ? WordPair{j, i, 0, true} : WordPair{i, j, 0, true});
      }
    }
  }

  void match_initials() {
    for (std::size_t i = 0; i < left_.size(); ++i) {
      for (std::size_t j = 0; j < right_.size() && !left_used_[i]; ++j) {
        const bool initial = left_[i].role == WordRole::kInitial || right_[j].role == WordRole::kInitial;
        const bool names = left_[i].role != WordRole::kParticle && right_[j].role != WordRole::kParticle;
        if (right_used_[j] || !initial || !names || !opens(left_[i], right_[j])) continue;
        left_used_[i] = right_used_[j] = true;
        out_.bits += kInitialBits;
        initials_ += 1;
      }
    }
  }

  // What is left over: missing on one side, or different on both.
  void judge() {
    const std::size_t left_initials = alone(left_, left_used_, out_.left_alone);
    const std::size_t right_initials = alone(right_, right_used_, out_.right_alone);
    const std::size_t l = out_.left_alone.size() + left_initials;
    const std::size_t r = out_.right_alone.size() + right_initials;
    const std::size_t different = std::min(l, r);
    out_.contradicts = different > 0;
    if (different > 0) out_.bits = std::min(out_.bits, kMostWithContradiction);
    if (matched_names() + initials_ < 2 && l + r > 0) out_.bits = std::min(out_.bits, kMostOfOneWord);
    if (out_.pairs.empty()) out_.bits = 0;
    out_.bits -= contradiction(different) + kMissing * static_cast<double>(std::max(l, r) - different);
    if (out_.pairs.empty()) out_.bits = std::min(out_.bits, kNothingShared);
    out_.bits = std::min(out_.bits, bound_);
  }

  double contradiction(std::size_t different) const {
    const bool one_pair = different == 1 && out_.left_alone.size() == 1 && out_.right_alone.size() == 1;
    if (!one_pair) return kContradiction * static_cast<double>(different);
    const Word& x = left_[out_.left_alone[0]];
    const Word& y = right_[out_.right_alone[0]];
    if (x.sounds.empty() || y.sounds.empty()) return kContradiction;
    const double letters = static_cast<double>(std::max(x.sounds[0].size(), y.sounds[0].size()));
    return edit_cost(x.sounds[0], y.sounds[0], letters) <= kNearEdits * letters ? kNearContradiction
                                                                                : kContradiction;
  }

  std::size_t matched_names() const {
    std::size_t count = 0;
    for (const WordPair& pair : out_.pairs) {
      const bool names =
          left_[pair.left].role == WordRole::kName && right_[pair.right].role == WordRole::kName;
      count += pair.joined ? 2 : names ? 1 : 0;
    }
    return count;
  }

  // Names that nothing answers; returns how many initials nothing answers.
  std::size_t alone(const std::vector<Word>& words, const std::vector<bool>& used,
                    std::vector<std::size_t>& out) const {
    std::size_t initials = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (used[i]) continue;
      if (words[i].role == WordRole::kName) out.push_back(i);
      initials += words[i].role == WordRole::kInitial ? 1 : 0;
    }
    return initials;
  }

  const std::vector<Word>& left_;
  const std::vector<Word>& right_;
  std::vector<bool> left_used_;
  std::vector<bool> right_used_;
  std::size_t initials_ = 0;
  double bound_ = kMostBits;
  Alignment out_;
};

}  // namespace

// The greedy choice depends on which side is looked at first, so one order is always taken.
Alignment align(const std::vector<Word>& left, const std::vector<Word>& right) {
  const auto before = [](const Word& a, const Word& b) { return a.written < b.written; };
  if (!std::ranges::lexicographical_compare(right, left, before)) return Aligner(left, right).run();
  Alignment mirrored = Aligner(right, left).run();
  for (WordPair& pair : mirrored.pairs) std::swap(pair.left, pair.right);
  std::swap(mirrored.left_alone, mirrored.right_alone);
  return mirrored;
}

}  // namespace muster::names
