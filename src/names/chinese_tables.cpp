#include "names/chinese_tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(names_pinyin_tsv)
MUSTER_EMBEDDED(names_hanzi_readings_tsv)
MUSTER_EMBEDDED(names_hanzi_simplified_tsv)
MUSTER_EMBEDDED(names_surnames_zh_tsv)
MUSTER_EMBEDDED(names_given_zh_tsv)
MUSTER_EMBEDDED(names_chinese_sounds_tsv)

namespace muster::names {
namespace {

constexpr float kMostDeparture = 4.0F;
constexpr float kMostSurnameBits = 12.0F;

// A departure from the Palladius system that people make, as a rewriting of one syllable's spelling.
struct Departure {
  std::string_view from;
  std::string_view to;
  float cost;
  enum Where : std::uint8_t { kAnywhere, kStart, kEnd } where;
};

// The costs are -log2 of a guess at how often a clerk does so.
constexpr Departure kDepartures[] = {
    {"э", "е", 0.3F, Departure::kAnywhere}, {"і", "и", 0.3F, Departure::kAnywhere},
    {"ї", "і", 0.3F, Departure::kAnywhere}, {"ї", "и", 0.5F, Departure::kAnywhere},
    {"є", "е", 0.3F, Departure::kAnywhere}, {"и", "і", 0.7F, Departure::kAnywhere},
    {"ё", "е", 1.0F, Departure::kAnywhere}, {"уй", "уэй", 1.0F, Departure::kEnd},
    {"уй", "уи", 1.5F, Departure::kEnd},    {"юй", "ю", 2.5F, Departure::kEnd},
    {"ай", "аи", 2.0F, Departure::kEnd},    {"ай", "а", 3.5F, Departure::kEnd},
    {"эй", "эи", 2.0F, Departure::kEnd},    {"нь", "н", 3.0F, Departure::kEnd},
    {"н", "нь", 3.5F, Departure::kEnd},     {"чж", "дж", 1.5F, Departure::kStart},
    {"чж", "ж", 3.0F, Departure::kStart},   {"цз", "дз", 1.5F, Departure::kStart},
    {"жэ", "рэ", 2.5F, Departure::kStart},  {"ян", "йан", 3.0F, Departure::kAnywhere},
    {"у", "ву", 2.5F, Departure::kStart},
};

void replace_at(std::string& text, const Departure& rule) {
  std::size_t at = std::string::npos;
  if (rule.where == Departure::kStart) at = text.starts_with(rule.from) ? 0 : at;
  if (rule.where == Departure::kEnd) at = text.ends_with(rule.from) ? text.size() - rule.from.size() : at;
  if (rule.where == Departure::kAnywhere) at = text.find(rule.from);
  if (at != std::string::npos) text.replace(at, rule.from.size(), rule.to);
}

// The spelling with every departure, alone and combined, up to kMostDeparture bits.
std::vector<std::pair<std::string, float>> with_departures(std::string_view spelling, float cost) {
  std::vector<std::pair<std::string, float>> forms{{std::string(spelling), cost}};
  for (const Departure& rule : kDepartures) {
    for (std::size_t i = 0, size = forms.size(); i < size; ++i) {
      const float total = forms[i].second + rule.cost;
      std::string changed = forms[i].first;
      replace_at(changed, rule);
      if (total <= kMostDeparture && changed != forms[i].first) forms.emplace_back(std::move(changed), total);
    }
  }
  return forms;
}

std::uint32_t pair_key(std::span<const SyllableId> reading) {
  const std::uint32_t second = reading.size() > 1 ? reading[1] : kNoSyllable;
  return (std::uint32_t{reading[0]} << 16) | second;
}

float number(std::string_view cell) {
  float value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace

ChineseTables::ChineseTables() {
  read_syllables();
  read_hanzi();
  read_surnames();
  read_given();
  read_sounds();
  for (std::size_t i = 0; i < kSpellings; ++i) tries_[i] = SpellingTrie<SyllableOption>(spellings_[i]);
}

void ChineseTables::add_spelling(Spelling system, std::string spelling, SyllableId id, float cost) {
  auto& options = spellings_[static_cast<std::size_t>(system)][std::move(spelling)];
  const auto known = std::ranges::find(options, id, &SyllableOption::syllable);
  if (known == options.end()) {
    options.push_back({id, cost});
  } else {
    known->cost = std::min(known->cost, cost);
  }
}

void ChineseTables::add_cyrillic(std::string_view spelling, SyllableId id, float cost) {
  for (auto& [form, total] : with_departures(spelling, cost)) {
    add_spelling(Spelling::kPalladius, std::move(form), id, total);
  }
}

// Passports write LYU since 2012, older ones LV or LU; keyboards make LV.
void ChineseTables::add_umlaut_forms(std::string_view pinyin, SyllableId id) {
  const std::string head(pinyin.substr(0, 1));
  const std::string tail(pinyin.substr(2));
  add_spelling(Spelling::kPinyin, head + "yu" + tail, id, 0);
  add_spelling(Spelling::kPinyin, head + "u" + tail, id, tail == "e" ? 0.2F : 1.5F);
}

void ChineseTables::read_syllables() {
  base::for_each_row(MUSTER_BYTES(names_pinyin_tsv), [&](const std::vector<std::string_view>& cells) {
    const auto id = static_cast<SyllableId>(syllables_.size());
    syllables_.emplace_back(cells[0]);
    palladius_.push_back(text::to_utf32(cells[1]));
    ids_.emplace(cells[0], id);
    add_spelling(Spelling::kPinyin, std::string(cells[0]), id, 0);
    if (cells[0].size() > 1 && cells[0][1] == 'v') add_umlaut_forms(cells[0], id);
    add_cyrillic(cells[1], id, 0);
    for (const std::string_view old : base::cells_of(cells[2], '|')) {
      if (!old.empty()) add_cyrillic(old, id, 0.3F);
    }
    add_cyrillic(cells[3], id, 0.1F);
    if (!cells[4].empty()) add_spelling(Spelling::kWadeGiles, std::string(cells[4]), id, 0);
  });
}

void ChineseTables::read_hanzi() {
  base::for_each_row(MUSTER_BYTES(names_hanzi_readings_tsv), [&](const std::vector<std::string_view>& cells) {
    for (const char32_t hanzi : text::to_utf32(cells[1]))
      readings_[hanzi].push_back(ids_.find(cells[0])->second);
  });
  base::for_each_row(MUSTER_BYTES(names_hanzi_simplified_tsv),
                     [&](const std::vector<std::string_view>& cells) {
                       const std::u32string pairs = text::to_utf32(cells[0]);
                       for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
                         simplified_.emplace(pairs[i], pairs[i + 1]);
                     });
}

void ChineseTables::read_surnames() {
  base::for_each_row(MUSTER_BYTES(names_surnames_zh_tsv), [&](const std::vector<std::string_view>& cells) {
    Surname surname;
    for (const std::string_view syllable : base::cells_of(cells[1], ' ')) {
      surname.reading.push_back(ids_.find(syllable)->second);
    }
    surname.per_10000 = std::max(number(cells[2]), 1.0F);
    surname_readings_[pair_key(surname.reading)] += surname.per_10000;
    surnames_.emplace(text::to_utf32(cells[0]), std::move(surname));
  });
}

void ChineseTables::read_given() {
  std::vector<float> counts(syllables_.size(), 1.0F);
  float total = static_cast<float>(syllables_.size());
  base::for_each_row(MUSTER_BYTES(names_given_zh_tsv), [&](const std::vector<std::string_view>& cells) {
    const char32_t hanzi = text::to_utf32(cells[0]).front();
    const float count = number(cells[1]);
    given_hanzi_[hanzi] = count;
    total += count;
    const auto readings = readings_.find(hanzi);
    if (readings != readings_.end()) counts[readings->second.front()] += count;
  });
  for (const float count : counts) given_syllables_.push_back(std::log2(total / count));
  for (auto& [hanzi, value] : given_hanzi_) value = std::log2(total / value);
}

void ChineseTables::read_sounds() {
  base::for_each_row(MUSTER_BYTES(names_chinese_sounds_tsv), [&](const std::vector<std::string_view>& cells) {
    const Spelling system = cells[0] == "yue" ? Spelling::kCantonese : Spelling::kHangul;
    for (std::string_view cell : base::cells_of(cells[2], ' ')) {
      const auto id = ids_.find(base::cut(cell, ':'));
      if (id != ids_.end()) add_spelling(system, std::string(cells[1]), id->second, number(cell));
    }
  });
}

std::span<const SyllableOption> ChineseTables::lookup(Spelling system, std::string_view spelling) const {
  const Spellings& table = spellings_[static_cast<std::size_t>(system)];
  const auto found = table.find(spelling);
  if (found == table.end()) return {};
  return found->second;
}

std::vector<SyllableId> ChineseTables::hanzi_readings(char32_t hanzi) const {
  const auto found = readings_.find(hanzi);
  return found == readings_.end() ? std::vector<SyllableId>{} : found->second;
}

char32_t ChineseTables::simplified(char32_t hanzi) const {
  const auto found = simplified_.find(hanzi);
  return found == simplified_.end() ? hanzi : found->second;
}

const ChineseTables::Surname* ChineseTables::surname(std::u32string_view hanzi) const {
  const auto found = surnames_.find(std::u32string(hanzi));
  return found == surnames_.end() ? nullptr : &found->second;
}

float ChineseTables::surname_per_10000(std::span<const SyllableId> reading) const {
  if (reading.empty() || reading.size() > 2) return 0;
  const auto found = surname_readings_.find(pair_key(reading));
  return found == surname_readings_.end() ? 0 : found->second;
}

float ChineseTables::surname_bits(std::span<const SyllableId> reading) const {
  return std::min(std::log2(10000 / std::max(surname_per_10000(reading), 1.0F)), kMostSurnameBits);
}

float ChineseTables::given_bits(SyllableId id) const {
  return id < given_syllables_.size() ? given_syllables_[id] : 12.0F;
}

float ChineseTables::given_bits(char32_t hanzi) const {
  const auto found = given_hanzi_.find(hanzi);
  return found == given_hanzi_.end() ? 12.0F : found->second;
}

const ChineseTables& chinese_tables() {
  static const ChineseTables tables;
  return tables;
}

}  // namespace muster::names
