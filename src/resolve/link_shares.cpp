#include "resolve/link_shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>

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

// Pairs of one kind (of one list; of two) and nearly the same evidence.
struct EvidenceCount {
  std::size_t kind = 0;
  double match = 0;      // 2 to the bits of evidence
  double household = 0;  // of them, to those of what a household shares
  double pairs = 0;
};

constexpr double kSteps = 32;    // a bit
constexpr double kLowest = -32;  // bits: below it a household's share is nothing
constexpr double kHighest = 96;

std::uint64_t steps(float bits) {
  return static_cast<std::uint64_t>(
      std::lround((std::clamp<double>(static_cast<double>(bits), kLowest, kHighest) - kLowest) * kSteps));
}

double from_steps(std::uint64_t steps) {
  return std::exp2(static_cast<double>(steps) / kSteps + kLowest);
}

// Millions of pairs come to some thousand counts, which are the same in whatever order the pairs come.
std::vector<EvidenceCount> count_evidence(PairStore& pairs, const LinkRows& rows, std::size_t threads) {
  constexpr unsigned kWide = 16;  // binary digits of a number of steps
  std::array<std::unordered_map<std::uint64_t, std::uint64_t>, PairStore::kLanes> lanes;
  pairs.for_each(threads, [&](std::span<const EvidencePair> some, std::size_t lane) {
    for (const EvidencePair& pair : some) {
      const std::uint64_t kind = rows.source[pair.rows.left] == rows.source[pair.rows.right] ? 0 : 1;
      ++lanes[lane][kind << (2 * kWide) | steps(pair.evidence.bits) << kWide | steps(pair.evidence.shared)];
    }
  });
  std::map<std::uint64_t, std::uint64_t> all;
  for (const auto& lane : lanes) {
    for (const auto& [key, count] : lane) all[key] += count;
  }
  std::vector<EvidenceCount> counts;
  constexpr std::uint64_t kMask = (1U << kWide) - 1;
  for (const auto& [key, count] : all)
    counts.push_back({static_cast<std::size_t>(key >> (2 * kWide)), from_steps(key >> kWide & kMask),
                      from_steps(key & kMask), static_cast<double>(count)});
  return counts;
}

}  // namespace

void settle_shares(PairStore& pairs, const LinkRows& rows, const std::vector<bool>& known, double begin,
                   std::size_t threads, LinkModel& model) {
  const std::vector<EvidenceCount> counts = count_evidence(pairs, rows, threads);
  const auto [total, within] = count_pairs(rows, known);
  const std::array<double, 2> of_kind{std::max(within, 2.0), std::max(total - within, 2.0)};
  std::array<double, 2> match{begin, begin};
  double household = begin / 10;
  for (int round = 0; round < kMostRounds; ++round) {
    std::array<double, 2> matched{0.5, 0.5};
    double housed = 0;
    for (const EvidenceCount& count : counts) {
      const double one = match[count.kind] * count.match;
      const double two = household * count.household;
      const double all = one + two + 1 - match[count.kind] - household;
      matched[count.kind] += count.pairs * one / all;
      housed += count.pairs * two / all;
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
