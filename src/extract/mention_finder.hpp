// The search behind find_mentions: names by their capitals, bodies by their nouns, people by their posts. One
// pass over the tokens; what is found early names what comes later ("the ministry").
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/mentions.hpp"
#include "extract/speech_text.hpp"

namespace muster::extract {

[[nodiscard]] std::string_view without_possessive(std::string_view bytes);

class MentionFinder {
 public:
  explicit MentionFinder(const Analysis& analysis) : text_(analysis) { note_capitals(); }

  std::vector<model::Mention> find();

 private:
  // mentions.cpp: where names begin and end
  void note_capitals();
  [[nodiscard]] bool starts_sentence(std::uint32_t i) const;
  [[nodiscard]] bool is_grammar(std::uint32_t i) const;
  [[nodiscard]] bool is_time(std::uint32_t i) const;
  [[nodiscard]] bool starts_name(std::uint32_t i) const;
  [[nodiscard]] bool wraps(std::uint32_t i) const;
  [[nodiscard]] bool is_particle(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t i) const;
  [[nodiscard]] bool starts_person(std::uint32_t i) const;
  [[nodiscard]] bool ends_with_possessive(std::uint32_t i) const { return text_.word(i).ends_with("'s"); }
  [[nodiscard]] bool owns_office(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t link_end(std::uint32_t at, std::uint32_t limit, bool office) const;
  std::uint32_t take_name(std::uint32_t i);
  [[nodiscard]] bool follows_title(std::uint32_t i) const;
  [[nodiscard]] bool is_office_run(std::uint32_t first, std::uint32_t end) const;
  void add_name(std::uint32_t first, std::uint32_t end, bool titled);
  [[nodiscard]] bool takes_article(std::uint32_t first) const;
  [[nodiscard]] std::string plain_name(model::Span span) const;
  // mention_types.cpp
  [[nodiscard]] model::MentionType type_of(std::uint32_t first, std::uint32_t end, bool titled) const;
  [[nodiscard]] bool stands_beside_role(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool describes_person(Range phrase) const;
  [[nodiscard]] bool follows_role(std::uint32_t first) const;
  [[nodiscard]] model::MentionType cyrillic_type(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::string nominative(std::uint32_t first, std::uint32_t end) const;
  static bool changes_woman_to_man(const std::string& written, const std::string& candidate);
  static bool is_first_name(std::string_view word);
  [[nodiscard]] bool is_country(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool follows_place_word(std::uint32_t i) const;
  [[nodiscard]] bool has_age(std::uint32_t end) const;
  [[nodiscard]] bool speaks(std::uint32_t i) const;
  // mention_bodies.cpp
  void name_fully(model::Mention& mention, std::uint32_t first, std::uint32_t end);
  void name_organisation(model::Mention& mention, std::uint32_t first, std::uint32_t end,
                         const std::string& last);
  void fill_from_fuller(model::Mention& mention, const std::string& head);
  [[nodiscard]] std::uint32_t without_person(std::uint32_t office, std::uint32_t end) const;
  std::uint32_t take_cyrillic_office(std::uint32_t i);
  // mention_roles.cpp
  void take_role(std::uint32_t i);
  [[nodiscard]] bool counts(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t role_begin(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t end_of_role(std::uint32_t i) const;

  SpeechText text_;
  std::vector<model::Mention> mentions_;
  std::unordered_set<std::string_view> capitals_;
  std::unordered_map<std::string, std::string> persons_;        // family name -> full name
  std::unordered_map<std::string, std::string> organisations_;  // abbreviation -> name
  std::unordered_map<std::string, std::string> by_head_;        // "ministry" -> the last one named
  std::uint32_t role_floor_ = 0;
};

}  // namespace muster::extract
