// The search behind resolve_speakers: who is heard of on the way down the document, and whom a source's words
// mean.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/speakers.hpp"

namespace muster::extract {

enum class HowMany : std::uint8_t { kAny, kOne, kMany };
enum class Gender : std::uint8_t { kAny, kMale, kFemale };

struct Answer {
  std::string name;
  std::string why;
};

// Somebody spoken of, as far as pronouns care.
struct Spoken {
  std::string name;
  model::MentionType type = model::MentionType::kOther;
  HowMany number = HowMany::kAny;
  Gender gender = Gender::kAny;
  std::uint32_t sentence = 0;
  bool leads = false;  // stands at its sentence's begin, as a subject does
};

inline bool is_word_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

[[nodiscard]] Gender gender_of(std::string_view word);

class SpeakerResolver {
 public:
  SpeakerResolver(const SpeechText& text, const std::vector<model::Mention>& mentions,
                  const std::vector<Draft>& drafts, std::vector<model::Claim>& claims)
      : text_(text), mentions_(mentions), drafts_(drafts), claims_(claims) {}
  void resolve();

 private:
  // speaker_memory.cpp
  [[nodiscard]] std::uint32_t sentence_number(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;
  void hear_until(std::uint32_t token);
  void hear(const model::Mention& mention);
  void note_titles(const model::Mention& mention, std::uint32_t token);
  static std::string_view full_title(std::string_view title);
  void describe(const model::Mention& mention, std::uint32_t token, Spoken& spoken) const;
  [[nodiscard]] bool gives_way(const Spoken& spoken, const model::Mention& mention,
                               std::uint32_t token) const;
  [[nodiscard]] bool is_definite(std::uint32_t token) const;
  [[nodiscard]] std::string head_of(const model::Mention& mention, std::uint32_t token) const;
  void note_speaker(Range source, const std::string& name);
  // speaker_mentions.cpp
  [[nodiscard]] std::vector<const model::Mention*> inside(Range source) const;
  [[nodiscard]] Range core_of(Range source) const;
  [[nodiscard]] bool passed_on(std::uint32_t i) const;
  [[nodiscard]] const model::Mention* main_mention(Range source) const;
  [[nodiscard]] const model::Mention* name_in_apposition(Range source) const;
  [[nodiscard]] const model::Mention* joined_to(const model::Mention& first, Range source) const;
  [[nodiscard]] bool is_owner(const model::Mention& m) const;
  [[nodiscard]] std::uint32_t last_token(const model::Mention& m) const;
  // speakers.cpp
  Answer speaker_of(std::size_t claim, Range source);
  Answer behind_role(const model::Mention& mention, Range source, std::string_view words);
  [[nodiscard]] std::string description(Range source) const;
  Answer behind_relative(std::uint32_t token) const;
  Answer behind_pronoun(std::size_t claim, std::uint32_t token);
  // slavic_speakers.cpp
  [[nodiscard]] Range without_lead(Range source) const;
  [[nodiscard]] Range person_in(Range core) const;
  [[nodiscard]] std::string written(Range range) const;
  void remember(std::string name, std::uint32_t token, bool spoke);
  [[nodiscard]] std::string known_person(std::string_view family) const;
  [[nodiscard]] std::string person_before(Gender gender, std::uint32_t token) const;
  Answer slavic_speaker(std::size_t claim, Range whole);
  Answer slavic_role(std::uint32_t token, bool oblique);
  // speakers.cpp
  [[nodiscard]] Answer nearer(const Spoken& speaker, const Spoken& mentioned, model::MentionType type,
                              Gender gender, std::uint32_t here, std::string_view word) const;

  const SpeechText& text_;
  const std::vector<model::Mention>& mentions_;
  const std::vector<Draft>& drafts_;
  std::vector<model::Claim>& claims_;
  std::size_t heard_ = 0;
  std::set<std::string> described_;  // speakers without a name
  std::unordered_map<std::string, std::string> by_head_;
  Spoken last_one_, last_many_, last_body_, speaker_;
  std::vector<Spoken> people_;  // named in Cyrillic, in order; `sentence` is the token
  Spoken last_person_spoke_;
};

}  // namespace muster::extract
