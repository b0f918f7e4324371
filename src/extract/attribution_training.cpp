#include "extract/attribution_training.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include "syntax/feature_rows.hpp"

namespace muster::extract {
namespace {

using syntax::Feature;
using syntax::FeatureRows;

// One word or one window's words, each with its features' rows.
struct Example {
  std::vector<std::uint32_t> rows;  // of all words, one after the other
  std::vector<std::uint32_t> ends;  // where each word's rows end
  std::vector<std::uint8_t> labels;
  std::vector<std::uint8_t> boundaries;
};

// The tokens that a span touches.
Range tokens_in(const Analysis& analysis, model::Span span) {
  const auto first = std::ranges::lower_bound(analysis.tokens, span.begin + 1, {}, &text::Token::end);
  const auto last = std::ranges::lower_bound(analysis.tokens, span.end, {}, &text::Token::begin);
  return {static_cast<std::uint32_t>(first - analysis.tokens.begin()),
          static_cast<std::uint32_t>(last - analysis.tokens.begin())};
}

std::vector<Range> tokens_in(const Analysis& analysis, const std::vector<model::Span>& spans) {
  std::vector<Range> out;
  for (const model::Span span : spans) {
    if (const Range range = tokens_in(analysis, span); !range.empty()) out.push_back(range);
  }
  return out;
}

// The last full verb of a cue, its last noun, or its first word.
std::uint32_t head_of(const AttributionView& view, Range cue) {
  std::uint32_t noun = UINT32_MAX;
  std::uint32_t verb = UINT32_MAX;
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    const bool known =
        view.cue_draft(i) != AttributionView::kNoDraft && view.drafts()[view.cue_draft(i)].head == i;
    if (known) return i;
    if (syntax::is_verb(view.tag(i)) && may_be_cue(view, i)) verb = i;
    if (syntax::is_noun(view.tag(i)) && noun == UINT32_MAX) noun = i;
  }
  if (verb != UINT32_MAX) return verb;
  return noun != UINT32_MAX ? noun : cue.first;
}

constexpr float kScale = 128;  // weights are small and many: rounding them to 1/32 costs half a point

class Collector {
 public:
  Collector(FeatureRows& rows, std::vector<int>& seen) : rows_(rows), seen_(seen) {}
  void add(const std::vector<Feature>& features, std::uint8_t label, std::uint8_t boundary, Example& to) {
    for (const Feature feature : features) {
      const std::uint32_t row = rows_.row(feature);
      seen_.resize(rows_.size());
      ++seen_[row];
      to.rows.push_back(row);
    }
    to.ends.push_back(static_cast<std::uint32_t>(to.rows.size()));
    to.labels.push_back(label);
    to.boundaries.push_back(boundary);
  }

 private:
  FeatureRows& rows_;
  std::vector<int>& seen_;
};

// AdaGrad (Duchi, Hazan, Singer 2011) with a little pull to nothing.
struct Rate {
  float step = 0.1F;
  float decay = 1e-5F;
  void move(float& weight, float& squares, float gradient) const {
    gradient += decay * weight;
    squares += gradient * gradient;
    weight -= step * gradient / (std::sqrt(squares) + 1e-6F);
  }
};

class Trainer {
 public:
  Trainer(const TrainingOptions& options, const std::function<void(const std::string&)>& tell)
      : options_(options), tell_(tell) {}

  void collect(const GoldDocument& gold) {
    const Analysis analysis(gold.document);
    const SpeechText text(analysis);
    const std::vector<Draft> drafts = find_drafts(text);
    const AttributionView view(text, drafts);
    std::vector<Relation> relations;
    std::vector<std::uint8_t> is_head(view.size());
    std::vector<std::uint8_t> in_cue(view.size());
    for (const GoldAttribution& attribution : gold.attributions) {
      const std::vector<Range> cues = tokens_in(analysis, attribution.cue);
      if (cues.empty() || attribution.content.empty()) continue;
      Relation relation{tokens_in(analysis, attribution.source), cues.front(),
                        tokens_in(analysis, attribution.content), head_of(view, cues.front())};
      is_head[relation.head] = 1;
      std::fill(in_cue.begin() + relation.cue.first, in_cue.begin() + relation.cue.last, 1);
      relations.push_back(std::move(relation));
    }
    std::vector<Feature> features;
    Collector cues(cue_rows_, cue_seen_);
    for (std::uint32_t i = 0; i < view.size(); ++i) {
      if (!may_be_cue(view, i) && is_head[i] == 0) continue;
      if (in_cue[i] != 0 && is_head[i] == 0) continue;  // another word of a cue: neither
      if (is_head[i] != 0) known_heads_.insert(known_head(view, i));
      cue_features(view, i, features);
      cues.add(features, is_head[i], 0, cue_words_);
    }
    std::ranges::sort(relations, {}, &Relation::head);
    Collector roles(role_rows_, role_seen_);
    for (std::size_t r = 0; r < relations.size(); ++r) {
      const Relation& relation = relations[r];
      const RoleFeatures of(view, relation.head, r > 0 ? &relations[r - 1] : nullptr);
      Example& example = windows_.emplace_back();
      for (std::uint32_t i = of.window().first; i < of.window().last; ++i) {
        of.of(i, features);
        roles.add(features, static_cast<std::uint8_t>(role_in(relation, i)),
                  static_cast<std::uint8_t>(boundary_at(view, i)), example);
      }
    }
    relations_ += relations.size();
  }

