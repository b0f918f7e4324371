#include "names/near_words.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "names/cross_script.hpp"
#include "names/sound_trie.hpp"
#include "names/spelled_search.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr int kOtherSpelling = 2;  // twentieths of an edit, as word_cost has them
constexpr int kNickname = 10;
constexpr double kBitsOfEdit = 3.5;
constexpr std::size_t kMostNear = 160;     // words kept for one word of the query
constexpr std::size_t kMostSearched = 10;  // sounds of a word that are searched with edits
constexpr std::size_t kNodes = 400'000;    // of the trie, for a whole query
constexpr std::uint32_t kFewNames = 4096;  // lists shorter than that say little on how rare a word is
constexpr double kBitsOverList = 2;
constexpr double kLeastRarity = 4;
constexpr double kNoBound = 100;
constexpr std::size_t kMostSpelled = 128;
constexpr std::size_t kMostBeside = 24;  // where the word itself is there
constexpr double kBestShare = 1.4;       // of the bits of a good spelling; the best get more
constexpr double kAnyShare = -1000;
constexpr double kLossOfSame = 6;  // bits for each share
constexpr double kLossOfFar = 8;   // at most
constexpr double kHalfFar = 0.5;   // shares below the same that lose half of it
constexpr std::size_t kMostSplits = 24;
constexpr int kAnyCost = 1000;
// How far to look for a word.
struct Effort {
  int cost_of_known;             // around one that the index has as it is written
  int cost_of_other;             // around its less likely sounds
  int cost_beside_beam;          // around one of another script, whose spellings the beam finds
  std::size_t most_beside_beam;  // sounds of such a word
};
constexpr Effort kForOneWord{12, 16, kAnyCost, 5};
constexpr Effort kForWordOfName{12, 12, 20, 3};  // the others help to find it
constexpr Effort kForWordOfMany{8, 12, 20, 3};   // in a long list, which has the more that is near
constexpr std::uint32_t kManyWords = 50'000;     // of the index
constexpr int kCostOfJoined = 8;
constexpr std::size_t kMostJoined = 4;  // sounds of each of two words that may be written as one
constexpr std::size_t kMostWordsOfSound = 64;

class Finder {
 public:
  Finder(const IndexView& index, const std::vector<IndexWord>& query) : index_(index), query_(query) {
    out_.count = std::min(query.size(), kMostWords);
  }

  QueryWords run() {
    for (std::size_t i = 0; i < out_.count; ++i) {
      out_.first[i] = query_[i].first;
      if (query_[i].initial) out_.initials |= bit(i);
      find(i);
    }
    for (std::size_t i = 0; i + 1 < out_.count; ++i) find_joined(i);
    std::ranges::sort(out_.near, [](const NearWord& a, const NearWord& b) {
      return a.gain != b.gain ? a.gain > b.gain : a.word < b.word;
    });
    return std::move(out_);
  }

 private:
  static std::uint16_t bit(std::size_t i) { return static_cast<std::uint16_t>(1U << i); }

  void find(std::size_t i) {
    const IndexWord& word = query_[i];
    costs_.clear();
    for (const IndexSound& sound : word.sounds) {
      std::uint32_t words = 0;
      if (find_sound(index_.trie(), sound.letters, words))
        note_same_sound(words, word.text, kCostOfDoubt[sound.doubt]);
    }
    std::uint32_t same = 0;
    const bool written = index_.find_word(word.text, same);
    if (word.sounds.empty() && written) note(same, 0);
    if (!word.initial) {
      find_edited(i, written);
      find_spelled_as(word, written);
      find_nicknames(word);
      find_initials(i);
      find_splits(i);
    }
    keep(bit(i), word.bits);
  }

  const Effort& effort_for(const IndexWord& word) const {
    if (out_.count == 1 || word.bears_name) return kForOneWord;
    return index_.header().words < kManyWords ? kForWordOfName : kForWordOfMany;
  }

