#include "resolve/link_shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace muster::resolve {
namespace {

constexpr int kMostRounds = 60;
constexpr double kSettled = 1e-4;
constexpr double kLeast = 1e-12;

double all_pairs(std::size_t rows) {
  return static_cast<double>(rows) * (static_cast<double>(rows) - 1) / 2;
}

struct Size {
  std::size_t rows = 0;
  std::size_t known = 0;
  [[nodiscard]] double pairs() const { return all_pairs(rows) - all_pairs(known); }
};

// The pairs that may have been compared.
struct PairCounts {
  double total = 0;
  double within = 0;  // of two rows of one list
};

PairCounts count_pairs(const LinkRows& rows, const std::vector<bool>& known) {
  std::map<std::uint16_t, Size> sizes;
  Size all;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (Size* size : {&all, &sizes[rows.source[row]]}) {
      ++size->rows;
      if (!known.empty() && known[row]) ++size->known;
    }
  }
  PairCounts counts{all.pairs(), 0};
  for (const auto& [source, size] : sizes) counts.within += size.pairs();
  return counts;
}

}  // namespace

void settle_shares(std::span<const EvidencePair> pairs, const LinkRows& rows, const std::vector<bool>& known,
                   double begin, LinkModel& model) {
  const auto [total, within] = count_pairs(rows, known);
  const std::array<double, 2> of_kind{std::max(within, 2.0), std::max(total - within, 2.0)};
  std::array<double, 2> match{begin, begin};
  double household = begin / 10;
  for (int round = 0; round < kMostRounds; ++round) {
    std::array<double, 2> matched{0.5, 0.5};
    double housed = 0;
    for (const EvidencePair& pair : pairs) {
      const std::size_t kind = rows.source[pair.rows.left] == rows.source[pair.rows.right] ? 0 : 1;
      const double one = match[kind] * std::exp2(static_cast<double>(pair.evidence.bits));
      const double two = household * std::exp2(static_cast<double>(pair.evidence.shared));
      const double all = one + two + 1 - match[kind] - household;
      matched[kind] += one / all;
      housed += two / all;
    }
    double moved = 0;
    for (std::size_t kind = 0; kind < 2; ++kind) {
      const double now = std::clamp(matched[kind] / of_kind[kind], kLeast, 0.4);
      moved = std::max(moved, std::abs(now - match[kind]) / match[kind]);
      match[kind] = now;
    }
    household = std::clamp(housed / std::max(total, 2.0), kLeast, 0.4);
    if (moved < kSettled) break;
  }
  model.match_share = match[0];
  model.match_share_across = total > within ? match[1] : match[0];
  model.household_share = household;
}

}  // namespace muster::resolve
