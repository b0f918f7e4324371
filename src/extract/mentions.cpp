#include "extract/mentions.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/mention_finder.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

std::string_view without_possessive(std::string_view bytes) {
  for (const std::string_view ending : {"'s", "’s", "ʼs", "‘s", "'", "’"}) {
    if (bytes.size() > ending.size() && bytes.ends_with(ending))
      return bytes.substr(0, bytes.size() - ending.size());
  }
  return bytes;
}

std::vector<Mention> MentionFinder::find() {
  for (std::uint32_t i = 0; i < text_.size();) {
    const std::uint32_t after_name = take_name(i);
    if (after_name > i) {
      i = after_name;
      continue;
    }
    take_role(i);
    ++i;
  }
  std::ranges::stable_sort(mentions_, [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return std::move(mentions_);
}

// Words that are written with a capital where no sentence starts: names, very likely.
void MentionFinder::note_capitals() {
  for (std::uint32_t i = 1; i < text_.size(); ++i) {
    if (text_.token(i).capital && !starts_sentence(i)) capitals_.insert(without_possessive(text_.word(i)));
  }
}

bool MentionFinder::starts_sentence(std::uint32_t i) const {
  if (i == 0 || text_.sentence(i).first == i) return true;
  return text_.quote_opened_at(i - 1) >= 0 || text_.is_mark(i - 1, ":") || text_.token(i).line_before;
}

bool MentionFinder::is_grammar(std::uint32_t i) const {
  return text_.is(i, kDeterminer | kPossessive | kPronoun | kObject | kPreposition | kCoordinator |
                         kSubordinator | kRelative | kQuestion | kAuxiliary | kNegation | kContraction);
}

// "Sunday", "Sunday's"
bool MentionFinder::is_time(std::uint32_t i) const {
  return (SpeechLexicon::get().find(without_possessive(text_.word(i))).classes & kTime) != 0;
}

// Can a name start with this capitalised word?
bool MentionFinder::starts_name(std::uint32_t i) const {
  if (!text_.is_word(i) || !text_.token(i).capital || (is_time(i) && !text_.is(i, kFirstName))) return false;
  if (is_grammar(i) && !(text_.token(i).all_capitals && text_.word(i) == "us")) return false;
  if (!starts_sentence(i)) return true;
  const bool next = i + 1 < text_.size() && text_.token(i + 1).capital && !text_.token(i + 1).line_before &&
                    !is_grammar(i + 1);
  const bool common = text_.is(i, kAdverb | kAdjective | kVerb | kGerund | kParticiple | kCueNoun) &&
                      !text_.is(i, kFirstName | kNationality);
  if (common) return capitals_.contains(without_possessive(text_.word(i))) && next;
  if (next) return true;
  return text_.is(i, kFirstName | kNationality) || text_.token(i).all_capitals ||
         capitals_.contains(without_possessive(text_.word(i)));
}

// Does the line break before token `i` come from wrapping a long line, and not from a heading?
bool MentionFinder::wraps(std::uint32_t i) const {
  if (text_.token(i).paragraph_before) return false;
  constexpr std::uint32_t kLong = 45;  // bytes
  const std::string_view all = text_.analysis().document.text;
  const std::uint32_t end = text_.token(i - 1).end;
  return end > kLong && !all.substr(end - kLong, kLong).contains('\n') &&
         !all.substr(end - kLong, kLong).contains("   ");
}

bool MentionFinder::is_particle(std::uint32_t i) const {
  static constexpr std::array<std::string_view, 22> kParticles = {
      "al",  "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di",
      "dos", "du",  "el",  "ibn",  "la", "le", "ter", "van",   "von", "zu",  "фон"};
  return std::ranges::find(kParticles, text_.word(i)) != kParticles.end();
}

// One past the capitalised run that starts at `i`, with particles, initials, and "of" in an office's name.
std::uint32_t MentionFinder::end_of_run(std::uint32_t i) const {
  bool office = text_.is(i, kOfficeNoun);
  std::uint32_t end = i + 1;
  const std::uint32_t limit = std::min(text_.size(), i + 14);
  while (end < limit && !text_.token(end).paragraph_before) {
    if (text_.token(end).line_before && !wraps(end)) break;
    if (ends_with_possessive(end - 1) && !owns_office(end)) break;
    const bool capital = text_.is_word(end) && text_.token(end).capital && text_.token(end).space_before;
    if (capital && office && starts_person(end)) break;
    if (capital && !is_grammar(end) && !(text_.is(end, kTime) && !text_.is(end, kFirstName))) {
      office |= text_.is(end, kOfficeNoun);
      ++end;
      continue;
    }
    const std::uint32_t linked = link_end(end, limit, office);
    if (linked == end) break;
    end = linked;
  }
  return end;
}

// "Foreign Ministry spokeswoman" ends before "Anna Lind".
bool MentionFinder::starts_person(std::uint32_t i) const {
  if (i + 1 >= text_.size() || !text_.is(i, kFirstName) || text_.is(i, kOfficeNoun | kNationality))
    return false;
  return text_.is_word(i + 1) && text_.token(i + 1).capital && !text_.is(i + 1, kOfficeNoun | kMediaName) &&
         !is_grammar(i + 1);
}

// "President's Office": the possessor belongs to the name.
bool MentionFinder::owns_office(std::uint32_t i) const {
  return text_.is_word(i) && text_.token(i).capital && text_.is(i, kOfficeNoun);
}

// Past an initial's stop, a particle, "of the", "&": `at` itself where none links to a further capital.
std::uint32_t MentionFinder::link_end(std::uint32_t at, std::uint32_t limit, bool office) const {
  const bool stop = text_.is_mark(at, ".") && !text_.token(at).space_before &&
                    (text_.raw(at - 1).size() <= 2 || text_.is(at - 1, kTitle));
  const bool ampersand = text_.is_mark(at, "&");
  const bool of = office && (text_.word(at) == "of" || text_.word(at) == "for");
  const bool joined = office && text_.word(at) == "and" && !text_.is(at - 1, kOfficeNoun) && at + 1 < limit &&
                      !text_.is(at + 1, kFirstName | kTitle);
  if (!stop && !ampersand && !of && !joined && !is_particle(at)) return at;
  std::uint32_t next = at + 1;
  while (next < limit && next < at + 3 && (is_particle(next) || (of && text_.word(next) == "the"))) ++next;
  const bool capital = next < limit && text_.is_word(next) && text_.token(next).capital &&
                       !is_grammar(next) && (!text_.token(next).line_before || wraps(next));
  return capital ? next + 1 : at;
}

// Takes the name that starts at `i`; returns one past it, or `i`.
std::uint32_t MentionFinder::take_name(std::uint32_t i) {
  if (const std::uint32_t end = take_cyrillic_office(i); end > i) return end;
  if (!starts_name(i)) return i;
  std::uint32_t first = i;
  const std::uint32_t end = end_of_run(i);
  bool titled = false;
  while (first < end && text_.is(first, kTitle) && !is_office_run(first, end)) {
    titled = true;
    ++first;
    while (first < end && text_.is_mark(first, ".")) ++first;
  }
  while (first + 1 < end && text_.is(first, kNationality) && titled) ++first;
  if (first >= end) return titled ? i : end;  // a title alone: perhaps a role
  add_name(first, end, titled || follows_title(first));
  return end;
}

bool MentionFinder::follows_title(std::uint32_t i) const {
  if (i > 0 && text_.is(i - 1, kTitle | kPersonNoun) && !text_.is_mark(i - 1, "."))
    return text_.is_word(i - 1) && !text_.has_possessive_ending(i - 1);
  return i > 1 && text_.is_mark(i - 1, ".") && text_.is(i - 2, kTitle);
}

void MentionFinder::add_name(std::uint32_t first, std::uint32_t end, bool titled) {
  Mention mention;
  mention.span = text_.analysis().span(first, end - 1);
  const std::string_view last = text_.raw(end - 1);
  mention.span.end -= static_cast<std::uint32_t>(last.size() - without_possessive(last).size());
  mention.type = type_of(first, end, titled);
  mention.name = plain_name(mention.span);
  if (std::string known = nominative(first, end);
      !known.empty() && mention.type != MentionType::kOrganisation) {
    mention.type = MentionType::kPerson;
    mention.name = std::move(known);
  }
  const bool article = takes_article(first);
  if (article && mention.type == MentionType::kOrganisation) mention.name = "The " + mention.name;
  name_fully(mention, first, end);
  mentions_.push_back(std::move(mention));
}

// "by The Wall Street Journal": the article is part of the name where it has a capital inside a sentence.
bool MentionFinder::takes_article(std::uint32_t first) const {
  return first > 0 && text_.raw(first - 1) == "The" && !starts_sentence(first - 1);
}

std::string MentionFinder::plain_name(model::Span span) const {
  std::string out;
  bool space = false;
  for (const char c : model::text_at(text_.analysis().document, span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank && space && !out.empty()) out += ' ';
    if (!blank) out += c;
    space = blank;
  }
  return out;
}

bool MentionFinder::speaks(std::uint32_t i) const {
  return i < text_.size() && !SpeechLexicon::get().cues(text_.entry(i)).empty();
}

std::vector<Mention> find_mentions(const Analysis& analysis) {
  return MentionFinder(analysis).find();
}

}  // namespace muster::extract