  void find_edited(std::size_t i, bool written) {
    const IndexWord& word = query_[i];
    const Effort& effort = effort_for(word);
    std::size_t budget = kNodes / out_.count;
    const bool known = std::ranges::any_of(costs_, [](const auto& found) { return found.second == 0; });
    // Spellings in another script are the beam's.
    const std::size_t most_searched = word.model == nullptr ? kMostSearched
                                      : written             ? 1
                                                            : effort.most_beside_beam;
    const int most_of_first = word.model == nullptr ? kAnyCost : effort.cost_beside_beam;
    for (std::size_t s = 0; s < std::min(word.sounds.size(), most_searched); ++s) {
      hits_.clear();
      const int most = s > 0 ? effort.cost_of_other : known ? effort.cost_of_known : most_of_first;
      find_near_sounds(index_.trie(), word.sounds[s].letters, most, budget, hits_);
      const int more = kOtherSpelling + kCostOfDoubt[word.sounds[s].doubt];
      for (const SoundHit& hit : hits_) note_sound(hit.words, hit.cost + more);
    }
  }

  // A word of another script: the likeliest spellings, by the beam. `written`: the index has the word itself.
  void find_spelled_as(const IndexWord& word, bool written) {
    if (word.model == nullptr) return;
    note_spelled(*word.model, word.native, kAnyShare, written ? BeamWidth::kNarrow : BeamWidth::kByLength);
  }

  void note_spelled(const Transliteration& model, const NativeWord& native, double least, BeamWidth width) {
    const std::size_t most = width == BeamWidth::kNarrow ? kMostBeside : kMostSpelled;
    const double good = model.most_bits(native);
    for (const SpelledHit& hit : find_spelled(index_.spelled(), model, native, most, width)) {
      const double share = (-native.marginal - static_cast<double>(hit.bits)) / good;
      if (share < least) continue;
      index_.for_words_of_spelling(hit.words,
                                   [&](std::uint32_t w, std::uint32_t) { note(w, cost_of_share(share)); });
    }
  }

  // In twentieths of an edit, for a spelling that gets such a share of the bits of a good one. However far it
  // is, it stays worth something: a word with nothing nearer has it for its best answer.
  static int cost_of_share(double share) {
    const double beyond = std::max(double{kSameShare} - share, 0.0);
    const double loss = kLossOfSame * (kBestShare - std::max(share, double{kSameShare})) +
                        kLossOfFar * beyond / (beyond + kHalfFar);
    return static_cast<int>(std::max(loss, 0.0) * kCostUnit / kBitsOfEdit);
  }

  void find_nicknames(const IndexWord& word) {
    for (const std::uint16_t line : word.nicknames) {
      for (const NicknameEntry& entry : index_.nicknames(line)) note(entry.word, kNickname);
    }
  }

  // "J." in the index answers "John" in the query.
  void find_initials(std::size_t i) {
    const char letter = query_[i].first;
    std::uint32_t words = 0;
    if (letter == 0 || !find_sound(index_.trie(), fold_sound(std::string(1, letter)), words)) return;
    std::size_t left = kMostWordsOfSound;
    index_.for_words_of_sound(words, [&](std::uint32_t w, std::uint32_t) {
      const WordEntry* entry = index_.word(w);
      if (left == 0 || entry == nullptr || (entry->flags & kInitialFlag) == 0) return;
      --left;
      out_.near.push_back({w, bit(i), static_cast<float>(kBitsOfInitial)});
    });
  }

  // "Abdulrahman" in the query, "Abdul Rahman" in the index.
  void find_splits(std::size_t i) {
    const IndexWord& word = query_[i];
    for (std::size_t s = 0; s < word.sounds.size(); ++s) {
      const std::string_view sound = word.sounds[s].letters;
      for (const PrefixHit& head : find_prefixes(index_.trie(), sound)) {
        std::uint32_t tail = 0;
        if (head.letters < 2 || head.letters + 2 > sound.size()) continue;
        if (find_sound(index_.trie(), sound.substr(head.letters), tail)) add_splits(i, head.words, tail);
      }
    }
  }

  void add_splits(std::size_t i, std::uint32_t head, std::uint32_t tail) {
    index_.for_words_of_sound(head, [&](std::uint32_t a, std::uint32_t) {
      index_.for_words_of_sound(tail, [&](std::uint32_t b, std::uint32_t) {
        if (out_.splits.size() < kMostSplits * (i + 1)) out_.splits.push_back({a, b, bit(i), query_[i].bits});
      });
    });
  }

