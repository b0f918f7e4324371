#include "extract/speakers.hpp"

#include "extract/speaker_resolver.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

namespace {

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

}  // namespace

void SpeakerResolver::resolve() {
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    if (drafts_[i].source.empty()) continue;
    hear_until(drafts_[i].source.front().first);
    Answer answer = speaker_of(i, drafts_[i].source.front());
    if (model::is_described(answer.why))
      described_.insert(answer.name);
    else if (described_.contains(answer.name))
      answer.why.append(", ").append(model::kDescribed);
    claims_[i].speaker = answer.name;
    claims_[i].speaker_why = answer.why;
    if (claims_[i].parent < 0) note_speaker(drafts_[i].source.front(), answer.name);
  }
}

Answer SpeakerResolver::speaker_of(std::size_t claim, Range source) {
  const std::uint32_t first = source.first;
  const bool alone = source.last - source.first == 1;
  if (alone && text_.is(first, kRelative)) return behind_relative(first);
  if (alone && is_word_of(text_.word(first), {"this", "that", "these", "those"})) return {};
  if (alone &&
      (text_.is(first, kPronoun | kPossessive | kObject) && !text_.is(first, kDeterminer & ~kPossessive)))
    return behind_pronoun(claim, first);
  const std::string_view words = model::text_at(
      text_.analysis().document, text_.analysis().span(source.first, core_of(source).last - 1));
  const bool body = text_.word(first).starts_with("ведомств") || text_.word(first).starts_with("відомств");
  if (text_.is_cyrillic(first) || text_.quote_opened_at(first) >= 0) {
    if (Answer found = alone && body ? Answer{} : slavic_speaker(claim, source); !found.name.empty())
      return found;
  }
  const Mention* mention = main_mention(source);
  if (alone && body && !last_body_.name.empty()) {
    return {last_body_.name, quoted(words) + " is the last body spoken of"};
  }
  if (mention == nullptr || mention->role) {
    if (const Mention* name = name_in_apposition(source))
      return {name->name, "named beside " + quoted(words)};
  }
  if (mention == nullptr) return {description(source), std::string(model::kDescribed)};
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
Answer SpeakerResolver::behind_role(const Mention& mention, Range source, std::string_view words) {
  const std::uint32_t token = token_at(mention.span.begin);
  const std::string head = head_of(mention, token);
  const bool plain = core_of(source).last - source.first <= 3 && is_definite(token);
  if (plain) {
    if (const auto last = by_head_.find(head); last != by_head_.end())
      return {last->second, quoted(words) + " is the last " + head + " spoken of"};
    if (mention.name != words && mention.type == MentionType::kOrganisation)
      return {mention.name, quoted(words) + " is the last " + head + " spoken of"};
  }
  return {description(source), std::string(model::kDescribed)};
}

// The source's words, starting small: "a Western official".
std::string SpeakerResolver::description(Range source) const {
  const Range core = core_of(source);
  std::string out(
      model::text_at(text_.analysis().document, text_.analysis().span(core.first, core.last - 1)));
  const bool grammar = text_.is(core.first, kDeterminer | kNumber | kPossessive | kAdjective | kPersonNoun);
  if (grammar && !text_.is(core.first, kNationality) && !text_.token(core.first).all_capitals) {
    out.replace(0, text_.raw(core.first).size(), text_.word(core.first));
  }
  return on_one_line(out);
}

Answer SpeakerResolver::behind_relative(std::uint32_t token) const {
  const std::uint32_t end = token > 0 && text_.is_mark(token - 1, ",") ? token - 1 : token;
  const Range phrase = text_.phrase_before(end, text_.sentence(token).first);
  if (phrase.empty()) return {};
  const Mention* mention = main_mention(phrase);
  const std::string name = mention != nullptr && !mention->role ? mention->name : description(phrase);
  return {name, quoted(text_.word(token)) + " stands for what is before it"};
}

Answer SpeakerResolver::behind_pronoun(std::size_t claim, std::uint32_t token) {
  const std::string_view word = text_.word(token);
  const std::int32_t parent = claims_[claim].parent;
  if (is_word_of(word, {"i", "we", "my", "our", "я", "мы", "ми"})) {
    if (parent < 0) return {};
    return {claims_[static_cast<std::size_t>(parent)].speaker, quoted(word) + " inside that speaker's words"};
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
    return {claims_[static_cast<std::size_t>(parent)].speaker, quoted(word) + " inside that speaker's words"};
  }
  if (person && text_.is_cyrillic(token)) {
    if (std::string known = person_before(gender, token); !known.empty()) {
      last_person_spoke_ = {known, MentionType::kPerson, HowMany::kOne, gender, token};
      return {known, quoted(word) + " is the last person spoken of"};
    }
  }
  if (person && text_.is_cyrillic(token)) {  // every noun has a gender: "она" may be a newspaper
    const bool later = last_body_.sentence > last_one_.sentence && last_body_.gender == gender;
    return nearer(speaker_, later ? last_body_ : last_one_, MentionType::kOther, gender, here, word);
  }
  if (many && parent >= 0 && claims_[static_cast<std::size_t>(parent)].kind == model::ClaimKind::kDirect)
    return {};
  if (person) return nearer(speaker_, last_one_, MentionType::kPerson, gender, here, word);
  if (many)
    return nearer(speaker_.number == HowMany::kOne ? Spoken{} : speaker_,
                  last_many_.name.empty() ? last_body_ : last_many_, MentionType::kOther, gender, here, word);
  return nearer(speaker_.type == MentionType::kOrganisation ? speaker_ : Spoken{}, last_body_,
                MentionType::kOther, gender, here, word);
}

// The last speaker while he is the last spoken of; a person named later takes over. Neither from far away.
Answer SpeakerResolver::nearer(const Spoken& speaker, const Spoken& mentioned, MentionType type,
                               Gender gender, std::uint32_t here, std::string_view word) const {
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

void resolve_speakers(const SpeechText& text, const std::vector<Mention>& mentions,
                      const std::vector<Draft>& drafts, std::vector<model::Claim>& claims) {
  SpeakerResolver(text, mentions, drafts, claims).resolve();
}

}  // namespace muster::extract
