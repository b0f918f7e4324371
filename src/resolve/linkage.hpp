// Who is the same in a list or several, without a labelled pair and without settings: a model is estimated from
// the rows, pairs are found by blocking, weighed, and gathered into clusters.
//
//   auto roles = recognise_columns(table, {.id = "rec_id"});
//   const LinkRows rows = make_link_rows(table, *roles, {});
//   const Linkage linkage = link(rows, {});
//   linkage.cluster[row];   // rows of one cluster have one number
//
// The answer is the same for any order of the rows and any number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "resolve/link_fields.hpp"
#include "resolve/link_model.hpp"
#include "resolve/link_rules.hpp"
#include "resolve/link_score.hpp"

namespace muster::resolve {

struct LinkOptions {
  double threshold = 0.5;         // clusters are made of pairs from this probability
  std::size_t threads = 1;
  bool one_per_source = false;    // a list holds a person once: no two of its rows in one cluster
  bool across_only = false;       // compare rows of different lists only
  const LinkModel* model = nullptr;                // used instead of estimating one
  std::span<const model::Judgement> judgements = {};  // on ids; the last on a pair counts
  std::map<std::string, std::string> known = {};  // id: cluster id of an earlier run; only pairs with a new row are compared
  std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)> progress = {};
};

struct LinkedPair {
  RowPair rows;
  float bits = 0;         // with the odds before comparing
  float probability = 0;
  model::Verdict verdict = model::Verdict::kUnsure;  // same: both stand in one cluster by this pair's own worth
  bool judged = false;
};

// Something about the clusters that a person should look at.
struct ClusterDoubt {
  enum class Kind : std::uint8_t { kBridge, kContradiction, kJudgements, kOnePerSource };
  Kind kind = Kind::kBridge;
  RowPair rows;        // the pair that it hangs on
  std::string why;     // a sentence
};

struct Linkage {
  LinkModel model;
  bool all_pairs = false;               // a short list: every pair was compared, no rules
  std::vector<BlockRule> rules;         // in the order of their use
  std::uint64_t compared = 0;           // pairs
  std::vector<LinkedPair> pairs;        // of probability kLeastShown and more, and all judged; best first, then by rows
  std::vector<std::uint32_t> cluster;   // by row: the first row of its cluster
  std::vector<std::string> cluster_id;  // by row; stands by itself: its own id
  std::vector<ClusterDoubt> doubts;
};

constexpr double kLeastShown = 0.01;

[[nodiscard]] Linkage link(const LinkRows& rows, const LinkOptions& options);

// One bar of the sum that a pair's probability is.
struct WaterfallLine {
  std::string field;
  std::string left;         // as written
  std::string right;
  std::string level;        // "one letter off"
  double bits = 0;
  double frequency_bits = 0;  // of which for how rare or common the value is
};

struct Waterfall {
  double prior_bits = 0;
  std::vector<WaterfallLine> lines;  // fields known on both sides
  double total_bits = 0;
  double probability = 0;
  std::vector<std::string> flags;    // "a common name: 1 in 40 rows"
};

[[nodiscard]] Waterfall explain(const LinkRows& rows, const LinkModel& model, RowPair pair);

}  // namespace muster::resolve
