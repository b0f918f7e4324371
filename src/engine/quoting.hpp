// Turns spans into quotes: the exact words, where they stand, and the sentence or row around them.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "model/extraction.hpp"
#include "model/finding.hpp"
#include "report/brief.hpp"
#include "store/case.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace muster::engine {

// A document of the case with all that was found in it. Superseded documents and documents without text are
// no part of the view.
struct CaseDocument {
  model::DocumentId id = 0;
  model::Document document;
  model::Extraction extraction;
};

class CaseView {
 public:
  [[nodiscard]] static base::Result<CaseView> load(const store::Case& from);

  [[nodiscard]] const std::vector<CaseDocument>& documents() const { return documents_; }
  [[nodiscard]] const CaseDocument& at(model::DocumentId id) const;

  [[nodiscard]] report::Quote quote(model::DocumentId id, model::Span span) const;
  // The sentence, or for a cell the row, that holds the span.
  [[nodiscard]] model::Span context(model::DocumentId id, model::Span span) const;

 private:
  struct Index {  // made when a document is first quoted
    explicit Index(const model::Document& document);
    text::CodepointIndex codepoints;
    std::vector<text::Sentence> sentences;
  };
  [[nodiscard]] const Index& index_of(const CaseDocument& document) const;

  std::vector<CaseDocument> documents_;
  std::map<model::DocumentId, std::size_t> by_id_;
  mutable std::map<model::DocumentId, std::unique_ptr<Index>> indexes_;
};

}  // namespace muster::engine
