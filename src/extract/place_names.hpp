// What places a name may mean, in any of the scripts and cases that a text writes it in. Remembers the
// answers for one document, since names come back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/extraction.hpp"

namespace muster::extract {

class PlaceNames {
 public:
  // `language`: the document's; decides how Cyrillic is romanised.
  explicit PlaceNames(std::string language) : language_(std::move(language)) {}

  // Candidates, most populous first; `probability` holds the population. Lower-case name, words parted by
  // spaces.
  [[nodiscard]] const std::vector<model::PlaceCandidate>& country(const std::string& name);
  [[nodiscard]] const std::vector<model::PlaceCandidate>& region(const std::string& name);
  [[nodiscard]] const std::vector<model::PlaceCandidate>& settlement(const std::string& name);
  // The country whose adjective this is: its code, or "".
  [[nodiscard]] const std::string& adjective(const std::string& word);

 private:
  using Candidates = std::vector<model::PlaceCandidate>;
  [[nodiscard]] Candidates find_settlement(const std::string& name) const;
  std::string language_;
  std::unordered_map<std::string, Candidates> countries_, regions_, settlements_;
  std::unordered_map<std::string, std::string> adjectives_;
};

// "тарасівка" in Latin: by the Ukrainian standard or the usual Russian spelling.
[[nodiscard]] std::string romanise_place(std::string_view cyrillic, bool ukrainian);

}  // namespace muster::extract
