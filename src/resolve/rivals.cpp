#include "resolve/rivals.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "names/compare.hpp"

namespace muster::resolve {
namespace {

constexpr double kNearlyAsWell = 7;  // bits behind the pair that a rival is still worth naming

// Records of one source that are doubles of one person.
class Doubles {
 public:
  Doubles(std::span<const ScoredPair> pairs, std::size_t records) : first_(records) {
    for (std::uint32_t i = 0; i < records; ++i) first_[i] = i;
    for (const ScoredPair& pair : pairs) {
      if (!pair.same_source || !pair.one) continue;
      const std::uint32_t a = person(pair.left);
      const std::uint32_t b = person(pair.right);
      first_[std::max(a, b)] = std::min(a, b);
    }
  }
  std::uint32_t person(std::uint32_t record) const {
    while (first_[record] != record) record = first_[record];
    return record;
  }

 private:
  std::vector<std::uint32_t> first_;
};

// For one record and one source: the source's people and how well each fits.
using Fits = std::map<std::uint32_t, double>;

class Sharing {
 public:
  Sharing(std::span<const ScoredPair> pairs, std::span<const std::uint32_t> source_of)
      : source_of_(source_of), doubles_(pairs, source_of.size()) {
    for (const ScoredPair& pair : pairs) {
      if (pair.same_source) continue;
      note(pair.left, pair.right, pair.bits);
      note(pair.right, pair.left, pair.bits);
    }
  }

  Shared share(const ScoredPair& pair) const {
    if (pair.same_source) return {names::probability_of(pair.bits), 0};
    const Shared one = seen_from(pair.left, pair.right, pair.bits);
    const Shared other = seen_from(pair.right, pair.left, pair.bits);
    return {std::min(one.probability, other.probability), std::max(one.rivals, other.rivals)};
  }

 private:
  std::uint64_t key(std::uint32_t record, std::uint32_t of_source) const {
    return (std::uint64_t{record} << 32) | source_of_[of_source];
  }

  void note(std::uint32_t record, std::uint32_t other, double bits) {
    Fits& fits = fits_[key(record, other)];
    const auto [at, added] = fits.emplace(doubles_.person(other), bits);
    if (!added) at->second = std::max(at->second, bits);
  }

  Shared seen_from(std::uint32_t record, std::uint32_t other, double bits) const {
    const Fits& fits = fits_.at(key(record, other));
    double rest = 1;  // nobody of the source
    Shared out;
    for (const auto& [person, rival_bits] : fits) {
      if (person == doubles_.person(other)) continue;
      rest += std::exp2(rival_bits);
      out.rivals += rival_bits > bits - kNearlyAsWell ? 1 : 0;
    }
    const double odds = std::exp2(bits);
    out.probability = odds / (odds + rest);
    return out;
  }

  std::span<const std::uint32_t> source_of_;
  Doubles doubles_;
  std::unordered_map<std::uint64_t, Fits> fits_;
};

}  // namespace

std::vector<Shared> share_among_rivals(std::span<const ScoredPair> pairs,
                                       std::span<const std::uint32_t> source_of) {
  const Sharing sharing(pairs, source_of);
  std::vector<Shared> out;
  out.reserve(pairs.size());
  for (const ScoredPair& pair : pairs) out.push_back(sharing.share(pair));
  return out;
}

}  // namespace muster::resolve
