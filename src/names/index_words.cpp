#include "names/index_words.hpp"

#include <algorithm>

#include "names/index_format.hpp"
#include "names/syllables.hpp"
#include "names/transliteration.hpp"
#include "names/words.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr float kMostCost = 3;
constexpr std::size_t kMostSounds = 16;
constexpr std::size_t kMostLearned = 8;

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

// What the models of transliteration read, where there is one for the script.
void add_learned(IndexWord& word, std::u32string_view written, text::Script script) {
  const Transliteration* model = transliteration_of(script);
  if (model == nullptr) return;
  for (const LatinReading& reading : model->best(model->encode(written), kMostLearned))
    add_sound(word, fold_sound(reading.latin));
}

// Scripts whose letters are no reading: vowels are left out, or a sign is a syllable.
bool is_read_by_model(text::Script script) {
  return script != text::Script::kLatin && script != text::Script::kCyrillic && script != text::Script::kGreek;
}

IndexWord index_word(const Word& from) {
  IndexWord word;
  word.text = text::to_utf8(from.written);
  if (is_read_by_model(from.script) && from.script != text::Script::kHan) add_learned(word, from.written, from.script);
  for (const std::string& sound : from.sounds) add_sound(word, sound);
  if (from.script == text::Script::kCyrillic) add_learned(word, from.written, from.script);
  add_pinyin(word, from);
  word.nicknames = from.nicknames;
  word.bits = from.bits;
  word.initial = from.role == WordRole::kInitial;
  if (!from.readings.empty() && !from.readings[0].empty()) word.first = from.readings[0][0];
  return word;
}

// A foreign name in Hanzi is read whole, however prepare() has cut it; its longest word bears the reading.
void add_foreign_name(std::vector<IndexWord>& words, const std::vector<Word>& from) {
  std::u32string whole;
  for (const Word& word : from) {
    if (word.script != text::Script::kHan) return;
    whole += word.written;
  }
  if (words.empty()) return;
  const auto longest = std::ranges::max_element(words, {}, [](const IndexWord& w) { return w.text.size(); });
  add_learned(*longest, whole, text::Script::kHan);
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
  add_foreign_name(out, words);
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

std::vector<IndexWord> read_units(std::string_view name) {
  std::vector<IndexWord> out;
  for (const std::string_view unit : units_of(name)) {
    for (IndexWord& word : index_words(prepare(unit))) out.push_back(std::move(word));
  }
  return out;
}

}  // namespace muster::names
