#include "resolve/link_estimate.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::resolve {
namespace {

constexpr int kMostRounds = 60;
constexpr double kPriorMatches = 1000;  // as many matches, over all strata, as the expected m counts for
constexpr double kPriorPairs = 200;     // as many pairs by chance as the expected u counts for
constexpr double kSettled = 1e-5;

double chance_of_equal(const LinkField& field) {
  double filled = 0;
  double pairs = 0;
  for (std::size_t v = 1; v < field.count.size(); ++v) {
    filled += field.count[v];
    pairs += static_cast<double>(field.count[v]) * (field.count[v] - 1.0);
  }
  return filled < 2 ? 0 : pairs / (filled * (filled - 1));
}

// A person is born and dies once, but signs and travels more often: of other dates, half of one person's rows
// tell of two events.
bool is_of_life(const LinkField& date) {
  return date.property == "birthDate" || date.property == "deathDate";
}

// A field's shares as they are usual; where a narrower field agrees, so do most of two people's.
LinkModel expected(std::span<const LinkField> fields) {
  const std::vector<std::uint32_t> narrower = narrower_fields(fields);
  LinkModel model;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    FieldWeights weights{fields[f].name, fields[f].kind, {}, {}, {}, {}, chance_of_equal(fields[f])};
    double m = 0;
    double u = 0;
    const bool event = fields[f].kind == FieldKind::kDate && !is_of_life(fields[f]);
    for (const LevelPrior& level : levels_of(fields[f].kind)) {
      weights.m.push_back(event ? (level.m + level.u) / 2 : level.m);
      weights.u.push_back(level.u);
      m += level.m;
      u += level.u;
    }
    if (fields[f].kind == FieldKind::kFullName)  // what counts is m / u
      m = u = std::max(1.0, std::ranges::max(weights.u));
    for (double& share : weights.m) share /= m;
    for (double& share : weights.u) share /= u;
    if (narrower[f] != 0) {
      weights.nested_m = weights.m;
      weights.nested_u = weights.m;
    }
    model.fields.push_back(std::move(weights));
  }
  return model;
}

// One person's records seldom contradict in name or birth date, whatever else they share: a household shares
// its address, phone and mail. Without a ceiling the estimate takes households for people in lists that hold
// many.
double most_of_level(FieldKind kind, std::size_t level) {
  const bool held =
      kind == FieldKind::kGivenName || kind == FieldKind::kFamilyName || kind == FieldKind::kDate;
  return held && level == kDiffers ? 0.2 : 1;
}

class Estimator {
 public:
  Estimator(std::span<const LinkField> fields, std::span<const Stratum> strata)
      : fields_(fields),
        strata_(strata),
        narrower_(narrower_fields(fields)),
        prior_(expected(fields)),
        model_(prior_) {
    for (const Stratum& stratum : strata_)
      shares_.push_back(stratum.by_chance ? Shares{1e-4, 1e-5} : Shares{0.5, 0.05});
    for (const LinkField& field : fields) household_.push_back(is_shared_by_household(field));
  }

  LinkModel run() {
    for (int round = 0; round < kMostRounds; ++round) {
      tabulate();
      expect();
      if (maximise() < kSettled) break;
    }
    for (std::size_t s = 0; s < strata_.size(); ++s) {
      if (!strata_[s].by_chance) continue;
      model_.match_share = model_.match_share_across = shares_[s].match;
      model_.household_share = shares_[s].household;
    }
    for (FieldWeights& field : model_.fields) {
      make_rise(field.m, field.u);
      if (!field.nested_m.empty()) make_rise(field.nested_m, field.nested_u);
    }
    return model_;
  }

 private:
  // Of a stratum's pairs; the rest are two people that have nothing to do with each other.
  struct Shares {
    double match = 0;
    double household = 0;
  };

  // What is summed and worked out for a field, plain and where a narrower field agrees.
  struct Table {
    std::array<double, kMostLevels> ratio{};
    std::array<double, kMostLevels> m{};
    std::array<double, kMostLevels> u{};
  };

