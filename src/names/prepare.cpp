#include <algorithm>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/cases.hpp"
#include "names/compare.hpp"
#include "names/cross_script.hpp"
#include "names/korean_name.hpp"
#include "names/name_tokens.hpp"
#include "names/organisation.hpp"
#include "names/parts.hpp"
#include "names/romanise.hpp"
#include "names/syllables.hpp"
#include "names/word_memo.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_word_roles_tsv)

namespace muster::names {
namespace {

constexpr float kBitsOfNumber = 4;
constexpr float kBitsUnread = 8;  // a word that has no Latin reading

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

std::int32_t number_of(std::u32string_view digits) {
  std::int64_t number = 0;
  for (const char32_t c : digits)
    number = (number * 10 + static_cast<std::int64_t>(c - U'0')) % 1'000'000'007;
  return static_cast<std::int32_t>(number);
}

void finish_by_readings(Word& word) {
  for (const std::string& reading : word.readings) add_new(word.sounds, fold_sound(reading));
  if (word.readings.empty()) {
    if (word.role == WordRole::kName) word.bits = kBitsUnread;
    return;
  }
  const bool syllables = word.script == text::Script::kHan || word.script == text::Script::kHangul ||
                         word.script == text::Script::kKana;
  if (!syllables) word.role = role_of(word.readings[0]);
  if (word.written.size() == 1 && !syllables) word.role = WordRole::kInitial;
  word.patronymic = !word.sounds.empty() && is_patronymic(word.sounds[0]);
  add_new(word.sounds, fold_sound(usual_spelling(word.readings[0])));
  word.nicknames = nickname_lines(word.readings[0]);
  if (word.bits == 0) word.bits = rarity_bits(word.readings[0]);
  if (word.role == WordRole::kParticle) word.bits = 0.5F;
}

void finish(Word& word) {
  if (word.read == nullptr) return finish_by_readings(word);
  const Word& finished = word.read->finished;
  word.sounds = finished.sounds;
  word.role = finished.role;
  word.patronymic = finished.patronymic;
  word.nicknames = finished.nicknames;
  word.bits = finished.bits;
  word.read = nullptr;
}

Word read_word(std::u32string letters, bool ukrainian) {
  Word word;
  word.script = text::script_of(letters[0]);
  if (!is_read_by_model_alone(word.script)) word.readings = romanise_word(letters, word.script, ukrainian);
  word.written = std::move(letters);
  learn_readings(word);
  return word;
}

Word read_word(std::u32string letters, bool ukrainian, WordMemo* memo) {
  if (memo == nullptr) return read_word(std::move(letters), ukrainian);
  auto read = memo->find(letters, ukrainian);
  if (read == nullptr) {
    auto fresh = std::make_shared<ReadWord>();
    fresh->letters = letters;
    fresh->ukrainian = ukrainian;
    fresh->made = read_word(std::move(letters), ukrainian);
    fresh->finished = fresh->made;
    finish_by_readings(fresh->finished);
    fresh->finished.readings.clear();  // `made` has them
    fresh->finished.native = {};
    read = fresh;
    memo->keep(fresh);
  }
  Word word = read->made;
  word.read = std::move(read);
  return word;
}

Word number_word(std::u32string digits) {
  Word word;
  word.role = WordRole::kNumber;
  word.number = number_of(digits);
  word.bits = kBitsOfNumber;
  word.written = std::move(digits);
  return word;
}

Word make_word(Token token, bool ukrainian, WordMemo* memo) {
  Word word = token.number ? number_word(std::move(token.letters))
                           : read_word(std::move(token.letters), ukrainian, memo);
  word.after_and = token.after_and;
  word.after_stop = token.after_stop;
  word.capitals = token.capitals;
  return word;
}

bool says_child_of(const Word& word) {
  const auto words = {"bin", "ibn", "ben", "bint"};
  return !word.readings.empty() && std::ranges::find(words, word.readings[0]) != words.end();
}

void mark_fathers(std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) words[i].after_bin = says_child_of(words[i - 1]);
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
    if (way.cost >= 1) continue;
    add_new(word.readings, pinyin_of(way.syllables));
    word.read = nullptr;
  }
}

// How a Chinese word sounds once Palladius's Cyrillic is read letter by letter: misspelled Cyrillic, which
// cannot be cut into syllables, is compared with this.
void add_cyrillic_sound(Word& word, const std::vector<SyllableId>& syllables, WordMemo* memo) {
  std::u32string cyrillic;
  for (const SyllableId id : syllables) {
    if (id != kNoSyllable) cyrillic += chinese_tables().palladius(id);
  }
  if (cyrillic.empty()) return;
  const Word read = read_word(std::move(cyrillic), false, memo);
  if (!read.readings.empty()) add_new(word.sounds, fold_sound(read.readings[0]));
}

void add_cyrillic_sounds(NameParts& parts, text::Script script, WordMemo* memo) {
  if (parts.chinese.empty()) return;
  if (script == text::Script::kHan) {
    const ChineseReading& reading = parts.chinese[0];
    add_cyrillic_sound(parts.words.front(), reading.family, memo);
    if (parts.words.size() > 1) add_cyrillic_sound(parts.words[1], reading.given, memo);
  }
  if (script != text::Script::kLatin) return;
  for (Word& word : parts.words) {
    const auto ways = segment(word.written, Spelling::kPinyin);
    if (!ways.empty()) add_cyrillic_sound(word, ways[0].syllables, memo);
  }
}

