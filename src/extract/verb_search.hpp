// Claims around an English verb (slavic_verbs.hpp has the others): who stands before or behind it, and what
// was said.
//
//   X said that A          subject before, content behind
//   "A," X said, "B"       subject before, content on both sides
//   A, said X, a doctor    subject behind the verb, content before it
//   X did A, adding that B the subject of the earlier verb
#pragma once

#include <vector>

#include "extract/content_before.hpp"
#include "extract/drafts.hpp"
#include "extract/verb_group.hpp"

namespace muster::extract {

struct Subject {
  std::vector<Range> source;
  std::uint32_t begin = 0;  // where the attribution starts
  bool shared = false;
  bool found = false;
};

class VerbSearch {
 public:
  VerbSearch(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts)
      : text_(text), drafts_(drafts), window_(text.window(head)), head_(head) {}
  void search();

 private:
  [[nodiscard]] const CueFrames& frames() const { return group_.verb->frames; }
  [[nodiscard]] bool gerund() const { return group_.form == CueForm::kGerund && group_.cue.first == head_; }
  Draft draft_with(const std::vector<Range>& source) const;
  // verb_inverted.cpp
  bool try_silence();
  [[nodiscard]] Range subject_of_silence() const;
  bool try_inverted();
  [[nodiscard]] bool is_apposition(Range content) const;
  bool try_opening();
  [[nodiscard]] bool closes(std::uint32_t i) const;
  void add_rest(Draft& draft, std::uint32_t at, bool quoted) const;
  // verb_subjects.cpp
  Subject find_subject() const;
  [[nodiscard]] Subject quoted_subject(std::uint32_t as) const;
  [[nodiscard]] Subject quoted_object(std::uint32_t first, std::uint32_t as) const;
  [[nodiscard]] std::uint32_t before_time(std::uint32_t end) const;
  Subject shared_subject(std::uint32_t begin) const;
  [[nodiscard]] Range main_subject() const;
  Subject subject_over_parenthesis(std::uint32_t close) const;
  [[nodiscard]] bool fits(const Subject& subject) const;
  [[nodiscard]] std::uint32_t head_noun(Range phrase) const;
  // verb_drafts.cpp
  void add_with(const Subject& subject);
  [[nodiscard]] bool names_artifact(const Subject& subject) const;
  bool as_clause(Draft& draft, const Before& before);
  [[nodiscard]] std::uint32_t clause_limit(const Draft& draft) const;
  void add_behind(Draft& draft) const;

  const SpeechText& text_;
  std::vector<Draft>& drafts_;
  Range window_;
  std::uint32_t head_;
  VerbGroup group_;
  After after_;
};

}  // namespace muster::extract
