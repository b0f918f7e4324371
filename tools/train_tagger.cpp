// Makes data/syntax/tagger.weights from treebanks (tools/make_attribution.sh holds the recipe).
//
//   train_tagger OUT.weights TEST.conllu TRAIN.conllu...
//
// Averaged perceptron (Collins 2002), greedy, with its own tags as history; words that have had one tag only,
// eight times or more, are looked up.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <random>
#include <sstream>

#include "syntax/feature_rows.hpp"
#include "syntax/tagger.hpp"
#include "syntax/treebank.hpp"
#include "text/letters.hpp"

namespace {

using namespace muster;
using namespace muster::syntax;

constexpr int kRounds = 8;
constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kCount);
constexpr float kScale = 16;
constexpr int kFewest = 3;  // a feature seen less often is left out

struct Sentence {
  std::vector<WordHashes> hashes;
  std::vector<Tag> tags;
};

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// The tag of the first part, with hyphens that of the last.
Tag tag_over(const TreeSentence& tree, const text::Token& token) {
  Tag tag = Tag::kNone;
  bool hyphen = false;
  for (const TreeWord& word : tree.words) {
    if (word.end <= token.begin || word.begin >= token.end) continue;
    const Tag here = tag_named(word.tag);
    if (here == Tag::kHyphen && token.kind == text::TokenKind::kWord) {
      hyphen = true;
    } else if (tag == Tag::kNone || hyphen) {
      tag = here;
      hyphen = false;
    }
  }
  return tag;
}

std::vector<Sentence> read_sentences(const char* path) {
  std::vector<Sentence> out;
  for (const TreeSentence& tree : read_treebank(read_file(path))) {
    Sentence& sentence = out.emplace_back();
    const std::vector<text::Token> tokens = text::tokenise(tree.text);
    std::vector<std::string> lower;
    for (const text::Token& t : tokens)
      lower.push_back(text::lower(std::string_view(tree.text).substr(t.begin, t.end - t.begin)));
    const std::vector<std::string_view> views(lower.begin(), lower.end());
    const Words words{tree.text, tokens, views};
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      sentence.hashes.push_back(hashes_of(words, i));
      sentence.tags.push_back(tag_over(tree, tokens[i]));
    }
  }
  return out;
}

class Trainer {
 public:
  void learn(const Sentence& sentence) {
    Tag before = Tag::kNone;
    Tag two_before = Tag::kNone;
    for (std::size_t i = 0; i < sentence.tags.size(); ++i) {
      ++now_;
      tagger_features(sentence.hashes, i, before, two_before, features_);
      const Tag guess = best();
      const Tag gold = sentence.tags[i];
      if (gold != Tag::kNone && guess != gold) {
        for (const std::uint32_t row : active_) {
          if (row == FeatureRows::kNone || seen_[row] < kFewest) continue;
          change(row, gold, 1);
          change(row, guess, -1);
        }
      }
      two_before = before;
      before = guess;
    }
  }

  std::vector<TableRow> rows() {
    std::vector<TableRow> out;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      TableRow row{rows_.feature(r), std::vector<float>(kTags)};
      for (std::size_t t = 0; t < kTags; ++t) {
        const auto values = rows_[r];
        const float total =
            values[kTags + t] + values[t] * (static_cast<float>(now_) - values[2 * kTags + t]);
        row.weights[t] = total / static_cast<float>(now_);
        if (std::abs(row.weights[t]) < 0.12F) row.weights[t] = 0;
      }
      if (seen_[r] >= kFewest) out.push_back(std::move(row));
    }
    return out;
  }
  void count(const Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.tags.size(); ++i) {
      tagger_features(sentence.hashes, i, i > 0 ? sentence.tags[i - 1] : Tag::kNone,
                      i > 1 ? sentence.tags[i - 2] : Tag::kNone, features_);
      for (const Feature feature : features_) {
        const std::uint32_t row = rows_.row(feature);
        seen_.resize(rows_.size());
        ++seen_[row];
      }
    }
  }

 private:
  Tag best() {
    std::array<float, kTags> scores{};
    for (std::size_t f = 0; f < features_.size(); ++f) {
      active_[f] = rows_.find(features_[f]);
      if (active_[f] == FeatureRows::kNone) continue;
      const auto values = rows_[active_[f]];
      for (std::size_t t = 0; t < kTags; ++t) scores[t] += values[t];
    }
    return static_cast<Tag>(std::max_element(scores.begin() + 1, scores.end()) - scores.begin());
  }
  void change(std::uint32_t row, Tag tag, float by) {
    const auto t = static_cast<std::size_t>(tag);
    const auto values = rows_[row];
    values[kTags + t] += values[t] * (static_cast<float>(now_) - values[2 * kTags + t]);
    values[2 * kTags + t] = static_cast<float>(now_);
    values[t] += by;
  }

  FeatureRows rows_{3 * kTags};  // weight, its sum over time, when it last changed
  std::array<Feature, kTaggerFeatures> features_{};
  std::array<std::uint32_t, kTaggerFeatures> active_{};
  std::vector<int> seen_;
  double now_ = 0;
};

