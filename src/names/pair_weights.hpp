// The weights of name comparison (data/names/pair_weights.tsv, made by tools/fit_name_pairs.cpp): bits, log2
// of a likelihood ratio, unless said otherwise.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace muster::names {

enum Weight : std::size_t {
  kRarity,         // of the bits of a word that both names hold: how many count
  kOtherSpelling,  // lost by a word spelled otherwise
  kShortFormLoss,  // lost by a short form
  kInitialBits,    // an initial that opens the other's word
  kIdentical,      // both names written alike
  kMissingWord,    // lost by a word of a person's name on one side only
  kMissingPart,    // what is known of one side only, as a share of all: lost for all of it
  kMissingMost,    // at most, for a person's name of which half is known of one side only; twice that for a
                   // third
  kOneWordMost,    // one word of a person's name against several: at most
  kAgreeMost,      // what words that agree are worth at most where others do not
  kNearStart,      // what a pair with words that are near or contradict starts from
  kNearEdit,       // lost for each edit
  kNearShare,      // lost for edits as a share of the letters
  kNearFirst,      // lost where the first letter differs
  kNearAlone,      // lost where the near word is the only one that agrees
  kNearKnown,      // lost where both near words are names that many bear
  kContradiction,  // lost by a person's word that contradicts
  kOtherFather,    // lost by a patronymic that contradicts
  kOtherInitial,   // lost by an initial that opens no word
  kMissingOrganisation,  // lost by a word of an organisation's name on one side only
  kMissingPlace,         // lost by a country on one side only
  kOtherWord,            // lost by a word of an organisation's name that contradicts
  kMissingNumber,
  kOtherNumber,
  kOtherForm,  // lost by another legal form
  kMissingForm,
  kAcronymLetter,  // each letter of an acronym of an organisation's words
  kUnreadable,     // share of a contradiction where a script's reading is a guess
  kWeights
};

struct PairWeights {
  std::array<double, kWeights> value{};
  double operator[](Weight weight) const { return value[weight]; }
};

// Of all weights, in the order of Weight: the words of the table.
[[nodiscard]] std::string_view weight_name(std::size_t weight);

[[nodiscard]] PairWeights parse_weights(std::string_view table);
[[nodiscard]] const PairWeights& pair_weights();  // those of the table in the binary

class Name;

// compare_bits() of names/compare.hpp with other weights: for the tool that fits them.
[[nodiscard]] double compare_bits(const Name& a, const Name& b, const PairWeights& weights);

}  // namespace muster::names
