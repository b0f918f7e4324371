#include "resolve/link_score.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace muster::resolve {
namespace {

constexpr double kMostFrequencyBits = 5;  // a rare value may be rare because it is mistyped
constexpr double kLeastFrequencyBits = -9;

double odds_bits(double share) {
  return std::log2(share / (1 - share));
}

double chance_bits(double share, double chance) {
  return std::clamp(std::log2(chance / share), kLeastFrequencyBits, kMostFrequencyBits);
}

// Do one person's records seldom have dates that are far apart?
bool has_good_dates(const FieldWeights& dates) {
  return dates.m[1] + dates.m[2] < 0.1;
}

constexpr double kOverwhelming = 15;  // bits that overrule birth dates that contradict each other

constexpr double kMostNameBits = 60;
constexpr double kFewRows =
    3;  // a word of fewer rows is at most so common: how rare it is, a list cannot tell
constexpr double kSeldomBits = 2;

// The most that a name can tell in this list: how rare its words are here, in bits. Names know how common
// their words are in the world; a list of one family, town or people knows better.
std::vector<float> name_bits_here(const LinkField& field) {
  std::unordered_map<std::string_view, double> rows;
  const auto for_each_word = [](const LinkValue& value, auto visit) {
    std::string_view rest = value.text;
    while (!rest.empty()) {
      const std::size_t end = rest.find_first_of(" \x1f");
      if (end != 0) visit(rest.substr(0, end), end != std::string_view::npos && rest[end] == '\x1f');
      if (end == std::string_view::npos) return;
      rest.remove_prefix(end + 1);
    }
  };
  double all = 0;
  for (std::size_t v = 1; v < field.values.size(); ++v) {
    all += field.count[v];
    for_each_word(field.values[v], [&](std::string_view word, bool) { rows[word] += field.count[v]; });
  }
  std::vector<float> bits(field.values.size());
  for (std::size_t v = 1; v < field.values.size(); ++v) {
    double least = kMostNameBits;  // of several names, the commonest: it may be the one that agrees
    double sum = 0;
    for_each_word(field.values[v], [&](std::string_view word, bool last) {
      const double here = rows[word];
      sum += std::log2(all / here) + (here < kFewRows ? kSeldomBits : 0);
      if (last) least = std::min(least, std::exchange(sum, 0));
    });
    if (sum > 0) least = std::min(least, sum);
    bits[v] = static_cast<float>(least);
  }
  return bits;
}

bool is_of_home(const LinkField& field) {
  return field.kind == FieldKind::kStreet || field.kind == FieldKind::kPhone ||
         field.kind == FieldKind::kEmail;
}

// How rare each family name is in this list, in bits; by its number.
std::vector<float> family_bits_here(const LinkField& field) {
  std::vector<double> rows;
  double all = 0;
  for (const std::uint32_t family : field.family_of) {
    if (family == 0) continue;
    rows.resize(std::max<std::size_t>(rows.size(), family + 1));
    ++rows[family];
    ++all;
  }
  std::vector<float> bits(rows.size());
  for (std::size_t f = 1; f < rows.size(); ++f) bits[f] = static_cast<float>(std::log2(all / rows[f]));
  return bits;
}

}  // namespace

PairScorer::PairScorer(const LinkRows& rows, const LinkModel& model)
    : fields_(rows.fields),
      level_bits_(rows.fields.size()),
      narrower_(narrower_fields(rows.fields)),
      source_(rows.source) {
  prior_bits_ = odds_bits(model.match_share);
  prior_bits_across_ = odds_bits(model.match_share_across);
  household_odds_ = model.household_share / (1 - model.household_share);
  const std::span<const LinkField> fields = rows.fields;
  const bool homes = std::ranges::any_of(fields, is_of_home);
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const LinkField& field = fields[f];
    for (std::size_t l = 1; l < model.fields[f].m.size(); ++l) {
      for (std::size_t nested = 0; nested < 2; ++nested)
        level_bits_[f][nested][l] = model.bits(f, static_cast<Level>(l), nested != 0);
    }
    household_.push_back(is_shared_by_household(field));
    family_bits_.push_back(homes ? family_bits_here(field) : std::vector<float>{});
    if (field.property == "birthDate" && has_good_dates(model.fields[f]))
      birth_dates_.push_back(static_cast<std::uint32_t>(f));
    if (field.kind == FieldKind::kFullName) {
      frequency_of_.push_back(name_bits_here(field));
      continue;
    }
    std::vector<float>& frequency = frequency_of_.emplace_back(field.values.size(), 0.0F);
    if (model.fields[f].chance <= 0) continue;
    double filled = 0;
    for (std::size_t v = 1; v < field.count.size(); ++v) filled += field.count[v];
    for (std::size_t v = 1; v < field.count.size(); ++v)
      frequency[v] = static_cast<float>(chance_bits(field.count[v] / filled, model.fields[f].chance));
  }
}

