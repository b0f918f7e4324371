#include "names/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/cross_script.hpp"
#include "names/edits.hpp"
#include "names/parts.hpp"

MUSTER_EMBEDDED(names_word_counts_tsv)
MUSTER_EMBEDDED(names_nicknames_en_tsv)
MUSTER_EMBEDDED(names_nicknames_tsv)
MUSTER_EMBEDDED(names_spellings_tsv)

namespace muster::names {
namespace {

constexpr float kLeastBits = 4;
constexpr float kMostBits = 12;
constexpr double kOtherGender = 0.45;  // for each letter: beyond any typo, short of no match

struct Rewriting {
  std::string_view from;
  std::string_view to;
};

// By first letter; longest first where one opens another.
constexpr Rewriting kSounds[] = {{"ch", "c"}, {"ck", "k"},   {"cz", "c"},      {"dj", "j"},   {"ee", "i"},
                                 {"gh", "g"}, {"j", "i"},    {"kh", "h"},      {"oo", "u"},   {"ou", "u"},
                                 {"ph", "f"}, {"q", "k"},    {"schtsch", "s"}, {"shch", "s"}, {"sch", "s"},
                                 {"sh", "s"}, {"tsch", "c"}, {"tch", "c"},     {"th", "t"},   {"ts", "c"},
                                 {"tz", "c"}, {"w", "v"},    {"x", "ks"},      {"y", "i"},    {"zh", "z"}};

// Where the rules for a letter begin; those of the next letter begin where they end.
constexpr auto kRulesOf = [] {
  std::array<std::uint8_t, 27> from{};
  std::size_t rule = 0;
  for (std::size_t i = 0; i < 26; ++i) {
    from[i] = static_cast<std::uint8_t>(rule);
    while (rule < std::size(kSounds) && kSounds[rule].from[0] == static_cast<char>('a' + i)) ++rule;
  }
  from[26] = static_cast<std::uint8_t>(rule);
  return from;
}();
static_assert(kRulesOf[26] == std::size(kSounds));

// The first letters are the same.
bool opens(std::string_view reading, std::string_view from) {
  if (from.size() > reading.size()) return false;
  for (std::size_t i = 1; i < from.size(); ++i) {
    if (reading[i] != from[i]) return false;
  }
  return true;
}

const Rewriting* rule_at(std::string_view reading) {
  const auto letter = static_cast<std::size_t>(reading[0] - 'a');
  if (letter >= 26) return nullptr;
  for (std::size_t rule = kRulesOf[letter]; rule < kRulesOf[letter + 1]; ++rule) {
    if (opens(reading, kSounds[rule].from)) return &kSounds[rule];
  }
  return nullptr;
}

bool is_vowel(char c) {
  return std::string_view("aeiou").contains(c);
}

const std::unordered_map<std::string_view, float>& word_bits() {
  static const auto table = [] {
    std::unordered_map<std::string_view, float> bits;
    float people = 1;
    base::for_each_row(MUSTER_BYTES(names_word_counts_tsv), [&](const std::vector<std::string_view>& cells) {
      float count = 1;
      std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), count);
      if (cells[0] == "!people") people = count;
      bits[cells[0]] = std::clamp(std::log2(people / count), kLeastBits, kMostBits);
    });
    return bits;
  }();
  return table;
}

const std::unordered_map<std::string_view, std::vector<std::uint16_t>>& nicknames() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::vector<std::uint16_t>> lines;
    std::uint16_t line = 0;
    const auto read = [&](const std::vector<std::string_view>& cells) {
      for (const std::string_view cell : cells) {
        std::vector<std::uint16_t>& of_name = lines[cell];
        if (of_name.empty() || of_name.back() != line) of_name.push_back(line);
      }
      ++line;
    };
    base::for_each_row(MUSTER_BYTES(names_nicknames_en_tsv), read);
    base::for_each_row(MUSTER_BYTES(names_nicknames_tsv), read);
    return lines;
  }();
  return table;
}

bool share_nickname(const Word& a, const Word& b) {
  return std::ranges::any_of(
      a.nicknames, [&](std::uint16_t line) { return std::ranges::binary_search(b.nicknames, line); });
}

constexpr std::string_view kPatronymicEndings[] = {"ovic", "evic", "ivic", "ovna", "evna", "ivna"};
constexpr std::size_t kShortestPatronymic = 7;

