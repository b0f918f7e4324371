// Words and orders that brief_html and brief_text share, so that the page and the terminal say the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/brief.hpp"

namespace muster::report {

// "1 row", "5,000 rows"; `many` is `one` with s unless told.
[[nodiscard]] std::string count_of(std::size_t count, std::string_view one, std::string_view many = {});

// "5,000"
[[nodiscard]] std::string grouped(std::size_t count);

// "97.3%"; never "100%" or "0%" (">99.9%", "<0.1%"), "not known" for no number.
[[nodiscard]] std::string percent(double probability);

// "64 rows, 61 people; 3 pairs undecided, so there may be fewer"
[[nodiscard]] std::string people_of(const BriefList& list);

// "direct quotation", "partly quoted", "in the reporter's words"
[[nodiscard]] std::string_view manner(model::ClaimKind kind);

// "Conflicts", "Copies" ... and one sentence on what it means.
[[nodiscard]] std::string_view heading_of(model::FindingKind kind);
[[nodiscard]] std::string_view meaning_of(model::FindingKind kind);

// What a reader must look into, or has been told: conflicts, corrections, counts before copies and shared
// roots.
[[nodiscard]] int urgency(model::FindingKind kind);  // from 0, the most urgent first
[[nodiscard]] bool is_urgent(model::FindingKind kind);
[[nodiscard]] std::vector<const BriefFinding*> by_urgency(const std::vector<BriefFinding>& findings);

// Splits "name: A = B: +9.3 bits" into "name: A = B" and "+9.3 bits"; the second is empty where no bits
// stand.
struct Reason {
  std::string_view text;
  std::string_view bits;
};
[[nodiscard]] Reason split_reason(std::string_view why);

// The candidate that was chosen; nullptr: undecided.
[[nodiscard]] const model::PlaceCandidate* chosen_of(const BriefPlace& place);

// The key figures of a brief, counted once.
struct Figures {
  std::size_t rows = 0, people = 0;
  std::size_t undecided_pairs = 0, sure_pairs = 0;
  std::size_t linked_papers = 0, undecided_papers = 0, unlisted_papers = 0;
  std::size_t impossible_dates = 0, doubtful_dates = 0;
  std::size_t conflicts = 0;
  std::size_t decided_places = 0, undecided_places = 0;
  std::size_t problems = 0;  // of the case and of its documents
};
[[nodiscard]] Figures figures_of(const Brief& brief);

// Finds documents by id. Keeps pointers into the brief, which must outlive it.
class Documents {
 public:
  explicit Documents(const Brief& brief);
  [[nodiscard]] const BriefDocument* find(model::DocumentId id) const;
  [[nodiscard]] std::string_view name(
      model::DocumentId id) const;  // "document 7" is not invented: "unknown file"
  [[nodiscard]] std::string_view language(model::DocumentId id) const;  // "" where not known

 private:
  std::unordered_map<model::DocumentId, const BriefDocument*> by_id_;
};

}  // namespace muster::report
