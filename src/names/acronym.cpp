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

enum class Kind : std::uint8_t { kPlain, kJoining, kForm };

struct Unit {
  std::string letters;
};

Kind kind_of(std::string_view word) {
  if (joins_words(word)) return Kind::kJoining;
  const Term* term = look_up_term(word).term;
  return term != nullptr && term->kind == TermKind::kLegalForm ? Kind::kForm : Kind::kPlain;
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

// "S.A. de C.V." at the end of a name: taken off the words.
std::string take_spelled_form(std::vector<Unit>& words) {
  for (std::size_t from = 1; from < words.size(); ++from) {
    if (words[from].letters.size() > 1) continue;
    std::string letters;
    for (std::size_t i = from; i < words.size() && letters.size() <= kMostLetters; ++i)
      letters += words[i].letters;
    const Term* term = look_up_term(letters).term;
    if (term == nullptr || term->kind != TermKind::kLegalForm) continue;
    words.resize(from);
    return letters;
  }
  return {};
}

}  // namespace

bool joins_words(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords = {
      "and", "the", "of", "for", "in", "on",  "y",  "e",  "de", "del", "la",  "las",
      "los", "el",  "du", "des", "le", "les", "et", "da", "do", "dos", "und", "para"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool tells_of_body(std::string_view word) {
  if (word == "of" || word == "for") return true;
  const Term* term = look_up_term(word).term;
  return term != nullptr && term->kind != TermKind::kNumber;
}

std::vector<std::string> acronyms_of(std::string_view name) {
  std::vector<Unit> words = units(name);
  if (words.size() < kFewestLetters) return {};
  std::string form = take_spelled_form(words);
  bool body = !form.empty();
  std::string names;         // the initials of words that name
  std::string with_forms;    // and of legal forms
  std::string with_joining;  // or of joining words
  for (const Unit& word : words) {
    body = body || tells_of_body(word.letters);
    const Kind kind = kind_of(word.letters);
    if (kind == Kind::kForm && (form.empty() || word.letters.starts_with("co"))) form = word.letters;
    if (kind == Kind::kPlain) names += word.letters[0];
    if (kind != Kind::kJoining) with_forms += word.letters[0];
    if (kind != Kind::kForm) with_joining += word.letters[0];
  }
  std::vector<std::string> out;
  if (!body) return out;
  add(out, names);
  add(out, with_forms);
  add(out, with_joining);
  if (form.empty()) return out;
  add(out, names + form[0]);
  add(out, names + form.substr(0, 2));
  add(out, with_joining + form.substr(0, 2));
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
