#include "names/transliteration_table.hpp"

#include <algorithm>
#include <cmath>

#include "base/table_lines.hpp"
#include "text/utf8.hpp"

namespace muster::names {
namespace {

std::uint32_t code_of(char letter) {
  if (letter == '^') return 27;
  if (letter == '$') return 28;
  return static_cast<std::uint32_t>(letter - 'a' + 1);
}

}  // namespace

std::uint32_t pack_letters(std::string_view letters) {
  std::uint32_t packed = 1;
  for (const char letter : letters) packed = packed << 5 | code_of(letter);
  return packed;
}

ProbabilityMap::ProbabilityMap(const std::vector<std::pair<std::uint64_t, float>>& entries) {
  std::size_t slots = 16;
  while (slots < 2 * entries.size()) slots *= 2;
  mask_ = slots - 1;
  keys_.assign(slots, kEmpty);
  values_.assign(slots, 0);
  for (const auto& [key, value] : entries) {
    std::size_t i = slot(key);
    while (keys_[i] != kEmpty && keys_[i] != key) i = (i + 1) & mask_;
    keys_[i] = key;
    values_[i] += value;
  }
}

struct TransliterationTable::Lines {
  std::unordered_map<std::u32string, std::uint32_t> pieces;
  std::unordered_map<std::string, std::uint32_t> syllables;
  std::vector<std::pair<std::uint32_t, std::pair<std::string, float>>> memberships;
  std::vector<std::vector<Way>> ways{{}};
  std::vector<std::pair<std::uint64_t, float>> joint;
  std::vector<std::pair<std::uint64_t, float>> letters;
};

TransliterationTable::Lines TransliterationTable::read(std::string_view text) {
  Lines out;
  base::for_each_row(text, [&](const std::vector<std::string_view>& cells) {
    const auto id = static_cast<std::uint32_t>(out.ways.size());
    std::string_view signs = cells[0];
    if (signs.starts_with('{')) {
      out.syllables.emplace(signs.substr(1, signs.size() - 2), id);
    } else {
      out.pieces.emplace(signs == "-" ? U"" : text::to_utf32(signs), id);
    }
    out.ways.emplace_back();
    for (const std::string_view cell : base::cells_of(cells[1], ' ')) {
      const std::size_t colon = cell.find(':');
      const float value = std::exp2(-static_cast<float>(base::number_in(cell.substr(colon + 1))));
      std::string letters(cell.substr(0, colon));
      if (letters.starts_with('{')) {
        out.memberships.push_back({id, {letters.substr(1, letters.size() - 2), value}});
        continue;
      }
      if (letters == "-") letters.clear();
      const std::uint32_t packed = pack_letters(letters);
      out.joint.emplace_back(std::uint64_t{id} << 32 | packed, value);
      out.letters.emplace_back(packed, value);
      const bool ends = letters.ends_with('$');
      if (ends) letters.pop_back();
      if (letters.starts_with('^')) letters.erase(0, 1);
      out.ways.back().push_back({std::move(letters), ends, packed, value, -std::log2(value)});
    }
    std::ranges::sort(out.ways.back(), std::ranges::greater{}, &Way::joint);
  });
  return out;
}

TransliterationTable::TransliterationTable(std::string_view lines) : TransliterationTable(read(lines)) {}

TransliterationTable::TransliterationTable(Lines&& lines)
    : pieces_(std::move(lines.pieces)),
      syllables_(std::move(lines.syllables)),
      syllable_of_(lines.ways.size()),
      ways_(std::move(lines.ways)),
      marginals_(ways_.size()),
      first_letters_(ways_.size()),
      filters_(ways_.size()),
      joint_(lines.joint),
      letters_(lines.letters) {
  for (std::size_t id = 0; id < ways_.size(); ++id) {
    for (const Way& way : ways_[id]) {
      marginals_[id] += way.joint;
      std::uint32_t first = way.packed;
      while (first >= 1U << 10) first >>= 5;
      if (first >= 1U << 5) first_letters_[id] |= 1U << (first & 31);
      const LettersBit letters = bit_of(way.packed);
      filters_[id][letters.word] |= std::uint64_t{1} << letters.bit;
    }
  }
  for (const auto& [id, membership] : lines.memberships)
    syllable_of_[id] = {syllable(membership.first), membership.second};
}

std::uint32_t TransliterationTable::piece(std::u32string_view signs) const {
  const auto found = pieces_.find(std::u32string(signs));
  return found == pieces_.end() ? 0 : found->second;
}

std::uint32_t TransliterationTable::syllable(std::string_view name) const {
  const auto found = syllables_.find(std::string(name));
  return found == syllables_.end() ? 0 : found->second;
}

std::pair<std::uint32_t, float> TransliterationTable::syllable_of(std::uint32_t piece) const {
  return syllable_of_[piece];
}

}  // namespace muster::names
