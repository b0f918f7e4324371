#include <algorithm>

#include "names/chinese.hpp"
#include "names/compare.hpp"
#include "names/korean_name.hpp"
#include "names/parts.hpp"
#include "names/words.hpp"

namespace muster::names {
namespace {

constexpr float kMostDoubt = 6;

// A syllable without what scripts and accents lose: ng as n, zh as z, u-umlaut as u.
std::string blurred(SyllableId id) {
  if (id == kNoSyllable) return "?";
  std::string out;
  for (const char c : chinese_tables().pinyin(id)) {
    if (c == 'h' && !out.empty()) continue;
    out += c == 'v' ? 'u' : c;
  }
  if (out.ends_with("ng")) out.pop_back();
  return out;
}

// The given name whole, and the family name with each syllable of the given one: one wrong syllable leaves a
// key.
void add_chinese(std::vector<std::string>& keys, const ChineseReading& reading) {
  std::string family;
  std::string given;
  for (const SyllableId id : reading.family) family += blurred(id);
  for (const SyllableId id : reading.given) given += blurred(id);
  if (given.empty()) return keys.push_back("f:" + family);
  keys.push_back("g:" + given);
  for (const SyllableId id : reading.given) keys.push_back("f:" + family + " " + blurred(id));
}

std::vector<const Word*> names_among(const std::vector<Word>& words) {
  std::vector<const Word*> names;
  for (const Word& word : words) {
    if (word.role == WordRole::kName && !word.readings.empty()) names.push_back(&word);
  }
  return names;
}

std::vector<std::string> skeletons(const Word& word) {
  std::vector<std::string> out;
  for (const std::string& sound : word.sounds) {
    std::string bones = skeleton(sound);
    if (std::ranges::find(out, bones) == out.end()) out.push_back(std::move(bones));
  }
  return out;
}

// Each word alone; in names that may be Chinese, whose words are few and alike, a word with the other's first
// sound.
void add_words(std::vector<std::string>& keys, const NameParts& parts) {
  const auto names = names_among(parts.words);
  const bool alone = parts.chinese.empty() || names.size() < 2;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (const std::string& bones : skeletons(*names[i])) {
      if (alone) keys.push_back("w:" + bones);
      for (std::size_t j = 0; j < names.size() && names.size() <= 3; ++j) {
        if (j == i) continue;
        for (const std::string& other : skeletons(*names[j]))
          keys.push_back("i:" + bones + " " + other.substr(0, 1));
      }
    }
  }
}

}  // namespace

std::vector<std::string> blocking_keys(const Name& name) {
  std::vector<std::string> keys;
  for (const ChineseReading& reading : name.parts().chinese) {
    if (reading.doubt <= kMostDoubt) add_chinese(keys, reading);
  }
  add_korean_keys(keys, name.parts());
  add_words(keys, name.parts());
  for (const Name& nominative : name.parts().nominatives)
    std::ranges::move(blocking_keys(nominative), std::back_inserter(keys));
  std::ranges::sort(keys);
  const auto repeats = std::ranges::unique(keys);
  keys.erase(repeats.begin(), repeats.end());
  return keys;
}

}  // namespace muster::names
