#include "resolve/rivals.hpp"

#include <algorithm>
#include <cmath>

#include "names/compare.hpp"

namespace muster::resolve {
namespace {

constexpr double kNearlyAsWell = 7;        // bits behind the pair that a rival is still worth naming
constexpr std::size_t kMostPartners = 50;  // the best of one record; what comes after weighs nothing

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

struct Partner {
  std::uint32_t record = 0;
  double bits = 0;
};

class Sharing {
 public:
  Sharing(std::span<const ScoredPair> pairs, std::span<const PreparedRecord> records,
          std::span<const std::uint32_t> source_of)
      : records_(records), source_of_(source_of), doubles_(pairs, records.size()), partners_(records.size()) {
    for (const ScoredPair& pair : pairs) {
      if (pair.same_source) continue;
      partners_[pair.left].push_back({pair.right, pair.bits});
      partners_[pair.right].push_back({pair.left, pair.bits});
    }
    for (std::vector<Partner>& partners : partners_) {
      std::ranges::stable_sort(partners, std::ranges::greater{}, &Partner::bits);
      if (partners.size() > kMostPartners) partners.resize(kMostPartners);
    }
  }

  Shared share(const ScoredPair& pair) const {
    if (pair.same_source) return {names::probability_of(pair.bits), 0};
    const Shared one = seen_from(pair.left, pair.right, pair.bits);
    const Shared other = seen_from(pair.right, pair.left, pair.bits);
    return {std::min(one.probability, other.probability), std::max(one.rivals, other.rivals)};
  }

 private:
  bool are_rivals(std::uint32_t a, std::uint32_t b) const {
    if (doubles_.person(a) == doubles_.person(b)) return false;
    return source_of_[a] == source_of_[b] || contradict(records_[a].birth_date, records_[b].birth_date);
  }

  // Partners come best first, so a person's best record stands for their doubles.
  Shared seen_from(std::uint32_t record, std::uint32_t other, double bits) const {
    double rest = 1;  // nobody who was compared
    Shared out;
    std::vector<std::uint32_t> counted;
    for (const Partner& rival : partners_[record]) {
      const std::uint32_t person = doubles_.person(rival.record);
      if (!are_rivals(rival.record, other) || std::ranges::find(counted, person) != counted.end()) continue;
      counted.push_back(person);
      rest += std::exp2(rival.bits);
      out.rivals += rival.bits > bits - kNearlyAsWell ? 1 : 0;
    }
    const double odds = std::exp2(bits);
    out.probability = odds / (odds + rest);
    return out;
  }

  std::span<const PreparedRecord> records_;
  std::span<const std::uint32_t> source_of_;
  Doubles doubles_;
  std::vector<std::vector<Partner>> partners_;
};

}  // namespace

std::vector<Shared> share_among_rivals(std::span<const ScoredPair> pairs,
                                       std::span<const PreparedRecord> records,
                                       std::span<const std::uint32_t> source_of) {
  const Sharing sharing(pairs, records, source_of);
  std::vector<Shared> out;
  out.reserve(pairs.size());
  for (const ScoredPair& pair : pairs) out.push_back(sharing.share(pair));
  return out;
}

}  // namespace muster::resolve