// Words that have only ever had one tag.
std::vector<TableRow> sure_words(const std::vector<Sentence>& sentences) {
  std::map<Feature, std::map<Tag, int>> seen;
  for (const Sentence& s : sentences) {
    for (std::size_t i = 0; i < s.tags.size(); ++i) ++seen[only_tag(s.hashes[i])][s.tags[i]];
  }
  std::vector<TableRow> rows;
  for (const auto& [feature, tags] : seen) {
    const auto most = std::ranges::max_element(tags, {}, [](const auto& t) { return t.second; });
    const int all =
        std::accumulate(tags.begin(), tags.end(), 0, [](int n, const auto& t) { return n + t.second; });
    if (most->second < 8 || most->second * 1000 < all * 995 || most->first == Tag::kNone) continue;
    TableRow row{feature, std::vector<float>(kTags)};
    row.weights[static_cast<std::size_t>(most->first)] = 1;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: train_tagger OUT.weights TEST.conllu TRAIN.conllu...\n";
    return 2;
  }
  std::vector<Sentence> sentences;
  for (int i = 3; i < argc; ++i) {
    for (Sentence& s : read_sentences(argv[i])) sentences.push_back(std::move(s));
  }
  const std::vector<TableRow> sure = sure_words(sentences);
  Trainer trainer;
  for (const Sentence& s : sentences) trainer.count(s);
  std::mt19937 random(1);
  for (int round = 0; round < kRounds; ++round) {
    std::ranges::shuffle(sentences, random);
    for (const Sentence& s : sentences) trainer.learn(s);
  }
  std::vector<TableRow> rows = trainer.rows();
  rows.insert(rows.end(), sure.begin(), sure.end());
  const std::string bytes = write_table(kTags, kScale, rows);
  std::ofstream(argv[1], std::ios::binary) << bytes;

  const auto table = FeatureTable::open(bytes, kTags);
  std::size_t right = 0;
  std::size_t all = 0;
  std::map<std::string, int> wrong;
  for (const Sentence& s : read_sentences(argv[2])) {
    const std::vector<Tag> tags = Tagger(*table).tag(s.hashes);
    for (std::size_t i = 0; i < s.tags.size(); ++i) {
      all += s.tags[i] != Tag::kNone;
      right += s.tags[i] != Tag::kNone && tags[i] == s.tags[i];
      if (s.tags[i] != Tag::kNone && tags[i] != s.tags[i])
        ++wrong[fmt::format("{} for {}", to_string(tags[i]), to_string(s.tags[i]))];
    }
  }
  std::cerr << fmt::format("{} sentences, {} sure words, {} bytes; right on {}: {:.2f} % of {}\n",
                           sentences.size(), sure.size(), bytes.size(), argv[2],
                           100.0 * static_cast<double>(right) / static_cast<double>(all), all);
  std::vector<std::pair<int, std::string>> most;
  for (const auto& [what, count] : wrong) most.emplace_back(-count, what);
  std::ranges::sort(most);
  for (std::size_t i = 0; i < std::min<std::size_t>(most.size(), 20); ++i)
    std::cerr << fmt::format("{:5} {}\n", -most[i].first, most[i].second);
}
