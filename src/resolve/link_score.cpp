#include "resolve/link_score.hpp"

#include <algorithm>
#include <cmath>

namespace muster::resolve {
namespace {

constexpr double kMostFrequencyBits = 5;  // a rare value may be rare because it is mistyped
constexpr double kLeastFrequencyBits = -9;

double chance_bits(double share, double chance) {
  return std::clamp(std::log2(chance / share), kLeastFrequencyBits, kMostFrequencyBits);
}

}  // namespace

PairScorer::PairScorer(std::span<const LinkField> fields, const LinkModel& model)
    : fields_(fields), model_(model) {
  prior_bits_ = std::log2(model.match_share / (1 - model.match_share));
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const LinkField& field = fields[f];
    std::vector<double>& levels = level_bits_.emplace_back(kMostLevels, 0.0);
    for (std::size_t l = 1; l < model.fields[f].m.size(); ++l)
      levels[l] = model.bits(f, static_cast<Level>(l));
    std::vector<float>& frequency = frequency_of_.emplace_back(field.values.size(), 0.0F);
    if (field.kind == FieldKind::kFullName || model.fields[f].chance <= 0)
      continue;  // names weigh theirs themselves
    double filled = 0;
    for (std::size_t v = 1; v < field.count.size(); ++v) filled += field.count[v];
    for (std::size_t v = 1; v < field.count.size(); ++v)
      frequency[v] = static_cast<float>(chance_bits(field.count[v] / filled, model.fields[f].chance));
  }
}

double PairScorer::frequency_bits(std::size_t field, Level level, RowPair pair) const {
  if (level == kMissing || level == kDiffers) return 0;
  const std::uint32_t x = fields_[field].value_of[pair.left];
  const std::uint32_t y = fields_[field].value_of[pair.right];
  if (x == y) return frequency_of_[field][x];
  return 0;
}

PairScorer::FieldBits PairScorer::field_bits(std::size_t field, Pattern pattern, RowPair pair) const {
  const Level level = level_in(pattern, field);
  return {level, level_bits_[field][level], frequency_bits(field, level, pair)};
}

double PairScorer::bits(Pattern pattern, RowPair pair) const {
  double sum = 0;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const Level level = level_in(pattern, f);
    if (level != kMissing) sum += level_bits_[f][level] + frequency_bits(f, level, pair);
  }
  return sum;
}

void PairScorer::score(std::span<const RowPair> pairs, std::span<float> out) const {
  for (std::size_t i = 0; i < pairs.size(); ++i) out[i] = static_cast<float>(bits(pairs[i]));
}

}  // namespace muster::resolve
