// What a name names: a person, a body, a place, a nationality.
#include <algorithm>

#include "extract/mention_finder.hpp"
#include "extract/name_shapes.hpp"
#include "names/inflection.hpp"
#include "text/letters.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

bool MentionFinder::is_office_run(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i < end; ++i) {
    if (text_.is(i, kOfficeNoun | kMediaName) && text_.is_word(i)) return true;
  }
  return false;
}

MentionType MentionFinder::type_of(std::uint32_t first, std::uint32_t end, bool titled) const {
  const std::uint32_t words = end - first;
  if (words == 1 && text_.is(first, kNationality)) return MentionType::kNationality;
  if (is_country(first, end)) return MentionType::kPlace;
  if (is_office_run(first, end)) return MentionType::kOrganisation;
  if (titled) return MentionType::kPerson;
  if (text_.is_cyrillic(first)) return cyrillic_type(first, end);
  if (words > 1 && words < 6 && text_.is(first, kFirstName)) return MentionType::kPerson;
  if (words > 1 && words < 5 && stands_beside_role(first, end)) return MentionType::kPerson;
  if (words == 1 && persons_.contains(std::string(without_possessive(text_.word(first)))))
    return MentionType::kPerson;
  if (words == 1 && text_.token(first).all_capitals && text_.raw(first).size() <= 8)
    return MentionType::kOrganisation;
  if (organisations_.contains(std::string(without_possessive(text_.word(end - 1)))))
    return MentionType::kOrganisation;
  if (has_age(end) && words < 5) return MentionType::kPerson;
  if (follows_place_word(first)) return MentionType::kPlace;
  if (words > 1 && words < 5 && (speaks(end) || has_age(end))) return MentionType::kPerson;
  return MentionType::kOther;
}

// "The governor of the province, Marek Tuliszewski," and "Marek Tuliszewski, the governor".
bool MentionFinder::stands_beside_role(std::uint32_t first, std::uint32_t end) const {
  if (first > 1 && text_.is_mark(first - 1, ",") && !text_.token(first).paragraph_before)
    if (describes_person(text_.phrase_before(first - 1, text_.sentence(first).first))) return true;
  if (end + 1 >= text_.size() || !text_.is_mark(end, ",")) return false;
  const Range behind = text_.phrase_after(end + 1, text_.sentence(end).last, false);
  return !behind.empty() && text_.is(behind.first, kDeterminer | kPossessive | kPersonNoun) &&
         describes_person(behind);
}

// Is the head, the noun before the first preposition, a person's, of one person and with no name?
bool MentionFinder::describes_person(Range phrase) const {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const bool head = i + 1 == phrase.last || text_.is(i + 1, kPreposition);
    if (head)
      return text_.is(i, kPersonNoun) && !text_.word(i).ends_with("s") && phrase.last - phrase.first < 12;
  }
  return false;
}

// "Мэр города Игнат Солодовник": a post, what it is the post of, and the name.
bool MentionFinder::follows_role(std::uint32_t first) const {
  const std::uint32_t floor = std::max(text_.sentence(first).first, first > 4 ? first - 4 : 0);
  for (std::uint32_t i = first; i-- > floor;) {
    if (text_.is(i, kPersonNoun)) return true;
    if (!text_.is_word(i) || is_grammar(i) || speaks(i)) return false;
  }
  return false;
}

MentionType MentionFinder::cyrillic_type(std::uint32_t first, std::uint32_t end) const {
  const std::uint32_t words = end - first;
  if (words > 1 && words < 5 &&
      (text_.is(first, kFirstName) || looks_like_cyrillic_surname(text_.word(end - 1)) ||
       is_patronymic(text_.word(first + 1)) || (words < 4 && follows_role(first)))) {
    return MentionType::kPerson;
  }
  if (words == 1 && persons_.contains(stem_of(text_.word(first)))) return MentionType::kPerson;
  if (words == 1 && text_.token(first).all_capitals) return MentionType::kOrganisation;
  if (follows_place_word(first)) return MentionType::kPlace;
  return MentionType::kOther;
}

// "Оксана Дзюба" for "Оксани Дзюби": the likeliest nominative whose first or last word is a first name we
// know. Empty where there is none.
std::string MentionFinder::nominative(std::uint32_t first, std::uint32_t end) const {
  if (end - first < 2 || end - first > 4 || !text_.is_cyrillic(first)) return {};
  for (std::uint32_t i = first; i < end; ++i) {
    if (!text_.is_word(i) || !text_.token(i).capital) return {};
  }
  const std::string written = plain_name(text_.analysis().span(first, end - 1));
  for (std::string& candidate : names::nominatives(written)) {
    const std::size_t space = candidate.find(' ');
    const std::size_t last = candidate.rfind(' ');
    if (space == std::string::npos || changes_woman_to_man(written, candidate)) continue;
    if (is_first_name(candidate.substr(0, space)) || is_first_name(candidate.substr(last + 1)))
      return std::move(candidate);
  }
  return {};
}

// "Олеся Вовчук" is no genitive of "Олесь Вовчук": a man's family name changes too.
bool MentionFinder::changes_woman_to_man(const std::string& written, const std::string& candidate) {
  const std::string_view surname = std::string_view(written).substr(written.rfind(' '));
  const bool vowel = surname.ends_with("а") || surname.ends_with("я") || surname.ends_with("о") ||
                     surname.ends_with("у") || surname.ends_with("ю") || surname.ends_with("и");
  return candidate != written && !vowel && candidate.ends_with(surname);
}

bool MentionFinder::is_first_name(std::string_view word) {
  return (SpeechLexicon::get().find(text::lower(word)).classes & kFirstName) != 0;
}

bool MentionFinder::is_country(std::uint32_t first, std::uint32_t end) const {
  return is_country_name(model::text_at(text_.analysis().document, text_.analysis().span(first, end - 1))) ||
         (end == first + 1 && is_country_name(without_possessive(text_.raw(first))));
}

bool MentionFinder::follows_place_word(std::uint32_t i) const {
  if (i == 0) return false;
  const std::string_view before = text_.word(i - 1);
  return before == "in" || before == "near" || before == "at" || before == "from" || before == "outside" ||
         before == "в" || before == "у" || before == "під" || before == "біля" || before == "под" ||
         before == "возле";
}

// "Petro Dub, 58," and "Petro Dub, who".
bool MentionFinder::has_age(std::uint32_t end) const {
  if (end + 2 >= text_.size() || !text_.is_mark(end, ",")) return false;
  const bool number = text_.token(end + 1).kind == text::TokenKind::kNumber && text_.raw(end + 1).size() == 2;
  return (number && text_.is_mark(end + 2, ",")) || text_.word(end + 1) == "who";
}

}  // namespace muster::extract
