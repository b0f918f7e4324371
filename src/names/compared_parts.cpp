#include "names/compared_parts.hpp"

#include <algorithm>

#include "names/alignment.hpp"
#include "names/compare_ways.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::kSame:
      return "same";
    case Relation::kSameReading:
      return "same reading";
    case Relation::kSameMeaning:
      return "same meaning";
    case Relation::kShortForm:
      return "short form";
    case Relation::kNear:
      return "near";
    case Relation::kJoined:
      return "joined";
    case Relation::kInitial:
      return "initial";
    case Relation::kAcronym:
      return "acronym";
    case Relation::kMissing:
      return "missing";
    case Relation::kContradicts:
      return "contradicts";
  }
  return "";
}

std::string_view part_of(const Word& word, bool person) {
  switch (word.role) {
    case WordRole::kParticle:
      return "particle";
    case WordRole::kTitle:
      return "title";
    case WordRole::kGeneration:
      return "generation";
    case WordRole::kLegalForm:
      return "legal form";
    case WordRole::kNumber:
      return "number";
    case WordRole::kInitial:
    case WordRole::kName:
      break;
  }
  if (!person) return word.place ? "place" : "word";
  if (word.patronymic) return "patronymic";
  return word.family ? "family" : "given";
}

struct Side {
  std::string written;
  std::string reading;
};

Side side_of(const std::vector<Word>& words, std::int8_t at, std::uint8_t count, std::uint8_t sound) {
  Side out;
  if (at == kNoWord) return out;
  for (std::size_t i = 0; i < count; ++i) {
    const Word& word = words[static_cast<std::size_t>(at) + i];
    if (i > 0) out.written += ' ';
    out.written += text::to_utf8(word.written);
  }
  const Word& word = words[static_cast<std::size_t>(at)];
  if (count > 1 || word.script == text::Script::kLatin || word.readings.empty()) return out;
  // Sounds are folded readings without repeats: the reading that folds to the sound that agreed.
  const auto agreed = std::ranges::find_if(word.readings, [&](const std::string& reading) {
    return sound < word.sounds.size() && fold_sound(reading) == word.sounds[sound];
  });
  out.reading = agreed == word.readings.end() ? word.readings[0] : *agreed;
  return out;
}

std::vector<ComparedPart> parts_by_words(const NameParts& a, const NameParts& b) {
  const Alignment found = align(a, b, pair_weights());
  std::vector<ComparedPart> out;
  for (const PartMatch& part : found.parts()) {
    Side left = side_of(a.words, part.left, part.left_words, part.left_sound);
    Side right = side_of(b.words, part.right, part.right_words, part.right_sound);
    const Word& word = part.left == kNoWord ? b.words[static_cast<std::size_t>(part.right)]
                                            : a.words[static_cast<std::size_t>(part.left)];
    out.push_back({std::move(left.written), std::move(right.written),
                   part_of(word, may_be_person(a.kind) && may_be_person(b.kind)), to_string(part.relation),
                   std::move(left.reading), std::move(right.reading), double{part.bits}});
  }
  return out;
}

Relation relation_of(const std::vector<SyllableId>& left, const std::vector<SyllableId>& right,
                     bool written_alike) {
  if (left.empty() || right.empty()) return Relation::kMissing;
  if (left != right) return Relation::kContradicts;
  return written_alike ? Relation::kSame : Relation::kSameReading;
}

// The family name or the given name as it stands in the name; the reading where it stands in one word with
// the other.
std::string written_part(const NameParts& name, const ChineseReading& reading, bool family) {
  const std::u32string& hanzi = family ? reading.family_hanzi : reading.given_hanzi;
  if (!hanzi.empty()) return text::to_utf8(hanzi);
  const auto& syllables = family ? reading.family : reading.given;
  if (syllables.empty()) return {};
  const std::size_t count = name.words.size();
  if (count < 2) return display_syllables(syllables);
  const bool two = reading.family.size() == 2 && count > reading.given.size() + 1;  // "Ou Yang Zhenhua"
  const std::size_t of_family = two ? 2 : 1;
  const std::size_t cut = reading.family_first ? of_family : count - of_family;
  const bool head = family == reading.family_first;
  std::string out;
  for (std::size_t i = head ? 0 : cut; i < (head ? cut : count); ++i) {
    if (!out.empty()) out += ' ';
    out += text::to_utf8(name.words[i].written);
  }
  return out;
}

std::vector<ComparedPart> parts_as_chinese(const NameParts& a, const NameParts& b) {
  const ChineseAgreement found = agree(a.chinese, b.chinese);
  const ChineseReading& x = *found.left;
  const ChineseReading& y = *found.right;
  std::vector<ComparedPart> out;
  const auto add = [&](std::string_view part, const auto& left, const auto& right,
                       const std::u32string& left_hanzi, const std::u32string& right_hanzi, double bits) {
    const bool is_family = part == "family";
    const bool hanzi = !left_hanzi.empty() && !right_hanzi.empty();
    const std::string left_reading = display_syllables(left);
    const std::string right_reading = display_syllables(right);
    Relation relation =
        relation_of(left, right, hanzi || (x.origin == y.origin && left_hanzi == right_hanzi));
    if (hanzi && left_hanzi != right_hanzi) relation = Relation::kContradicts;
    out.push_back({written_part(a, x, is_family), written_part(b, y, is_family), part, to_string(relation),
                   left_reading, right_reading, bits});
  };
  const double family =
      found.family_agrees ? double{chinese_tables().surname_bits(x.family)} : found.bits - found.given_bits;
  const double given = found.contradicts && found.family_agrees ? found.bits - family : found.given_bits;
  add("family", x.family, y.family, x.family_hanzi, y.family_hanzi, family);
  if (!x.given.empty() || !y.given.empty())
    add("given", x.given, y.given, x.given_hanzi, y.given_hanzi, given);
  return out;
}

// Family and given name of a Korean name, in the likeliest Hangul of both sides.
std::vector<ComparedPart> parts_as_korean(const NameParts& a, const NameParts& b) {
  const KoreanAgreement found = agree(a.korean, b.korean);
  const auto left = display_parts(*found.left, *found.right);
  const auto right = display_parts(*found.right, *found.left);
  const auto relation = [](bool agrees) {
    return to_string(agrees ? Relation::kSameReading : Relation::kContradicts);
  };
  const bool given = left.second == right.second;
  return {{left.first, right.first, "family", relation(found.family_agrees), left.first, right.first,
           found.bits - found.given_bits},
          {left.second, right.second, "given", relation(given), left.second, right.second, found.given_bits}};
}

}  // namespace

std::vector<ComparedPart> compared_parts(const Name& a, const Name& b) {
  const ChosenWay chosen = choose_way(a.parts(), b.parts(), pair_weights());
  switch (chosen.way) {
    case Way::kNothing:
      return {};
    case Way::kChinese:
      return parts_as_chinese(*chosen.left, *chosen.right);
    case Way::kKorean:
      return parts_as_korean(a.parts(), b.parts());
    case Way::kWords:
    case Way::kForeign:
      break;
  }
  return parts_by_words(*chosen.left, *chosen.right);
}

}  // namespace muster::names
