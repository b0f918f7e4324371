#include "extract/claims.hpp"

#include <algorithm>

#include "extract/attributions.hpp"
#include "extract/speakers.hpp"
#include "extract/stance.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

model::Span span_of(const SpeechText& text, Range range) {
  return text.analysis().span(range.first, range.last - 1);
}

std::vector<model::Span> spans_of(const SpeechText& text, const std::vector<Range>& ranges) {
  std::vector<model::Span> out;
  for (const Range& range : ranges) {
    if (!range.empty()) out.push_back(span_of(text, range));
  }
  std::ranges::sort(out);
  return out;
}

// `it was "checking ..."` says no word of its own outside the quotation.
bool only_leads_in(const SpeechText& text, Range range) {
  if (range.last - range.first > 3) return false;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!text.is(i, kPronoun | kAuxiliary | kThat)) return false;
  }
  return true;
}

model::ClaimKind kind_of(const SpeechText& text, const Draft& draft) {
  bool quoted = false;
  bool plain = false;
  for (const Range& content : draft.content) {
    for (std::uint32_t i = content.first; i < content.last; ++i) {
      const std::int32_t opened = text.quote_opened_at(i);
      if (opened < 0) continue;
      quoted = true;
      plain |= i > content.first && !only_leads_in(text, {content.first, i});
      const std::uint32_t end = std::min(content.last, text.quote(opened).end);
      plain |= end < content.last && text.is_word(end);
      i = std::max(i, end - 1);
    }
    plain |= !quoted;
  }
  const std::uint32_t first = draft.content.front().first;
  const bool dialogue = first > 0 && text.is_dash(first - 1) && text.token(first - 1).line_before;
  if (!quoted) return dialogue ? model::ClaimKind::kDirect : model::ClaimKind::kIndirect;
  return plain ? model::ClaimKind::kMixed : model::ClaimKind::kDirect;
}

// The claim whose content holds the word that says; the nearest few before and after are looked at, which
// keeps this linear: a parent's attribution stands in the same sentence or a quotation around it.
std::int32_t parent_of(const SpeechText& text, const std::vector<Draft>& drafts, std::size_t child,
                       const std::vector<std::int32_t>& owner_of_quote) {
  constexpr std::size_t kNear = 6;
  std::int32_t best = -1;
  std::uint32_t best_size = UINT32_MAX;
  const auto consider = [&](std::size_t i) {
    if (i == child || drafts[i].from_before || drafts[i].head == drafts[child].head) return;
    for (const Range& range : drafts[i].content) {
      const bool inside = range.first <= drafts[child].head && drafts[child].head < range.last;
      if (!inside || range.last - range.first >= best_size || holds(drafts[child].content, drafts[i].head))
        continue;
      best = static_cast<std::int32_t>(i);
      best_size = range.last - range.first;
    }
  };
  for (std::size_t i = child > kNear ? child - kNear : 0; i < std::min(drafts.size(), child + kNear + 1); ++i)
    consider(i);
  std::int32_t q = text.quote_of(drafts[child].head);
  for (int climb = 0; climb < 4 && q >= 0; ++climb, q = text.quote(q).parent) {
    if (const std::int32_t owner = owner_of_quote[static_cast<std::size_t>(q)]; owner >= 0)
      consider(static_cast<std::size_t>(owner));
  }
  return best;
}

