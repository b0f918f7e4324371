#include "names/edits.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace muster::names {
namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kLetters = 26;

// Costs in hundredths.
constexpr int kChange = 100;
constexpr int kFirstLetter = 30;
constexpr int kSwap = 80;

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Letters of one class are easily taken for each other.
constexpr std::string_view kNeighbours[] = {"ckq", "csz", "kgh", "td", "bp", "fv", "mn", "zi"};

constexpr int cost_of_change(char a, char b) {
  if (a == b) return 0;
  if ((a == 'e' && b == 'i') || (a == 'i' && b == 'e') || (a == 'o' && b == 'u') || (a == 'u' && b == 'o'))
    return 25;
  if (is_vowel(a) && is_vowel(b)) return 50;
  for (const std::string_view letters : kNeighbours) {
    if (letters.contains(a) && letters.contains(b)) return 60;
  }
  return kChange;
}

constexpr auto kChanges = [] {
  std::array<std::array<std::uint8_t, kLetters>, kLetters> table{};
  for (std::size_t i = 0; i < kLetters; ++i) {
    for (std::size_t j = 0; j < kLetters; ++j)
      table[i][j] =
          static_cast<std::uint8_t>(cost_of_change(static_cast<char>('a' + i), static_cast<char>('a' + j)));
  }
  return table;
}();

constexpr auto kDrops = [] {
  std::array<std::uint8_t, kLetters> table{};
  for (std::size_t i = 0; i < kLetters; ++i) {
    const char c = static_cast<char>('a' + i);
    table[i] = c == 'i' ? 40 : c == 'h' ? 50 : is_vowel(c) ? 60 : kChange;
  }
  return table;
}();

std::size_t letter(char c) {
  return std::min<std::size_t>(static_cast<unsigned char>(c - 'a'), kLetters - 1);
}

template <class View>
std::size_t by_rows(View a, View b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// Bits of `places_of(letter)`: where the letter stands in the pattern of `size` letters, 1 to 64.
template <class View, class Places>
std::size_t by_bits(std::size_t size, View text, Places places_of) {
  std::uint64_t up = ~std::uint64_t{0};
  std::uint64_t down = 0;
  const std::uint64_t last = std::uint64_t{1} << (size - 1);
  std::size_t distance = size;
  for (const auto c : text) {
    const std::uint64_t same = places_of(c);
    const std::uint64_t zero = (((same & up) + up) ^ up) | same | down;
    std::uint64_t plus = down | ~(zero | up);
    std::uint64_t minus = up & zero;
    if ((plus & last) != 0) ++distance;
    if ((minus & last) != 0) --distance;
    plus = (plus << 1) | 1;
    minus <<= 1;
    up = minus | ~(zero | plus);
    down = plus & zero;
  }
  return distance;
}

// Letters that both words begin or end with cost nothing.
template <class View>
void trim(View& a, View& b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
}

// Of digits and signs too: a table of all bytes, which takes longer to clear than that of letters.
std::size_t by_bytes(std::string_view a, std::string_view b) {
  std::array<std::uint64_t, 256> places{};
  for (std::size_t i = 0; i < a.size(); ++i)
    places[static_cast<unsigned char>(a[i])] |= std::uint64_t{1} << i;
  return by_bits(a.size(), b, [&](char c) { return places[static_cast<unsigned char>(c)]; });
}

}  // namespace

std::size_t levenshtein(std::string_view a, std::string_view b) {
  trim(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  if (a.size() > 64) return by_rows(a, b);
  std::array<std::uint64_t, 32>
      places{};  // by the low five bits; two letters that share them are told apart below
  bool plain = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    places[static_cast<unsigned char>(a[i]) & 31] |= std::uint64_t{1} << i;
    plain = plain && a[i] >= 'a' && a[i] <= 'z';
  }
  if (!plain) return by_bytes(a, b);
  return by_bits(a.size(), b, [&](char c) -> std::uint64_t {
    return c >= 'a' && c <= 'z' ? places[static_cast<unsigned char>(c) & 31] : 0;
  });
}

std::size_t levenshtein(std::u32string_view a, std::u32string_view b) {
  trim(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  if (a.size() > 64) return by_rows(a, b);
  return by_bits(a.size(), b, [&](char32_t c) {
    std::uint64_t places = 0;
    for (std::size_t i = 0; i < a.size(); ++i) places |= std::uint64_t{a[i] == c ? 1U : 0U} << i;
    return places;
  });
}

std::size_t levenshtein_by_rows(std::u32string_view a, std::u32string_view b) {
  return by_rows(a, b);
}

int change_cost(char a, char b) {
  return a == b ? 0 : std::max<int>(kChanges[letter(a)][letter(b)], letter(a) == letter(b) ? kChange : 0);
}

int drop_cost(char c) {
  return kDrops[letter(c)];
}

double edit_cost(std::string_view a, std::string_view b, double limit) {
  a = a.substr(0, kLongestWord);
  b = b.substr(0, kLongestWord);
  const int most = static_cast<int>(std::min(limit, 1e6) * 100);
  std::array<int, kLongestWord + 1> rows[3];
  auto *before = rows[0].data(), *above = rows[1].data(), *now = rows[2].data();
  above[0] = 0;
  for (std::size_t j = 1; j <= b.size(); ++j) above[j] = above[j - 1] + kDrops[letter(b[j - 1])];
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t x = letter(a[i - 1]);
    const int dropped = kDrops[x];
    int least = now[0] = above[0] + dropped;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t y = letter(b[j - 1]);
      int cost = above[j - 1] + kChanges[x][y];
      if (i == 1 && j == 1 && x != y) cost += kFirstLetter;
      cost = std::min({cost, above[j] + dropped, now[j - 1] + kDrops[y]});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost = std::min(cost, before[j - 2] + kSwap);
      now[j] = cost;
      least = std::min(least, cost);
    }
    if (least > most + 100) return least / 100.0;
    std::swap(before, above);
    std::swap(above, now);
  }
  return above[b.size()] / 100.0;
}

}  // namespace muster::names
