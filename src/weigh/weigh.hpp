// What the documents of a case say about each other: agreement, conflict, copying, credit, counts checked
// against lists. Every finding names its rule, quotes the exact words and says what was not checked.
//
// No finding is a judgement of truth: a conflict says that two statements cannot both hold of one thing, a
// copy that two texts share what two writers do not write alike by chance. Dependence is told of pairs only,
// never carried from pair to pair.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/extraction.hpp"
#include "model/finding.hpp"

namespace muster::weigh {

// One document with what was extracted from it. Both pointers are set and outlive the call.
struct Source {
  model::DocumentId id = 0;
  const model::Document* document = nullptr;
  const model::Extraction* extraction = nullptr;
};

// A list that was counted: rows as they stand, people after doubles were joined.
struct CountedList {
  model::Anchor anchor;
  std::string name;  // "roster.xlsx, sheet List"
  std::size_t rows = 0;
  std::size_t people = 0;
  std::size_t undecided = 0;  // pairs of rows that may be one person
  std::string counted;        // what it lists: "people", "names"
};

[[nodiscard]] std::vector<model::Finding> weigh(std::span<const Source> sources,
                                                std::span<const CountedList> lists);

struct Event {
  std::string value;      // EDTF
  std::string precision;  // day, month, year, time, open, unknown year
  std::string lane;       // happened, reported, listed
  model::Anchor anchor;   // the date's words; an empty span at 0 for a document's own date
  model::Span sentence;
};

// What happened and when it was reported, oldest first; values without a year come last.
[[nodiscard]] std::vector<Event> timeline(std::span<const Source> sources);

}  // namespace muster::weigh
