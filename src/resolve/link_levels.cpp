#include "resolve/link_levels.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/table_lines.hpp"
#include "names/edits.hpp"
#include "resolve/link_address.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(resolve_link_levels_tsv)

namespace muster::resolve {
namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(FieldKind::kText) + 1;
using LevelTable = std::array<std::vector<LevelPrior>, kKinds>;

LevelTable read_levels() {
  LevelTable table;
  for (auto& levels : table) levels.push_back({"not known on both sides", 0, 0});
  base::for_each_row(MUSTER_BYTES(resolve_link_levels_tsv), [&](const std::vector<std::string_view>& cells) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if (cells[0] == to_string(static_cast<FieldKind>(kind)))
        table[kind].push_back({std::string(cells[1]), base::number_in(cells[2]), base::number_in(cells[3])});
    }
  });
  return table;
}

// Edits between two texts, two neighbouring signs exchanged counting one; `limit` + 1 where there are more.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
  if (!text::is_ascii(a) || !text::is_ascii(b))
    return names::levenshtein(text::to_utf32(a), text::to_utf32(b));
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return a.size() + b.size();
  const bool exchanged = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  return exchanged ? 1 : names::levenshtein(a, b);
}

std::size_t shortest(std::string_view a, std::string_view b) {
  return std::min(a.size(), b.size());
}

// Is the whole of one the beginning of the other, or are its words among the other's?
bool holds_part(const LinkValue& a, const LinkValue& b) {
  const LinkValue& few = a.text.size() < b.text.size() ? a : b;
  const LinkValue& many = &few == &a ? b : a;
  if (few.text.size() == 1) return many.text[0] == few.text[0];
  if (few.text.find(' ') == std::string::npos && many.text.find(' ') == std::string::npos)
    return few.text.size() >= 3 && many.text.starts_with(few.text);
  const std::string padded = ' ' + many.text + ' ';
  return padded.find(' ' + few.text + ' ') != std::string::npos;
}

bool share_nickname(const LinkValue& a, const LinkValue& b) {
  return std::ranges::any_of(
      a.nicknames, [&](auto line) { return std::ranges::find(b.nicknames, line) != b.nicknames.end(); });
}

enum WordLevel : Level { kWordAlike = 2, kWordPart, kWordTwo, kWordOne, kWordSound, kWordEqual };

// Of a name of several words, which of one name a person is: the elder 1, the younger 2, the third 3; kRoman
// more where it says so in figures. 0: not said.
constexpr int kRoman = 10;

int generation_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, int>, 8> kSaid{{{"sr", 1},
                                                                   {"senior", 1},
                                                                   {"jr", 2},
                                                                   {"junior", 2},
                                                                   {"i", kRoman + 1},
                                                                   {"ii", kRoman + 2},
                                                                   {"iii", kRoman + 3},
                                                                   {"iv", kRoman + 4}}};
  int found = 0;
  if (name.find(' ') == std::string_view::npos) return found;  // a name alone, or an initial
  for (std::string_view rest = name; !rest.empty();) {
    const std::size_t end = rest.find(' ');
    const auto said = std::ranges::find(kSaid, rest.substr(0, end), &std::pair<std::string_view, int>::first);
    if (said != kSaid.end()) found = said->second;
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return found;
}

// Father and son of one name? An I beside other figures is one; beside "junior" it is an initial.
bool of_two_generations(std::string_view a, std::string_view b) {
  const int x = generation_of(a);
  if (x == 0) return false;
  const int y = generation_of(b);
  const bool initial = std::max(x, y) == kRoman + 1 && std::min(x, y) < kRoman;
  return y != 0 && !initial && x % kRoman != y % kRoman;
}

Level compare_words(const LinkValue& a, const LinkValue& b) {
  if (of_two_generations(a.text, b.text)) return kDiffers;
  if (share_nickname(a, b)) return kWordSound;
  const std::size_t length = shortest(a.text, b.text);
  const std::size_t limit = length >= 8 ? 3 : 2;
  const std::size_t count = edits(a.text, b.text, limit);
  const bool sound = a.sound.size() >= 3 && a.sound == b.sound;
  if (count == 1 && length >= 4) return kWordOne;
  if (sound && count <= 3) return kWordSound;
  if (count == 1 && length == 3) return kWordTwo;
  if (count == 2 && length >= 6) return kWordTwo;
  if (holds_part(a, b)) return kWordPart;
  if ((count <= 2 && length >= 4) || (count == 3 && length >= 8)) return kWordAlike;
  return sound ? Level{kWordAlike} : kDiffers;
}

enum DateLevel : Level { kDateYear = 2, kDateTwo, kDateDigit, kDateExchanged, kDatePartly, kDateEqual };

Level compare_dates_written(const LinkValue& left, const LinkValue& right) {
  const WrittenDate& a = left.date;
  const WrittenDate& b = right.date;
  if (a.year == 0 || b.year == 0) {  // no date at all: as text
    return edits(left.text, right.text, 2) == 1 && shortest(left.text, right.text) >= 5 ? Level{kDateDigit}
                                                                                        : kDiffers;
  }
  const bool year = a.year == b.year;
  const bool known = a.day != 0 && b.day != 0;
  const int apart = int{a.year} - int{b.year};
  if (!known) {
    if (!year) return apart >= -1 && apart <= 1 ? Level{kDateYear} : kDiffers;
    return a.month == b.month || a.month == 0 || b.month == 0 ? Level{kDatePartly} : Level{kDateYear};
  }
  const bool month = a.month == b.month;
  const bool day = a.day == b.day;
  if (year && month && day) return kDateEqual;
  if (year && a.month == b.day && a.day == b.month) return kDateExchanged;
  if (is_one_slip(a, b)) return kDateDigit;
  if (int{year} + int{month} + int{day} == 2) return kDateTwo;
  return apart >= -1 && apart <= 1 ? Level{kDateYear} : kDiffers;
}

