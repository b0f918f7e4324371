#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "names/edits.hpp"
#include "names/sound_trie.hpp"

namespace muster::names {
namespace {

struct Sounds {
  explicit Sounds(const std::set<std::string>& from) : texts(from.begin(), from.end()) {
    for (std::uint32_t i = 0; i < texts.size(); ++i) entries.push_back({texts[i], i});
    trie = build_trie(entries);
  }
  std::vector<std::string> texts;
  std::vector<SoundEntry> entries;
  std::vector<TrieNode> trie;
};

std::map<std::string, int> near(const Sounds& sounds, std::string_view query) {
  std::size_t budget = 1'000'000;
  std::vector<SoundHit> hits;
  find_near_sounds(sounds.trie, query, 1000, budget, hits);
  std::map<std::string, int> out;
  for (const SoundHit& hit : hits) out[sounds.texts[hit.words]] = hit.cost;
  return out;
}

std::string sound_of(const std::vector<std::uint8_t>& letters, std::size_t most) {
  std::string out;
  for (const std::uint8_t letter : letters) {
    if (out.size() < most) out += "aeiouhkgstnmrlbz"[letter % 16];
  }
  return out;
}

TEST(SoundTrie, HoldsItsSoundsAndNoOthers) {
  const Sounds sounds({"an", "ana", "ivan", "z"});
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < sounds.texts.size(); ++i) {
    EXPECT_TRUE(find_sound(sounds.trie, sounds.texts[i], words)) << sounds.texts[i];
    EXPECT_EQ(words, i);
  }
  for (const char* other : {"", "a", "iva", "ivana", "b", "zz"})
    EXPECT_FALSE(find_sound(sounds.trie, other, words));
  EXPECT_EQ(find_prefixes(sounds.trie, "anabel").size(), 2U);
  EXPECT_TRUE(find_prefixes(build_trie({}), "ana").empty());
}

TEST(SoundSearch, CostsWhatEditCostSays) {
  const Sounds sounds({"renbo", "renba", "rinban", "holm", "hlom", "muler", "mueler", "iusuf"});
  EXPECT_EQ(near(sounds, "renbo"), (std::map<std::string, int>{{"renba", 10}, {"renbo", 0}}));
  EXPECT_EQ(near(sounds, "hlom")["holm"], 16);
  EXPECT_EQ(near(sounds, "mueler")["muler"], 12);
}

// Nothing wrong is found, and nothing is missed that is at most an edit away, in the first letter or later.
TEST(SoundSearch, FindsWhatComparingAllFinds) {
  RC_ASSERT(rc::check([](const std::vector<std::vector<std::uint8_t>>& many,
                         const std::vector<std::uint8_t>& asked, std::uint8_t longest) {
    const std::size_t most = 3 + longest % 30;
    std::set<std::string> texts;
    for (const auto& letters : many) texts.insert(sound_of(letters, most));
    const std::string query = sound_of(asked, most);
    if (query.size() > 1) texts.insert(query.substr(1) + query[0]);
    if (query.size() > 2) texts.insert(query.substr(0, 1) + query.substr(2));
    texts.insert(query + "a");
    texts.erase("");
    const Sounds sounds(texts);
    const auto found = near(sounds, query);
    for (const std::string& text : sounds.texts) {
      const int cost = static_cast<int>(std::lround(edit_cost(query, text, 1000) * kCostUnit));
      const auto hit = found.find(text);
      if (hit != found.end()) RC_ASSERT(hit->second == cost);
      const bool near_enough =
          !query.empty() && cost <= std::min(kCostUnit, cost_limit(std::max(query.size(), text.size())) - 6);
      if (near_enough) RC_ASSERT(hit != found.end());
    }
  }));
}

TEST(SoundSearch, StopsWhenItsBudgetIsSpent) {
  const Sounds sounds({"ana", "anb", "anc", "and", "ane"});
  std::size_t budget = 3;
  std::vector<SoundHit> hits;
  find_near_sounds(sounds.trie, "ana", 1000, budget, hits);
  EXPECT_EQ(budget, 0U);
  EXPECT_LE(hits.size(), 1U);
}

}  // namespace
}  // namespace muster::names