  // "Abdul Rahman" in the query, "Abdulrahman" in the index; either order, since names turn round.
  void find_joined(std::size_t i) {
    const IndexWord& a = query_[i];
    const IndexWord& b = query_[i + 1];
    if (a.sounds.empty() || b.sounds.empty() || a.initial || b.initial) return;
    costs_.clear();
    std::size_t budget = kNodes / out_.count;
    for (std::size_t x = 0; x < std::min(a.sounds.size(), kMostJoined); ++x) {
      for (std::size_t y = 0; y < std::min(b.sounds.size(), kMostJoined); ++y) {
        const int most = x + y == 0 ? kCostOfJoined : 0;
        look_for_joined(a.sounds[x].letters + b.sounds[y].letters, most, budget);
        look_for_joined(b.sounds[y].letters + a.sounds[x].letters, most, budget);
      }
    }
    find_joined_hangul(a, b);
    keep(static_cast<std::uint16_t>(bit(i) | bit(i + 1)), a.bits + b.bits);
  }

  // The syllables of a Korean given name that Latin letters write in one: Kilnam, Sunghoon.
  void find_joined_hangul(const IndexWord& a, const IndexWord& b) {
    const std::u32string whole = text::to_utf32(a.text + b.text);
    const bool hangul =
        std::ranges::all_of(whole, [](char32_t c) { return text::script_of(c) == text::Script::kHangul; });
    const Transliteration* model = transliteration_of(text::Script::kHangul);
    if (hangul && model != nullptr)
      note_spelled(*model, model->encode(whole), kSameShare, BeamWidth::kNarrow);
  }

  void look_for_joined(const std::string& whole, int most, std::size_t& budget) {
    std::uint32_t words = 0;
    hits_.clear();
    if (most > 0) {
      find_near_sounds(index_.trie(), whole, most, budget, hits_);
    } else if (find_sound(index_.trie(), whole, words)) {
      hits_.push_back({words, 0});
    }
    for (const SoundHit& hit : hits_) note_sound(hit.words, hit.cost + kOtherSpelling);
  }

  void note(std::uint32_t word, int cost) {
    const auto [place, added] = costs_.try_emplace(word, cost);
    if (!added) place->second = std::min(place->second, cost);
  }

  void note_same_sound(std::uint32_t words, std::string_view text, int cost) {
    index_.for_words_of_sound(words, [&](std::uint32_t word, std::uint32_t doubt) {
      note(word, index_.word_text(word) == text ? 0 : cost + kOtherSpelling + kCostOfDoubt[doubt]);
    });
  }

  void note_sound(std::uint32_t words, int cost) {
    index_.for_words_of_sound(
        words, [&](std::uint32_t word, std::uint32_t doubt) { note(word, cost + kCostOfDoubt[doubt]); });
  }

  // A word that many names of the list hold says less there than elsewhere (Shipping in a list of fleets),
  // and what only resembles it says less still.
  double rarity_in_list() const {
    std::uint64_t holders = 1;
    for (const auto& [word, cost] : costs_) {
      const WordEntry* entry = index_.word(word);
      if (entry != nullptr && cost <= kOtherSpelling) holders += entry->names;
    }
    return std::log2(static_cast<double>(std::max(index_.names(), kFewNames)) /
                     static_cast<double>(holders)) +
           kBitsOverList;
  }

  // The words noted, the best kMostNear of them.
  void keep(std::uint16_t mask, float bits) {
    const bool joined = (mask & (mask - 1)) != 0;
    const double rarest = joined ? kNoBound : std::max(rarity_in_list(), kLeastRarity);
    std::vector<NearWord> found;
    for (const auto& [word, cost] : costs_) {
      const WordEntry* entry = index_.word(word);
      if (entry == nullptr || ((entry->flags & kInitialFlag) != 0 && cost > kOtherSpelling)) continue;
      const double mean =
          std::min((static_cast<double>(entry->bits) / 16 + static_cast<double>(bits)) / 2, rarest);
      const double gain = mean - kBitsOfEdit * cost / kCostUnit;
      if (gain > 0) found.push_back({word, mask, static_cast<float>(gain)});
    }
    const auto better = [](const NearWord& a, const NearWord& b) {
      return a.gain != b.gain ? a.gain > b.gain : a.word < b.word;
    };
    if (found.size() > kMostNear) {
      std::ranges::nth_element(found, found.begin() + kMostNear, better);
      found.resize(kMostNear);
    }
    out_.near.insert(out_.near.end(), found.begin(), found.end());
  }

  const IndexView& index_;
  const std::vector<IndexWord>& query_;
  QueryWords out_;
  std::unordered_map<std::uint32_t, int> costs_;
  std::vector<SoundHit> hits_;
};

}  // namespace

QueryWords near_words(const IndexView& index, const std::vector<IndexWord>& query) {
  return Finder(index, query).run();
}

}  // namespace muster::names