std::string_view before_at(std::string_view email) {
  return email.substr(0, email.find('@'));
}

Level compare_emails(const LinkValue& a, const LinkValue& b) {
  const std::size_t count = edits(a.text, b.text, 3);
  if (count <= 2) return 3;
  const std::string_view x = before_at(a.text);
  const std::string_view y = before_at(b.text);
  return shortest(x, y) >= 4 && edits(x, y, 1) <= 1 ? 2 : kDiffers;
}

Level compare_phones(const LinkValue& a, const LinkValue& b) {
  const std::string_view x = a.text;
  const std::string_view y = b.text;
  const std::size_t length = shortest(x, y);
  const auto tail = [](std::string_view text, std::size_t n) {
    return text.substr(text.size() - std::min(n, text.size()));
  };
  if (length >= 9 && tail(x, 9) == tail(y, 9)) return 4;
  if (length >= 7 && edits(x, y, 1) == 1) return 3;
  return length >= 7 && tail(x, 7) == tail(y, 7) ? 2 : kDiffers;
}

Level compare_identifiers(const LinkValue& a, const LinkValue& b) {
  if (a.checked && b.checked) return kDiffers;  // both are typed rightly
  const std::size_t count = edits(a.text, b.text, 2);
  const std::size_t length = shortest(a.text, b.text);
  if (count == 1 && length >= 4) return 3;
  return count == 2 && length >= 6 ? 2 : kDiffers;
}

Level compare_postcodes(const LinkValue& a, const LinkValue& b) {
  if (edits(a.text, b.text, 1) == 1) return 3;
  const std::size_t area = shortest(a.text, b.text) >= 5 ? shortest(a.text, b.text) - 3 : 2;
  return a.text.substr(0, area) == b.text.substr(0, area) ? 2 : kDiffers;
}

// Each once.
std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : base::cells_of(text, ' ')) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  }
  return words;
}

// Do at least half of the words of the shorter text stand in the other?
bool words_shared(std::string_view a, std::string_view b) {
  const auto x = words_in(a);
  const auto y = words_in(b);
  std::size_t shared = 0;
  std::size_t letters = 0;
  for (const std::string_view word : x) {
    if (std::ranges::find(y, word) == y.end()) continue;
    ++shared;
    letters += word.size();
  }
  return letters >= 4 && 2 * shared >= std::max(x.size(), y.size());
}

Level compare_texts(const LinkValue& a, const LinkValue& b) {
  const std::size_t length = shortest(a.text, b.text);
  const std::size_t limit = std::max<std::size_t>(1, length / 6);
  if (length >= 4 && edits(a.text, b.text, limit) <= limit) return 3;
  return words_shared(a.text, b.text) ? 2 : kDiffers;
}

Level compare_streets(const LinkValue& a, const LinkValue& b) {
  const std::size_t length = shortest(a.text, b.text);
  const std::size_t limit = std::max<std::size_t>(1, length / 6);
  const bool digits = a.text.find_first_of("0123456789") != std::string::npos;
  if (!digits && length >= 4 && edits(a.text, b.text, limit) <= limit) return 3;
  switch (compare_addresses(a.text, b.text)) {
    case AddressAgreement::kSame:
      return 5;
    case AddressAgreement::kNearly:
      return 3;
    case AddressAgreement::kWords:
      return 2;
    case AddressAgreement::kNone:
      break;
  }
  return digits && length >= 8 && edits(a.text, b.text, limit) <= limit ? Level{2} : kDiffers;
}

Level compare_short(const LinkValue& a, const LinkValue& b) {
  return edits(a.text, b.text, 1) == 1 ? 2 : kDiffers;
}

Level compare_full_names(const LinkValue& a, const LinkValue& b) {
  if (of_two_generations(a.text, b.text)) return kDiffers + 1;
  constexpr std::array kFrom{-6.0, -2.0, 1.5, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0, 23.0};
  double best = -100;
  for (const names::Name& x : a.names) {
    for (const names::Name& y : b.names) best = std::max(best, names::compare_bits(x, y));
  }
  return static_cast<Level>(1 + std::ranges::upper_bound(kFrom, best) - kFrom.begin());
}

}  // namespace

std::span<const LevelPrior> levels_of(FieldKind kind) {
  static const LevelTable kTable = read_levels();
  return kTable[static_cast<std::size_t>(kind)];
}

Level compare_values(FieldKind kind, const LinkValue& a, const LinkValue& b) {
  if (a.text.empty() || b.text.empty()) return kMissing;
  if (kind == FieldKind::kFullName) return compare_full_names(a, b);
  if (a.text == b.text && kind != FieldKind::kDate) return static_cast<Level>(levels_of(kind).size() - 1);
  switch (kind) {
    case FieldKind::kGivenName:
    case FieldKind::kFamilyName:
    case FieldKind::kMiddleName:
    case FieldKind::kTown:
      return compare_words(a, b);
    case FieldKind::kDate:
      return compare_dates_written(a, b);
    case FieldKind::kEmail:
      return compare_emails(a, b);
    case FieldKind::kPhone:
      return compare_phones(a, b);
    case FieldKind::kIdentifier:
      return compare_identifiers(a, b);
    case FieldKind::kPostcode:
      return compare_postcodes(a, b);
    case FieldKind::kStreet:
      return compare_streets(a, b);
    case FieldKind::kText:
      return compare_texts(a, b);
    case FieldKind::kNumber:
    case FieldKind::kCategory:
      return compare_short(a, b);
    case FieldKind::kFullName:
      break;
  }
  return kDiffers;
}

}  // namespace muster::resolve