  std::string learn() {
    tell_(fmt::format("{} words that may head a cue, {} attributions; {} and {} features",
                      cue_words_.ends.size(), relations_, cue_rows_.size(), role_rows_.size()));
    constexpr std::size_t kLarge = 5000;
    if (options_.fewest == 0) options_.fewest = relations_ < kLarge ? 2 : 4;
    drop_rare(cue_words_, cue_seen_);
    for (Example& window : windows_) drop_rare(window, role_seen_);
    learn_cues();
    learn_roles();
    return write_model(table(cue_rows_, 2, 1, kScale, known_heads_),
                       table(role_rows_, kRoles, kRoles, kScale), transitions_, options_.threshold);
  }

 private:
  static Role role_in(const Relation& relation, std::uint32_t i) {
    if (i == relation.head || holds({relation.cue}, i)) return Role::kCue;
    if (holds(relation.source, i)) return Role::kSource;
    return holds(relation.content, i) ? Role::kContent : Role::kNone;
  }

  void drop_rare(Example& example, const std::vector<int>& seen) const {
    std::size_t to = 0;
    std::size_t from = 0;
    for (std::uint32_t& end : example.ends) {
      for (; from < end; ++from) {
        if (seen[example.rows[from]] >= options_.fewest) example.rows[to++] = example.rows[from];
      }
      end = static_cast<std::uint32_t>(to);
    }
    example.rows.resize(to);
    example.rows.shrink_to_fit();
  }

