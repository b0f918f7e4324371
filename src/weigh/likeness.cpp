#include "weigh/likeness.hpp"

#include <algorithm>
#include <cmath>

namespace muster::weigh {
namespace {

// A sentence of two words is not "the same" for sharing one: lighter sentences count as this many words of 4
// bits.
constexpr double kLightestSentence = 5 * 4.0;
constexpr double kSame = 0.5;
constexpr std::uint32_t kFewestSharedWords = 4;

double total_weight(const Case& whole, const std::vector<Key>& keys) {
  double sum = 0;
  for (const Key key : keys) sum += whole.weight(key);
  return sum;
}

// Consecutive telling words: a turn of phrase that survives a change of the little words around it.
std::vector<std::uint64_t> phrases(const Reading& reading, const Sentence& sentence) {
  std::vector<std::uint64_t> found;
  const Word* before = nullptr;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = reading.words[i];
    if (word.function || word.quoted) continue;
    if (before != nullptr && (before->telling() || word.telling())) {
      found.push_back((std::uint64_t{before->stem} << 32) | word.stem);
    }
    before = &word;
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

std::size_t shared(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
  std::size_t count = 0;
  for (const std::uint64_t item : left) count += std::ranges::binary_search(right, item);
  return count;
}

struct Prepared {
  std::vector<Key> keys;
  std::vector<std::uint64_t> phrases;
};

std::vector<Prepared> prepare(const Reading& reading) {
  std::vector<Prepared> prepared;
  for (const Sentence& sentence : reading.sentences) {
    prepared.push_back({meanings(reading, sentence, true), phrases(reading, sentence)});
    const auto quoted =
        std::count_if(reading.words.begin() + sentence.first, reading.words.begin() + sentence.last,
                      [](const Word& word) { return word.quoted; });
    const bool mostly_quoted = 2 * quoted > static_cast<std::ptrdiff_t>(sentence.last - sentence.first);
    if (mostly_quoted || sentence.furniture) prepared.back() = {};
  }
  return prepared;
}

bool say_the_same(const Case& whole, const Prepared& left, const Prepared& right) {
  if (left.keys.size() < kFewestSharedWords || right.keys.size() < kFewestSharedWords) return false;
  const std::size_t turns = shared(left.phrases, right.phrases);
  if (turns == 0) return false;
  const Likeness like = likeness(whole, left.keys, right.keys);
  return like.words >= kFewestSharedWords && like.share >= kSame && (turns >= 2 || like.share >= 0.7);
}

}  // namespace

std::vector<Key> meanings(const Reading& reading, const Sentence& sentence, bool with_figures) {
  std::vector<Key> keys;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Word& word = reading.words[i];
    if (!word.function && (with_figures || (!word.number && !word.dated))) keys.push_back(word.meaning);
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

Likeness likeness(const Case& whole, const std::vector<Key>& left, const std::vector<Key>& right) {
  std::vector<Key> both;
  std::ranges::set_intersection(left, right, std::back_inserter(both));
  Likeness like;
  like.words = static_cast<std::uint32_t>(both.size());
  like.names =
      static_cast<std::uint32_t>(std::ranges::count_if(both, [&](Key key) { return whole.is_name(key); }));
  const double lighter = std::min(total_weight(whole, left), total_weight(whole, right));
  like.share = total_weight(whole, both) / std::max(lighter, kLightestSentence);
  return like;
}

// A longest increasing chain over the matrix of pairs: documents are short, and only pairs of documents that
// share rare phrases come here.
std::vector<AlignedSentences> aligned_in_order(const Case& whole, const Reading& left, const Reading& right) {
  const std::vector<Prepared> a = prepare(left);
  const std::vector<Prepared> b = prepare(right);
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> best((a.size() + 1) * width, 0);
  std::vector<bool> same(a.size() * b.size(), false);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      same[i * b.size() + j] = say_the_same(whole, a[i], b[j]);
      const std::uint32_t skip = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
      best[i * width + j] = same[i * b.size() + j] ? std::max(skip, best[(i + 1) * width + j + 1] + 1) : skip;
    }
  }
  std::vector<AlignedSentences> chain;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (same[i * b.size() + j] && best[i * width + j] == best[(i + 1) * width + j + 1] + 1) {
      chain.push_back({static_cast<std::uint32_t>(i++), static_cast<std::uint32_t>(j++)});
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return chain;
}

}  // namespace muster::weigh
