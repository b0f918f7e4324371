// Who was spoken of before, as far as "he", "the official" and "they" care.
#include "extract/speaker_resolver.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

namespace {

// Russian and Ukrainian nouns and names by their last letter.
Gender cyrillic_gender(std::string_view word) {
  if (is_word_of(word,
                 {"голова", "глава", "судья", "суддя", "староста", "старшина", "старейшина", "воевода"}))
    return Gender::kAny;
  if (word.ends_with("а") || word.ends_with("я")) return Gender::kFemale;
  return word.ends_with("о") || word.ends_with("е") ? Gender::kAny : Gender::kMale;
}

bool is_plural(std::string_view word) {
  return word.ends_with("s") || word.ends_with("men") || word == "people" || word.ends_with("ы") ||
         word.ends_with("и") || word.ends_with("і");
}

}  // namespace

Gender gender_of(std::string_view word) {
  if (is_word_of(word, {"he", "his", "mr", "man", "spokesman", "father", "brother", "son", "husband",
                        "businessman", "king", "prince", "он", "він", "его", "його", "him", "ему", "йому"}))
    return Gender::kMale;
  if (is_word_of(word, {"she",
                        "her",
                        "mrs",
                        "ms",
                        "miss",
                        "woman",
                        "spokeswoman",
                        "mother",
                        "sister",
                        "daughter",
                        "wife",
                        "widow",
                        "queen",
                        "princess",
                        "она",
                        "вона",
                        "её",
                        "ее",
                        "її",
                        "ей",
                        "їй",
                        "речниця",
                        "представительница",
                        "представниця"}))
    return Gender::kFemale;
  return Gender::kAny;
}

std::uint32_t SpeakerResolver::sentence_number(std::uint32_t token) const {
  return text_.sentence(token).first;
}

std::uint32_t SpeakerResolver::token_at(std::uint32_t byte) const {
  const auto& tokens = text_.analysis().tokens;
  const auto at = std::ranges::lower_bound(tokens, byte, {}, &text::Token::begin);
  return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at - tokens.begin(), std::ssize(tokens) - 1));
}

// Takes note of everybody mentioned before a token.
void SpeakerResolver::hear_until(std::uint32_t token) {
  const std::uint32_t byte = text_.token(token).begin;
  for (; heard_ < mentions_.size() && mentions_[heard_].span.begin < byte; ++heard_) hear(mentions_[heard_]);
}

void SpeakerResolver::hear(const Mention& mention) {
  if (!mention.role && text_.is_cyrillic(token_at(mention.span.begin)) &&
      (mention.type == MentionType::kPerson ||
       (mention.type == MentionType::kOther && text_.is(token_at(mention.span.begin), kFirstName))))
    remember(mention.name, token_at(mention.span.begin), false);
  if (mention.type != MentionType::kPerson && mention.type != MentionType::kOrganisation) return;
  const std::uint32_t token = token_at(mention.span.begin);
  Spoken spoken{mention.name, mention.type, HowMany::kAny, Gender::kAny, sentence_number(token)};
  describe(mention, token, spoken);
  if (mention.type == MentionType::kPerson && !mention.role) note_titles(mention, token);
  const std::string head = head_of(mention, token);
  if (!head.empty() && !(mention.role && is_definite(token))) by_head_[head] = mention.name;
  if (mention.type == MentionType::kPerson) {
    if (is_word_of(text_.word(token), {"each", "every", "any", "no", "каждый", "кожен"})) return;
    Spoken& last = spoken.number == HowMany::kMany ? last_many_ : last_one_;
    spoken.leads = token - spoken.sentence <= 3;
    if (!gives_way(spoken, mention, token)) last = spoken;
  } else {
    last_body_ = spoken;
  }
}

// English pronouns mean subjects and people who are known: somebody named later in the sentence of a subject,
// and "a neighbour" in passing, give way to who was there before.
bool SpeakerResolver::gives_way(const Spoken& spoken, const Mention& mention, std::uint32_t token) const {
  if (text_.is_cyrillic(token) || spoken.number == HowMany::kMany || last_one_.name.empty()) return false;
  const bool clash =
      spoken.gender != Gender::kAny && last_one_.gender != Gender::kAny && spoken.gender != last_one_.gender;
  if (clash || spoken.leads) return false;
  if (mention.role && !is_definite(token)) return true;
  return last_one_.leads && last_one_.sentence == spoken.sentence;
}