  // Row: weight, sum of squares.
  void learn_cues() {
    std::vector<std::uint32_t> order(cue_words_.ends.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(1);
    for (int round = 0; round < options_.cue_rounds; ++round) {
      const Rate rate{options_.cue_step / (1 + 0.3F * static_cast<float>(round)), options_.cue_decay};
      std::ranges::shuffle(order, random);
      double loss = 0;
      for (const std::uint32_t word : order) {
        const std::uint32_t begin = word == 0 ? 0 : cue_words_.ends[word - 1];
        const std::span rows(cue_words_.rows.data() + begin, cue_words_.ends[word] - begin);
        float score = 0;
        for (const std::uint32_t row : rows) score += cue_rows_[row][0];
        const float p = 1 / (1 + std::exp(-score));
        const float gold = cue_words_.labels[word];
        loss -= std::log(std::max(gold > 0 ? p : 1 - p, 1e-9F));
        for (const std::uint32_t row : rows) rate.move(cue_rows_[row][0], cue_rows_[row][1], p - gold);
      }
      tell_(fmt::format("cues, round {}: loss {:.4f}", round + 1, loss / static_cast<double>(order.size())));
    }
  }

  using Scores = std::array<float, kRoles>;

  void learn_roles() {
    std::vector<std::uint32_t> order(windows_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(1);
    for (int round = 0; round < options_.role_rounds; ++round) {
      const Rate rate{options_.role_step / (1 + 0.3F * static_cast<float>(round)), options_.role_decay};
      std::ranges::shuffle(order, random);
      double loss = 0;
      std::size_t words = 0;
      for (const std::uint32_t w : order) {
        loss += learn_window(windows_[w], rate);
        words += windows_[w].labels.size();
      }
      tell_(fmt::format("roles, round {}: loss {:.4f}", round + 1, loss / static_cast<double>(words)));
    }
  }

  static float log_sum(const Scores& scores) {
    const float most = *std::ranges::max_element(scores);
    float sum = 0;
    for (const float s : scores) sum += std::exp(s - most);
    return most + std::log(sum);
  }

  double learn_window(const Example& window, const Rate& rate) {
    const std::size_t size = window.labels.size();
    emissions_.assign(size, Scores{});
    for (std::size_t k = 0, from = 0; k < size; ++k) {
      for (; from < window.ends[k]; ++from) {
        const auto row = role_rows_[window.rows[from]];
        for (std::size_t r = 0; r < kRoles; ++r) emissions_[k][r] += row[r];
      }
    }
    forward_.assign(size, Scores{});
    backward_.assign(size, Scores{});
    forward_[0] = emissions_[0];
    for (std::size_t k = 1; k < size; ++k) {
      const auto& cost = transitions_[window.boundaries[k]];
      for (std::size_t to = 0; to < kRoles; ++to) {
        Scores sums{};
        for (std::size_t was = 0; was < kRoles; ++was) sums[was] = forward_[k - 1][was] + cost[was][to];
        forward_[k][to] = log_sum(sums) + emissions_[k][to];
      }
    }
    for (std::size_t k = size - 1; k-- > 0;) {
      const auto& cost = transitions_[window.boundaries[k + 1]];
      for (std::size_t was = 0; was < kRoles; ++was) {
        Scores sums{};
        for (std::size_t to = 0; to < kRoles; ++to)
          sums[to] = cost[was][to] + emissions_[k + 1][to] + backward_[k + 1][to];
        backward_[k][was] = log_sum(sums);
      }
    }
    const float all = log_sum(forward_[size - 1]);
    double gold = 0;
    for (std::size_t k = 0; k < size; ++k) {
      gold += emissions_[k][window.labels[k]];
      if (k > 0) gold += transitions_[window.boundaries[k]][window.labels[k - 1]][window.labels[k]];
    }
    move_transitions(window, all, rate);
    for (std::size_t k = 0, from = 0; k < size; ++k) {
      Scores gradient{};
      for (std::size_t r = 0; r < kRoles; ++r)
        gradient[r] = std::exp(forward_[k][r] + backward_[k][r] - all) - (window.labels[k] == r ? 1.F : 0.F);
      const bool settled = std::ranges::all_of(gradient, [](float g) { return std::abs(g) < 1e-3F; });
      for (; from < window.ends[k]; ++from) {
        if (settled) continue;
        const auto row = role_rows_[window.rows[from]];
        for (std::size_t r = 0; r < kRoles; ++r) rate.move(row[r], row[kRoles + r], gradient[r]);
      }
    }
    return all - gold;
  }

  void move_transitions(const Example& window, float all, const Rate& rate) {
    std::array<bool, kBoundaries> touched{};
    Transitions gradient{};
    for (std::size_t k = 1; k < window.labels.size(); ++k) {
      const std::size_t b = window.boundaries[k];
      touched[b] = true;
      for (std::size_t was = 0; was < kRoles; ++was) {
        for (std::size_t to = 0; to < kRoles; ++to)
          gradient[b][was][to] += std::exp(forward_[k - 1][was] + transitions_[b][was][to] +
                                           emissions_[k][to] + backward_[k][to] - all);
      }
      gradient[b][window.labels[k - 1]][window.labels[k]] -= 1;
    }
    for (std::size_t b = 0; b < kBoundaries; ++b) {
      for (std::size_t was = 0; touched[b] && was < kRoles; ++was) {
        for (std::size_t to = 0; to < kRoles; ++to)
          rate.move(transitions_[b][was][to], squares_[b][was][to], gradient[b][was][to]);
      }
    }
  }

  // `width` weights of each row; one weight stands for label 1 of two.
  static std::string table(const FeatureRows& rows, std::uint32_t labels, std::size_t width, float scale,
                           const std::set<Feature>& known = {}) {
    std::vector<syntax::TableRow> out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      syntax::TableRow row{rows.feature(r), std::vector<float>(labels)};
      for (std::size_t k = 0; k < width; ++k) {
        row.weights[width == 1 ? 1 : k] = rows[r][k];
      }
      out.push_back(std::move(row));
    }
    for (const Feature feature : known) out.push_back({feature, {0, 1}});
    return syntax::write_table(labels, scale, out);
  }

  TrainingOptions options_;
  const std::function<void(const std::string&)>& tell_;
  std::set<Feature> known_heads_;
  FeatureRows cue_rows_{2}, role_rows_{2 * kRoles};
  std::vector<int> cue_seen_, role_seen_;
  Example cue_words_;
  std::vector<Example> windows_;
  Transitions transitions_{}, squares_{};
  std::vector<Scores> emissions_, forward_, backward_;
  std::size_t relations_ = 0;
};

}  // namespace

std::string train_attribution(const std::vector<GoldDocument>& documents, const TrainingOptions& options,
                              const std::function<void(const std::string&)>& tell) {
  Trainer trainer(options, tell);
  for (const GoldDocument& document : documents) trainer.collect(document);
  return trainer.learn();
}

}  // namespace muster::extract
