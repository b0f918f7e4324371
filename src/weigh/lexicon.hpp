// What words mean to weighing: what a number counts, what happened, whose, a list, a verb of saying. The
// facts are data/weigh/concepts.tsv; words of three languages share a concept, so "captured" and "взяты в
// плен" can meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace muster::weigh {

enum class ConceptKind : std::uint8_t {
  kCounted,
  kEvent,
  kNation,
  kList,
  kHolds,
  kPartOf,
  kTotal,
  kSpeech,
  kCredit,
  kCorrection,
  kFurniture,
};

struct Concept {
  ConceptKind kind = ConceptKind::kCounted;
  std::string name;   // "people", "captured"
  std::string scope;  // counted: "any", "fighters"; event: "roll", "often"; empty else
};

class Lexicon {
 public:
  // The embedded tables, parsed once.
  [[nodiscard]] static const Lexicon& built_in();
  [[nodiscard]] static Lexicon parse(std::string_view concepts, std::string_view function_words);

  // Every concept that a word (lower case) has, at most one of a kind.
  [[nodiscard]] std::vector<const Concept*> concepts_of(std::string_view word) const;
  [[nodiscard]] bool is_function_word(std::string_view word) const;

 private:
  void add_line(std::string_view line);

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> whole_;   // word -> concepts_
  std::unordered_map<std::string, std::vector<std::uint32_t>> prefix_;  // from "captur*"
  std::unordered_set<std::string> function_words_;
};

}  // namespace muster::weigh