std::string_view without_patronymic_ending(std::string_view word) {
  for (const std::string_view ending : kPatronymicEndings) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

// Ivanov, Ivanova; Zelensky, Zelenskaya: a man and a woman of one family.
bool differ_in_gender(std::string_view a, std::string_view b) {
  const std::string_view man = a.size() < b.size() ? a : b;
  const std::string_view woman = a.size() < b.size() ? b : a;
  if (woman.ends_with("skaia"))
    return man.starts_with(woman.substr(0, woman.size() - 3)) && man.ends_with('i');
  const bool possessive =
      man.size() > 4 && (man.ends_with("ov") || man.ends_with("ev") || man.ends_with("in"));
  return possessive && woman.size() == man.size() + 1 && woman.starts_with(man) && woman.ends_with('a');
}

constexpr float kByScheme = 16;  // bits, at least, of a word that a scheme prescribes
constexpr float kSameBits = 2;
constexpr float kNearShare = 0.3F;  // Maria, Marina
constexpr double kTooFar = 1000;
constexpr std::size_t kShortestNear = 3;  // shorter words that differ are other words

// The cost between two folded words; kTooFar where more than half of the letters differ.
double sound_cost(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t most = longer / 2;
  if (longer < kShortestNear) return kTooFar;
  if (longer - shorter > most || levenshtein(a, b) > most) return kTooFar;
  return edit_cost(a, b, static_cast<double>(longer));
}

// Hangul and Hanzi write a syllable a sign, Hebrew and Arabic leave the vowels out: there a sign says more.
double weight_of_letter(text::Script script) {
  switch (script) {
    case text::Script::kHan:
    case text::Script::kHangul:
      return 2.5;
    case text::Script::kArabic:
    case text::Script::kHebrew:
      return 1.4;
    default:
      return 1;
  }
}

// Two words of one script that we do not read letter by letter: by the letters as written.
WordMatch match_as_written(const Word& a, const Word& b) {
  const std::size_t longer = std::max(a.written.size(), b.written.size());
  const std::size_t edits = levenshtein(a.written, b.written);
  if (edits > longer / 2) return {};
  return {Relation::kNear, weight_of_letter(a.script) * static_cast<double>(edits)};
}

bool is_read_by_letters(text::Script script) {
  return script == text::Script::kLatin || script == text::Script::kCyrillic ||
         script == text::Script::kGreek;
}

std::string_view without(std::string_view sound, bool patronymic_ending) {
  return patronymic_ending ? without_patronymic_ending(sound) : sound;
}

// The best pair of readings of two words that are not spelled alike.
WordMatch match_sounds(const Word& a, const Word& b) {
  WordMatch best;
  double least = kTooFar;
  const bool patronymics = a.patronymic && b.patronymic;
  for (std::size_t i = 0; i < a.sounds.size(); ++i) {
    for (std::size_t j = 0; j < b.sounds.size(); ++j) {
      const std::string_view x = a.sounds[i];
      const std::string_view y = b.sounds[j];
      const auto left = static_cast<std::uint8_t>(i);
      const auto right = static_cast<std::uint8_t>(j);
      if (x == y) return {Relation::kSameReading, 0, left, right};
      const double longer = static_cast<double>(std::max(x.size(), y.size()));
      if (differ_in_gender(x, y)) return {Relation::kNear, kOtherGender * longer, left, right};
      const double cost = sound_cost(without(x, patronymics), without(y, patronymics));
      if (cost >= least) continue;
      least = cost;
      best = {Relation::kNear, cost, left, right};
    }
  }
  return best;
}

bool differ_in_gender(const Word& a, const Word& b) {
  return std::ranges::any_of(a.sounds, [&](const std::string& x) {
    return std::ranges::any_of(b.sounds, [&](const std::string& y) { return differ_in_gender(x, y); });
  });
}

// Words in different scripts. What schemes prescribe counts first, then what was learned; how words that only
// resemble each other sound is asked where schemes are good for it.
WordMatch match_across_scripts(const Word& a, const Word& b) {
  const LearnedMatch learned = learned_match(a, b);
  const bool by_schemes = is_read_by_letters(a.script) && is_read_by_letters(b.script);
  if (learned.bits == kNotLearned) return match_sounds(a, b);
  WordMatch match{Relation::kContradicts};
  if (by_schemes) {
    match = match_sounds(a, b);
    if (match.relation == Relation::kSameReading) {
      match.learned = std::max(learned.bits, kByScheme);
      match.learned_share = std::max(learned.share, 1.0F);
      return match;
    }
    if (differ_in_gender(a, b)) return match;
  }
  if (learned.share >= kSameShare && learned.bits > kSameBits) {
    match = {Relation::kSameReading};
  } else if (learned.share >= kNearShare && learned.bits > 0) {
    match = {Relation::kNear};
  } else if (match.relation == Relation::kNear) {
    return match;  // schemes find more than was learned
  }
  match.learned = learned.bits;
  match.learned_share = learned.share;
  return match;
}

char sound_class(char c) {
  switch (c) {
    case 'b':
    case 'p':
      return 'P';
    case 'f':
    case 'v':
      return 'F';
    case 'd':
    case 't':
      return 'T';
    case 'g':
    case 'k':
    case 'h':
    case 'q':
      return 'K';
    case 's':
    case 'z':
    case 'c':
      return 'S';
    case 'm':
    case 'n':
      return 'M';
    case 'l':
      return 'L';
    case 'r':
      return 'R';
    default:
      return 0;
  }
}

}  // namespace

