#include <unicode/normalizer2.h>

#include <algorithm>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/compare.hpp"
#include "names/korean_name.hpp"
#include "names/parts.hpp"
#include "names/romanise.hpp"
#include "names/syllables.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_word_roles_tsv)

namespace muster::names {
namespace {

std::u32string first_codepoints(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size() && out.size() < kMostCodepoints;)
    out += text::next_codepoint(utf8, at);
  return out;
}

// Compatibility forms (full-width letters, ligatures, a letter and its mark apart) as the plain ones.
std::u32string normalised(std::u32string text) {
  if (std::ranges::all_of(text, [](char32_t c) { return c < 0x300; })) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8(text::to_utf8(text));
  if (nfkc->isNormalized(from, status)) return text;
  std::string out;
  nfkc->normalize(from, status).toUTF8String(out);
  return U_SUCCESS(status) ? text::to_utf32(out) : text;
}

// Words are letters with inner apostrophes; everything else parts them.
std::vector<std::u32string> split_words(std::u32string_view text) {
  std::vector<std::u32string> words;
  std::u32string word;
  const auto finish = [&] {
    while (!word.empty() && text::is_apostrophe(word.back())) word.pop_back();
    if (!word.empty() && words.size() < kMostWords) words.push_back(std::move(word));
    word.clear();
  };
  for (const char32_t c : text) {
    if (text::is_letter(c) || (text::is_apostrophe(c) && !word.empty())) {
      word += text::to_lower(c);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

WordRole role_of(std::string_view reading) {
  static const auto roles = [] {
    std::unordered_map<std::string_view, WordRole> table;
    base::for_each_row(MUSTER_BYTES(names_word_roles_tsv), [&](const std::vector<std::string_view>& cells) {
      const WordRole role = cells[0] == "title" ? WordRole::kTitle : WordRole::kParticle;
      for (const std::string_view word : base::cells_of(cells[1], ' ')) table.emplace(word, role);
    });
    return table;
  }();
  const auto found = roles.find(reading);
  return found == roles.end() ? WordRole::kName : found->second;
}

bool is_patronymic(std::string_view sound) {
  if (sound.size() < 7) return false;
  return std::ranges::any_of(std::initializer_list<std::string_view>{"ovic", "evic", "ovna", "evna", "ivna"},
                             [&](std::string_view ending) { return sound.ends_with(ending); });
}

void add_new(std::vector<std::string>& to, std::string value) {
  if (!value.empty() && std::ranges::find(to, value) == to.end()) to.push_back(std::move(value));
}

void finish(Word& word) {
  for (const std::string& reading : word.readings) add_new(word.sounds, fold_sound(reading));
  if (word.readings.empty()) return;
  word.role = role_of(word.readings[0]);
  if (word.written.size() == 1 && word.script != text::Script::kHan) word.role = WordRole::kInitial;
  word.patronymic = !word.sounds.empty() && is_patronymic(word.sounds[0]);
  word.nicknames = nickname_lines(word.readings[0]);
  if (word.bits == 0) word.bits = rarity_bits(word.readings[0]);
  if (word.role == WordRole::kParticle) word.bits = 0.5F;
}

Word make_word(std::u32string written, bool ukrainian) {
  Word word;
  word.script = text::script_of(written[0]);
  word.readings = romanise_word(written, word.script, ukrainian);
  word.written = std::move(written);
  return word;
}

bool says_child_of(const Word& word) {
  const auto words = {"bin", "ibn", "ben", "bint"};
  return !word.readings.empty() && std::ranges::find(words, word.readings[0]) != words.end();
}

void mark_fathers(std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) words[i].after_bin = says_child_of(words[i - 1]);
}

std::string pinyin_of(const std::vector<SyllableId>& syllables) {
  std::string out;
  for (const SyllableId id : syllables) {
    if (id != kNoSyllable) out += chinese_tables().pinyin(id);
  }
  std::ranges::replace(out, 'v', 'u');
  return out;
}

// A name in Hanzi as two words, so that it compares with a misspelled one in letters.
std::vector<Word> words_of_hanzi(const ChineseReading& reading) {
  std::vector<Word> words;
  const auto add = [&](const std::u32string& hanzi, const std::vector<SyllableId>& syllables) {
    if (hanzi.empty()) return;
    Word word;
    word.written = hanzi;
    word.script = text::Script::kHan;
    add_new(word.readings, pinyin_of(syllables));
    words.push_back(std::move(word));
  };
  add(reading.family_hanzi, reading.family);
  add(reading.given_hanzi, reading.given);
  return words;
}

// A word in Palladius's Cyrillic also reads as pinyin.
void add_pinyin(Word& word) {
  for (const Segmentation& way : segment(word.written, Spelling::kPalladius)) {
    if (way.cost < 1) add_new(word.readings, pinyin_of(way.syllables));
  }
}

// How a Chinese word sounds once Palladius's Cyrillic is read letter by letter: misspelled Cyrillic, which
// cannot be cut into syllables, is compared with this.
void add_cyrillic_sound(Word& word, const std::vector<SyllableId>& syllables) {
  std::u32string cyrillic;
  for (const SyllableId id : syllables) {
    if (id != kNoSyllable) cyrillic += chinese_tables().palladius(id);
  }
  const std::vector<std::string> readings = romanise_word(cyrillic, text::Script::kCyrillic, false);
  if (!readings.empty()) add_new(word.sounds, fold_sound(readings[0]));
}

void add_cyrillic_sounds(NameParts& parts, text::Script script) {
  if (parts.chinese.empty()) return;
  if (script == text::Script::kHan) {
    const ChineseReading& reading = parts.chinese[0];
    add_cyrillic_sound(parts.words.front(), reading.family);
    if (parts.words.size() > 1) add_cyrillic_sound(parts.words[1], reading.given);
  }
  if (script != text::Script::kLatin) return;
  for (Word& word : parts.words) {
    const auto ways = segment(word.written, Spelling::kPinyin);
    if (!ways.empty()) add_cyrillic_sound(word, ways[0].syllables);
  }
}

text::Script one_script(const std::vector<std::u32string>& words) {
  if (words.empty()) return text::Script::kNone;
  const text::Script first = text::script_of(words[0][0]);
  const bool one =
      std::ranges::all_of(words, [&](const std::u32string& w) { return text::script_of(w[0]) == first; });
  return one ? first : text::Script::kOther;
}

}  // namespace

Name prepare(std::string_view utf8) {
  auto parts = std::make_shared<NameParts>();
  const std::u32string text = normalised(first_codepoints(utf8));
  parts->written = text::to_utf8(text);
  std::vector<std::u32string> words = split_words(text);
  const text::Script script = one_script(words);
  const bool transcribed = text.find_first_of(U"·・") != std::u32string::npos;
  if (!transcribed) parts->chinese = read_as_chinese(words, script);
  if (!transcribed) add_korean(*parts, words, script);
  if (script == text::Script::kHan && !parts->chinese.empty()) {
    parts->words = words_of_hanzi(parts->chinese[0]);
  } else if (script == text::Script::kHangul && !parts->korean.empty()) {
    parts->words = words_of_hangul(words, parts->korean[0]);
  } else {
    const bool ukrainian =
        std::ranges::any_of(words, [](const std::u32string& w) { return looks_ukrainian(w); });
    for (std::u32string& word : words) parts->words.push_back(make_word(std::move(word), ukrainian));
  }
  for (Word& word : parts->words) {
    if (script == text::Script::kCyrillic && !parts->chinese.empty()) add_pinyin(word);
    finish(word);
  }
  mark_fathers(parts->words);
  add_cyrillic_sounds(*parts, script);
  return Name(std::move(parts));
}

const std::string& Name::written() const {
  return parts_->written;
}

}  // namespace muster::names
