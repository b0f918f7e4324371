// A number bound to what it counts, to what happened and to its scope: only numbers that are bound alike can
// agree or conflict. "Two captured" and "six in battle" are two events; 13 passports and 168 names two kinds
// of things.
#pragma once

#include <string>
#include <vector>

#include "model/extraction.hpp"
#include "weigh/reading.hpp"

namespace muster::weigh {

struct Count {
  std::uint32_t reading = 0;
  std::uint32_t sentence = 0;
  const model::Quantity* quantity = nullptr;
  model::Span words;                // number and what it counts: "more than 50 foreign nationals"
  std::string counted;              // class of the lexicon: "people"; empty: not in it
  std::string scope;                // "any", "fighters"
  Key head = 0;                     // what is counted, where the lexicon has no class
  std::vector<Key> nations;         // "Chinese", sorted
  std::vector<Key> modifiers;       // other words before the head, sorted
  std::vector<std::string> events;  // "captured", sorted
  std::vector<Key> places;          // names of places in the sentence, sorted
  std::vector<std::string> days;    // days in the sentence, sorted
  std::vector<Key> context;         // meanings of the sentence without the count itself, sorted
  bool roll = false;                // what happened is what lists of people record: "signed", "joined"
  bool often = false;               // what happened happens again and again: "shelled"
  bool of_list = false;             // how many a list holds: "the roster lists 64 names"
  bool part = false;                // a share of something: "six of the men"
  bool total = false;               // over a time or in all: "since May"
  bool denied = false;
  std::string speaker;  // empty: the document's own voice
};

// The finite counts of things in every prose document; sums of money, percentages and measures are left out.
[[nodiscard]] std::vector<Count> bound_counts(const Case& whole);

[[nodiscard]] bool is_open(const model::Quantity& quantity);  // "more than 50"
[[nodiscard]] bool ranges_meet(const model::Quantity& left, const model::Quantity& right);
[[nodiscard]] bool same_range(const model::Quantity& left, const model::Quantity& right);
// Does `inner` lie within `outer`, and say more than it?
[[nodiscard]] bool is_narrower(const model::Quantity& inner, const model::Quantity& outer);

// "wire.txt says \"66 names\" (Border Service)"
[[nodiscard]] std::string says(const Case& whole, const Count& count);

}  // namespace muster::weigh
