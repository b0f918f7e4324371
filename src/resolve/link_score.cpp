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
    : fields_(fields), level_bits_(fields.size()), narrower_(narrower_fields(fields)) {
  prior_bits_ = std::log2(model.match_share / (1 - model.match_share));
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const LinkField& field = fields[f];
    for (std::size_t l = 1; l < model.fields[f].m.size(); ++l) {
      for (std::size_t nested = 0; nested < 2; ++nested)
        level_bits_[f][nested][l] = model.bits(f, static_cast<Level>(l), nested != 0);
    }
    std::vector<float>& frequency = frequency_of_.emplace_back(field.values.size(), 0.0F);
    if (field.kind == FieldKind::kFullName || model.fields[f].chance <= 0) continue;  // names weigh theirs themselves
    double filled = 0;
    for (std::size_t v = 1; v < field.count.size(); ++v) filled += field.count[v];
    for (std::size_t v = 1; v < field.count.size(); ++v)
      frequency[v] = static_cast<float>(chance_bits(field.count[v] / filled, model.fields[f].chance));
  }
}

double PairScorer::level_bits(std::size_t field, Pattern pattern) const {
  const bool nested = narrower_[field] != 0 && is_nested(pattern, narrower_[field], fields_);
  return level_bits_[field][nested ? 1 : 0][pattern.level(field)];
}

// Of equal values: how much rarer or commoner than the usual chance they are. Where a narrower field agrees, that
// has told it already.
double PairScorer::frequency_bits(std::size_t field, Pattern pattern, RowPair pair) const {
  const std::uint32_t value = fields_[field].value_of[pair.left];
  if (value == 0 || value != fields_[field].value_of[pair.right]) return 0;
  if (narrower_[field] != 0 && is_nested(pattern, narrower_[field], fields_)) return 0;
  return frequency_of_[field][value];
}

PairScorer::FieldBits PairScorer::field_bits(std::size_t field, Pattern pattern, RowPair pair) const {
  const Level level = pattern.level(field);
  if (level == kMissing) return {};
  return {level, level_bits(field, pattern), frequency_bits(field, pattern, pair)};
}

double PairScorer::bits(Pattern pattern, RowPair pair) const {
  double sum = 0;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (pattern.level(f) != kMissing) sum += level_bits(f, pattern) + frequency_bits(f, pattern, pair);
  }
  return sum;
}

void PairScorer::score(std::span<const RowPair> pairs, std::span<float> out) const {
  for (std::size_t i = 0; i < pairs.size(); ++i) out[i] = static_cast<float>(bits(pairs[i]));
}

}  // namespace muster::resolve
