// Claims by their marks alone: `"..." - X` and `X: "..."` on a line of their own.
#include <algorithm>

#include "extract/drafts.hpp"

namespace muster::extract {

using namespace word_class;

namespace {

// A name that fills a line from `first`: capitalised, with no verb.
Range name_on_line(const SpeechText& text, std::uint32_t first) {
  std::uint32_t end = first;
  while (end < text.size() && end < first + 14 && !text.token(end).line_before) {
    if (text.is_finite(end) || text.quote_opened_at(end) >= 0 || text.is_mark(end, ":")) return {};
    ++end;
  }
  const bool ended = end == text.size() || text.token(end).line_before;
  return ended && end > first && text.token(first).capital ? Range{first, end} : Range{};
}

// The first token of the line that holds `i`, if it is near.
std::uint32_t line_start(const SpeechText& text, std::uint32_t i) {
  std::uint32_t first = i;
  while (first > 0 && i - first < 8 && !text.token(first).line_before) --first;
  return text.token(first).line_before ? first : i;
}

// The colon of a headline: "Мэр Пскова: мост откроют осенью". Who stands before it must be somebody.
Range headline_speaker(const SpeechText& text, std::uint32_t colon) {
  if (colon > 9 || !text.is_cyrillic(colon - 1) || text.token(colon + 1).line_before) {
    if (colon > 9 || text.quote_closed_at(colon - 1) < 0) return {};
  }
  bool speaks = text.quote_opened_at(0) == 0 || text.token(0).all_capitals;
  for (std::uint32_t i = 0; i < colon; ++i) {
    if (text.token(i).line_before && i > 0) return {};
    if (text.is(i, kPreposition | kVerb | kThat | kAdverb) || text.is_stop(i) || text.is_dash(i)) return {};
    speaks |= text.is(i, kPersonNoun | kOfficeNoun | kGroupNoun | kArtifactNoun | kTitle | kFirstName) ||
              (i > 0 && text.token(i).capital);
  }
  return speaks ? Range{0, colon} : Range{};
}

}  // namespace

void add_marked_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts) {
  if (head == 0 || head + 1 >= text.size()) return;
  Draft draft;
  draft.head = head;
  draft.cue = {head, head + 1};
  draft.speech = true;
  draft.certain = true;
  if (text.is_dash(head)) {
    const std::int32_t closed = text.quote_closed_at(head - 1);
    if (closed < 0 || text.quote(closed).end - text.quote(closed).open < 5) return;
    const Range source = text.token(head + 1).line_before ? Range{} : name_on_line(text, head + 1);
    if (source.empty()) return;
    draft.source = {source};
    draft.content = {{text.quote(closed).open, text.quote(closed).end}};
  } else {
    if (const Range speaker = headline_speaker(text, head); !speaker.empty() && text.is_cyrillic(head + 1)) {
      std::uint32_t end = head + 1;
      while (end < std::min(text.size(), head + 60) && !text.token(end).line_before) ++end;
      if (text.is_mark(end - 1, ".")) --end;
      draft.source = {speaker};
      draft.content = {{head + 1, end}};
      drafts.push_back(std::move(draft));
      return;
    }
    const std::uint32_t first = line_start(text, head);
    const std::int32_t opened = text.quote_opened_at(head + 1);
    if (first == head || opened < 0 || !text.token(first).capital ||
        text.phrase_before(head, first) != Range{first, head})
      return;
    for (std::uint32_t i = first; i < head; ++i) {
      if (text.is(i, kCueNoun | kVerb | kGerund | kAdverb) ||
          !SpeechLexicon::get().cues(text.entry(i)).empty())
        return;
    }
    draft.source = {{first, head}};
    draft.content = {{head + 1, text.quote(opened).end}};
  }
  drafts.push_back(std::move(draft));
}

}  // namespace muster::extract
