#include "names/organisation.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/table_lines.hpp"
#include "names/organisation_terms.hpp"
#include "names/words.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

constexpr std::size_t kMostWordsOfTerm = 8;
constexpr float kBitsOfLegalForm = 1;
constexpr float kBitsOfNumber = 4;
constexpr float kBitsOfInitials = 5;
constexpr float kBitsOfLetter = 2;

bool is_single_letter(const Word& word) {
  return word.written.size() == 1 && word.role == WordRole::kInitial;
}

void append_key(std::string& key, const Word& word) {
  if (word.script == text::Script::kLatin && !word.readings.empty()) {
    key += word.readings[0];
  } else {
    key += text::to_utf8(word.written);
  }
}

// words[at, at + count) as one.
void put_together(std::vector<Word>& words, std::size_t at, std::size_t count, bool spaced) {
  Word& first = words[at];
  for (std::size_t i = at + 1; i < at + count; ++i) {
    if (spaced) first.written += U' ';
    first.written += words[i].written;
    if (!first.readings.empty() && !words[i].readings.empty()) first.readings[0] += words[i].readings[0];
  }
  if (first.readings.size() > 1) first.readings.resize(1);
  if (count > 1) {
    first.sounds.clear();
    if (!first.readings.empty()) first.sounds.push_back(fold_sound(first.readings[0]));
  }
  const auto from = words.begin() + static_cast<std::ptrdiff_t>(at) + 1;
  words.erase(from, from + static_cast<std::ptrdiff_t>(count) - 1);
}

void apply(Word& word, const Term& term) {
  word.nicknames.clear();
  word.meaning = term.meaning;
  word.place = term.kind == TermKind::kPlace;
  word.loose = term.loose;
  word.number = term.number;
  switch (term.kind) {
    case TermKind::kLegalForm:
      word.role = WordRole::kLegalForm;
      word.bits = kBitsOfLegalForm;
      return;
    case TermKind::kNumber:
      word.role = WordRole::kNumber;
      word.bits = kBitsOfNumber;
      return;
    case TermKind::kWord:
    case TermKind::kPlace:
      word.role = WordRole::kName;
      word.bits = word.readings.empty() ? kBitsOfNumber : organisation_bits(word.readings[0]);
  }
}

// "forty four", "fourty-four" after their terms were marked: one number.
void add_units(std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool tens = words[i].number >= 20 && words[i].number < 100 && words[i].number % 10 == 0;
    const bool spelled = text::is_letter(words[i].written[0]) && text::is_letter(words[i + 1].written[0]);
    if (!tens || !spelled || words[i + 1].number < 1 || words[i + 1].number > 9) continue;
    const std::int32_t sum = words[i].number + words[i + 1].number;
    put_together(words, i, 2, true);
    words[i].number = sum;
  }
}

// Letters that stand alone, one after the other: "A.B.C.", "J. P.", "C G".
void join_letters(std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t end = i;
    while (end < words.size() && is_single_letter(words[end]) && (end == i || !words[end].after_and)) ++end;
    if (end - i < 2) continue;
    put_together(words, i, end - i, false);
    words[i].role = WordRole::kName;
    words[i].bits = kBitsOfInitials;
  }
}

void mark_roman(Word& word) {
  if (word.role != WordRole::kName && word.role != WordRole::kInitial) return;
  if (word.script != text::Script::kLatin || word.meaning != 0 || word.readings.empty()) return;
  const std::int32_t number = roman_number(word.readings[0]);
  if (number < 0) return;
  word.role = WordRole::kNumber;
  word.number = number;
  word.bits = kBitsOfNumber;
}

bool is_joining_word(const Word& word) {
  static constexpr std::string_view kWords[] = {"the", "and", "of", "for", "in", "und", "et",  "an", "fur",
                                                "und", "e",   "y",  "on",  "at", "by",  "och", "og"};
  return !word.readings.empty() && std::ranges::find(kWords, word.readings[0]) != std::end(kWords);
}

void set_plain_word(Word& word) {
  if (is_joining_word(word)) word.role = WordRole::kParticle;
  if (word.role == WordRole::kTitle) word.role = WordRole::kName;
  word.patronymic = word.after_bin = false;
  word.nicknames.clear();
  if (word.role == WordRole::kName && !word.readings.empty()) word.bits = organisation_bits(word.readings[0]);
}

// Letters of a longer row ("N.A.B.C.") are no term by themselves; a short legal form stands first or last.
bool fits(std::span<const Word> words, std::size_t at, const FoundTerm& found) {
  const std::size_t end = at + found.words;
  const bool number = found.term.kind == TermKind::kNumber;
  if (number || found.words == 0) return number;
  if (found.words == words.size()) return false;
  const bool letters = std::ranges::all_of(words.subspan(at, found.words), is_single_letter);
  const bool goes_on = (at > 0 && words[at].after_stop && is_single_letter(words[at - 1])) ||
                       (end < words.size() && words[end].after_stop && is_single_letter(words[end]));
  if (letters && goes_on) return false;
  if (found.term.kind != TermKind::kLegalForm || found.term.strong || at == 0 || end == words.size())
    return true;
  const FoundTerm next = term_at(words, end);
  return next.words > 0 && next.term.kind == TermKind::kLegalForm;
}

