// Fits the weights of name comparison (data/names/pair_weights.tsv) to pairs with verdicts.
//
//   fit_name_pairs PAIRS.csv [MORE.csv:WEIGHT ...] > data/names/pair_weights.tsv
//
// PAIRS.csv has the columns schema, name1, name2, is_match and, for folds, case_group. Weights move one at a
// time, up and down by shrinking steps, as long as that lowers the log loss plus a pull towards where they
// began. What is printed on stderr: F1 at 0.5, log loss and calibration error (ten bins) in sample and over
// five folds.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "names/compare.hpp"
#include "names/pair_weights.hpp"

namespace {

using namespace muster::names;

constexpr double kPull = 0.05;  // of a doubled or halved weight, in nats a 100 pairs
constexpr std::size_t kFolds = 5;
constexpr std::size_t kRounds = 6;

// Too few pairs tell of these. Numbers: the pairs call fund III and fund IV one; we do not follow them
// further than to "undecided".
constexpr std::size_t kFixed[] = {kRarity,      kOtherSpelling, kShortFormLoss, kIdentical,
                                  kNearAlone,   kOtherForm,     kMissingForm,   kMissingNumber,
                                  kOtherNumber, kUnreadable,    kNearKnown};

struct Pair {
  Name left, right;
  bool match;
  double weight;
  std::size_t fold;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

NameKind kind_of(std::string_view schema) {
  if (schema == "Person") return NameKind::kPerson;
  if (schema == "Vessel") return NameKind::kThing;
  if (schema == "Company" || schema == "Organization") return NameKind::kOrganisation;
  return NameKind::kUnknown;
}

// FNV-1a: the fold must be the same on every machine.
std::size_t fold_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return static_cast<std::size_t>(hash >> 20) % kFolds;
}

void read(std::vector<Pair>& pairs, const std::string& path, double weight) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const auto header = cells_of(line);
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
  };
  const std::size_t group = column("case_group"), schema = column("schema"), left = column("name1"),
                    right = column("name2"), match = column("is_match");
  while (std::getline(file, line)) {
    const auto cells = cells_of(line);
    if (cells.size() <= match) continue;
    const NameKind kind = schema < cells.size() ? kind_of(cells[schema]) : NameKind::kUnknown;
    const std::string key =
        (group < cells.size() ? cells[group] : "") + "|" + cells[left] + "|" + cells[right];
    pairs.push_back({prepare(cells[left], kind), prepare(cells[right], kind), cells[match] == "true", weight,
                     fold_of(key)});
  }
}

struct Figures {
  double loss = 0, f1 = 0, precision = 0, recall = 0, calibration = 0;
};

struct Scored {
  double probability;
  bool match;
  double weight;
};

Figures figures_of(const std::vector<Scored>& scored) {
  Figures out;
  double both = 0, said = 0, are = 0, all = 0, apart[10] = {};
  for (const Scored& s : scored) {
    const double p = std::clamp(s.probability, 0.002, 0.998);
    out.loss -= s.weight * std::log(s.match ? p : 1 - p);
    all += s.weight;
    if (s.weight < 1) continue;
    both += s.match && s.probability >= 0.5;
    said += s.probability >= 0.5;
    are += s.match;
    apart[std::min<std::size_t>(9, static_cast<std::size_t>(s.probability * 10))] +=
        s.probability - (s.match ? 1 : 0);
  }
  const double full =
      static_cast<double>(std::ranges::count_if(scored, [](const Scored& s) { return s.weight >= 1; }));
  out.loss /= all;
  out.precision = both / said;
  out.recall = both / are;
  out.f1 = 2 * both / (said + are);
  for (const double bin : apart) out.calibration += std::abs(bin) / full;
  return out;
}

template <class Wanted>
std::vector<Scored> score(const std::vector<Pair>& pairs, const PairWeights& weights, Wanted wanted) {
  std::vector<Scored> out;
  for (const Pair& pair : pairs) {
    if (wanted(pair))
      out.push_back(
          {name_probability(compare_bits(pair.left, pair.right, weights)), pair.match, pair.weight});
  }
  return out;
}

// How far a weight may move from where it began: a factor for most, so that none changes its sign.
double pull(const PairWeights& from, const PairWeights& to) {
  double sum = 0;
  for (std::size_t i = 0; i < kWeights; ++i) {
    const double doubled = std::log2(std::max(to.value[i], 0.01) / std::max(from.value[i], 0.01));
    sum += doubled * doubled;
  }
  return kPull * sum / 100;
}

template <class Wanted>
PairWeights fit(const std::vector<Pair>& pairs, const PairWeights& from, Wanted wanted) {
  PairWeights best = from;
  const auto cost = [&](const PairWeights& w) {
    return figures_of(score(pairs, w, wanted)).loss + pull(from, w);
  };
  double least = cost(best);
  double step = 0.4;
  for (std::size_t round = 0; round < kRounds; ++round, step /= 1.7) {
    for (std::size_t i = 0; i < kWeights; ++i) {
      if (std::ranges::find(kFixed, i) != std::end(kFixed)) continue;
      for (const double factor : {1 + step, 1 / (1 + step)}) {
        for (;;) {
          PairWeights tried = best;
          tried.value[i] *= factor;
          const double now = cost(tried);
          if (now >= least) break;
          least = now;
          best = tried;
        }
      }
    }
  }
  return best;
}

void print(const char* what, const Figures& f) {
  fmt::print(stderr, "{:<12} F1 {:.3f} (P {:.3f} R {:.3f})  log loss {:.3f}  calibration error {:.3f}\n",
             what, f.f1, f.precision, f.recall, f.loss, f.calibration);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<Pair> pairs;
  bool fitting = true;
  for (int i = 1; i < count; ++i) {
    std::string path = arguments[i];
    if (path == "--only-score") {
      fitting = false;
      continue;
    }
    double weight = 1;
    const std::size_t colon = path.rfind(':');
    if (colon != std::string::npos) {
      std::from_chars(path.data() + colon + 1, path.data() + path.size(), weight);
      path.resize(colon);
    }
    read(pairs, path, weight);
  }
  const auto all = [](const Pair&) { return true; };
  print("before", figures_of(score(pairs, pair_weights(), all)));
  if (pairs.empty() || !fitting) return pairs.empty() ? 2 : 0;
  std::vector<Scored> held_out;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const PairWeights weights = fit(pairs, pair_weights(), [&](const Pair& p) { return p.fold != fold; });
    for (const Scored& s : score(pairs, weights, [&](const Pair& p) { return p.fold == fold; }))
      held_out.push_back(s);
  }
  print("five folds", figures_of(held_out));
  const PairWeights fitted = fit(pairs, pair_weights(), all);
  print("in sample", figures_of(score(pairs, fitted, all)));
  fmt::print(
      "# Weights of name comparison: name, value (bits unless src/names/pair_weights.hpp says otherwise). "
      "Fitted by\n"
      "# tools/fit_name_pairs.cpp to pairs of nomenklatura's name_bench (MIT) and of OFAC's list "
      "(tools/make_name_pairs.py).\n");
  for (std::size_t i = 0; i < kWeights; ++i) fmt::print("{}\t{:.3g}\n", weight_name(i), fitted.value[i]);
}