void set_parents(const SpeechText& text, const std::vector<Draft>& drafts,
                 std::vector<model::Claim>& claims) {
  std::vector<std::int32_t> owner_of_quote(text.quotes().size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (const Range& content : drafts[i].content) {
      if (const std::int32_t q = text.quote_opened_at(content.first); q >= 0)
        owner_of_quote[static_cast<std::size_t>(q)] = static_cast<std::int32_t>(i);
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i)
    claims[i].parent = parent_of(text, drafts, i, owner_of_quote);
  for (std::size_t i = 0; i < drafts.size(); ++i) {  // two claims never hold each other
    const std::int32_t up = claims[i].parent;
    if (up >= 0 && claims[static_cast<std::size_t>(up)].parent == static_cast<std::int32_t>(i))
      claims[i].parent = -1;
  }
}

bool inside_any(const std::vector<model::Span>& spans, model::Span span) {
  return std::ranges::any_of(spans,
                             [span](model::Span s) { return s.begin <= span.begin && span.end <= s.end; });
}

// "X, who was held on April 8, said": the date is that of the clause, not of the saying.
bool in_relative_clause(const SpeechText& text, const Draft& draft, model::Span date) {
  if (draft.source.empty()) return false;
  const std::uint32_t first = draft.source.back().last;
  const std::uint32_t reach = std::min(text.size(), first + SpeechText::kReach);
  const std::uint32_t end = draft.cue.first >= first ? std::min(draft.cue.first, reach) : reach;
  for (std::uint32_t i = first; i < end && text.token(i).begin < date.begin; ++i) {
    if (text.is(i, word_class::kRelative)) return true;
  }
  return false;
}

// The date in the claim's sentence that stands outside source and content, nearest to the cue.
std::string said_on(const SpeechText& text, const Draft& draft, const model::Claim& claim,
                    const std::vector<model::DateExpression>& dates) {
  const Range window = text.window(draft.head);
  const model::Span around = span_of(text, window);
  const std::uint32_t cue = text.token(draft.head).begin;
  std::uint32_t nearest = UINT32_MAX;
  std::string value;
  auto at = std::ranges::lower_bound(dates, around.begin, {},
                                     [](const model::DateExpression& d) { return d.span.begin; });
  for (; at != dates.end() && at->span.end <= around.end; ++at) {
    if (at->type != model::DateType::kDate || inside_any(claim.content, at->span) ||
        inside_any(claim.source, at->span))
      continue;
    if (in_relative_clause(text, draft, at->span)) continue;
    const std::uint32_t gap = at->span.begin > cue ? at->span.begin - cue : cue - at->span.begin;
    if (gap >= nearest || gap > 200) continue;
    nearest = gap;
    value = at->value;
  }
  return value;
}

// "citing Y", "со ссылкой на Y" and "which reviewed Y" in the claim's sentence, outside its content.
void add_on_word_of(const SpeechText& text, const Draft& draft, model::Claim& claim) {
  const auto add = [&](Range range) {
    if (!range.empty())
      claim.on_word_of.emplace_back(model::text_at(text.analysis().document, span_of(text, range)));
  };
  const Range window = text.window(draft.head);
  const std::uint32_t end = std::min(window.last, draft.head + SpeechText::kReach);
  for (std::uint32_t i = draft.head > 40 ? std::max(window.first, draft.head - 40) : window.first;
       i + 1 < end; ++i) {
    const bool relative =
        i > 0 && i > window.first &&
        (text.is(i - 1, kRelative) || (i > 1 && text.is(i - 1, kAuxiliary) && text.is(i - 2, kRelative)));
    const bool quoted_by = text.word(i) == "by" && i > window.first &&
                           (text.word(i - 1) == "quoted" || text.word(i - 1) == "cited") && i < draft.head;
    if (!cites(text.word(i)) && !quoted_by && !(relative && reviews(text.word(i)))) continue;
    if (holds(draft.content, i)) continue;
    const bool linked = text.is(i + 1, kPreposition) && text.is_cyrillic(i + 1);
    add(text.phrase_after(linked ? i + 2 : i + 1, window.last, false));
  }
}

}  // namespace

std::vector<model::Claim> find_claims(const Analysis& analysis, const std::vector<model::Mention>& mentions,
                                      const std::vector<model::DateExpression>& dates,
                                      const AttributionModel& model) {
  const SpeechText text(analysis);
  const std::vector<Draft> drafts = find_attributions(text, model);
  std::vector<model::Claim> claims;
  claims.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    model::Claim claim;
    claim.source = spans_of(text, draft.source);
    claim.cue = spans_of(text, {draft.cue});
    claim.content = spans_of(text, draft.content);
    claim.probability = draft.probability;
    claim.cue_why = draft.why;
    claim.kind = kind_of(text, draft);
    const StanceReading reading = read_stance(text, draft);
    claim.stance = reading.stance;
    claim.hedge = spans_of(text, reading.words);
    claim.said_on = said_on(text, draft, claim, dates);
    add_on_word_of(text, draft, claim);
    claims.push_back(std::move(claim));
  }
  set_parents(text, drafts, claims);
  resolve_speakers(text, mentions, drafts, claims);
  return claims;
}

}  // namespace muster::extract
