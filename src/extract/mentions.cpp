#include "extract/mentions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/name_shapes.hpp"
#include "extract/speech_text.hpp"
#include "names/inflection.hpp"
#include "text/letters.hpp"

namespace muster::extract {
namespace {

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

class Finder {
 public:
  explicit Finder(const Analysis& analysis) : text_(analysis) { note_capitals(); }

  std::vector<Mention> find() {
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

 private:
  // Words that are written with a capital where no sentence starts: names, very likely.
  void note_capitals() {
    for (std::uint32_t i = 1; i < text_.size(); ++i) {
      if (text_.token(i).capital && !starts_sentence(i)) capitals_.insert(without_possessive(text_.word(i)));
    }
  }

  [[nodiscard]] bool starts_sentence(std::uint32_t i) const {
    if (i == 0 || text_.sentence(i).first == i) return true;
    return text_.quote_opened_at(i - 1) >= 0 || text_.is_mark(i - 1, ":") || text_.token(i).line_before;
  }

  [[nodiscard]] bool is_grammar(std::uint32_t i) const {
    return text_.is(i, kDeterminer | kPossessive | kPronoun | kObject | kPreposition | kCoordinator |
                           kSubordinator | kRelative | kQuestion | kAuxiliary | kNegation | kContraction);
  }

  [[nodiscard]] bool is_time(std::uint32_t i) const {  // "Sunday", "Sunday's"
    return (SpeechLexicon::get().find(without_possessive(text_.word(i))).classes & kTime) != 0;
  }

  // Can a name start with this capitalised word?
  [[nodiscard]] bool starts_name(std::uint32_t i) const {
    if (!text_.is_word(i) || !text_.token(i).capital || (is_time(i) && !text_.is(i, kFirstName)))
      return false;
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
  [[nodiscard]] bool wraps(std::uint32_t i) const {
    if (text_.token(i).paragraph_before) return false;
    constexpr std::uint32_t kLong = 45;  // bytes
    const std::string_view all = text_.analysis().document.text;
    const std::uint32_t end = text_.token(i - 1).end;
    return end > kLong && !all.substr(end - kLong, kLong).contains('\n') &&
           !all.substr(end - kLong, kLong).contains("   ");
  }

  [[nodiscard]] bool is_particle(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 22> kParticles = {
        "al",  "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di",
        "dos", "du",  "el",  "ibn",  "la", "le", "ter", "van",   "von", "zu",  "фон"};
    return std::ranges::find(kParticles, text_.word(i)) != kParticles.end();
  }

  // One past the capitalised run that starts at `i`, with particles, initials, and "of" in an office's name.
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t i) const {
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
  [[nodiscard]] bool starts_person(std::uint32_t i) const {
    if (i + 1 >= text_.size() || !text_.is(i, kFirstName) || text_.is(i, kOfficeNoun | kNationality))
      return false;
    return text_.is_word(i + 1) && text_.token(i + 1).capital && !text_.is(i + 1, kOfficeNoun | kMediaName) &&
           !is_grammar(i + 1);
  }

  [[nodiscard]] bool ends_with_possessive(std::uint32_t i) const { return text_.word(i).ends_with("'s"); }
  // "President's Office": the possessor belongs to the name.
  [[nodiscard]] bool owns_office(std::uint32_t i) const {
    return text_.is_word(i) && text_.token(i).capital && text_.is(i, kOfficeNoun);
  }

  // Past an initial's stop, a particle, "of the", "&": `at` itself where none links to a further capital.
  [[nodiscard]] std::uint32_t link_end(std::uint32_t at, std::uint32_t limit, bool office) const {
    const bool stop = text_.is_mark(at, ".") && !text_.token(at).space_before &&
                      (text_.raw(at - 1).size() <= 2 || text_.is(at - 1, kTitle));
    const bool ampersand = text_.is_mark(at, "&");
    const bool of = office && (text_.word(at) == "of" || text_.word(at) == "for");
    const bool joined = office && text_.word(at) == "and" && !text_.is(at - 1, kOfficeNoun) &&
                        at + 1 < limit && !text_.is(at + 1, kFirstName | kTitle);
    if (!stop && !ampersand && !of && !joined && !is_particle(at)) return at;
    std::uint32_t next = at + 1;
    while (next < limit && next < at + 3 && (is_particle(next) || (of && text_.word(next) == "the"))) ++next;
    const bool capital = next < limit && text_.is_word(next) && text_.token(next).capital &&
                         !is_grammar(next) && (!text_.token(next).line_before || wraps(next));
    return capital ? next + 1 : at;
  }

  // Takes the name that starts at `i`; returns one past it, or `i`.
  std::uint32_t take_name(std::uint32_t i) {
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

  [[nodiscard]] bool follows_title(std::uint32_t i) const {
    if (i > 0 && text_.is(i - 1, kTitle | kPersonNoun) && !text_.is_mark(i - 1, "."))
      return text_.is_word(i - 1) && !text_.has_possessive_ending(i - 1);
    return i > 1 && text_.is_mark(i - 1, ".") && text_.is(i - 2, kTitle);
  }

  [[nodiscard]] bool is_office_run(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t i = first; i < end; ++i) {
      if (text_.is(i, kOfficeNoun | kMediaName) && text_.is_word(i)) return true;
    }
    return false;
  }

  void add_name(std::uint32_t first, std::uint32_t end, bool titled) {
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
  [[nodiscard]] bool takes_article(std::uint32_t first) const {
    return first > 0 && text_.raw(first - 1) == "The" && !starts_sentence(first - 1);
  }

  [[nodiscard]] std::string plain_name(model::Span span) const {
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

  [[nodiscard]] MentionType type_of(std::uint32_t first, std::uint32_t end, bool titled) const {
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
  [[nodiscard]] bool stands_beside_role(std::uint32_t first, std::uint32_t end) const {
    if (first > 1 && text_.is_mark(first - 1, ",") && !text_.token(first).paragraph_before)
      if (describes_person(text_.phrase_before(first - 1, text_.sentence(first).first))) return true;
    if (end + 1 >= text_.size() || !text_.is_mark(end, ",")) return false;
    const Range behind = text_.phrase_after(end + 1, text_.sentence(end).last, false);
    return !behind.empty() && text_.is(behind.first, kDeterminer | kPossessive | kPersonNoun) &&
           describes_person(behind);
  }

  // Is the head, the noun before the first preposition, a person's, of one person and with no name?
  [[nodiscard]] bool describes_person(Range phrase) const {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
      const bool head = i + 1 == phrase.last || text_.is(i + 1, kPreposition);
      if (head)
        return text_.is(i, kPersonNoun) && !text_.word(i).ends_with("s") && phrase.last - phrase.first < 12;
    }
    return false;
  }

  // "Мэр города Игнат Солодовник": a post, what it is the post of, and the name.
  [[nodiscard]] bool follows_role(std::uint32_t first) const {
    const std::uint32_t floor = std::max(text_.sentence(first).first, first > 4 ? first - 4 : 0);
    for (std::uint32_t i = first; i-- > floor;) {
      if (text_.is(i, kPersonNoun)) return true;
      if (!text_.is_word(i) || is_grammar(i) || speaks(i)) return false;
    }
    return false;
  }

  [[nodiscard]] MentionType cyrillic_type(std::uint32_t first, std::uint32_t end) const {
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
  [[nodiscard]] std::string nominative(std::uint32_t first, std::uint32_t end) const {
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
  static bool changes_woman_to_man(const std::string& written, const std::string& candidate) {
    const std::string_view surname = std::string_view(written).substr(written.rfind(' '));
    const bool vowel = surname.ends_with("а") || surname.ends_with("я") || surname.ends_with("о") ||
                       surname.ends_with("у") || surname.ends_with("ю") || surname.ends_with("и");
    return candidate != written && !vowel && candidate.ends_with(surname);
  }

  static bool is_first_name(std::string_view word) {
    return (SpeechLexicon::get().find(text::lower(word)).classes & kFirstName) != 0;
  }

  [[nodiscard]] bool is_country(std::uint32_t first, std::uint32_t end) const {
    return is_country_name(
               model::text_at(text_.analysis().document, text_.analysis().span(first, end - 1))) ||
           (end == first + 1 && is_country_name(without_possessive(text_.raw(first))));
  }

  [[nodiscard]] bool follows_place_word(std::uint32_t i) const {
    if (i == 0) return false;
    const std::string_view before = text_.word(i - 1);
    return before == "in" || before == "near" || before == "at" || before == "from" || before == "outside" ||
           before == "в" || before == "у" || before == "під" || before == "біля" || before == "под" ||
           before == "возле";
  }

  // "Petro Dub, 58," and "Petro Dub, who".
  [[nodiscard]] bool has_age(std::uint32_t end) const {
    if (end + 2 >= text_.size() || !text_.is_mark(end, ",")) return false;
    const bool number =
        text_.token(end + 1).kind == text::TokenKind::kNumber && text_.raw(end + 1).size() == 2;
    return (number && text_.is_mark(end + 2, ",")) || text_.word(end + 1) == "who";
  }

  [[nodiscard]] bool speaks(std::uint32_t i) const {
    return i < text_.size() && !SpeechLexicon::get().cues(text_.entry(i)).empty();
  }

  // The full form that the document gave before, and what later mentions will find.
  void name_fully(Mention& mention, std::uint32_t first, std::uint32_t end) {
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

  void name_organisation(Mention& mention, std::uint32_t first, std::uint32_t end, const std::string& last) {
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
  void fill_from_fuller(Mention& mention, const std::string& head) {
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
  [[nodiscard]] std::uint32_t without_person(std::uint32_t office, std::uint32_t end) const {
    std::uint32_t capitals = 0;
    while (capitals < end - office - 1 && text_.token(end - 1 - capitals).capital) ++capitals;
    return capitals >= 3 && follows_role(office) ? end - 2 : end;
  }

  // "Министерство обороны Украины", "Генштаб", "МИД Китая", also with a small letter: "министерство обороны".
  std::uint32_t take_cyrillic_office(std::uint32_t i) {
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

  // "a Western official", "one of the Chinese citizens", "the ministry".
  void take_role(std::uint32_t i) {
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
  [[nodiscard]] bool counts(std::uint32_t i) const {
    if (text_.is(i, kNumber) || text_.token(i).kind == text::TokenKind::kNumber) return true;
    static constexpr std::array<std::string_view, 9> kQuantities = {"some",    "many", "most", "all", "both",
                                                                    "several", "few",  "none", "один"};
    return std::ranges::find(kQuantities, text_.word(i)) != kQuantities.end();
  }

  // The first word of the description whose noun stands at `i`: back over adjectives and names to the
  // article.
  [[nodiscard]] std::uint32_t role_begin(std::uint32_t i) const {
    const std::uint32_t floor = std::max({role_floor_, text_.sentence(i).first, i > 12 ? i - 12 : 0});
    std::uint32_t first = i;
    while (first > floor) {
      const std::uint32_t t = first - 1;
      const bool counted = text_.word(t) == "of" && t > floor && counts(t - 1);
      const bool closes =
          text_.is(t, kDeterminer | kPossessive | kNumber) || text_.token(t).kind == text::TokenKind::kNumber;
      if ((!text_.is_word(t) && !closes) || (speaks(t) && !text_.token(t).capital)) break;
      if (!counted && (is_grammar(t) || text_.is(t, kVerb | kGerund | kParticiple | kAdverb)) && !closes)
        break;
      if (text_.is(t, kThat | kRelative) && !text_.is(t, kDeterminer)) break;
      first = t;
      const bool goes_on = t > floor && (text_.word(t - 1) == "of" ? t - 1 > floor && counts(t - 2)
                                                                   : text_.is(t - 1, kDeterminer));
      if (closes && !goes_on && text_.word(t) != "same" && text_.word(t) != "other") break;
    }
    return first;
  }

  // "for the ministry", "in Kyiv", "of the Chinese army" behind the noun.
  [[nodiscard]] std::uint32_t end_of_role(std::uint32_t i) const {
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

  SpeechText text_;
  std::vector<Mention> mentions_;
  std::unordered_set<std::string_view> capitals_;
  std::unordered_map<std::string, std::string> persons_;        // family name -> full name
  std::unordered_map<std::string, std::string> organisations_;  // abbreviation -> name
  std::unordered_map<std::string, std::string> by_head_;        // "ministry" -> the last one named
  std::uint32_t role_floor_ = 0;
};

}  // namespace

std::vector<Mention> find_mentions(const Analysis& analysis) {
  return Finder(analysis).find();
}

}  // namespace muster::extract