// "Volvo AB", "Nordwind AG": capitals at the end of a name that is not all capitals, or "S.A." with its
// stops.
bool is_form_by_capitals(std::span<const Word> words, std::size_t at, const FoundTerm& found) {
  if (found.term.kind != TermKind::kLegalForm || at == 0 || at + found.words != words.size()) return false;
  if (found.words > 1) return words.back().after_stop;
  return words[at].capitals &&
         std::ranges::any_of(words.first(at), [](const Word& w) { return !w.capitals; });
}

}  // namespace

FoundTerm term_at(std::span<const Word> words, std::size_t at) {
  FoundTerm found;
  std::string key;
  const std::size_t last = std::min(words.size(), at + kMostWordsOfTerm);
  for (std::size_t end = at; end < last; ++end) {
    if (words[end].number >= 0 && words[end].role == WordRole::kNumber) break;
    append_key(key, words[end]);
    const TermLookup looked = look_up_term(key);
    if (looked.term != nullptr) found = {end - at + 1, *looked.term};
    if (!looked.opens_longer) break;
  }
  return found;
}

AttachedForm attached_legal_form(std::u32string_view word) {
  AttachedForm out;
  const text::Script script = text::script_of(word.empty() ? U' ' : word[0]);
  if (script != text::Script::kHan && script != text::Script::kHangul && script != text::Script::kKana)
    return out;
  for (std::size_t size = word.size() - 1; size >= 2; --size) {
    const auto is_form = [](std::u32string_view piece) {
      const Term* term = look_up_term(text::to_utf8(piece)).term;
      return term != nullptr && term->kind == TermKind::kLegalForm;
    };
    if (size > 12) continue;
    if (out.at_end == 0 && is_form(word.substr(word.size() - size))) out.at_end = size;
    if (out.at_start == 0 && is_form(word.substr(0, size))) out.at_start = size;
  }
  return out;
}

std::int32_t roman_number(std::string_view letters) {
  static constexpr std::array<std::string_view, 9> kUnits = {"i",  "ii",  "iii",  "iv", "v",
                                                             "vi", "vii", "viii", "ix"};
  std::int32_t tens = 0;
  while (letters.starts_with('x') && tens < 30) {
    letters.remove_prefix(1);
    tens += 10;
  }
  if (letters.empty()) return tens > 0 ? tens : -1;
  const auto unit = std::ranges::find(kUnits, letters);
  if (unit == kUnits.end()) return -1;
  return tens + static_cast<std::int32_t>(unit - kUnits.begin()) + 1;
}

bool names_organisation(std::span<const Word> words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const FoundTerm found = term_at(words, at);
    if (found.words == 0) continue;
    const bool tells = found.term.kind == TermKind::kLegalForm || found.term.kind == TermKind::kWord;
    const bool strong = found.term.strong || is_form_by_capitals(words, at, found);
    if (tells && strong && words.size() > found.words) return true;
    at += found.words - 1;
  }
  return false;
}

void mark_organisation(std::vector<Word>& words) {
  for (Word& word : words) set_plain_word(word);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const FoundTerm found = term_at(words, at);
    if (!fits(words, at, found)) continue;
    put_together(words, at, found.words, true);
    apply(words[at], found.term);
  }
  add_units(words);
  join_letters(words);
  for (std::size_t i = 1; i < words.size(); ++i) mark_roman(words[i]);
  for (Word& word : words) {
    if (word.role != WordRole::kInitial) continue;
    word.role = WordRole::kName;
    word.bits = kBitsOfLetter;
  }
}

void mark_person(std::vector<Word>& words) {
  for (std::size_t at = 1; at < words.size() && words.size() > 2; ++at) {
    Word& word = words[at];
    if (word.readings.empty()) continue;
    const std::string& letters = word.readings[0];
    const std::int32_t roman = letters.size() >= 2 ? roman_number(letters) : -1;
    const bool last = at + 1 == words.size();
    if (letters == "jr" || letters == "junior") word.number = 2;
    if (letters == "sr" || letters == "senior") word.number = 1;
    const bool only_roman =
        letters == "ii" || letters == "iii" || letters == "iv";  // "vi" and "ix" may be names
    if ((last || only_roman) && roman > 0 && roman < 10) word.number = roman;
    if (word.number < 0) continue;
    word.role = WordRole::kGeneration;
    word.bits = 1;
  }
  for (std::size_t at = 1; at < words.size(); ++at) {
    const FoundTerm found = term_at(words, at);
    if (found.words == 0 || found.term.kind != TermKind::kLegalForm || !found.term.strong) continue;
    put_together(words, at, found.words, true);
    apply(words[at], found.term);
  }
}

}  // namespace muster::names
