#include "extract/place_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "extract/countries.hpp"
#include "extract/gazetteer.hpp"
#include "extract/place_spelling.hpp"
#include "extract/places.hpp"
#include "extract/slavic_endings.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_romanisation_tsv)

namespace muster::extract {
namespace {

using model::PlaceCandidate;

struct Romanisation {
  std::string_view ukrainian, initial, russian;
};

std::unordered_map<char32_t, Romanisation> read_romanisation() {
  std::unordered_map<char32_t, Romanisation> letters;
  std::string_view table = MUSTER_BYTES(extract_romanisation_tsv);
  while (!table.empty()) {
    std::string_view line = base::cut(table, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view letter = base::cut(line, '\t');
    std::size_t at = 0;
    Romanisation& to = letters[text::next_codepoint(letter, at)];
    to.ukrainian = base::cut(line, '\t');
    to.initial = base::cut(line, '\t');
    to.russian = line;
  }
  return letters;
}

PlaceCandidate of_country(const Country& country) {
  PlaceCandidate candidate;
  candidate.id = fmt::format("country:{}", country.code);
  candidate.name = country.name;
  candidate.country = country.code;
  candidate.latitude = country.latitude;
  candidate.longitude = country.longitude;
  candidate.probability = 1e7;
  return candidate;
}

PlaceCandidate of_region(const Region& region) {
  PlaceCandidate candidate;
  candidate.id = fmt::format("region:{}", region.code);
  candidate.name = region.name;
  candidate.country = region.country();
  candidate.region = region.name;
  candidate.latitude = region.latitude;
  candidate.longitude = region.longitude;
  candidate.probability = 1e6;
  return candidate;
}

PlaceCandidate of_settlement(const Settlement& place) {
  PlaceCandidate candidate;
  const std::string code = fmt::format("{}.{}", place.country, place.region);
  candidate.id = place.id == "0"
                     ? fmt::format("place:{}@{:.3f},{:.3f}", place.name, place.latitude, place.longitude)
                     : fmt::format("geonames:{}", place.id);
  candidate.name = place.name;
  candidate.country = place.country;
  const Region* region = region_of_code(code);
  candidate.region = region ? region->name : "";
  candidate.latitude = place.latitude;
  candidate.longitude = place.longitude;
  candidate.probability = place.population;
  return candidate;
}

std::string underscored(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, ' ', '_');
  return out;
}

bool is_cyrillic(std::string_view name) {
  return text::main_script(name) == text::Script::kCyrillic;
}

// "донецкой" is "донецк": the adjective without its ending.
std::string adjective_stem(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kEndings = {"ого", "ому", "ая", "ой", "ую", "ий",
                                                                "ої",  "ій",  "ою", "ом", "а",  "у"};
  for (const std::string_view ending : kEndings) {
    if (word.ends_with(ending) && word.size() > ending.size() + 6)
      return std::string(word.substr(0, word.size() - ending.size()));
  }
  return std::string(word);
}

void add_named(std::vector<PlaceCandidate>& to, std::string_view name, std::string_view only_in) {
  for (const Settlement& place : settlements_named(normalise_place(name))) {
    const bool near = only_in.empty() || only_in.find(place.country) != std::string_view::npos;
    if (near) to.push_back(of_settlement(place));
  }
}

}  // namespace

std::string romanise_place(std::string_view cyrillic, bool ukrainian) {
  static const auto letters = read_romanisation();
  std::string out;
  bool start = true;
  char32_t before = 0;
  for (std::size_t at = 0; at < cyrillic.size();) {
    const char32_t c = text::next_codepoint(cyrillic, at);
    const auto found = letters.find(c);
    if (found == letters.end()) {
      text::append_utf8(out, c);
      start = !text::is_apostrophe(c);
    } else {
      const bool zgh = ukrainian && c == U'г' && before == U'з';
      out += zgh         ? "gh"
             : ukrainian ? (start ? found->second.initial : found->second.ukrainian)
                         : found->second.russian;
      start = false;
    }
    before = c;
  }
  return out;
}

const std::vector<PlaceCandidate>& PlaceNames::country(const std::string& name) {
  const auto [at, fresh] = countries_.try_emplace(name);
  if (fresh) {
    if (const Country* found = find_country(name, CountryWord::kName))
      at->second.push_back(of_country(*found));
  }
  return at->second;
}

const std::vector<PlaceCandidate>& PlaceNames::region(const std::string& name) {
  const auto [at, fresh] = regions_.try_emplace(name);
  if (!fresh) return at->second;
  const std::string key = is_cyrillic(name) ? adjective_stem(name) : normalise_place(name);
  for (const Region* region : regions_named(key)) at->second.push_back(of_region(*region));
  if (at->second.empty()) {
    for (const Region* region : regions_named(name)) at->second.push_back(of_region(*region));
  }
  return at->second;
}

const std::vector<PlaceCandidate>& PlaceNames::settlement(const std::string& name) {
  const auto [at, fresh] = settlements_.try_emplace(name);
  if (fresh) at->second = find_settlement(name);
  return at->second;
}

PlaceNames::Candidates PlaceNames::find_settlement(const std::string& name) const {
  Candidates found;
  const auto named = [&](std::string_view form) {
    const OtherName* other = other_name(underscored(form));
    if (other) add_named(found, other->name, other->country);
  };
  if (!is_cyrillic(name)) {
    named(name);
    add_named(found, name, "");
  } else {
    for (const std::string& form : nominatives(name)) {
      named(form);
      if (!found.empty()) break;
      const bool ukrainian =
          language_ == "uk" || form.find("і") != std::string::npos || form.find("ї") != std::string::npos;
      add_named(found, romanise_place(form, ukrainian), ukrainian ? "UA" : "RU UA BY KZ");
      if (!found.empty()) break;
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &PlaceCandidate::probability);
  for (std::size_t i = 1; i < found.size(); ++i) {  // a name and its other name may give one place twice
    if (found[i].id == found[i - 1].id) found.erase(found.begin() + static_cast<std::ptrdiff_t>(i--));
  }
  if (found.size() > kMostCandidates) found.resize(kMostCandidates);
  return found;
}

const std::string& PlaceNames::adjective(const std::string& word) {
  const auto [at, fresh] = adjectives_.try_emplace(word);
  if (fresh) {
    const Country* found = find_country(word, CountryWord::kAdjective);
    if (!found && is_cyrillic(word))
      found = find_country(adjective_stem(word) + "ий", CountryWord::kAdjective);
    if (found) at->second = found->code;
  }
  return at->second;
}

}  // namespace muster::extract
