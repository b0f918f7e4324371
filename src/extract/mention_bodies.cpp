// The full form that the document gave before, and bodies in Russian and Ukrainian, which need no capital.
#include <algorithm>

#include "extract/mention_finder.hpp"
#include "extract/name_shapes.hpp"

namespace muster::extract {

using namespace word_class;
using model::Mention;
using model::MentionType;

// The full form that the document gave before, and what later mentions will find.
void MentionFinder::name_fully(Mention& mention, std::uint32_t first, std::uint32_t end) {
  const std::string last(without_possessive(text_.word(end - 1)));
  if (mention.type == MentionType::kPerson) {
    const std::string key = text_.is_cyrillic(end - 1) ? stem_of(last) : last;
    if (end - first > 1)
      persons_[key] = mention.name;
    else if (const auto known = persons_.find(key); known != persons_.end())
      mention.name = known->second;
  }
  if (mention.type == MentionType::kOrganisation || mention.type == MentionType::kOther)
    name_organisation(mention, first, end, last);
}

void MentionFinder::name_organisation(Mention& mention, std::uint32_t first, std::uint32_t end,
                                      const std::string& last) {
  const auto known = organisations_.find(end - first == 1 ? last : std::string());
  if (known != organisations_.end() && end - first == 1) {
    mention.name = known->second;
    mention.type = MentionType::kOrganisation;
    return;
  }
  const bool alone = end - first == 1 && first > 0 && text_.word(first - 1) == "the";  // "the Observer"
  if (mention.type == MentionType::kOrganisation && (end - first > 1 || alone))
    fill_from_fuller(mention, last);
  if (end + 2 < text_.size() && text_.is_mark(end, "(") && text_.is_mark(end + 2, ")") &&
      abbreviates(text_.raw(end + 1), mention.name)) {
    organisations_[std::string(text_.word(end + 1))] = mention.name;
    if (mention.type == MentionType::kOther) mention.type = MentionType::kOrganisation;
  }
}

// "the Foreign Ministry" after "the Chinese Foreign Ministry": the last one spoken of that ends alike.
void MentionFinder::fill_from_fuller(Mention& mention, const std::string& head) {
  const auto fuller = by_head_.find(head);
  std::string_view name = mention.name;
  if (name.starts_with("The ")) name.remove_prefix(4);
  const bool same = fuller != by_head_.end() && fuller->second.size() > mention.name.size() + 1 &&
                    fuller->second.ends_with(name) &&
                    fuller->second[fuller->second.size() - name.size() - 1] == ' ';
  if (same)
    mention.name = fuller->second;
  else
    by_head_[head] = mention.name;
}

// "глава администрации Пятихаток Лукьян Обьезный": behind a post the last two capitals are its holder.
std::uint32_t MentionFinder::without_person(std::uint32_t office, std::uint32_t end) const {
  std::uint32_t capitals = 0;
  while (capitals < end - office - 1 && text_.token(end - 1 - capitals).capital) ++capitals;
  return capitals >= 3 && follows_role(office) ? end - 2 : end;
}

// "Министерство обороны Украины", "Генштаб", "МИД Китая", also with a small letter: "министерство обороны".
std::uint32_t MentionFinder::take_cyrillic_office(std::uint32_t i) {
  if (!text_.is_word(i) || !text_.is_cyrillic(i) || !is_office_stem(text_.word(i))) return i;
  std::uint32_t end = i + 1;
  const std::uint32_t limit = std::min(text_.size(), i + 7);
  while (end < limit && text_.is_word(end) && !is_grammar(end) && !speaks(end) && !starts_person(end) &&
         (text_.token(end).capital || looks_genitive(text_.word(end)))) {
    ++end;
  }
  end = without_person(i, end);
  std::uint32_t first = i;
  while (first > 0 && i - first < 2 && text_.is_word(first - 1) && text_.is_cyrillic(first - 1) &&
         is_cyrillic_adjective(text_.word(first - 1)) && !is_grammar(first - 1))
    --first;
  Mention mention;
  mention.span = text_.analysis().span(first, end - 1);
  mention.type = MentionType::kOrganisation;
  mention.name = plain_name(mention.span);
  mention.role = end == i + 1 && !text_.token(i).capital && first == i;
  const std::string head = stem_of(text_.word(i));
  if (!mention.role)
    by_head_[head] = mention.name;
  else if (const auto last = by_head_.find(head); last != by_head_.end())
    mention.name = last->second;
  mentions_.push_back(std::move(mention));
  return end;
}

}  // namespace muster::extract