std::string fold_sound(std::string_view reading) {
  std::string out;
  out.reserve(reading.size());
  for (std::size_t at = 0; at < reading.size();) {
    const Rewriting* rule = rule_at(reading.substr(at));
    const std::string_view sound = rule == nullptr ? reading.substr(at, 1) : rule->to;
    for (const char c : sound) {
      if (out.empty() || out.back() != c) out += c;
    }
    at += rule == nullptr ? 1 : rule->from.size();
  }
  return out;
}

WordMatch match_words(const Word& a, const Word& b) {
  const auto same_or = [](bool same, Relation otherwise) {
    return WordMatch{same ? Relation::kSame : otherwise};
  };
  if (a.number >= 0 && b.number >= 0) return same_or(a.number == b.number, Relation::kContradicts);
  if (a.number >= 0 || b.number >= 0) return same_or(a.written == b.written, Relation::kContradicts);
  if (a.written == b.written) return {Relation::kSame};
  if (a.meaning != 0 && b.meaning != 0 && a.role == b.role)
    return {a.meaning == b.meaning ? Relation::kSameMeaning : Relation::kContradicts};
  if (a.script == b.script && !is_read_by_letters(a.script)) return match_as_written(a, b);
  if (a.readings.empty() || b.readings.empty()) return {};
  if (a.readings[0] == b.readings[0] && a.script == b.script) return {Relation::kSame};
  const WordMatch best = a.script == b.script ? match_sounds(a, b) : match_across_scripts(a, b);
  return best.relation != Relation::kSameReading && share_nickname(a, b) ? WordMatch{Relation::kShortForm}
                                                                         : best;
}

void add_new(std::vector<std::string>& to, std::string_view reading) {
  if (!reading.empty() && std::ranges::find(to, reading) == to.end()) to.emplace_back(reading);
}

bool is_patronymic(std::string_view sound) {
  return sound.size() >= kShortestPatronymic && without_patronymic_ending(sound).size() < sound.size();
}

std::vector<std::uint16_t> nickname_lines(std::string_view reading) {
  const auto found = nicknames().find(reading);
  return found == nicknames().end() ? std::vector<std::uint16_t>{} : found->second;
}

std::string_view usual_spelling(std::string_view reading) {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> spellings;
    base::for_each_row(MUSTER_BYTES(names_spellings_tsv), [&](const std::vector<std::string_view>& cells) {
      for (const std::string_view other : base::cells_of(cells[1], ' ')) spellings.emplace(other, cells[0]);
    });
    return spellings;
  }();
  const auto found = table.find(reading);
  return found == table.end() ? std::string_view() : found->second;
}

float rarity_bits(std::string_view reading) {
  const auto found = word_bits().find(reading);
  return found == word_bits().end() ? kMostBits : found->second;
}

std::string skeleton(std::string_view reading) {
  const std::string sound = fold_sound(reading);
  std::string out;
  if (!sound.empty() && is_vowel(sound[0])) out += 'A';
  for (const char c : sound) {
    const char k = sound_class(c);
    if (k != 0 && (out.empty() || out.back() != k)) out += k;
  }
  return out.substr(0, 6);
}

}  // namespace muster::names
