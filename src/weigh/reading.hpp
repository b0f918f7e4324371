// A case made ready for weighing: every prose document as words with keys that can be compared across
// documents, and how rare each key is. Built once; all rules read it.
//
// A word has two keys. `stem` meets where two texts use the same word (copying); `meaning` meets where they
// say the same thing: a concept of the lexicon, a name's consonants, a number's value, and else the stem.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/extraction.hpp"
#include "text/tokens.hpp"
#include "weigh/lexicon.hpp"
#include "weigh/weigh.hpp"

namespace muster::weigh {

using Key = std::uint32_t;

struct Word {
  std::uint32_t begin = 0;  // bytes of the document's text
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  Key stem = 0;
  Key meaning = 0;
  Key sound = 0;  // the consonants, for names across scripts
  text::Script script = text::Script::kNone;
  const std::vector<const Concept*>* concepts = nullptr;
  bool function = false;  // "the", "и"
  bool number = false;
  bool name = false;    // written with a capital, and not for standing first
  bool quoted = false;  // inside quotation marks that hold four words or more
  bool dated = false;   // part of a date
  bool breaks = false;  // a mark stands before it: , ; : ( and their kin

  [[nodiscard]] bool telling() const { return !function && !number && !name; }
  [[nodiscard]] const Concept* concept_of(ConceptKind kind) const;
};

struct Sentence {
  std::uint32_t first = 0;  // words [first, last)
  std::uint32_t last = 0;
  model::Span span;
  bool furniture = false;  // "Subscribe to our newsletter"
};

// What extraction found in one sentence.
struct Found {
  std::vector<const model::Claim*> claims;  // whose source, cue or content touches it
  std::vector<const model::DateExpression*> dates;
  std::vector<model::Span> places;
};

struct Reading {
  const Source* source = nullptr;
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<Found> found;  // parallel to sentences

  [[nodiscard]] const model::Document& document() const { return *source->document; }
  // The index of the sentence that holds the byte, or of the last before it.
  [[nodiscard]] std::uint32_t sentence_at(std::uint32_t byte) const;
  // Words [first, last) that lie in the span.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> words_in(model::Span span) const;
  [[nodiscard]] model::Anchor anchor(model::Span span) const { return {source->id, span}; }
};

class Case {
 public:
  explicit Case(std::span<const Source> sources);
  Case(const Case&) = delete;  // words point into it
  Case& operator=(const Case&) = delete;

  std::vector<Reading> readings;  // prose only: no tables, no papers

  // How much it tells that two sentences share this meaning: bits, by the share of sentences that have it.
  [[nodiscard]] double weight(Key meaning) const;
  [[nodiscard]] bool is_name(Key meaning) const;

  // How many names two readings share: do they speak of one matter?
  [[nodiscard]] std::size_t shared_names(std::uint32_t left, std::uint32_t right) const;

  // The words of a name that may not stand in any text, such as a publisher's; function words left out.
  [[nodiscard]] std::vector<Word> words_of(std::string_view name);

 private:
  struct Form {
    Key stem = 0;
    Key concept_key = 0;  // 0: none
    Key name = 0;         // 0: too short to tell
    bool function = false;
    std::vector<const Concept*> concepts;
  };
  const Form& form(std::string_view lowered);
  Key intern(std::string text);
  [[nodiscard]] Word make_word(std::string_view bytes, const text::Token& token, bool first);
  void read(const Source& source);
  void name_numbers(Reading& reading);
  void mark_dates(Reading& reading);
  static void sort_into_sentences(Reading& reading);
  void decide_names();
  void count();

  std::unordered_map<std::string, Form> forms_;
  std::unordered_map<std::string, Key> keys_;
  std::vector<std::uint32_t> sentences_with_;
  std::vector<bool> names_;
  std::vector<std::vector<Key>> names_in_;  // of each reading, sorted
  std::size_t sentences_ = 0;
};

// Is the document running text (and not a table or an identity paper)?
[[nodiscard]] bool is_prose(const model::Document& document);

}  // namespace muster::weigh
