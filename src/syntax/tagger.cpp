#include "syntax/tagger.hpp"

#include <algorithm>

#include "base/embedded.hpp"

MUSTER_EMBEDDED(syntax_tagger_weights)

namespace muster::syntax {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Tag::kCount)> kNames{
    "X",   "ADD", "AFX", "CC",  "CD",   "DT",  "EX",  "FW",  "IN",  "JJ",    "JJR",
    "JJS", "MD",  "NN",  "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",  "RB",
    "RBR", "RBS", "RP",  "TO",  "UH",   "VB",  "VBD", "VBG", "VBN", "VBP",   "VBZ",
    "WDT", "WP",  "WP$", "WRB", "SYM",  ".",   ",",   ":",   "``",  "-LRB-", "HYPH"};

std::uint32_t shape_of(std::string_view raw, const text::Token& token) {
  std::uint32_t shape = static_cast<std::uint32_t>(token.kind) | (token.capital ? 4U : 0U) |
                        (token.all_capitals ? 8U : 0U) | (token.line_before ? 16U : 0U);
  bool hyphen = false;
  bool apostrophe = false;
  bool digit = false;
  for (const char c : raw) {
    hyphen |= c == '-';
    apostrophe |= c == '\'' || static_cast<unsigned char>(c) == 0xE2;
    digit |= c >= '0' && c <= '9';
  }
  return shape | (hyphen ? 32U : 0U) | (apostrophe ? 64U : 0U) | (digit ? 128U : 0U);
}

enum Template : std::uint32_t {
  kWord = 1,
  kEnding3,
  kEnding2,
  kEnding1,
  kBegin,
  kShape,
  kTagBefore,
  kTagsBefore,
  kTagBeforeWord,
  kWordBefore,
  kWordTwoBefore,
  kWordAfter,
  kWordTwoAfter,
  kEndingAfter,
  kEndingBefore,
  kWordAndAfter,
  kWordAndBefore,
  kShapeAfter,
  kShapeBefore,
  kTagEnding,
  kFirst,
  kTagWordAfter,
  kOnly
};

}  // namespace

std::string_view to_string(Tag tag) {
  return kNames[static_cast<std::size_t>(tag)];
}

Tag tag_named(std::string_view name) {
  if (name == "''") return Tag::kQuote;
  if (name == "-RRB-") return Tag::kBracket;
  if (name == "NFP" || name == "$" || name == "LS") return Tag::kMark;
  const auto at = std::ranges::find(kNames, name);
  return at == kNames.end() ? Tag::kNone : static_cast<Tag>(at - kNames.begin());
}

WordHashes hashes_of(const Words& words, std::uint32_t token) {
  const std::string_view word = words.lower[token];
  const text::Token& t = words.tokens[token];
  const auto tail = [&](std::size_t n) { return word.size() > n ? word.substr(word.size() - n) : word; };
  return {hash_text(word),
          hash_text(tail(3)),
          hash_text(tail(2)),
          hash_text(tail(1)),
          hash_text(word.substr(0, 2)),
          shape_of(words.text.substr(t.begin, t.end - t.begin), t)};
}

Feature only_tag(const WordHashes& hashes) {
  return mix(mix(kOnly, hashes.word), hashes.shape & 15U);
}

void tagger_features(std::span<const WordHashes> hashes, std::size_t at, Tag before, Tag two_before,
                     std::array<Feature, kTaggerFeatures>& out) {
  static constexpr WordHashes kEdge{1, 1, 1, 1, 1, 1};
  const auto near = [&](std::ptrdiff_t by) -> const WordHashes& {
    const auto i = static_cast<std::ptrdiff_t>(at) + by;
    return i < 0 || i >= static_cast<std::ptrdiff_t>(hashes.size()) ? kEdge
                                                                    : hashes[static_cast<std::size_t>(i)];
  };
  const WordHashes& w = near(0);
  const auto t1 = static_cast<std::uint32_t>(before);
  const std::uint32_t t12 = t1 << 8 | static_cast<std::uint32_t>(two_before);
  std::size_t n = 0;
  const auto put = [&](Template name, std::uint32_t value) { out[n++] = mix(name, value); };
  put(kWord, w.word);
  put(kEnding3, w.ending3);
  put(kEnding2, w.ending2);
  put(kEnding1, mix(w.ending1, w.shape));
  put(kBegin, w.begin);
  put(kShape, w.shape);
  put(kTagBefore, t1);
  put(kTagsBefore, t12);
  put(kTagBeforeWord, mix(w.word, t1));
  put(kWordBefore, near(-1).word);
  put(kWordTwoBefore, near(-2).word);
  put(kWordAfter, near(1).word);
  put(kWordTwoAfter, near(2).word);
  put(kEndingAfter, near(1).ending3);
  put(kEndingBefore, near(-1).ending3);
  put(kWordAndAfter, mix(w.word, near(1).word));
  put(kWordAndBefore, mix(w.word, near(-1).word));
  put(kShapeAfter, mix(w.shape, near(1).shape));
  put(kShapeBefore, mix(w.shape, near(-1).shape));
  put(kTagEnding, mix(w.ending3, t12));
  put(kFirst, at == 0 ? mix(w.shape, 1) : mix(w.ending2, 2));
  put(kTagWordAfter, mix(t1, near(1).word));
}

const Tagger& Tagger::get() {
  static const Tagger tagger([] {
    const auto table =
        FeatureTable::open(MUSTER_BYTES(syntax_tagger_weights), static_cast<std::uint32_t>(Tag::kCount));
    base::require(table.has_value(), "the tagger's weights are broken");
    return *table;
  }());
  return tagger;
}

std::vector<Tag> Tagger::tag(std::span<const WordHashes> sentence) const {
  std::vector<Tag> tags;
  tags.reserve(sentence.size());
  std::array<Feature, kTaggerFeatures> features{};
  Tag before = Tag::kNone;
  Tag two_before = Tag::kNone;
  for (const WordHashes& word : sentence) table_.expect(only_tag(word));
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    Tag tag = static_cast<Tag>(table_.only_label(only_tag(sentence[i])));
    if (tag == Tag::kNone) {
      std::array<std::int32_t, static_cast<std::size_t>(Tag::kCount)> scores{};
      tagger_features(sentence, i, before, two_before, features);
      table_.add(features, scores);
      tag = static_cast<Tag>(std::ranges::max_element(scores) - scores.begin());
    }
    tags.push_back(tag);
    two_before = before;
    before = tag;
  }
  return tags;
}

std::vector<Tag> Tagger::tag(const Words& words, std::span<const text::Sentence> sentences) const {
  std::vector<Tag> tags(words.tokens.size());
  std::vector<WordHashes> hashes;
  for (const text::Sentence& sentence : sentences) {
    hashes.clear();
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) hashes.push_back(hashes_of(words, i));
    std::ranges::copy(tag(hashes), tags.begin() + sentence.first);
  }
  return tags;
}

}  // namespace muster::syntax