  void tabulate() {
    tables_.assign(2 * model_.fields.size(), {});
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      const FieldWeights& field = model_.fields[f];
      for (std::size_t nested = 0; nested < 2; ++nested) {
        auto& ratio = tables_[2 * f + nested].ratio;
        ratio.fill(1);
        for (std::size_t l = 1; l < field.m.size(); ++l)
          ratio[l] = std::exp2(model_.bits(f, static_cast<Level>(l), nested != 0));
      }
    }
  }

  Table& table(std::size_t field, Pattern pattern) {
    return tables_[2 * field + (is_nested(pattern, narrower_[field], fields_) ? 1 : 0)];
  }

  Shares posterior(Pattern pattern, std::uint32_t left_out, Shares shares) {
    double match = shares.match;
    double household = shares.household;
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      if ((left_out >> f & 1U) != 0) continue;
      const double ratio = table(f, pattern).ratio[pattern.level(f)];
      match *= ratio;
      if (household_[f]) household *= ratio;
    }
    const double all = match + household + 1 - shares.match - shares.household;
    return {match / all, household / all};
  }

  void add(Pattern pattern, double count, const Stratum& stratum, Shares p) {
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      const Level level = pattern.level(f);
      if (level == kMissing || (stratum.left_out >> f & 1U) != 0) continue;
      Table& sums = table(f, pattern);
      const bool nested = &sums == &tables_[2 * f + 1];
      const double as_one = p.match + (household_[f] ? p.household : 0);
      if (!stratum.by_chance) sums.m[level] += p.match * count;
      if (stratum.by_chance || nested) sums.u[level] += (1 - as_one) * count;
    }
  }

  void expect() {
    for (std::size_t s = 0; s < strata_.size(); ++s) {
      const Stratum& stratum = strata_[s];
      Shares sum;
      double total = 0;
      for (const auto& [pattern, count] : stratum.counts) {
        const Shares p = posterior(pattern, stratum.left_out, shares_[s]);
        sum.match += p.match * count;
        sum.household += p.household * count;
        total += count;
        add(pattern, count, stratum, p);
      }
      if (total == 0) continue;
      shares_[s] = {std::clamp(sum.match / total, 1e-9, 0.999),
                    std::clamp(sum.household / total, 1e-9, 0.999)};
      const double both = shares_[s].match + shares_[s].household;
      if (both > 0.999) shares_[s] = {shares_[s].match * 0.999 / both, shares_[s].household * 0.999 / both};
    }
  }

  double maximise() {
    double moved = 0;
    for (std::size_t f = 0; f < model_.fields.size(); ++f) {
      FieldWeights& now = model_.fields[f];
      const FieldWeights& usual = prior_.fields[f];
      if (now.kind == FieldKind::kFullName) continue;  // names know what they tell
      moved = std::max(moved, renew(now.m, tables_[2 * f].m, usual.m, kPriorMatches));
      moved = std::max(moved, renew(now.u, tables_[2 * f].u, usual.u, kPriorPairs));
      hold_down(now.m, now.kind);
      if (narrower_[f] == 0) continue;
      moved = std::max(moved, renew(now.nested_m, tables_[2 * f + 1].m, usual.nested_m, kPriorMatches));
      moved = std::max(moved, renew(now.nested_u, tables_[2 * f + 1].u, usual.nested_u, kPriorMatches));
    }
    return moved;
  }

  static double renew(std::vector<double>& shares, const std::array<double, kMostLevels>& sums,
                      const std::vector<double>& prior, double strength) {
    double total = strength;
    for (std::size_t l = 1; l < shares.size(); ++l) total += sums[l];
    double moved = 0;
    for (std::size_t l = 1; l < shares.size(); ++l) {
      const double now = (sums[l] + strength * prior[l]) / total;
      moved = std::max(moved, std::abs(now - shares[l]));
      shares[l] = now;
    }
    return moved;
  }

  // More agreement never tells less: levels that say so are weighed as one. Differing is never evidence for.
  static void make_rise(std::vector<double>& m, const std::vector<double>& u) {
    struct Run {
      double m;
      double u;
      std::size_t end;
    };
    std::vector<Run> runs;
    for (std::size_t l = 1; l < m.size(); ++l) {
      runs.push_back({m[l], u[l], l + 1});
      while (runs.size() > 1 &&
             runs[runs.size() - 2].m / runs[runs.size() - 2].u > runs.back().m / runs.back().u) {
        const Run last = runs.back();
        runs.pop_back();
        runs.back() = {runs.back().m + last.m, runs.back().u + last.u, last.end};
      }
    }
    std::size_t l = 1;
    for (const Run& run : runs) {
      for (; l < run.end; ++l) m[l] = u[l] * run.m / run.u;
    }
    m[kDiffers] = std::min(m[kDiffers], u[kDiffers]);
  }

  static void hold_down(std::vector<double>& m, FieldKind kind) {
    double over = 0;
    for (std::size_t l = 1; l < m.size(); ++l) {
      const double most = most_of_level(kind, l);
      over += std::max(0.0, m[l] - most);
      m[l] = std::min(m[l], most);
    }
    double rest = 0;
    for (std::size_t l = 1; l < m.size(); ++l) rest += most_of_level(kind, l) < 1 ? 0 : m[l];
    for (std::size_t l = 1; l < m.size() && over > 0; ++l) {
      if (most_of_level(kind, l) == 1) m[l] *= 1 + over / rest;
    }
  }

  std::span<const LinkField> fields_;
  std::span<const Stratum> strata_;
  std::vector<std::uint32_t> narrower_;
  LinkModel prior_;
  LinkModel model_;
  std::vector<Shares> shares_;
  std::vector<bool> household_;  // by field
  std::vector<Table> tables_;
};

}  // namespace

LinkModel estimate(std::span<const LinkField> fields, std::span<const Stratum> strata) {
  return Estimator(fields, strata).run();
}

}  // namespace muster::resolve
