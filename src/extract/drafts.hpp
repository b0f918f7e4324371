// Claims as token ranges, before they are given spans, speakers and stances. A search for each way of
// bringing in a source, over the same text:
//   verbs    "X said that ...", "..., said X", "X accused Y of ..."
//   phrases  "according to X", "this is reported by X", "по словам X"
//   nouns    "X's claim that ..."
//   marks    `"..." — X` and `X: "..."` on a line of their own, the turns of a transcript
#pragma once

#include <string>
#include <vector>

#include "extract/speech_text.hpp"

namespace muster::extract {

struct Draft {
  std::vector<Range> source;
  Range cue;
  std::vector<Range> content;
  std::uint32_t head = 0;  // the word that says
  CueStance stance = CueStance::kAssert;
  bool negated = false;
  bool neither = false;        // "neither confirmed nor denied"
  bool speech = false;         // said in so many words: further quotations may belong to it
  bool shares_source = false;  // the source stands at an earlier verb
  bool oblique = false;        // the source is not in the nominative: "В министерстве"
  bool from_before = false;    // the content is the previous sentence
  std::string why;             // what the model saw in the cue, where it was asked to explain
  float probability = 1;       // that this is an attribution, as the model sees it
  bool certain = false;        // the rules alone decide: marks, a transcript's turn, "allegedly"
};

// By rules alone, in order of their cue words. Linear in the text.
[[nodiscard]] std::vector<Draft> find_drafts(const SpeechText& text);

// The parts of find_drafts.
void add_verb_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts);
void add_phrase_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts);
void add_noun_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts);
void add_marked_draft(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts);
void add_transcript_drafts(const SpeechText& text, std::vector<Draft>& drafts);
void add_further_quotes(const SpeechText& text, std::vector<Draft>& drafts);
void cut_at_neighbours(const SpeechText& text, std::vector<Draft>& drafts);

// Where the content that starts at `begin` ends: before the next claim of the same sentence, without the last
// stop.
[[nodiscard]] std::uint32_t content_end(const SpeechText& text, std::uint32_t begin, std::uint32_t limit,
                                        bool object);

}  // namespace muster::extract
