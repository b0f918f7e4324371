// Names of an index that share near words with a query, the most promising first.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "names/index_view.hpp"
#include "names/near_words.hpp"

namespace muster::names {

struct Candidate {
  std::uint32_t name = 0;
  std::uint32_t id = 0;  // as of IndexRecord
  float score = 0;       // about the bits that compare gives, counted on word numbers alone
  std::string_view text;
};

// Hands out candidates best first, ties in the index's order; counts no more of them than are asked for. The
// index and the query must outlive it.
class CandidateQueue {
 public:
  CandidateQueue(const IndexView& index, const QueryWords& query);
  ~CandidateQueue();
  CandidateQueue(const CandidateQueue&) = delete;
  CandidateQueue& operator=(const CandidateQueue&) = delete;

  [[nodiscard]] std::optional<Candidate> next();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace muster::names
