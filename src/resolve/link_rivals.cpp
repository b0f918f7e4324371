#include "resolve/link_rivals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster::resolve {
namespace {

constexpr std::size_t kMostPartners = 30;  // of a row: one that fits so many is of a large cluster, not torn

// The likely pairs of each row, best first.
std::vector<std::vector<std::uint32_t>> likely_pairs(const std::vector<LinkedPair>& pairs, std::size_t rows) {
  std::vector<std::vector<std::uint32_t>> of_row(rows);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].judged || pairs[i].bits <= 0) continue;
    for (const std::uint32_t row : {pairs[i].rows.left, pairs[i].rows.right}) {
      if (of_row[row].size() < kMostPartners) of_row[row].push_back(i);
    }
  }
  return of_row;
}

std::uint32_t other(const RowPair& pair, std::uint32_t row) {
  return pair.left == row ? pair.right : pair.left;
}

class Rivalry {
 public:
  Rivalry(const std::vector<LinkedPair>& pairs, std::size_t rows, const PairScorer& scorer)
      : pairs_(pairs), scorer_(scorer), of_row_(likely_pairs(pairs, rows)), rival_(pairs.size(), kNone) {
    for (std::uint32_t row = 0; row < rows; ++row) hold_partners_against_each_other(row);
  }

  // The bits of a pair's strongest rival; kNone: it has none.
  [[nodiscard]] float rival(std::size_t pair) const { return rival_[pair]; }

  static constexpr float kNone = -std::numeric_limits<float>::infinity();

 private:
  static constexpr float kSureBits = 10;
  static constexpr float kSurer = 3;  // bits

  void hold_partners_against_each_other(std::uint32_t row) {
    const auto& likely = of_row_[row];
    for (std::size_t i = 0; i < likely.size(); ++i) {
      for (std::size_t j = i + 1; j < likely.size(); ++j) {
        if (!are_two_people(row, likely[i], likely[j])) continue;
        rival_[likely[i]] = std::max(rival_[likely[i]], pairs_[likely[j]].bits);
        rival_[likely[j]] = std::max(rival_[likely[j]], pairs_[likely[i]].bits);
      }
    }
  }

  bool are_two_people(std::uint32_t row, std::uint32_t one, std::uint32_t two) const {
    const std::uint32_t a = other(pairs_[one].rows, row);
    const std::uint32_t b = other(pairs_[two].rows, row);
    if (contradict(a, b)) return true;
    const std::uint32_t a_too = sure_partner(a, row, pairs_[one].bits);
    const std::uint32_t b_too = sure_partner(b, row, pairs_[two].bits);
    return (a_too != a && contradict(a_too, b)) || (b_too != b && contradict(a, b_too)) ||
           (a_too != a && b_too != b && contradict(a_too, b_too));
  }

  // Another row of the same person, which may know what this one does not: a birth date. Itself where there
  // is none that is surer than the pair in question.
  std::uint32_t sure_partner(std::uint32_t row, std::uint32_t in_question, float bits) const {
    for (const std::uint32_t pair : of_row_[row]) {
      if (pairs_[pair].bits < std::max(kSureBits, bits + kSurer)) break;
      const std::uint32_t partner = other(pairs_[pair].rows, row);
      if (partner != in_question) return partner;
    }
    return row;
  }

  bool contradict(std::uint32_t a, std::uint32_t b) const {
    return a != b && scorer_.contradict({std::min(a, b), std::max(a, b)});
  }

  const std::vector<LinkedPair>& pairs_;
  const PairScorer& scorer_;
  std::vector<std::vector<std::uint32_t>> of_row_;
  std::vector<float> rival_;
};

}  // namespace

void share_among_rivals(std::vector<LinkedPair>& pairs, std::size_t rows, const PairScorer& scorer) {
  const Rivalry rivalry(pairs, rows, scorer);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (rivalry.rival(i) == Rivalry::kNone) continue;
    const double bits = pairs[i].bits;
    pairs[i].probability =
        static_cast<float>(1 / (1 + std::exp2(-bits) + std::exp2(rivalry.rival(i) - bits)));
  }
}

}  // namespace muster::resolve
