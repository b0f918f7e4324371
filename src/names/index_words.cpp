#include "names/index_words.hpp"

#include <algorithm>
#include <cmath>

#include "base/table_lines.hpp"
#include "names/index_format.hpp"
#include "names/korean.hpp"
#include "names/syllables.hpp"
#include "names/transliteration.hpp"
#include "names/words.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr float kMostCost = 3;
constexpr std::size_t kMostSounds = 28;
constexpr std::size_t kMostLearned = 16;
constexpr std::size_t kMostSpellings = 3;
constexpr std::size_t kSureSpellings = 4;
constexpr float kRarestSyllable = 1.0F / 4096;

void add_sound(IndexWord& word, std::string letters, std::uint8_t doubt) {
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  if (letters.size() > kLongestSound) letters.resize(kLongestSound);
  if (letters.empty()) return;
  const auto known = std::ranges::find(word.sounds, letters, &IndexSound::letters);
  if (known != word.sounds.end()) {
    known->doubt = std::min(known->doubt, doubt);
  } else if (word.sounds.size() < kMostSounds) {
    word.sounds.push_back({std::move(letters), doubt});
  }
}

// The sound of pinyin for a word that can be cut into syllables of Palladius's Cyrillic or of Wade-Giles.
void add_pinyin(IndexWord& word, const Word& from) {
  const bool cyrillic = from.script == text::Script::kCyrillic;
  if (!cyrillic && from.script != text::Script::kLatin) return;
  for (const Segmentation& way :
       segment(from.written, cyrillic ? Spelling::kPalladius : Spelling::kWadeGiles)) {
    if (way.cost > kMostCost) continue;
    add_sound(word, fold_sound(pinyin_of(way.syllables)), way.cost < 1 && cyrillic ? 0 : 1);
  }
}

// What the model of transliteration reads: the likeliest reading has doubt `least`, others more.
void add_learned(IndexWord& word, const Transliteration& model, const NativeWord& native,
                 std::uint8_t least) {
  const auto readings = model.best(native, kMostLearned);
  for (const LatinReading& reading : readings) {
    const float behind = reading.bits - readings[0].bits;
    const int more = behind < 1 ? 0 : behind < 3.5F ? 1 : 2;
    add_sound(word, fold_sound(reading.latin), static_cast<std::uint8_t>(std::min(least + more, 3)));
  }
}

// The same for a word that prepare() may have encoded; nothing for scripts without a model.
void add_learned(IndexWord& word, const Word& from) {
  const Transliteration* model = transliteration_of(from.script);
  if (model != nullptr) add_learned(word, *model, from.model ? from.native : model->encode(from.written), 0);
}

// Scripts whose letters are no reading: vowels are left out, or a sign is a syllable.
bool is_read_by_model(text::Script script) {
  return script != text::Script::kLatin && script != text::Script::kCyrillic &&
         script != text::Script::kGreek && script != text::Script::kHan;
}

IndexWord index_word(const Word& from) {
  IndexWord word;
  word.text = text::to_utf8(from.written);
  if (is_read_by_model(from.script)) add_learned(word, from);
  for (const std::string& sound : from.sounds) add_sound(word, sound, 0);
  add_pinyin(word, from);
  if (from.script == text::Script::kCyrillic) add_learned(word, from);
  word.model = from.model;
  word.native = from.native;
  for (std::size_t i = 0; i < std::min(from.readings.size(), kMostSpellings); ++i)
    word.spellings.push_back(from.readings[i].substr(0, kLongestSound));
  word.nicknames = from.nicknames;
  word.bits = from.bits;
  word.initial = from.role == WordRole::kInitial;
  if (!from.readings.empty() && !from.readings[0].empty()) word.first = from.readings[0][0];
  return word;
}

