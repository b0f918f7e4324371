// Parts of speech of English words, Penn Treebank's tags: a greedy linear tagger (averaged perceptron;
// Collins 2002) over words, endings, shapes and the two tags before. Weights: data/syntax/tagger.weights,
// made by tools/train_tagger.cpp from treebanks.
//
// The words are the program's own tokens; where a treebank splits one ("don't", "ministry's"), it has the
// tag of its first part, and with hyphens that of its last.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/feature_table.hpp"
#include "text/tokens.hpp"

namespace muster::syntax {

enum class Tag : std::uint8_t {
  kNone,
  kAdd,
  kAfx,
  kCc,
  kCd,
  kDt,
  kEx,
  kFw,
  kIn,
  kJj,
  kJjr,
  kJjs,
  kMd,
  kNn,
  kNnp,
  kNnps,
  kNns,
  kPdt,
  kPos,
  kPrp,
  kPrps,
  kRb,
  kRbr,
  kRbs,
  kRp,
  kTo,
  kUh,
  kVb,
  kVbd,
  kVbg,
  kVbn,
  kVbp,
  kVbz,
  kWdt,
  kWp,
  kWps,
  kWrb,
  kMark,
  kStop,
  kComma,
  kColon,
  kQuote,
  kBracket,
  kHyphen,
  kCount
};

[[nodiscard]] std::string_view to_string(Tag tag);   // as the treebank writes it; "X" for kNone
[[nodiscard]] Tag tag_named(std::string_view name);  // kNone where it is not known
[[nodiscard]] constexpr bool is_verb(Tag tag) {
  return tag >= Tag::kVb && tag <= Tag::kVbz;
}
[[nodiscard]] constexpr bool is_noun(Tag tag) {
  return tag >= Tag::kNn && tag <= Tag::kNns;
}
[[nodiscard]] constexpr bool is_name(Tag tag) {
  return tag == Tag::kNnp || tag == Tag::kNnps;
}

// A text's words as the tagger sees them; all refer to what they were made from.
struct Words {
  std::string_view text;
  std::span<const text::Token> tokens;
  std::span<const std::string_view> lower;  // one a token
};

// Hashes of one word, made once for all the features it takes part in.
struct WordHashes {
  std::uint32_t word = 0;
  std::uint32_t ending3 = 0;
  std::uint32_t ending2 = 0;
  std::uint32_t ending1 = 0;
  std::uint32_t begin = 0;
  std::uint32_t shape = 0;
};
[[nodiscard]] WordHashes hashes_of(const Words& words, std::uint32_t token);

constexpr std::size_t kTaggerFeatures = 22;
// The features of the token at `at` in the sentence [first, last) whose words' hashes are `hashes`.
void tagger_features(std::span<const WordHashes> hashes, std::size_t at, Tag before, Tag two_before,
                     std::array<Feature, kTaggerFeatures>& out);
// A feature with one label: the word has only ever had that tag.
[[nodiscard]] Feature only_tag(const WordHashes& hashes);

class Tagger {
 public:
  [[nodiscard]] static const Tagger& get();
  explicit Tagger(FeatureTable table) : table_(table) {}
  // One tag a token. Linear.
  [[nodiscard]] std::vector<Tag> tag(const Words& words, std::span<const text::Sentence> sentences) const;
  // The tags of one sentence.
  [[nodiscard]] std::vector<Tag> tag(std::span<const WordHashes> sentence) const;

 private:
  FeatureTable table_;
};

}  // namespace muster::syntax
