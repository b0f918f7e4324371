#include "engine/quoting.hpp"

#include <algorithm>

namespace muster::engine {
namespace {

using model::DocumentId;
using model::Span;

// The cells of the row that `cell` stands in.
Span row_of(const model::Document& document, const model::Part& cell) {
  const auto same_row = [&](const model::Part& part) {
    return part.kind == model::PartKind::kCell && part.sheet == cell.sheet && part.row == cell.row;
  };
  const model::Part* first = &cell;
  const model::Part* last = &cell;
  while (first > document.parts.data() && same_row(first[-1])) --first;
  while (last + 1 < document.parts.data() + document.parts.size() && same_row(last[1])) ++last;
  return {first->span.begin, last->span.end};
}

}  // namespace

CaseView::Index::Index(const model::Document& document)
    : codepoints(document.text),
      sentences(text::split_sentences(document.text, text::tokenise(document.text))) {}

base::Result<CaseView> CaseView::load(const store::Case& from) {
  const auto stored = from.documents();
  if (!stored) return std::unexpected(stored.error());
  CaseView view;
  for (const auto& entry : *stored) {
    if (entry.superseded) continue;
    auto whole = from.load(entry.id);
    if (!whole) return std::unexpected(whole.error());
    auto extraction = from.extraction(entry.id);
    if (!extraction) return std::unexpected(extraction.error());
    view.by_id_[entry.id] = view.documents_.size();
    view.documents_.push_back({entry.id, std::move(whole->document), std::move(*extraction)});
  }
  return view;
}

const CaseDocument& CaseView::at(DocumentId id) const {
  return documents_.at(by_id_.at(id));
}

const CaseView::Index& CaseView::index_of(const CaseDocument& document) const {
  auto& index = indexes_[document.id];
  if (!index) index = std::make_unique<Index>(document.document);
  return *index;
}

Span CaseView::context(DocumentId id, Span span) const {
  const CaseDocument& holder = at(id);
  const model::Part* part = part_at(holder.document, span);
  if (part != nullptr && part->kind == model::PartKind::kCell) {
    const Span row = row_of(holder.document, *part);
    return {row.begin, std::max(row.end, span.end)};  // a title and a header span several rows
  }
  if (part != nullptr && part->kind == model::PartKind::kMachineReadable) return part->span;
  const auto& sentences = index_of(holder).sentences;
  const auto after = std::ranges::upper_bound(sentences, span.begin, {}, &text::Sentence::begin);
  Span around = span;
  if (after != sentences.begin()) around.begin = std::min(around.begin, std::prev(after)->begin);
  for (auto s = after == sentences.begin() ? after : std::prev(after);
       s != sentences.end() && s->begin < span.end; ++s) {
    around.end = std::max(around.end, s->end);
  }
  return around;
}

report::Quote CaseView::quote(DocumentId id, Span span) const {
  const CaseDocument& holder = at(id);
  const auto& codepoints = index_of(holder).codepoints;
  const Span around = context(id, span);
  return {id,
          codepoints.codepoint_at(span.begin),
          codepoints.codepoint_at(span.end),
          std::string(text_at(holder.document, span)),
          place_in(holder.document, span),
          std::string(text_at(holder.document, around)),
          codepoints.codepoint_at(around.begin)};
}

}  // namespace muster::engine
