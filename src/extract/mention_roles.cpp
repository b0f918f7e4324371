// People and bodies without a name: "a Western official", "one of the sailors", "the ministry".
#include <algorithm>
#include <array>

#include "extract/mention_finder.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

// "a Western official", "one of the Chinese citizens", "the ministry".
void MentionFinder::take_role(std::uint32_t i) {
  if (!text_.is(i, kPersonNoun | kOfficeNoun | kGroupNoun) || !text_.is_word(i)) return;
  if (i < role_floor_ || text_.is(i, kVerb | kAuxiliary) || (text_.token(i).capital && !starts_sentence(i)))
    return;
  if (i + 1 < text_.size() && text_.is_word(i + 1) && text_.is(i + 1, kPersonNoun | kOfficeNoun) &&
      !text_.is(i + 1, kVerb))
    return;  // "police officer"
  const Range phrase = {role_begin(i), end_of_role(i)};
  if (phrase.first > i ||
      (text_.is(phrase.first, kPossessive) && text_.is(i, kOfficeNoun) && phrase.last - phrase.first < 2))
    return;
  role_floor_ = phrase.last;
  Mention mention;
  mention.role = true;
  mention.span = text_.analysis().span(phrase.first, phrase.last - 1);
  mention.type = text_.is(i, kPersonNoun) && !text_.is(i, kOfficeNoun) ? MentionType::kPerson
                                                                       : MentionType::kOrganisation;
  mention.name = plain_name(mention.span);
  if (mention.type == MentionType::kOrganisation && phrase.last == i + 1) {
    if (const auto last = by_head_.find(std::string(text_.word(i)));
        last != by_head_.end() && text_.word(phrase.first) == "the")
      mention.name = last->second;
  }
  mentions_.push_back(std::move(mention));
}

// "one of", "some of", "13": counts what follows.
bool MentionFinder::counts(std::uint32_t i) const {
  if (text_.is(i, kNumber) || text_.token(i).kind == text::TokenKind::kNumber) return true;
  static constexpr std::array<std::string_view, 9> kQuantities = {"some",    "many", "most", "all", "both",
                                                                  "several", "few",  "none", "один"};
  return std::ranges::find(kQuantities, text_.word(i)) != kQuantities.end();
}

// The first word of the description whose noun stands at `i`: back over adjectives and names to the
// article.
std::uint32_t MentionFinder::role_begin(std::uint32_t i) const {
  const std::uint32_t floor = std::max({role_floor_, text_.sentence(i).first, i > 12 ? i - 12 : 0});
  std::uint32_t first = i;
  while (first > floor) {
    const std::uint32_t t = first - 1;
    const bool counted = text_.word(t) == "of" && t > floor && counts(t - 1);
    const bool closes =
        text_.is(t, kDeterminer | kPossessive | kNumber) || text_.token(t).kind == text::TokenKind::kNumber;
    if ((!text_.is_word(t) && !closes) || (speaks(t) && !text_.token(t).capital)) break;
    if (!counted && (is_grammar(t) || text_.is(t, kVerb | kGerund | kParticiple | kAdverb)) && !closes) break;
    if (text_.is(t, kThat | kRelative) && !text_.is(t, kDeterminer)) break;
    first = t;
    const bool goes_on = t > floor && (text_.word(t - 1) == "of" ? t - 1 > floor && counts(t - 2)
                                                                 : text_.is(t - 1, kDeterminer));
    if (closes && !goes_on && text_.word(t) != "same" && text_.word(t) != "other") break;
  }
  return first;
}

// "for the ministry", "in Kyiv", "of the Chinese army" behind the noun.
std::uint32_t MentionFinder::end_of_role(std::uint32_t i) const {
  const std::uint32_t next = i + 1;
  if (next + 1 >= text_.size() || !text_.is(next, kPreposition) || !text_.is(i, kPersonNoun)) return next;
  const std::string_view preposition = text_.word(next);
  if (preposition != "of" && preposition != "for" && preposition != "at" && preposition != "in" &&
      preposition != "from" && preposition != "with")
    return next;
  Range more = text_.phrase_after(next + 1, text_.sentence(i).last, false);
  for (std::uint32_t k = more.first + 1; k < more.last; ++k) {
    const bool noun = text_.is(k - 1, kDeterminer | kPossessive | kAdjective | kPreposition | kNumber);
    if (speaks(k) && !noun && !text_.token(k).capital) more.last = k;  // "of the suspects | claims"
  }
  return more.empty() || more.last - more.first > 12 ? next : more.last;
}

}  // namespace muster::extract
