// Who is the same in a list or several, without a labelled pair and without settings: a model is estimated
// from the rows, pairs are found by blocking, weighed, and gathered into clusters.
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

#include "base/error.hpp"
#include "model/finding.hpp"
#include "resolve/link_fields.hpp"
#include "resolve/link_model.hpp"
#include "resolve/link_rules.hpp"
#include "resolve/link_score.hpp"

namespace muster::resolve {

// What progress calls the step whose counts are pairs.
constexpr std::string_view kComparing = "comparing pairs";

// Compared pairs that may be one person take 16 bytes each until the odds are settled; those that so much
// memory does not hold wait in a temporary file. The answer is the same.
constexpr std::uint64_t kPairMemory = std::uint64_t{512} << 20;

struct LinkOptions {
  double threshold = 0.95;  // clusters are made of pairs from this probability
  std::size_t threads = 1;
  bool one_per_source = false;       // a list holds a person once: no two of its rows in one cluster
  bool across_only = false;          // compare rows of different lists only
  const LinkModel* model = nullptr;  // used instead of estimating one
  std::span<const model::Judgement> judgements = {};  // on ids; the last on a pair counts
  std::map<std::string, std::string> known =
      {};  // id: cluster id of an earlier run; only pairs with a new row are compared
  std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)> progress = {};
  std::uint64_t pair_memory = kPairMemory;  // bytes
};

struct LinkedPair {
  RowPair rows;
  float bits = 0;  // with the odds before comparing
  float probability = 0;
  model::Verdict verdict = model::Verdict::kUnsure;  // a person's where judged; else same: in one cluster
  bool judged = false;
};

// Something about the clusters that a person should look at.
enum class DoubtKind : std::uint8_t {
  kBridge,         // likely by itself, but it alone would join two groups that agree in nothing else
  kContradiction,  // two rows of one cluster that speak against each other
  kJudgements,     // what people said of these rows contradicts itself, or a likely pair
  kOnePerSource,   // two rows of one list, which holds a person once
  kKnown,          // joins two clusters of the earlier run
};

struct ClusterDoubt {
  DoubtKind kind = DoubtKind::kBridge;
  RowPair rows;     // the pair that it hangs on
  std::string why;  // a sentence
};

struct Linkage {
  LinkModel model;
  bool all_pairs = false;        // a short list: every pair was compared, no rules
  std::vector<BlockRule> rules;  // in the order of their use
  std::uint64_t compared = 0;    // pairs
  std::uint64_t spilled = 0;     // of them, pairs that waited in a temporary file
  std::vector<LinkedPair>
      pairs;  // of probability kLeastShown and more, and all judged; best first, then by rows
  std::vector<std::uint32_t> cluster;   // by row: the first row of its cluster
  std::vector<std::string> cluster_id;  // by row; stands by itself: its own id
  std::vector<ClusterDoubt> doubts;
};

constexpr double kLeastShown = 0.01;

// Fails only where pairs that memory does not hold can be written to no temporary file.
[[nodiscard]] base::Result<Linkage> link(const LinkRows& rows, const LinkOptions& options);

// One bar of the sum that a pair's probability is.
struct WaterfallLine {
  std::string field;
  std::string left;  // as written
  std::string right;
  std::string level;  // "one letter off"
  double bits = 0;
  double frequency_bits = 0;  // of which for how rare or common the value is
};

struct Waterfall {
  double prior_bits = 0;
  std::vector<WaterfallLine> lines;  // fields known on both sides
  double household_bits = 0;         // at most 0: people of one household share as much
  double held_bits = 0;              // at most 0: their birth dates contradict each other
  double total_bits = 0;
  double probability = 0;
  std::vector<std::string> flags;  // "a common name: 1 in 40 rows"
};

// Tells why of pair after pair.
class Explainer {
 public:
  // Both must outlive it.
  Explainer(const LinkRows& rows, const LinkModel& model) : rows_(rows), scorer_(rows, model) {}

  [[nodiscard]] Waterfall explain(RowPair pair) const;

 private:
  const LinkRows& rows_;
  PairScorer scorer_;
};

[[nodiscard]] const char* to_string(
    DoubtKind kind);  // bridge, contradiction, judgements, one per list, known

}  // namespace muster::resolve
