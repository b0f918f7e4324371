#include "weigh/shared_runs.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace muster::weigh {
namespace {

constexpr std::uint32_t kShingle = 5;
constexpr std::size_t kFewestSharedPhrases = 3;

struct Posting {
  std::uint64_t hash = 0;
  std::uint32_t reading = 0;
  std::uint32_t word = 0;
  auto operator<=>(const Posting&) const = default;
};

std::uint64_t mixed(std::uint64_t hash, Key key) {
  hash ^= key + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9ULL;
}

// A document of a sentence is one of a large case's many; a sequence in more documents than this is stock.
std::uint32_t most_documents(const Case& whole) {
  return std::max<std::uint32_t>(12, static_cast<std::uint32_t>(whole.readings.size() / 8));
}

// Half a speaker's words, half the writer's.
bool crosses_quotation(const Reading& reading, std::uint32_t first) {
  const auto begin = reading.words.begin() + first;
  return std::any_of(begin, begin + kShingle, [&](const Word& word) { return word.quoted != begin->quoted; });
}

std::vector<Posting> five_word_postings(const Case& whole) {
  std::vector<Posting> postings;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    for (const Sentence& sentence : reading.sentences) {
      if (sentence.furniture) continue;
      for (std::uint32_t i = sentence.first; i + kShingle <= sentence.last; ++i) {
        if (crosses_quotation(reading, i)) continue;
        std::uint64_t hash = 0;
        for (std::uint32_t k = 0; k < kShingle; ++k) hash = mixed(hash, reading.words[i + k].stem);
        postings.push_back({hash, r, i});
      }
    }
  }
  std::ranges::sort(postings);
  return postings;
}

std::vector<Posting> phrase_postings(const Case& whole) {
  std::vector<Posting> postings;
  for (std::uint32_t r = 0; r < whole.readings.size(); ++r) {
    const Reading& reading = whole.readings[r];
    std::uint32_t before = 0;
    for (std::uint32_t i = 1; i < reading.words.size(); ++i) {
      const Word& word = reading.words[i];
      if (word.function || word.quoted) continue;
      const Word& other = reading.words[before];
      if (other.telling() && word.telling() && other.sentence == word.sentence && !other.quoted) {
        postings.push_back({mixed(mixed(0, other.stem), word.stem), r, i});
      }
      before = i;
    }
  }
  std::ranges::sort(postings);
  return postings;
}

// Calls `use(first, last)` for every group of postings of one rare sequence that stands in two documents or
// more.
template <class Use>
void each_rare_group(const Case& whole, const std::vector<Posting>& postings, Use use) {
  for (auto first = postings.begin(); first != postings.end();) {
    auto last = first;
    std::uint32_t documents = 0;
    for (; last != postings.end() && last->hash == first->hash; ++last) {
      documents += last == first || last->reading != std::prev(last)->reading;
    }
    const bool rare =
        documents <= most_documents(whole) && last - first <= 2 * static_cast<std::ptrdiff_t>(documents);
    if (documents >= 2 && rare) use(first, last);
    first = last;
  }
}

using PairKey = std::pair<std::uint32_t, std::uint32_t>;
using Starts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // left word, right word

// Joins sequences that follow each other in both texts; of overlapping runs the one that starts first stays.
std::vector<Run> join(Starts starts, const Reading& left, const Reading& right) {
  std::ranges::sort(starts, {}, [](const auto& start) {
    return std::pair(std::int64_t{start.second} - start.first, start.first);
  });
  std::vector<Run> runs;
  for (const auto& [l, r] : starts) {
    const bool follows = !runs.empty() && r - runs.back().right == l - runs.back().left &&
                         l > runs.back().left && l < runs.back().left + runs.back().length;
    if (follows) {
      runs.back().length = l + kShingle - runs.back().left;
    } else {
      runs.push_back({l, r, kShingle, false});
    }
  }
  std::ranges::sort(runs, {}, [](const Run& run) { return std::tuple(run.left, ~run.length, run.right); });
  std::vector<Run> apart;
  for (Run& run : runs) {
    if (!apart.empty() && run.left < apart.back().left + apart.back().length) continue;
    std::uint32_t quoted = 0;
    for (std::uint32_t k = 0; k < run.length; ++k) {
      quoted += left.words[run.left + k].quoted || right.words[run.right + k].quoted;
    }
    run.quoted = 2 * quoted > run.length;
    apart.push_back(run);
  }
  return apart;
}

}  // namespace

std::vector<PairRuns> shared_runs(const Case& whole) {
  const std::vector<Posting> postings = five_word_postings(whole);
  std::map<PairKey, Starts> pairs;
  each_rare_group(whole, postings, [&](auto first, auto last) {
    for (auto a = first; a != last; ++a) {
      for (auto b = std::next(a); b != last; ++b) {
        if (a->reading != b->reading) pairs[{a->reading, b->reading}].emplace_back(a->word, b->word);
      }
    }
  });
  std::vector<PairRuns> found;
  for (auto& [key, starts] : pairs) {
    found.push_back({key.first, key.second,
                     join(std::move(starts), whole.readings[key.first], whole.readings[key.second])});
  }
  return found;
}

std::vector<PairKey> phrase_sharing_pairs(const Case& whole) {
  const std::vector<Posting> postings = phrase_postings(whole);
  std::map<PairKey, std::size_t> shared;
  each_rare_group(whole, postings, [&](auto first, auto last) {
    for (auto a = first; a != last; ++a) {
      for (auto b = std::next(a); b != last; ++b) {
        if (a->reading != b->reading) ++shared[{a->reading, b->reading}];
      }
    }
  });
  std::vector<PairKey> pairs;
  for (const auto& [key, count] : shared) {
    if (count >= kFewestSharedPhrases) pairs.push_back(key);
  }
  return pairs;
}

}  // namespace muster::weigh
