#include "resolve/link_estimate.hpp"

#include <algorithm>
#include <cmath>

namespace muster::resolve {
namespace {

constexpr int kMostRounds = 60;
constexpr double kPriorMatches = 20;  // as many matches as the expected m counts for
constexpr double kPriorPairs = 200;   // as many pairs by chance as the expected u counts for
constexpr double kSettled = 1e-5;

struct Sums {
  std::vector<std::vector<double>> m;  // by field, level
  std::vector<std::vector<double>> u;
};

double chance_of_equal(const LinkField& field) {
  double filled = 0;
  double pairs = 0;
  for (std::size_t v = 1; v < field.count.size(); ++v) {
    filled += field.count[v];
    pairs += static_cast<double>(field.count[v]) * (field.count[v] - 1.0);
  }
  return filled < 2 ? 0 : pairs / (filled * (filled - 1));
}

LinkModel expected(std::span<const LinkField> fields) {
  LinkModel model;
  for (const LinkField& field : fields) {
    FieldWeights weights{field.name, field.kind, {}, {}, chance_of_equal(field)};
    double m = 0;
    double u = 0;
    for (const LevelPrior& level : levels_of(field.kind)) {
      weights.m.push_back(level.m);
      weights.u.push_back(level.u);
      m += level.m;
      u += level.u;
    }
    for (double& share : weights.m) share /= m;
    for (double& share : weights.u) share /= u;
    model.fields.push_back(std::move(weights));
  }
  return model;
}

class Estimator {
 public:
  Estimator(std::span<const LinkField> fields, std::span<const Stratum> strata)
      : strata_(strata), prior_(expected(fields)), model_(prior_) {
    for (const Stratum& stratum : strata_)
      shares_.push_back(stratum.match_share > 0 ? stratum.match_share : (stratum.by_chance ? 1e-4 : 0.5));
  }

  LinkModel run() {
    for (int round = 0; round < kMostRounds; ++round) {
      tabulate();
      const Sums sums = expect();
      if (maximise(sums) < kSettled) break;
    }
    for (std::size_t s = 0; s < strata_.size(); ++s) {
      if (strata_[s].by_chance) model_.match_share = shares_[s];
    }
    return model_;
  }

 private:
  void tabulate() {
    ratio_.assign(model_.fields.size(), {});
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      const FieldWeights& field = model_.fields[f];
      ratio_[f].assign(kMostLevels, 1.0);
      for (std::size_t l = 1; l < field.m.size(); ++l) ratio_[f][l] = field.m[l] / field.u[l];
    }
  }

  double posterior(Pattern pattern, std::uint32_t left_out, double share) const {
    double odds = share / (1 - share);
    for (std::size_t f = 0; f < ratio_.size(); ++f) {
      if ((left_out >> f & 1U) == 0) odds *= ratio_[f][level_in(pattern, f)];
    }
    return odds / (1 + odds);
  }

  Sums expect() {
    Sums sums;
    for (const FieldWeights& field : model_.fields) {
      sums.m.emplace_back(field.m.size());
      sums.u.emplace_back(field.u.size());
    }
    for (std::size_t s = 0; s < strata_.size(); ++s) {
      const Stratum& stratum = strata_[s];
      double matched = 0;
      double total = 0;
      for (const auto& [pattern, count] : stratum.counts) {
        const double p = posterior(pattern, stratum.left_out, shares_[s]);
        matched += p * count;
        total += count;
        for (std::size_t f = 0; f < sums.m.size(); ++f) {
          const Level level = level_in(pattern, f);
          if (level == kMissing || (stratum.left_out >> f & 1U) != 0) continue;
          if (!stratum.by_chance) sums.m[f][level] += p * count;
          if (stratum.by_chance) sums.u[f][level] += (1 - p) * count;
        }
      }
      if (total > 0) shares_[s] = std::clamp(matched / total, 1e-9, 1 - 1e-6);
    }
    return sums;
  }

  double maximise(const Sums& sums) {
    double moved = 0;
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      moved = std::max(moved, renew(model_.fields[f].m, sums.m[f], prior_.fields[f].m, kPriorMatches));
      moved = std::max(moved, renew(model_.fields[f].u, sums.u[f], prior_.fields[f].u, kPriorPairs));
    }
    return moved;
  }

  static double renew(std::vector<double>& shares, const std::vector<double>& sums,
                      const std::vector<double>& prior, double strength) {
    double total = strength;
    for (const double sum : sums) total += sum;
    double moved = 0;
    for (std::size_t l = 1; l < shares.size(); ++l) {
      const double now = (sums[l] + strength * prior[l]) / total;
      moved = std::max(moved, std::abs(now - shares[l]));
      shares[l] = now;
    }
    return moved;
  }

  std::span<const Stratum> strata_;
  LinkModel prior_;
  LinkModel model_;
  std::vector<double> shares_;
  std::vector<std::vector<double>> ratio_;
};

}  // namespace

LinkModel estimate(std::span<const LinkField> fields, std::span<const Stratum> strata) {
  return Estimator(fields, strata).run();
}

}  // namespace muster::resolve
