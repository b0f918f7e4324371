#include "resolve/link_measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace muster::resolve {
namespace {

double pairs_of(double n) {
  return n * (n - 1) / 2;
}

double harmonic(double a, double b) {
  return a + b == 0 ? 0 : 2 * a * b / (a + b);
}

void measure_probabilities(const Linkage& linkage, std::span<const std::uint32_t> truth, LinkMeasures& out) {
  struct Bin {
    double sum = 0;
    double right = 0;
    double count = 0;
  };
  std::array<Bin, 10> bins{};
  double right = 0;
  for (const LinkedPair& pair : linkage.pairs) {
    const bool same = truth[pair.rows.left] == truth[pair.rows.right];
    Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(pair.probability * 10))];
    bin.sum += pair.probability;
    bin.right += same ? 1 : 0;
    bin.count += 1;
    right += same ? 1 : 0;
  }
  for (const Bin& bin : bins) out.calibration_error += std::abs(bin.sum - bin.right);
  if (!linkage.pairs.empty()) out.calibration_error /= static_cast<double>(linkage.pairs.size());
  if (out.true_pairs > 0) out.compared_share = right / static_cast<double>(out.true_pairs);
}

}  // namespace

LinkMeasures measure(const Linkage& linkage, std::span<const std::uint32_t> truth) {
  std::unordered_map<std::uint32_t, double> made;
  std::unordered_map<std::uint32_t, double> real;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
  for (std::size_t row = 0; row < truth.size(); ++row) {
    ++made[linkage.cluster[row]];
    ++real[truth[row]];
    ++both[{truth[row], linkage.cluster[row]}];
  }
  LinkMeasures out;
  double found = 0;
  double right = 0;
  double wanted = 0;
  for (const auto& [cluster, n] : made) found += pairs_of(n);
  for (const auto& [cluster, n] : real) wanted += pairs_of(n);
  for (const auto& [key, n] : both) {
    right += pairs_of(n);
    out.b_precision += n * n / made[key.second];
    out.b_recall += n * n / real[key.first];
  }
  const double rows = std::max<double>(1, static_cast<double>(truth.size()));
  out.b_precision /= rows;
  out.b_recall /= rows;
  out.b_f1 = harmonic(out.b_precision, out.b_recall);
  out.precision = found == 0 ? 0 : right / found;
  out.recall = wanted == 0 ? 0 : right / wanted;
  out.f1 = harmonic(out.precision, out.recall);
  out.true_pairs = static_cast<std::uint64_t>(wanted);
  out.made_pairs = static_cast<std::uint64_t>(found);
  measure_probabilities(linkage, truth, out);
  return out;
}

}  // namespace muster::resolve
