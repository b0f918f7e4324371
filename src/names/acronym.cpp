#include "names/acronym.hpp"

#include <algorithm>
#include <array>

#include "names/index_format.hpp"
#include "names/index_words.hpp"
#include "names/organisation_terms.hpp"

namespace muster::names {
namespace {

constexpr std::size_t kFewestLetters = 3;
constexpr std::size_t kMostLetters = 8;

enum class Kind : std::uint8_t { kPlain, kJoining, kForm, kOrganisation };

struct Unit {
  std::string letters;
  Kind kind = Kind::kPlain;
};

bool joins(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords = {
      "and", "the", "of", "for", "in", "on",  "y",  "e",  "de", "del", "la",  "las",
      "los", "el",  "du", "des", "le", "les", "et", "da", "do", "dos", "und", "para"};
  return std::ranges::find(kWords, word) != kWords.end();
}

// Words that only names of things hold, not names of people.
bool tells_of_thing(std::string_view word) {
  return word == "of" || word == "for" || word == "the" || word == "and";
}

Kind kind_of(std::string_view word) {
  if (joins(word)) return Kind::kJoining;
  const Term* term = look_up_term(word).term;
  if (term == nullptr) return Kind::kPlain;
  if (term->kind == TermKind::kLegalForm) return Kind::kForm;
  return term->kind == TermKind::kWord && term->strong ? Kind::kOrganisation : Kind::kPlain;
}

// Empty: not all in letters of ASCII.
std::vector<Unit> units(std::string_view name) {
  std::vector<Unit> out;
  for (const std::string_view unit : units_of(name)) {
    std::string letters;
    for (const char c : unit) {
      const bool capital = c >= 'A' && c <= 'Z';
      if (static_cast<unsigned char>(c) >= 0x80) return {};
      if (capital || (c >= 'a' && c <= 'z')) letters += static_cast<char>(capital ? c - 'A' + 'a' : c);
    }
    if (!letters.empty()) out.push_back({std::move(letters)});
  }
  return out;
}

void add(std::vector<std::string>& to, std::string letters) {
  if (letters.size() < kFewestLetters || letters.size() > kMostLetters) return;
  if (std::ranges::find(to, letters) == to.end()) to.push_back(std::move(letters));
}

std::uint32_t number_of(std::string_view letters) {
  return static_cast<std::uint32_t>(checksum_of("initials " + std::string(letters)));
}

}  // namespace

std::vector<std::string> acronyms_of(std::string_view name) {
  std::vector<Unit> words = units(name);
  if (words.size() < kFewestLetters) return {};
  bool thing = false;
  for (Unit& word : words) {
    word.kind = kind_of(word.letters);
    thing =
        thing || word.kind == Kind::kForm || word.kind == Kind::kOrganisation || tells_of_thing(word.letters);
  }
  if (!thing) return {};
  std::string all;
  std::string without_forms;
  bool company = false;
  for (const Unit& word : words) {
    if (word.kind == Kind::kJoining) continue;
    all += word.letters[0];
    if (word.kind == Kind::kForm) {
      company = company || word.letters.starts_with("co");
    } else {
      without_forms += word.letters[0];
    }
  }
  std::vector<std::string> out;
  add(out, all);
  add(out, without_forms);
  if (company) {
    add(out, without_forms + "c");
    add(out, without_forms + "co");
  }
  return out;
}

std::vector<std::uint32_t> acronym_numbers(std::string_view name) {
  std::vector<std::uint32_t> out;
  for (const std::string& letters : acronyms_of(name)) out.push_back(number_of(letters));
  return out;
}

std::vector<std::uint32_t> number_of_acronym(std::string_view name) {
  std::string whole;
  const std::vector<Unit> words = units(name);
  const bool apart = std::ranges::all_of(words, [](const Unit& w) { return w.letters.size() == 1; });
  for (const Unit& word : words) {  // "A.B.C." is a word too
    const bool form = !whole.empty() && !apart && kind_of(word.letters) == Kind::kForm;
    if (!form && !whole.empty() && !apart) return {};
    if (!form) whole += word.letters;
  }
  if (whole.size() < kFewestLetters || whole.size() > kMostLetters) return {};
  return {number_of(whole)};
}

}  // namespace muster::names
