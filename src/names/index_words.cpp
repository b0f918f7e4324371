#include "names/index_words.hpp"

#include <algorithm>

#include "names/index_format.hpp"
#include "names/syllables.hpp"
#include "names/words.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr float kMostCost = 3;
constexpr std::size_t kMostSounds = 12;

void add_sound(IndexWord& word, std::string sound) {
  std::erase_if(sound, [](char c) { return c < 'a' || c > 'z'; });
  if (sound.size() > kLongestSound) sound.resize(kLongestSound);
  if (sound.empty() || word.sounds.size() >= kMostSounds) return;
  if (std::ranges::find(word.sounds, sound) == word.sounds.end()) word.sounds.push_back(std::move(sound));
}

// The sound of pinyin for a word that can be cut into syllables of Palladius's Cyrillic or of Wade-Giles.
void add_pinyin(IndexWord& word, const Word& from) {
  const bool cyrillic = from.script == text::Script::kCyrillic;
  if (!cyrillic && from.script != text::Script::kLatin) return;
  for (const Segmentation& way :
       segment(from.written, cyrillic ? Spelling::kPalladius : Spelling::kWadeGiles)) {
    if (way.cost > kMostCost) continue;
    std::string pinyin;
    for (const SyllableId id : way.syllables) pinyin += chinese_tables().pinyin(id);
    std::ranges::replace(pinyin, 'v', 'u');
    add_sound(word, fold_sound(pinyin));
  }
}

IndexWord index_word(const Word& from) {
  IndexWord word;
  word.text = text::to_utf8(from.written);
  for (const std::string& sound : from.sounds) add_sound(word, sound);
  add_pinyin(word, from);
  word.nicknames = from.nicknames;
  word.bits = from.bits;
  word.initial = from.role == WordRole::kInitial;
  if (!from.readings.empty() && !from.readings[0].empty()) word.first = from.readings[0][0];
  return word;
}

bool hangs_together(char32_t c) {
  const text::Script script = text::script_of(c);
  return script == text::Script::kHan || script == text::Script::kHangul || script == text::Script::kKana;
}

bool is_ascii_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<IndexWord> index_words(const Name& name) {
  std::vector<IndexWord> out;
  const auto& words = name.parts().words;
  const auto tells = [](const Word& w) { return w.role == WordRole::kName || w.role == WordRole::kInitial; };
  const bool any = std::ranges::any_of(words, tells);
  for (const Word& word : words) {
    if (!any || tells(word)) out.push_back(index_word(word));
  }
  return out;
}

std::vector<std::string_view> units_of(std::string_view name) {
  std::vector<std::string_view> out;
  std::size_t from = 0;
  bool inside = false;
  const auto finish = [&](std::size_t to) {
    if (inside && out.size() < kMostWords) out.push_back(name.substr(from, to - from));
    inside = false;
  };
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t start = at;
    const auto byte = static_cast<unsigned char>(name[at]);
    bool letter = false;
    if (byte < 0x80) {
      ++at;
      letter = is_ascii_letter(byte) || (inside && (byte == '\'' || byte == '`'));
    } else {
      const char32_t c = text::next_codepoint(name, at);
      if (hangs_together(c)) return {name};
      letter = text::is_letter(c) || (inside && text::is_apostrophe(c));
    }
    if (letter && !inside) from = start;
    if (!letter) finish(start);
    inside = inside || letter;
  }
  finish(name.size());
  return out;
}

}  // namespace muster::names