bool PairScorer::dates_contradict(Pattern pattern) const {
  constexpr Level kYearAtMost = 2;  // the dates share a year, or less
  return std::ranges::any_of(birth_dates_, [&](std::uint32_t field) {
    const Level level = pattern.level(field);
    return level != kMissing && level <= kYearAtMost;
  });
}

bool PairScorer::only_of_household(Pattern pattern) const {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const bool tells = !household_[f] && fields_[f].kind != FieldKind::kCategory;
    if (tells && pattern.level(f) != kMissing) return false;
  }
  return true;
}

double PairScorer::level_bits(std::size_t field, Pattern pattern) const {
  const bool nested = narrower_[field] != 0 && is_nested(pattern, narrower_[field], fields_);
  return level_bits_[field][nested ? 1 : 0][pattern.level(field)];
}

// Of equal values: how much rarer or commoner than the usual chance they are. Where a narrower field agrees,
// that has told it already.
double PairScorer::frequency_bits(std::size_t field, Pattern pattern, RowPair pair) const {
  const std::uint32_t value = fields_[field].value_of[pair.left];
  if (fields_[field].kind == FieldKind::kFullName) {
    const std::vector<float>& most = frequency_of_[field];
    const double told = level_bits_[field][0][pattern.level(field)];
    return std::min(
        0.0, std::max<double>(most[value], most[fields_[field].value_of[pair.right]]) - std::max(0.0, told));
  }
  if (value == 0 || value != fields_[field].value_of[pair.right]) return 0;
  if (narrower_[field] != 0 && is_nested(pattern, narrower_[field], fields_)) return 0;
  return frequency_of_[field][value];
}

double PairScorer::family_bits(std::size_t field, RowPair pair) const {
  const std::uint32_t family = fields_[field].family_of[pair.left];
  return family == fields_[field].family_of[pair.right] ? family_bits_[field][family] : 0;
}

PairScorer::FieldBits PairScorer::field_bits(std::size_t field, Pattern pattern, RowPair pair) const {
  const Level level = pattern.level(field);
  if (level == kMissing) return {};
  return {level, level_bits(field, pattern), frequency_bits(field, pattern, pair)};
}

PairScorer::Evidence PairScorer::evidence(Pattern pattern, RowPair pair) const {
  double sum = 0;
  double shared = 0;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (pattern.level(f) == kMissing) continue;
    const double bits = level_bits(f, pattern) + frequency_bits(f, pattern, pair);
    sum += bits;
    if (household_[f]) shared += bits;
    if (!family_bits_[f].empty()) shared += family_bits(f, pair);
  }
  return {static_cast<float>(sum), static_cast<float>(shared)};
}

double PairScorer::odds(Evidence evidence, RowPair pair) const {
  const double against = std::log2(1 + household_odds_ * std::exp2(static_cast<double>(evidence.shared)));
  return prior_bits(pair) + evidence.bits - against;
}

double PairScorer::odds(Pattern pattern, RowPair pair) const {
  double total = odds(evidence(pattern, pair), pair);
  if (only_of_household(pattern)) total = std::min(total, 0.0);
  return dates_contradict(pattern) && total <= kOverwhelming ? std::min(total, 0.0) : total;
}

PairScorer::Judged PairScorer::judge(RowPair pair) const {
  const Pattern pattern = compare_rows(fields_, pair.left, pair.right);
  const double found = odds(pattern, pair);
  return {found, found <= 0 && dates_contradict(pattern)};
}

bool PairScorer::contradict(RowPair pair) const {
  Pattern dates;
  for (const std::uint32_t f : birth_dates_) {
    const LinkField& field = fields_[f];
    const LinkValue& left = field.values[field.value_of[pair.left]];
    dates.set(f, compare_values(field.kind, left, field.values[field.value_of[pair.right]]));
  }
  return dates_contradict(dates) && judge(pair).contradict;
}

void PairScorer::score(std::span<const RowPair> pairs, std::span<float> out) const {
  for (std::size_t i = 0; i < pairs.size(); ++i) out[i] = static_cast<float>(odds(pairs[i]));
}

}  // namespace muster::resolve
