// Who is who: records of people from tables, identity papers and reports, compared in pairs and gathered in
// clusters.
//
// Fellegi-Sunter: each field's agreement is worth some bits (data/resolve/weights.tsv; names by
// names::compare), added to the odds before anything was seen, which follow from the sizes of the lists.
// "same" from 0.95, "different" up to 0.05, "unsure" between; unsure is never merged. Where one record fits
// several people of one list, they share the probability. A person's judgement overrides the program's. Two
// records with contradictory birth dates never come into one cluster through a third.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/finding.hpp"

namespace muster::resolve {

// One row of a table, one identity paper, or one name in a report.
struct PersonRecord {
  std::string id;                  // entity id, unique
  std::string source;              // holds a person once at most: "list 1"; each paper is its own source
  std::vector<std::string> names;  // of one person, in any scripts, nominative
  std::string birth_date;   // EDTF, may be partial or empty; a date that does not exist counts as empty
  std::string sex;          // M, F or empty; anything else is ignored
  std::string nationality;  // compared only where both are codes of three letters
  std::string passport_number;
  std::vector<std::string> other_dates =
      {};                   // contract dates and the like: no evidence on who somebody is, not compared
  bool only_named = false;  // a name in a report, of whom nothing but the name can be known
};

struct Resolution {
  // Pairs with a probability of kLeastProbability or more, and all judged ones; best first, then by ids. left
  // < right.
  std::vector<model::Link> links;
  // Ids of one person, sorted; only clusters of two or more. A record that was not merged stands in none.
  std::vector<std::vector<std::string>> clusters;
};

constexpr double kLeastProbability = 0.02;

// The same for every order of `records`. Of several judgements on a pair the last one counts.
[[nodiscard]] Resolution resolve(std::span<const PersonRecord> records,
                                 std::span<const model::Judgement> judgements);

}  // namespace muster::resolve
