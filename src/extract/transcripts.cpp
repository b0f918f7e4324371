// Claims of a transcript: lines that open with a speaker and a colon.
//
//   KOLL: And will she be there?
//   "KOLL: ...                     (the whole interview in quotation marks, one at each paragraph)
//
// A line's speech goes on over paragraphs that open with a quotation mark where the speakers' lines do.
#include <algorithm>

#include "extract/drafts.hpp"

namespace muster::extract {
namespace {

using namespace word_class;

struct Turn {
  std::uint32_t line = 0;   // its first token
  std::uint32_t first = 0;  // the speaker's first
  std::uint32_t colon = 0;
  bool quoted = false;
};

bool is_quote_mark(const SpeechText& text, std::uint32_t i) {
  const std::string_view mark = text.word(i);
  return mark == "\"" || mark == "“" || mark == "”" || mark == "„" || mark == "«";
}

bool may_name_speaker(const SpeechText& text, std::uint32_t i) {
  if (text.is_mark(i, ".") || text.is_mark(i, "-")) return true;
  return text.is_word(i) && text.token(i).capital && !text.is_finite(i) && text.word(i) != "note" &&
         text.word(i) != "update";
}

// The turn that opens the line at `line`; its colon is 0 where there is none.
Turn turn_at(const SpeechText& text, std::uint32_t line) {
  constexpr std::uint32_t kLongestName = 6;
  Turn turn{line, line, 0, is_quote_mark(text, line)};
  if (turn.quoted) ++turn.first;
  for (std::uint32_t i = turn.first; i + 1 < text.size() && i < turn.first + kLongestName; ++i) {
    if (i > line && text.token(i).line_before) return turn;
    if (text.is_mark(i, ":") && i > turn.first && !text.token(i + 1).line_before) turn.colon = i;
    if (turn.colon != 0 || !may_name_speaker(text, i)) return turn;
  }
  return turn;
}

std::uint32_t end_of_line(const SpeechText& text, std::uint32_t i) {
  const std::uint32_t size = text.size();
  for (++i; i < size && !text.token(i).line_before; ++i) {
  }
  return i;
}

// Speakers who speak in capitals, or who speak twice.
bool is_speaker(const SpeechText& text, const std::vector<Turn>& turns, const Turn& turn) {
  if (text.token(turn.first).all_capitals) return true;
  const auto names = [&](const Turn& t) {
    return text.word(t.first) == text.word(turn.first) && t.colon - t.first == turn.colon - turn.first;
  };
  constexpr std::ptrdiff_t kTimes = 2;
  return std::ranges::count_if(turns, names) >= kTimes;
}

}  // namespace

void add_transcript_drafts(const SpeechText& text, std::vector<Draft>& drafts) {
  constexpr std::size_t kFewest = 3;   // turns of a transcript
  constexpr std::size_t kMost = 4000;  // names are counted turn by turn
  std::vector<Turn> turns;
  for (std::uint32_t i = 0; i < text.size() && turns.size() < kMost; ++i) {
    if (i > 0 && !text.token(i).line_before) continue;
    if (const Turn turn = turn_at(text, i); turn.colon != 0) turns.push_back(turn);
  }
  const std::vector<Turn> all = turns;
  std::erase_if(turns, [&](const Turn& turn) { return !is_speaker(text, all, turn); });
  if (turns.size() < kFewest) return;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const Turn& turn = turns[t];
    std::uint32_t end = end_of_line(text, turn.colon);
    const std::uint32_t limit = t + 1 < turns.size() ? turns[t + 1].line : text.size();
    while (turn.quoted && end + 1 < limit && is_quote_mark(text, end) && text.word(end + 1) != "(")
      end = end_of_line(text, end);
    Draft draft;
    draft.head = turn.colon;
    draft.cue = {turn.colon, turn.colon + 1};
    draft.source = {{turn.first, turn.colon}};
    draft.content = {{turn.colon + 1, end}};
    draft.certain = true;
    drafts.push_back(std::move(draft));
  }
  std::ranges::stable_sort(drafts, {}, &Draft::head);
  drafts.erase(std::ranges::unique(drafts, {}, &Draft::head).begin(), drafts.end());
}

}  // namespace muster::extract