// "Gen. Veld" may be "the general" later, "Anna Lind, a spokeswoman" the spokeswoman.
void SpeakerResolver::note_titles(const Mention& mention, std::uint32_t token) {
  for (std::uint32_t back = 1; back <= 3 && back <= token; ++back) {
    const std::uint32_t i = token - back;
    if (text_.is_mark(i, ".")) continue;
    if (!text_.is(i, kTitle | kPersonNoun)) break;
    by_head_[std::string(full_title(text_.word(i)))] = mention.name;
  }
  std::uint32_t next = last_token(mention) + 1;
  if (next + 1 >= text_.size() || !text_.is_mark(next, ",")) return;
  for (++next; next < text_.size() && text_.is_word(next) && !text_.is(next, kPreposition | kRelative);
       ++next) {
    if (!text_.is(next, kPersonNoun)) continue;
    by_head_[std::string(text_.word(next))] = mention.name;
    return;
  }
}

std::string_view SpeakerResolver::full_title(std::string_view title) {
  if (title == "gen") return "general";
  if (title == "col") return "colonel";
  if (title == "capt") return "captain";
  if (title == "maj") return "major";
  if (title == "lt") return "lieutenant";
  if (title == "sgt") return "sergeant";
  if (title == "sen") return "senator";
  if (title == "gov") return "governor";
  if (title == "dr") return "doctor";
  if (title == "prof") return "professor";
  return title;
}

void SpeakerResolver::describe(const Mention& mention, std::uint32_t token, Spoken& spoken) const {
  spoken.number = mention.type == MentionType::kPerson ? HowMany::kOne : HowMany::kAny;
  for (std::uint32_t i = token; i < text_.size() && text_.token(i).begin < mention.span.end; ++i) {
    if (spoken.gender == Gender::kAny) spoken.gender = gender_of(text_.word(i));
    const bool telling = text_.is_cyrillic(i) && (mention.role ? text_.is(i, kPersonNoun | kOfficeNoun)
                                                               : text_.is(i, kOfficeNoun | kFirstName));
    if (spoken.gender == Gender::kAny && telling) spoken.gender = cyrillic_gender(text_.word(i));
    if (!mention.role || !text_.is(i, kPersonNoun)) continue;
    spoken.number = is_plural(text_.word(i)) ? HowMany::kMany : HowMany::kOne;
    break;
  }
  if (text_.word(token) == "one") spoken.number = HowMany::kOne;
  for (std::uint32_t back = 1; back <= 2 && back <= token && spoken.gender == Gender::kAny; ++back)
    spoken.gender = gender_of(text_.word(token - back));
}

bool SpeakerResolver::is_definite(std::uint32_t token) const {
  return is_word_of(text_.word(token), {"the", "this", "that", "same"});
}

// The noun that "the ministry", "the official" will go by: the first one of its kind in the mention.
std::string SpeakerResolver::head_of(const Mention& mention, std::uint32_t token) const {
  std::string head;
  for (std::uint32_t i = token; i < text_.size() && text_.token(i).begin < mention.span.end; ++i) {
    if (text_.is(i, kPreposition) && !head.empty()) break;
    if (text_.is(i, kPersonNoun | kOfficeNoun | kGroupNoun)) head = text_.word(i);
  }
  return head;
}

void SpeakerResolver::note_speaker(Range source, const std::string& name) {
  if (name.empty()) return;
  speaker_ = {name, MentionType::kPerson, HowMany::kOne, Gender::kAny, sentence_number(source.first)};
  for (const Mention* m : inside(source)) speaker_.type = m->type;
  const Range core = core_of(source);
  for (std::uint32_t i = core.first; i < core.last; ++i) {
    if (text_.is(i, kArtifactNoun)) speaker_.type = MentionType::kOrganisation;  // "it"
  }
  if (const Mention* m = main_mention(source)) {
    speaker_.type = m->type;
    describe(*m, token_at(m->span.begin), speaker_);
  } else if (last_one_.name == name) {
    speaker_ = last_one_;
    speaker_.sentence = sentence_number(source.first);
  }
}

}  // namespace muster::extract
