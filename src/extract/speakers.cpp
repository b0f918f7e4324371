#include "extract/speakers.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace muster::extract {
namespace {

using namespace word_class;
using model::Mention;
using model::MentionType;

enum class Number : std::uint8_t { kAny, kOne, kMany };
enum class Gender : std::uint8_t { kAny, kMale, kFemale };

struct Answer {
  std::string name;
  std::string why;
};

// Somebody spoken of, as far as pronouns care.
struct Spoken {
  std::string name;
  MentionType type = MentionType::kOther;
  Number number = Number::kAny;
  Gender gender = Gender::kAny;
  std::uint32_t sentence = 0;
};

bool is_word_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

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

std::string on_one_line(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : c;
  }
  return out;
}

std::string quoted(std::string_view words) {
  return "“" + on_one_line(words) + "”";
}

class Resolver {
 public:
  Resolver(const SpeechText& text, const std::vector<Mention>& mentions, const std::vector<Draft>& drafts,
           std::vector<model::Claim>& claims)
      : text_(text), mentions_(mentions), drafts_(drafts), claims_(claims) {}

  void resolve() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (drafts_[i].source.empty()) continue;
      hear_until(drafts_[i].source.front().first);
      const Answer answer = speaker_of(i, drafts_[i].source.front());
      claims_[i].speaker = answer.name;
      claims_[i].speaker_why = answer.why;
      if (claims_[i].parent < 0) note_speaker(drafts_[i].source.front(), answer.name);
    }
  }

 private:
  [[nodiscard]] std::uint32_t sentence_number(std::uint32_t token) const {
    return text_.sentence(token).first;
  }

  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const {
    const auto& tokens = text_.analysis().tokens;
    const auto at = std::ranges::lower_bound(tokens, byte, {}, &text::Token::begin);
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at - tokens.begin(), std::ssize(tokens) - 1));
  }

  // Takes note of everybody mentioned before a token.
  void hear_until(std::uint32_t token) {
    const std::uint32_t byte = text_.token(token).begin;
    for (; heard_ < mentions_.size() && mentions_[heard_].span.begin < byte; ++heard_)
      hear(mentions_[heard_]);
  }

  void hear(const Mention& mention) {
    if (mention.type != MentionType::kPerson && mention.type != MentionType::kOrganisation) return;
    const std::uint32_t token = token_at(mention.span.begin);
    Spoken spoken{mention.name, mention.type, Number::kAny, Gender::kAny, sentence_number(token)};
    describe(mention, token, spoken);
    if (mention.type == MentionType::kPerson && !mention.role) note_titles(mention, token);
    const std::string head = head_of(mention, token);
    if (!head.empty() && !(mention.role && is_definite(token))) by_head_[head] = mention.name;
    if (mention.type == MentionType::kPerson) {
      if (is_word_of(text_.word(token), {"each", "every", "any", "no", "каждый", "кожен"})) return;
      (spoken.number == Number::kMany ? last_many_ : last_one_) = spoken;
    } else {
      last_body_ = spoken;
    }
  }

  // "Gen. Veld" may be "the general" later, "Anna Lind, a spokeswoman" the spokeswoman.
  void note_titles(const Mention& mention, std::uint32_t token) {
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

  static std::string_view full_title(std::string_view title) {
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

  void describe(const Mention& mention, std::uint32_t token, Spoken& spoken) const {
    spoken.number = mention.type == MentionType::kPerson ? Number::kOne : Number::kAny;
    for (std::uint32_t i = token; i < text_.size() && text_.token(i).begin < mention.span.end; ++i) {
      if (spoken.gender == Gender::kAny) spoken.gender = gender_of(text_.word(i));
      const bool telling = text_.is_cyrillic(i) && (mention.role ? text_.is(i, kPersonNoun | kOfficeNoun)
                                                                 : text_.is(i, kOfficeNoun | kFirstName));
      if (spoken.gender == Gender::kAny && telling) spoken.gender = cyrillic_gender(text_.word(i));
      if (!mention.role || !text_.is(i, kPersonNoun)) continue;
      spoken.number = is_plural(text_.word(i)) ? Number::kMany : Number::kOne;
      break;
    }
    if (text_.word(token) == "one") spoken.number = Number::kOne;
    for (std::uint32_t back = 1; back <= 2 && back <= token && spoken.gender == Gender::kAny; ++back)
      spoken.gender = gender_of(text_.word(token - back));
  }

  [[nodiscard]] bool is_definite(std::uint32_t token) const {
    return is_word_of(text_.word(token), {"the", "this", "that", "same"});
  }

  // The noun that "the ministry", "the official" will go by: the first one of its kind in the mention.
  [[nodiscard]] std::string head_of(const Mention& mention, std::uint32_t token) const {
    std::string head;
    for (std::uint32_t i = token; i < text_.size() && text_.token(i).begin < mention.span.end; ++i) {
      if (text_.is(i, kPreposition) && !head.empty()) break;
      if (text_.is(i, kPersonNoun | kOfficeNoun | kGroupNoun)) head = text_.word(i);
    }
    return head;
  }

  void note_speaker(Range source, const std::string& name) {
    if (name.empty()) return;
    speaker_ = {name, MentionType::kPerson, Number::kOne, Gender::kAny, sentence_number(source.first)};
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

  [[nodiscard]] std::vector<const Mention*> inside(Range source) const {
    std::vector<const Mention*> out;
    const std::uint32_t begin = text_.token(source.first).begin;
    const std::uint32_t end = text_.token(source.last - 1).end;
    auto at = std::ranges::lower_bound(mentions_, begin, {}, [](const Mention& m) { return m.span.begin; });
    if (at != mentions_.begin() && std::prev(at)->span.end > begin) --at;
    for (; at != mentions_.end() && at->span.begin < end && out.size() < 12; ++at) out.push_back(&*at);
    return out;
  }

  // The source's own words up to a comma: the apposition only describes.
  [[nodiscard]] Range core_of(Range source) const {
    for (std::uint32_t i = source.first + 1; i < source.last; ++i) {
      if (text_.is_mark(i, ",") || (text_.is_mark(i, "(") && i > source.first)) return {source.first, i};
      if (passed_on(i) && i + 1 < source.last) return {source.first, i};
    }
    return source;
  }

  // "a report obtained by the Chronicle": the report speaks.
  [[nodiscard]] bool passed_on(std::uint32_t i) const {
    const std::string_view next = i + 1 < text_.size() ? text_.word(i + 1) : std::string_view();
    return (next == "by" || next == "to" || next == "with") &&
           is_word_of(text_.word(i),
                      {"obtained", "seen", "reviewed", "viewed", "leaked", "shared", "provided"});
  }

  // The person named in the source, else its description or its body.
  [[nodiscard]] const Mention* main_mention(Range source) const {
    const Mention* person = nullptr;
    const Mention* other = nullptr;
    bool after_preposition = false;
    const Range core = core_of(source);
    for (const Mention* m : inside(core)) {
      for (std::uint32_t i = core.first; i < core.last && text_.token(i).begin < m->span.begin; ++i) {
        after_preposition |= text_.is(i, kPreposition);
      }
      if (m->type == MentionType::kPerson && !m->role && !after_preposition && !is_owner(*m)) person = m;
      const bool heads =
          other == nullptr || (!after_preposition && other->role == m->role && m->span.end > other->span.end);
      if (m->type != MentionType::kNationality && m->type != MentionType::kPlace && heads) other = m;
    }
    return person != nullptr ? person : other;
  }

  // "its spokesman, Ivo Marsh": the name behind the comma.
  [[nodiscard]] const Mention* name_in_apposition(Range source) const {
    const Range core = core_of(source);
    if (core.last + 1 >= source.last) return nullptr;
    for (const Mention* m : inside({core.last + 1, source.last})) {
      const bool first = token_at(m->span.begin) == core.last + 1;
      if (first && !m->role && (m->type == MentionType::kPerson || m->type == MentionType::kOther)) return m;
    }
    return nullptr;
  }

  // "The Post and the Tribune": the second of two names.
  [[nodiscard]] const Mention* joined_to(const Mention& first, Range source) const {
    if (first.role) return nullptr;
    for (const Mention* m : inside(core_of(source))) {
      if (m == &first || m->type != first.type || m->role) continue;
      const bool before = m->span.begin < first.span.begin;
      const std::uint32_t between = last_token(before ? *m : first) + 1;
      const std::uint32_t next = token_at(before ? first.span.begin : m->span.begin);
      if (text_.is(between, kCoordinator) && next <= between + 2) return m;
    }
    return nullptr;
  }

  [[nodiscard]] bool is_owner(const Mention& m) const {
    return text_.has_possessive_ending(
        token_at(m.span.end - 1 < m.span.begin ? m.span.begin : last_token(m)));
  }
  [[nodiscard]] std::uint32_t last_token(const Mention& m) const {
    std::uint32_t i = token_at(m.span.begin);
    while (i + 1 < text_.size() && text_.token(i + 1).begin < m.span.end) ++i;
    return i;
  }

  Answer speaker_of(std::size_t claim, Range source) {
    const std::uint32_t first = source.first;
    const bool alone = source.last - source.first == 1;
    if (alone && text_.is(first, kRelative)) return behind_relative(first);
    if (alone &&
        (text_.is(first, kPronoun | kPossessive | kObject) && !text_.is(first, kDeterminer & ~kPossessive)))
      return behind_pronoun(claim, first);
    const std::string_view words = model::text_at(
        text_.analysis().document, text_.analysis().span(source.first, core_of(source).last - 1));
    const Mention* mention = main_mention(source);
    if (alone && (text_.word(first).starts_with("ведомств") || text_.word(first).starts_with("відомств")) &&
        !last_body_.name.empty()) {
      return {last_body_.name, quoted(words) + " is the last body spoken of"};
    }
    if (mention == nullptr || mention->role) {
      if (const Mention* name = name_in_apposition(source))
        return {name->name, "named beside " + quoted(words)};
    }
    if (mention == nullptr) return {description(source), "described, not named"};
    if (const Mention* second = joined_to(*mention, source))
      return {mention->name + " and " + second->name, "both named"};
    if (!mention->role) {
      const std::string written = on_one_line(model::text_at(text_.analysis().document, mention->span));
      return {mention->name, mention->name.ends_with(written) && mention->name.size() < written.size() + 5
                                 ? "named"
                                 : quoted(written) + " is the document's short form"};
    }
    return behind_role(*mention, source, words);
  }

  // "the official", "the ministry": the last one of the kind; "a Western official": nobody in particular.
  Answer behind_role(const Mention& mention, Range source, std::string_view words) {
    const std::uint32_t token = token_at(mention.span.begin);
    const std::string head = head_of(mention, token);
    const bool plain = core_of(source).last - source.first <= 3 && is_definite(token);
    if (plain) {
      if (const auto last = by_head_.find(head); last != by_head_.end())
        return {last->second, quoted(words) + " is the last " + head + " spoken of"};
      if (mention.name != words && mention.type == MentionType::kOrganisation)
        return {mention.name, quoted(words) + " is the last " + head + " spoken of"};
    }
    return {description(source), "described, not named"};
  }

  // The source's words, starting small: "a Western official".
  [[nodiscard]] std::string description(Range source) const {
    const Range core = core_of(source);
    std::string out(
        model::text_at(text_.analysis().document, text_.analysis().span(core.first, core.last - 1)));
    const bool grammar = text_.is(core.first, kDeterminer | kNumber | kPossessive | kAdjective | kPersonNoun);
    if (grammar && !text_.is(core.first, kNationality) && !text_.token(core.first).all_capitals) {
      out.replace(0, text_.raw(core.first).size(), text_.word(core.first));
    }
    return on_one_line(out);
  }

  Answer behind_relative(std::uint32_t token) const {
    const std::uint32_t end = token > 0 && text_.is_mark(token - 1, ",") ? token - 1 : token;
    const Range phrase = text_.phrase_before(end, text_.sentence(token).first);
    if (phrase.empty()) return {};
    const Mention* mention = main_mention(phrase);
    const std::string name = mention != nullptr && !mention->role ? mention->name : description(phrase);
    return {name, quoted(text_.word(token)) + " stands for what is before it"};
  }

  Answer behind_pronoun(std::size_t claim, std::uint32_t token) const {
    const std::string_view word = text_.word(token);
    const std::int32_t parent = claims_[claim].parent;
    if (is_word_of(word, {"i", "we", "my", "our", "я", "мы", "ми"})) {
      if (parent < 0) return {};
      return {claims_[static_cast<std::size_t>(parent)].speaker,
              quoted(word) + " inside that speaker's words"};
    }
    const bool person = is_word_of(
        word, {"he", "she", "his", "her", "он", "она", "він", "вона", "его", "её", "ее", "її", "його"});
    if (is_word_of(word, {"who", "you", "everyone", "everybody", "nobody", "someone", "somebody", "others",
                          "both", "это", "це", "кто", "хто", "никто", "ніхто"}))
      return {};
    const bool many = is_word_of(word, {"they", "their", "они", "вони", "их", "їх"});
    const Gender gender = gender_of(word);
    const std::uint32_t here = sentence_number(token);
    if (parent >= 0 && person && !claims_[static_cast<std::size_t>(parent)].speaker.empty()) {
      return {claims_[static_cast<std::size_t>(parent)].speaker,
              quoted(word) + " inside that speaker's words"};
    }
    if (person && text_.is_cyrillic(token)) {  // every noun has a gender: "она" may be a newspaper
      const bool later = last_body_.sentence > last_one_.sentence && last_body_.gender == gender;
      return nearer(speaker_, later ? last_body_ : last_one_, MentionType::kOther, gender, here, word);
    }
    if (many && parent >= 0 && claims_[static_cast<std::size_t>(parent)].kind == model::ClaimKind::kDirect)
      return {};
    if (person) return nearer(speaker_, last_one_, MentionType::kPerson, gender, here, word);
    if (many)
      return nearer(speaker_.number == Number::kOne ? Spoken{} : speaker_,
                    last_many_.name.empty() ? last_body_ : last_many_, MentionType::kOther, gender, here,
                    word);
    return nearer(speaker_.type == MentionType::kOrganisation ? speaker_ : Spoken{}, last_body_,
                  MentionType::kOther, gender, here, word);
  }

  // The last speaker while he is the last spoken of; a person named later takes over. Neither from far away.
  [[nodiscard]] Answer nearer(const Spoken& speaker, const Spoken& mentioned, MentionType type, Gender gender,
                              std::uint32_t here, std::string_view word) const {
    const auto fits = [&](const Spoken& s) {
      const bool kind = type == MentionType::kOther || s.type == type || s.type == MentionType::kOther;
      const bool near = here >= s.sentence && here - s.sentence < 200;
      const bool agrees = gender == Gender::kAny || s.gender == Gender::kAny || s.gender == gender;
      return !s.name.empty() && kind && near && agrees;
    };
    if (fits(speaker) &&
        (!fits(mentioned) || speaker.sentence >= mentioned.sentence || speaker.name == mentioned.name)) {
      return {speaker.name, quoted(word) + " is the last speaker"};
    }
    if (fits(mentioned)) return {mentioned.name, quoted(word) + " is the last one spoken of"};
    return {};
  }

  const SpeechText& text_;
  const std::vector<Mention>& mentions_;
  const std::vector<Draft>& drafts_;
  std::vector<model::Claim>& claims_;
  std::size_t heard_ = 0;
  std::unordered_map<std::string, std::string> by_head_;
  Spoken last_one_, last_many_, last_body_, speaker_;
};

}  // namespace

void resolve_speakers(const SpeechText& text, const std::vector<Mention>& mentions,
                      const std::vector<Draft>& drafts, std::vector<model::Claim>& claims) {
  Resolver(text, mentions, drafts, claims).resolve();
}

}  // namespace muster::extract
