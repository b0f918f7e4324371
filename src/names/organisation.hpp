// Names of organisations: which of their words are legal forms (GmbH, ООО, Sdn Bhd), countries, numbers (II,
// Second) or words that many organisations bear in many languages (Bank, banco, банк).
//
// The tables spell a term without spaces; words of a name are run together before they are looked up, so
// "L. L. C.", "l.l.c." and "LLC" are one, and so are "limited liability company" and its parts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "names/parts.hpp"

namespace muster::names {

enum class TermKind : std::uint8_t { kLegalForm, kWord, kPlace, kNumber };

struct Term {
  TermKind kind = TermKind::kWord;
  bool strong = false;        // makes a name an organisation's by itself
  std::uint16_t meaning = 0;  // 1 and up; one numbering for all kinds
  std::int32_t number = -1;
  bool loose = false;  // see Word
};

struct FoundTerm {
  std::size_t words = 0;  // how many words it takes; 0: none
  Term term;
};

// The longest term that words[at, ...) begin with.
[[nodiscard]] FoundTerm term_at(std::span<const Word> words, std::size_t at);

// A legal form that Hanzi, Kana or Hangul are written together with: its length in code points at the end of
// the word, or at the beginning; 0 for none.
struct AttachedForm {
  std::size_t at_end = 0;
  std::size_t at_start = 0;
};
[[nodiscard]] AttachedForm attached_legal_form(std::u32string_view word);

// 1 to 39 as lower-case Roman numerals; -1 for other words.
[[nodiscard]] std::int32_t roman_number(std::string_view letters);

// Do the words say that they name an organisation?
[[nodiscard]] bool names_organisation(std::span<const Word> words);

// Words as parts of an organisation's name: terms put together and marked, letters with stops joined
// ("A.B.C." is abc), bits by how many organisations bear the word.
void mark_organisation(std::vector<Word>& words);

// In a person's name: legal forms that somebody put behind it (they tell nothing), Jr and III.
void mark_person(std::vector<Word>& words);

// "bank", "llc", "DE": what `meaning` stands for.
[[nodiscard]] std::string_view meaning_name(std::uint16_t meaning);

}  // namespace muster::names
