#include "names/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/parts.hpp"

MUSTER_EMBEDDED(names_word_counts_tsv)
MUSTER_EMBEDDED(names_nicknames_en_tsv)

namespace muster::names {
namespace {

constexpr float kLeastBits = 4;
constexpr float kMostBits = 12;
constexpr std::size_t kLongestWord = 40;
constexpr double kMostRelative = 0.26;  // edit cost for each letter of the longer word
constexpr double kOtherSpelling = 0.1;
constexpr double kNickname = 0.5;
constexpr double kOtherGender = 0.3;  // for each letter: beyond any typo, short of no match

struct Rewriting {
  std::string_view from;
  std::string_view to;
};

// Longest first where one opens another.
constexpr Rewriting kSounds[] = {{"schtsch", "s"}, {"tsch", "c"}, {"shch", "s"}, {"sch", "s"}, {"tch", "c"},
                                 {"zh", "z"},      {"sh", "s"},   {"ch", "c"},   {"kh", "h"},  {"gh", "g"},
                                 {"ph", "f"},      {"th", "t"},   {"ts", "c"},   {"tz", "c"},  {"cz", "c"},
                                 {"ck", "k"},      {"dj", "j"},   {"ou", "u"},   {"oo", "u"},  {"ee", "i"},
                                 {"x", "ks"},      {"q", "k"},    {"w", "v"},    {"y", "i"},   {"j", "i"}};

bool is_vowel(char c) {
  return std::string_view("aeiou").contains(c);
}

// Letters of one class are easily taken for each other.
constexpr std::string_view kNeighbours[] = {"ckq", "csz", "kgh", "td", "bp", "fv", "mn", "zi"};

double change_cost(char a, char b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return 0.5;
  const bool neighbours = std::ranges::any_of(
      kNeighbours, [&](std::string_view letters) { return letters.contains(a) && letters.contains(b); });
  return neighbours ? 0.6 : 1;
}

double drop_cost(char c) {
  return c == 'i' ? 0.4 : c == 'h' ? 0.5 : is_vowel(c) ? 0.6 : 1;
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
    base::for_each_row(MUSTER_BYTES(names_nicknames_en_tsv), [&](const std::vector<std::string_view>& cells) {
      for (const std::string_view cell : cells) {
        std::vector<std::uint16_t>& of_name = lines[cell];
        if (of_name.empty() || of_name.back() != line) of_name.push_back(line);
      }
      ++line;
    });
    return lines;
  }();
  return table;
}

bool share_nickname(const Word& a, const Word& b) {
  return std::ranges::any_of(
      a.nicknames, [&](std::uint16_t line) { return std::ranges::binary_search(b.nicknames, line); });
}

std::string_view without_patronymic_ending(std::string_view word) {
  for (const std::string_view ending : {"ovic", "evic", "ovna", "evna", "ivna"}) {
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

double sound_cost(std::string_view a, std::string_view b) {
  const double limit = kMostRelative * static_cast<double>(std::max(a.size(), b.size())) + 0.01;
  const double cost = edit_cost(a, b, limit);
  return cost > limit ? kNoMatch : cost;
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
  for (std::size_t at = 0; at < reading.size();) {
    const auto rule = std::ranges::find_if(
        kSounds, [&](const Rewriting& r) { return reading.substr(at).starts_with(r.from); });
    const std::string_view sound = rule == std::end(kSounds) ? reading.substr(at, 1) : rule->to;
    for (const char c : sound) {
      if (out.empty() || out.back() != c) out += c;
    }
    at += rule == std::end(kSounds) ? 1 : rule->from.size();
  }
  return out;
}

double edit_cost(std::string_view a, std::string_view b, double limit) {
  a = a.substr(0, kLongestWord);
  b = b.substr(0, kLongestWord);
  std::array<std::array<double, kLongestWord + 1>, 3> rows{};
  std::array<double, kLongestWord + 1>*before = &rows[0], *above = &rows[1], *now = &rows[2];
  for (std::size_t j = 1; j <= b.size(); ++j) (*above)[j] = (*above)[j - 1] + drop_cost(b[j - 1]);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*now)[0] = (*above)[0] + drop_cost(a[i - 1]);
    double least = (*now)[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      double cost =
          (*above)[j - 1] + change_cost(a[i - 1], b[j - 1]) + (i == 1 && j == 1 && a[0] != b[0] ? 0.3 : 0.0);
      cost = std::min(cost, (*above)[j] + drop_cost(a[i - 1]));
      cost = std::min(cost, (*now)[j - 1] + drop_cost(b[j - 1]));
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost = std::min(cost, (*before)[j - 2] + 0.8);
      (*now)[j] = cost;
      least = std::min(least, cost);
    }
    if (least > limit + 1) return least;
    std::swap(before, above);
    std::swap(above, now);
  }
  return (*above)[b.size()];
}

double word_cost(const Word& a, const Word& b) {
  if (a.readings.empty() || b.readings.empty()) return a.written == b.written ? 0 : kNoMatch;
  if (a.written == b.written || a.readings[0] == b.readings[0]) return 0;
  double best = kNoMatch;
  for (const std::string& x : a.sounds) {
    for (const std::string& y : b.sounds) {
      if (x == y) return kOtherSpelling;
      if (differ_in_gender(x, y)) return kOtherGender * static_cast<double>(std::max(x.size(), y.size()));
      const bool patronymics = a.patronymic && b.patronymic;
      best =
          std::min(best, patronymics ? sound_cost(without_patronymic_ending(x), without_patronymic_ending(y))
                                     : sound_cost(x, y));
    }
  }
  if (best != kNoMatch) best += kOtherSpelling;
  return share_nickname(a, b) ? std::min(best, kNickname) : best;
}

std::vector<std::uint16_t> nickname_lines(std::string_view reading) {
  const auto found = nicknames().find(reading);
  return found == nicknames().end() ? std::vector<std::uint16_t>{} : found->second;
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