std::vector<Word> words_of(std::vector<Token> tokens, WordMemo* memo) {
  const bool ukrainian =
      std::ranges::any_of(tokens, [](const Token& t) { return looks_ukrainian(t.letters); });
  std::vector<Word> words;
  words.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_ordinal_ending(tokens, i)) words.push_back(make_word(std::move(tokens[i]), ukrainian, memo));
  }
  return words;
}

// The family name stands before the comma, or in capitals where others do not, or last.
void mark_family(std::vector<Word>& words, const std::vector<bool>& is_marked) {
  const auto is_name = [](const Word& w) { return w.role == WordRole::kName && !w.patronymic; };
  std::size_t marked = 0;
  std::size_t names = 0;
  for (std::size_t i = 0; i < words.size() && i < is_marked.size(); ++i) {
    words[i].family = is_marked[i] && is_name(words[i]);
    marked += words[i].family ? 1 : 0;
    names += is_name(words[i]) ? 1 : 0;
  }
  if (names < 2 || (marked > 0 && marked < names)) return;
  for (Word& word : words) word.family = false;
  const auto last = std::ranges::find_if(words.rbegin(), words.rend(), is_name);
  if (last != words.rend()) last->family = true;
}

// Sheikh, Ben, La: what else stands alone is somebody's name.
void name_lone_titles(std::vector<Word>& words) {
  const auto names = [](const Word& w) { return w.role == WordRole::kName || w.role == WordRole::kInitial; };
  if (std::ranges::any_of(words, names)) return;
  for (Word& word : words) {
    if (word.role != WordRole::kTitle && word.role != WordRole::kParticle) continue;
    word.role = WordRole::kName;
    if (!word.readings.empty()) word.bits = rarity_bits(word.readings[0]);
  }
}

void finish_person(NameParts& parts, text::Script script, const std::vector<bool>& family_marks,
                   WordMemo* memo) {
  name_lone_titles(parts.words);
  mark_family(parts.words, family_marks);
  mark_person(parts.words);
  mark_fathers(parts.words);
  add_cyrillic_sounds(parts, script, memo);
}

void finish_all(NameParts& parts, text::Script script, const std::vector<bool>& family_marks,
                WordMemo* memo) {
  for (Word& word : parts.words) {
    if (script == text::Script::kCyrillic && !parts.chinese.empty()) add_pinyin(word);
    finish(word);
  }
  if (may_be_person(parts.kind)) {
    finish_person(parts, script, family_marks, memo);
  } else {
    mark_organisation(parts.words);
  }
}

std::shared_ptr<NameParts> prepare_as_written(std::string_view utf8, NameKind kind, WordMemo* memo) {
  auto parts = std::make_shared<NameParts>();
  const std::u32string text = plain_text(utf8);
  parts->written = text::to_utf8(text);
  std::vector<Token> tokens = split_name(text);
  if (kind != NameKind::kPerson) cut_attached_forms(tokens);
  const text::Script script = one_script(tokens);
  const std::vector<std::u32string> letters = letters_of(tokens);
  const std::vector<bool> families = family_marks(tokens);
  parts->words = words_of(std::move(tokens), memo);
  if (kind == NameKind::kUnknown && names_organisation(parts->words)) kind = NameKind::kOrganisation;
  parts->kind = kind;
  const bool person = may_be_person(kind);
  const bool transcribed = text.find_first_of(U"·・") != std::u32string::npos;
  if (person && !transcribed) parts->chinese = read_as_chinese(letters, script);
  if (person && !transcribed) add_korean(*parts, letters, script);
  const bool hanzi = script == text::Script::kHan && !parts->chinese.empty();
  const bool hangul = script == text::Script::kHangul && !parts->korean.empty();
  if (hanzi || hangul) {
    auto foreign = std::make_shared<NameParts>();
    foreign->written = parts->written;
    foreign->kind = kind;
    foreign->words = std::move(parts->words);
    finish_all(*foreign, script, families, memo);
    parts->as_written = std::move(foreign);
    parts->words = hanzi ? words_of_hanzi(parts->chinese[0]) : words_of_hangul(letters, parts->korean[0]);
  }
  finish_all(*parts, script, families, memo);
  return parts;
}

void add_mended(NameParts& parts) {
  if (!parts.chinese.empty()) return;
  std::vector<std::u32string> letters;
  for (const Word& word : parts.words) letters.push_back(word.written);
  std::vector<ChineseReading> readings = read_misspelt_chinese(letters);
  if (readings.empty()) return;
  auto mended = std::make_shared<NameParts>(parts);
  mended->chinese = std::move(readings);
  parts.mended = std::move(mended);
}

}  // namespace

Name prepare(std::string_view utf8, NameKind kind) {
  return prepare(utf8, kind, nullptr);
}

Name prepare(std::string_view utf8, NameKind kind, WordMemo* memo) {
  auto parts = prepare_as_written(utf8, kind, memo);
  const bool person = may_be_person(parts->kind);
  if (person && !parts->words.empty() && parts->words[0].script == text::Script::kCyrillic) {
    add_mended(*parts);
    for (const std::string& nominative : likely_nominatives(parts->written))
      parts->nominatives.emplace_back(prepare_as_written(nominative, kind, memo));
  }
  return Name(std::move(parts));
}

const std::string& Name::written() const {
  return parts_->written;
}

}  // namespace muster::names
