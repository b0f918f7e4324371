#include "names/korean_tables.hpp"

#include <algorithm>
#include <cmath>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "names/kontsevich.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_family_ko_tsv)
MUSTER_EMBEDDED(names_given_ko_tsv)

namespace muster::names {
namespace {

constexpr float kUnseen = 0.5F;  // people who bear a name that nobody counted bears

// Family names that the North writes with an initial r and the South without; either may write the other's
// form.
constexpr struct {
  char32_t north;
  char32_t south;
} kNorth[] = {{U'리', U'이'}, {U'림', U'임'}, {U'로', U'노'}, {U'량', U'양'}, {U'려', U'여'}, {U'렴', U'염'},
              {U'륙', U'육'}, {U'륭', U'융'}, {U'룡', U'용'}, {U'련', U'연'}, {U'류', U'유'}, {U'라', U'나'}};

constexpr float kSouthForNorth = 0.1F;
constexpr float kNorthForSouth = 0.02F;

}  // namespace

KoreanTables::KoreanTables() {
  read_families();
  read_given();
  add_cyrillic();
  finish(family_);
  finish(given_);
  add_north();
}

void KoreanTables::add_spellings(Side& side, KoreanId id, std::string_view cells) {
  for (std::string_view cell : base::cells_of(cells, ' ')) {
    const std::string_view spelling = base::cut(cell, ':');
    if (spelling.empty()) continue;
    side.options[std::string(spelling)].push_back(
        {id, static_cast<float>(std::exp2(-base::number_in(cell)))});
    side.entries[id].spellings.emplace_back(spelling);
  }
}

void KoreanTables::read_families() {
  base::for_each_row(MUSTER_BYTES(names_family_ko_tsv), [&](const std::vector<std::string_view>& cells) {
    const auto id = static_cast<KoreanId>(family_.entries.size());
    Entry entry;
    entry.hangul = text::to_utf32(cells[0]);
    entry.frequency[0] = std::max(static_cast<float>(base::number_in(cells[1])), kUnseen);
    family_.ids.emplace(entry.hangul, id);
    family_.entries.push_back(std::move(entry));
    add_spellings(family_, id, cells[2]);
  });
}

void KoreanTables::read_given() {
  base::for_each_row(MUSTER_BYTES(names_given_ko_tsv), [&](const std::vector<std::string_view>& cells) {
    const auto id = static_cast<KoreanId>(given_.entries.size());
    Entry entry;
    entry.hangul = text::to_utf32(cells[0]);
    // A syllable seen last is a little likelier to stand first, too, than one never seen.
    const float anywhere =
        static_cast<float>(base::number_in(cells[1]) + base::number_in(cells[2]) + base::number_in(cells[3]));
    for (std::size_t place = 1; place < 4; ++place)
      entry.frequency[place] = static_cast<float>(base::number_in(cells[place])) + 0.05F * anywhere + 0.2F;
    given_.ids.emplace(entry.hangul, id);
    given_.entries.push_back(std::move(entry));
    add_spellings(given_, id, cells[4]);
  });
}

// A name of the North in the South's Hangul, and the other way round.
void KoreanTables::add_north() {
  for (const auto& [north, south] : kNorth) {
    const auto n = family_.ids.find(std::u32string(1, north));
    const auto s = family_.ids.find(std::u32string(1, south));
    if (n == family_.ids.end() || s == family_.ids.end()) continue;
    family_.entries[n->second].itself.push_back({s->second, kNorthForSouth});
    family_.entries[s->second].itself.push_back({n->second, kSouthForNorth});
  }
  for (Entry& entry : family_.entries) std::ranges::sort(entry.itself, {}, &KoreanOption::id);
}

void KoreanTables::add_cyrillic() {
  const auto add = [](Side& side, KoreanId id, const CyrillicSpellings& spellings) {
    float all = 0;
    for (const auto& [spelling, cost] : spellings) all += std::exp2(-cost);
    for (const auto& [spelling, cost] : spellings)
      side.options[spelling].push_back({id, std::exp2(-cost) / std::max(all, 1.0F)});
  };
  for (KoreanId id = 0; id < family_.entries.size(); ++id)
    add(family_, id, kontsevich_family(family_.entries[id].hangul));
  for (KoreanId id = 0; id < given_.entries.size(); ++id)
    add(given_, id, kontsevich_syllable(given_.entries[id].hangul[0]));
}

// Frequencies as shares; options by id; each entry as its own only option.
void KoreanTables::finish(Side& side) {
  std::array<float, 4> all{};
  for (const Entry& entry : side.entries) {
    for (std::size_t place = 0; place < 4; ++place) all[place] += entry.frequency[place];
  }
  for (KoreanId id = 0; id < side.entries.size(); ++id) {
    Entry& entry = side.entries[id];
    entry.itself.push_back({id, 1.0F});
    for (std::size_t place = 0; place < 4; ++place) entry.frequency[place] /= std::max(all[place], 1.0F);
  }
  for (auto& [spelling, options] : side.options) std::ranges::sort(options, {}, &KoreanOption::id);
  side.trie = SpellingTrie<KoreanOption>(side.options);
}

std::span<const KoreanOption> KoreanTables::lookup(KoreanPlace place, std::string_view spelling) const {
  const auto found = side(place).options.find(spelling);
  if (found == side(place).options.end()) return {};
  return found->second;
}

std::span<const KoreanOption> KoreanTables::hangul(KoreanPlace place, std::u32string_view written) const {
  const auto found = side(place).ids.find(std::u32string(written));
  if (found == side(place).ids.end()) return {};
  return side(place).entries[found->second].itself;
}

float KoreanTables::frequency(KoreanPlace place, KoreanId id) const {
  return side(place).entries[id].frequency[static_cast<std::size_t>(place)];
}

std::u32string_view KoreanTables::written(KoreanPlace place, KoreanId id) const {
  return side(place).entries[id].hangul;
}

std::span<const std::string> KoreanTables::spellings(KoreanPlace place, KoreanId id) const {
  return side(place).entries[id].spellings;
}

const KoreanTables& korean_tables() {
  static const KoreanTables tables;
  return tables;
}

}  // namespace muster::names
