// Claims in reading order: document by document, each claim followed by the claims nested in it.
#pragma once

#include <vector>

#include "report/brief.hpp"

namespace muster::report {

struct PlacedClaim {
  const BriefClaim* claim = nullptr;
  int depth = 0;  // 0: not nested
};

struct DocumentClaims {
  model::DocumentId document = 0;
  std::vector<PlacedClaim> claims;
};

// Documents in the order of their first claim. A parent that is missing, in another document, or (in a broken
// brief) its own descendant is treated as none; every claim comes out once.
[[nodiscard]] std::vector<DocumentClaims> claims_by_document(const std::vector<BriefClaim>& claims);

struct SpeakerCount {
  std::string_view speaker;  // empty: all whom nothing names, the described ones among them
  std::size_t claims = 0;
};

// Most claims first.
[[nodiscard]] std::vector<SpeakerCount> speakers_of(const std::vector<BriefClaim>& claims);

}  // namespace muster::report
