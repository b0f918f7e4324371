// Who a source in Russian or Ukrainian means: its name in the nominative, the person last spoken of behind
// "чиновница" and "він".
#include <algorithm>

#include "extract/name_shapes.hpp"
#include "extract/slavic_nominative.hpp"
#include "extract/speaker_resolver.hpp"
#include "text/letters.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

namespace {

constexpr std::uint32_t kFar = 110;  // tokens back to the person a role word means

bool is_initial(const SpeechText& text, std::uint32_t i) {
  return text.is_word(i) && text.token(i).capital && text.raw(i).size() <= 4 && i + 1 < text.size() &&
         text.is_mark(i + 1, ".") && !text.token(i + 1).space_before;
}

Gender as_gender(NameGender gender) {
  return gender == NameGender::kMale     ? Gender::kMale
         : gender == NameGender::kFemale ? Gender::kFemale
                                         : Gender::kAny;
}

Gender gender_of_role(std::string_view word) {
  if (is_word_of(word, {"голова", "глава", "судья", "суддя", "староста", "слуга", "лицо", "премьер"}))
    return Gender::kAny;
  if (is_word_of(word, {"мужчина", "юноша", "дедушка", "дядя"})) return Gender::kMale;
  if (word == "мать" || word == "мати" || word == "дочь") return Gender::kFemale;
  return word.ends_with("а") || word.ends_with("я") ? Gender::kFemale : Gender::kMale;
}

bool is_plural_role(std::string_view word) {
  if (word == "мати") return false;
  return word.ends_with("ы") || word.ends_with("и") || word.ends_with("і") || word.ends_with("ые") ||
         word.ends_with("ие") || word.ends_with("люди");
}

// Words that take up somebody spoken of before; a post ("губернатор", "водитель") may bring in another.
bool takes_up(std::string_view word) {
  for (const std::string_view stem :
       {"чиновни",     "посадов",  "предпринимат", "підприєм",   "бизнес",     "бізнес",   "женщин",
        "жінк",        "мужчин",   "чолові",       "парень",     "хлоп",       "девушк",   "дівчин",
        "юнош",        "юнак",     "подрост",      "підліт",     "политик",    "політик",  "журналист",
        "журналіст",   "обвиня",   "обвинувач",    "подсуд",     "підсуд",     "задерж",   "затрим",
        "подозрева",   "підозрюв", "специалист",   "спеціаліст", "фахів",      "эксперт",  "експерт",
        "банкир",      "банкір",   "пенсион",      "пенсіон",    "потерпе",    "потерпі",  "пострада",
        "постражд",    "учён",     "учен",         "науков",     "активист",   "активіст", "правозащитни",
        "правозахисн", "аналитик", "аналітик",     "медик",      "исследоват", "дослідни", "экономист",
        "економіст",   "фермер",   "депутат",      "спортсмен",  "гляциолог"}) {
    if (word.starts_with(stem)) return true;
  }
  return false;
}

bool agree(Gender a, Gender b) {
  return a == Gender::kAny || b == Gender::kAny || a == b;
}

std::string last_word(std::string_view name) {
  return text::lower(name.substr(name.rfind(' ') + 1));
}

}  // namespace

// Without "сам", "его" and the like in front.
Range SpeakerResolver::without_lead(Range source) const {
  while (source.last - source.first > 1) {
    const bool self = is_word_of(text_.word(source.first), {"сам", "сама", "само", "сами", "самі"});
    if (!self && !text_.is(source.first, kPossessive | kObject)) break;
    ++source.first;
  }
  return source;
}

// "Артура Сивоконя" of "директора Артура Сивоконя", "Г. К. Саркисян": a person's name, not in quotation marks
// and not behind a preposition.
Range SpeakerResolver::person_in(Range core) const {
  Range best;
  for (std::uint32_t i = core.first; i < core.last; ++i) {
    if (text_.quote_opened_at(i) >= 0) {
      i = std::max(i, text_.quote(text_.quote_opened_at(i)).end - 1);
      continue;
    }
    if (!text_.is_word(i) || !text_.token(i).capital) continue;
    std::uint32_t end = i;
    bool initials = false;
    while (end < core.last && ((text_.is_word(end) && text_.token(end).capital) || text_.is_mark(end, "-") ||
                               (end > i && is_initial(text_, end - 1)))) {
      initials |= is_initial(text_, end);
      ++end;
    }
    Range run = {i, end};
    bool behind = i > core.first && text_.is(i - 1, kPreposition);
    if (behind && end > i + 2 && text_.is(i + 1, kFirstName))
      behind = false, ++run.first;                                  // "из Бора Анна Лис"
    for (std::uint32_t k = run.first + 1; k + 1 < run.last; ++k) {  // "Госдумы Инна Лис", "ДСНС Олени Лис"
      const bool first_name = text_.is(k, kFirstName) && !text_.is(run.first, kFirstName) && !initials;
      if (first_name || (text_.token(k - 1).all_capitals && text_.raw(k - 1).size() > 2 && !initials))
        run.first = k;
    }
    i = end > i ? end - 1 : i;
    if (behind || run.last - run.first < 2 || text_.is(run.first, kOfficeNoun | kPersonNoun | kPreposition)) {
      if (!behind && text_.is(run.first, kPersonNoun | kTitle) && run.last - run.first >= 3)
        best = {run.first + 1, run.last};
      continue;
    }
    const bool titled = run.first > core.first && text_.is_word(run.first - 1);
    const bool whole = run == core;
    const bool named = initials || whole || text_.is(run.first, kFirstName) || titled ||
                       looks_like_cyrillic_surname(text_.word(run.last - 1));
    if (named && !text_.token(run.last - 1).all_capitals) best = run;
  }
  return best;
}

