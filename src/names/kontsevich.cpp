#include "names/kontsevich.hpp"

#include <algorithm>
#include <map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/hangul.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_kontsevich_tsv)

namespace muster::names {
namespace {

constexpr float kMostCost = 5;

struct Table {
  std::map<char32_t, CyrillicSpellings> initials, vowels, finals;
  std::map<std::u32string, CyrillicSpellings> families;
};

CyrillicSpellings parse(std::string_view cells) {
  CyrillicSpellings out;
  for (const std::string_view cell : base::cells_of(cells, ' ')) {
    std::string_view cost = cell;
    const std::string_view spelling = base::cut(cost, ':');
    out.emplace_back(spelling == "_" ? "" : spelling, static_cast<float>(base::number_in(cost)));
  }
  return out;
}

const Table& table() {
  static const Table read = [] {
    Table made;
    base::for_each_row(MUSTER_BYTES(names_kontsevich_tsv), [&](const std::vector<std::string_view>& cells) {
      const std::u32string jamo = text::to_utf32(cells[1]);
      if (cells[0] == "family") {
        made.families[jamo] = parse(cells[2]);
        return;
      }
      auto& part = cells[0] == "initial" ? made.initials : cells[0] == "vowel" ? made.vowels : made.finals;
      part[jamo == U"_" ? U'\0' : jamo[0]] = parse(cells[2]);
    });
    return made;
  }();
  return read;
}

CyrillicSpellings joined(const CyrillicSpellings& heads, const CyrillicSpellings& tails) {
  CyrillicSpellings out;
  for (const auto& [head, cost] : heads) {
    for (const auto& [tail, more] : tails) {
      if (cost + more <= kMostCost) out.emplace_back(head + tail, cost + more);
    }
  }
  return out;
}

CyrillicSpellings of_part(const std::map<char32_t, CyrillicSpellings>& part, char32_t jamo) {
  const auto found = part.find(jamo);
  return found == part.end() ? CyrillicSpellings{} : found->second;
}

// Each spelling once, at its least cost, cheapest first.
void tidy(CyrillicSpellings& spellings) {
  std::ranges::sort(spellings);
  const auto repeats = std::ranges::unique(spellings, {}, &CyrillicSpellings::value_type::first);
  spellings.erase(repeats.begin(), repeats.end());
  std::erase_if(spellings, [](const auto& spelling) { return spelling.first.empty(); });
  std::ranges::stable_sort(spellings, {}, &CyrillicSpellings::value_type::second);
}

}  // namespace

CyrillicSpellings kontsevich_syllable(char32_t hangul) {
  if (!is_hangul_syllable(hangul)) return {};
  const Jamo jamo = jamo_of(hangul);
  CyrillicSpellings out =
      joined(joined(of_part(table().initials, jamo.initial), of_part(table().vowels, jamo.vowel)),
             of_part(table().finals, jamo.final));
  tidy(out);
  return out;
}

CyrillicSpellings kontsevich_family(std::u32string_view hangul) {
  CyrillicSpellings out{{"", 0.0F}};
  for (const char32_t syllable : hangul) out = joined(out, kontsevich_syllable(syllable));
  const auto habit = table().families.find(std::u32string(hangul));
  if (habit != table().families.end()) out.insert(out.end(), habit->second.begin(), habit->second.end());
  tidy(out);
  return out;
}

}  // namespace muster::names