// One syllable of a Korean given name, as Koreans spell it in Latin letters.
IndexWord korean_syllable(const KoreanPart& part) {
  const KoreanTables& tables = korean_tables();
  const KoreanId id = likeliest(part.place, part.options).id;
  IndexWord word;
  word.text = text::to_utf8(tables.written(part.place, id));
  for (const std::string& spelling : tables.spellings(part.place, id))
    add_sound(word, fold_sound(spelling), word.sounds.size() < kSureSpellings ? 0 : 1);
  word.bits = -std::log2(std::max(tables.frequency(part.place, id), kRarestSyllable));
  if (!word.sounds.empty()) word.first = word.sounds[0].letters[0];
  return word;
}

// A given name in Hangul is written in one piece, in Latin letters in one or two: its syllables are words of
// their own here.
void cut_korean(std::vector<IndexWord>& words, const Name& name) {
  const NameParts& parts = name.parts();
  if (parts.korean.empty() || parts.korean[0].origin != KoreanOrigin::kHangul) return;
  const auto& given = parts.korean[0].given;
  if (given.size() < 2 || words.size() != 2) return;
  const std::size_t at = parts.korean[0].family_first ? 1 : 0;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  for (const KoreanPart& part : given) {
    if (!part.options.empty()) words.push_back(korean_syllable(part));
  }
}

// The other readings of a name in Hanzi (盛 is sheng, or cheng).
void add_chinese_readings(std::vector<IndexWord>& words, const Name& name) {
  for (const ChineseReading& reading : name.parts().chinese) {
    const std::uint8_t doubt = reading.doubt < 3 ? 1 : 2;
    for (IndexWord& word : words) {
      if (word.text == text::to_utf8(reading.family_hanzi))
        add_sound(word, fold_sound(pinyin_of(reading.family)), doubt);
      if (word.text == text::to_utf8(reading.given_hanzi))
        add_sound(word, fold_sound(pinyin_of(reading.given)), doubt);
    }
  }
}

// A foreign name in Hanzi or Hangul is read whole, however prepare() has cut it; its longest word bears the
// reading.
void add_foreign_name(std::vector<IndexWord>& words, const Name& name) {
  const NameParts& parts = name.parts();
  if (words.empty() || parts.as_written == nullptr) return;
  std::u32string whole;
  text::Script script = text::Script::kNone;
  for (const Word& word : parts.as_written->words) {
    whole += word.written;
    script = word.script;
  }
  const bool hanzi = script == text::Script::kHan;
  if (whole.size() < 2 || (!hanzi && parts.as_written->words.size() > 1)) return;
  const bool native =
      hanzi && whole.size() <= 3 && chinese_tables().surname(parts.words[0].written) != nullptr;
  const auto longest = std::ranges::max_element(words, {}, [](const IndexWord& w) { return w.text.size(); });
  longest->model = transliteration_of(script);
  if (longest->model == nullptr) return;
  longest->native = longest->model->encode(whole);
  longest->bears_name = true;
  add_learned(*longest, *longest->model, longest->native, native ? 3 : hanzi ? 0 : 1);
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
  cut_korean(out, name);
  add_chinese_readings(out, name);
  add_foreign_name(out, name);
  return out;
}

namespace {

// The words of an organisation's legal forms; none for a name that has nothing else.
std::vector<std::string> legal_form_words(const Name& name) {
  std::vector<std::string> out;
  const auto& words = name.parts().words;
  if (std::ranges::none_of(words, [](const Word& w) { return w.role == WordRole::kName; })) return out;
  for (const Word& word : words) {
    if (word.role != WordRole::kLegalForm) continue;
    const std::string written = text::to_utf8(word.written);
    for (const std::string_view part : base::cells_of(written, ' ')) out.emplace_back(part);
  }
  return out;
}

}  // namespace

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

std::vector<IndexWord> read_units(std::string_view name, const Name& prepared) {
  std::vector<IndexWord> out;
  const std::vector<std::string> forms = legal_form_words(prepared);
  for (const std::string_view unit : units_of(name)) {
    for (IndexWord& word : index_words(prepare(unit))) {
      if (std::ranges::find(forms, word.text) != forms.end()) continue;
      if (std::ranges::find(out, word.text, &IndexWord::text) == out.end()) out.push_back(std::move(word));
    }
  }
  return out;
}

}  // namespace muster::names