std::string SpeakerResolver::written(Range range) const {
  std::string out;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (text_.token(i).space_before && !out.empty()) out += ' ';
    out += text_.raw(i);
  }
  return out;
}

void SpeakerResolver::remember(std::string name, std::uint32_t token, bool spoke) {
  const std::size_t space = name.find(' ');
  if (space == std::string::npos) return;
  const std::uint32_t first = SpeechLexicon::get().find(text::lower(name.substr(0, space))).classes;
  if ((first & (kPersonNoun | kTitle)) != 0 && name.find(' ', space + 1) != std::string::npos)
    name.erase(0, space + 1);
  const Spoken spoken{name, MentionType::kPerson, HowMany::kOne, as_gender(gender_of_name(name)), token};
  people_.push_back(spoken);
  if (spoke) last_person_spoke_ = spoken;
}

// The person of that family name heard before, in whatever case it stands.
std::string SpeakerResolver::known_person(std::string_view family) const {
  const std::string lower = text::lower(family);
  std::vector<std::string> forms = {lower, last_word(nominative_person("А. " + std::string(family)))};
  for (std::size_t i = people_.size(); i-- > 0 && people_.size() - i < 60;) {
    if (std::ranges::find(forms, last_word(people_[i].name)) != forms.end()) return people_[i].name;
  }
  return {};
}

std::string SpeakerResolver::person_before(Gender gender, std::uint32_t token) const {
  const auto fits = [&](const Spoken& s) {
    return !s.name.empty() && agree(s.gender, gender) && token >= s.sentence && token - s.sentence < kFar;
  };
  const Spoken* near = nullptr;
  for (std::size_t i = people_.size(); i-- > 0 && near == nullptr && people_.size() - i < 40;) {
    if (fits(people_[i])) near = &people_[i];
  }
  if (fits(last_person_spoke_) && (near == nullptr || text_.sentence(last_person_spoke_.sentence).first >=
                                                          text_.sentence(near->sentence).first))
    return last_person_spoke_.name;
  return near == nullptr ? std::string() : near->name;
}

Answer SpeakerResolver::slavic_speaker(std::size_t claim, Range whole) {
  const Range source = without_lead(whole);
  const bool oblique = drafts_[claim].oblique;
  const Range core = core_of(source);
  Range name = person_in(core);
  if (name.empty() && core.last + 1 < source.last && !text_.is(core.first, kOfficeNoun))
    name = person_in({core.last + 1, source.last});
  const bool one_word = name.empty() && core.last + 2 == source.last && text_.token(core.last + 1).capital;
  if (one_word && text_.is(core.first, kPersonNoun | kNumber | kPronoun | kDeterminer))
    name = {core.last + 1, source.last};  // "один из рабочих, Фарход"
  if (!name.empty()) {
    const std::string as_written = written(name);
    std::string full = oblique ? nominative_person(as_written) : as_written;
    if (oblique || name.last - name.first > 2) {
      if (std::string known = known_person(text_.raw(name.last - 1)); !known.empty() && oblique)
        full = std::move(known);
    }
    remember(full, source.first, true);
    return {full, full == as_written ? "named" : "named in another case"};
  }
  const bool role = text_.is(core.first, kPersonNoun) && !text_.is(core.first, kOfficeNoun);
  if (core.last - core.first != 1 && role && !oblique)
    return {description(source), std::string(model::kDescribed)};
  if (core.last - core.first != 1)
    return oblique ? Answer{nominative_description(written(core), text_.is_ukrainian()),
                            std::string(model::kDescribed)}
                   : Answer{};
  const std::uint32_t token = core.first;
  if (text_.token(token).capital && !text_.is(token, kPersonNoun | kOfficeNoun | kArtifactNoun)) {
    if (std::string known = known_person(text_.raw(token)); !known.empty()) {
      last_person_spoke_ = {known, MentionType::kPerson, HowMany::kOne, as_gender(gender_of_name(known)),
                            token};
      return {known, "“" + std::string(text_.raw(token)) + "” is the document's short form"};
    }
  }
  if (core.last != source.last)
    return oblique ? Answer{nominative_description(written(core), text_.is_ukrainian()),
                            std::string(model::kDescribed)}
           : role  ? Answer{description(source), std::string(model::kDescribed)}
                   : Answer{};
  return slavic_role(token, oblique);
}

// "чиновница", "обвиняемый" alone: the person last spoken of that the word may mean.
Answer SpeakerResolver::slavic_role(std::uint32_t token, bool oblique) {
  const std::string word = oblique ? nominative_noun(text_.word(token)) : std::string(text_.word(token));
  const bool person = (SpeechLexicon::get().find(word).classes & kPersonNoun) != 0 &&
                      (SpeechLexicon::get().find(word).classes & kOfficeNoun) == 0;
  if (person && !is_plural_role(word)) {
    std::string name;
    if (const auto last = by_head_.find(word); last != by_head_.end() && last->second.contains(' ')) {
      for (const Spoken& one : people_)
        if (one.name == last->second) name = one.name;
    }
    if (name.empty() && takes_up(word)) name = person_before(gender_of_role(word), token);
    if (!name.empty()) return {name, "“" + word + "” is the last person spoken of that it may mean"};
  }
  if (oblique)
    return {nominative_description(written({token, token + 1}), text_.is_ukrainian()),
            std::string(model::kDescribed)};
  return {};
}

}  // namespace muster::extract
