// Claims around a Russian or Ukrainian verb. Word order is free and the listener, the day and the place may
// stand between the parts, so these have a search of their own beside VerbSearch:
//
//   X заявил, что A            «A, — сказал X. — B»       A, сообщил X
//   В министерстве заявили: A  X отрицает A и обещает B   X намерен A
//   Об этом сообщил X          Y обвиняют в A             X, добавив, что A
#pragma once

#include <vector>

#include "extract/content_before.hpp"
#include "extract/drafts.hpp"
#include "extract/slavic_phrases.hpp"
#include "extract/slavic_sources.hpp"
#include "extract/verb_group.hpp"

namespace muster::extract {

class SlavicVerbSearch {
 public:
  SlavicVerbSearch(const SpeechText& text, std::uint32_t head, std::vector<Draft>& drafts)
      : text_(text), drafts_(drafts), window_(text.window(head)), head_(head) {}
  void search();

 private:
  [[nodiscard]] const CueFrames& frames() const { return group_.verb->frames; }
  [[nodiscard]] Draft draft_with(Range source) const;
  void prefer_gerund();
  [[nodiscard]] bool leads_to_neither() const;
  void take_neither();
  bool try_about();
  bool try_cut_quotation();
  bool try_inverted(const SlavicSource& subject);
  [[nodiscard]] Range behind(bool needs_end) const;
  [[nodiscard]] Range body_behind() const;
  [[nodiscard]] bool closes(std::uint32_t i) const;
  void add_rest(Draft& draft, std::uint32_t at, bool quoted) const;
  [[nodiscard]] Range shared_source() const;
  void add_with(const SlavicSource& subject);
  [[nodiscard]] bool names_artifact(Range source) const;
  void add_behind(Draft& draft) const;

  const SpeechText& text_;
  std::vector<Draft>& drafts_;
  Range window_;
  std::uint32_t head_;
  VerbGroup group_;
  After after_;
};

// "со ссылкой на X", "посилаючись на X" at `head`: what the claim beside it says, on the word of X.
// `drafts` in order of their heads.
void add_reference_draft(const SpeechText& text, std::uint32_t head, const std::vector<Draft>& drafts,
                         std::vector<Draft>& references);

// "Нібито ..." at `head` in a sentence that nobody says.
void add_doubt_draft(const SpeechText& text, std::uint32_t head, const std::vector<Draft>& drafts,
                     std::vector<Draft>& doubted);

}  // namespace muster::extract
