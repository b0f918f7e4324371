#include "extract/place_starts.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/embedded.hpp"
#include "extract/countries.hpp"
#include "extract/gazetteer.hpp"
#include "extract/word_table.hpp"

MUSTER_EMBEDDED(extract_big_places_tsv)

namespace muster::extract {
namespace {

using Starts = std::unordered_map<std::string_view, PlaceStart>;

std::string_view first_word(std::string_view form) {
  return form.substr(0, form.find('_'));
}

Starts read_starts() {
  Starts starts;
  for (const std::string_view form : country_words(CountryWord::kName)) starts[first_word(form)].area = true;
  for (const std::string_view form : country_words(CountryWord::kAdjective)) starts[form].adjective = true;
  for (const std::string_view word : region_beginnings()) starts[word].area = true;
  std::string_view table = MUSTER_BYTES(extract_big_places_tsv);
  while (!table.empty()) {
    const std::string_view form = table.substr(0, table.find_first_of(" \t\n"));
    table.remove_prefix(std::min(form.size() + 1, table.size()));
    starts[first_word(form)].big = true;
  }
  return starts;
}

const Starts& starts() {
  static const Starts all = read_starts();
  return all;
}

PlaceStart look_up(std::string_view word) {
  const auto found = starts().find(word);
  return found == starts().end() ? PlaceStart{} : found->second;
}

}  // namespace

PlaceStart place_start(std::string_view word) {
  const bool ascii = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  PlaceStart start = look_up(word);
  if (!ascii) start.area = start.adjective = true;
  // The tables part words at these marks where the text need not.
  const std::size_t mark = word.find_first_of("-'");
  if (mark != std::string_view::npos) start.area = start.area || look_up(word.substr(0, mark)).area;
  return start;
}

bool is_big_name(std::string_view name) {
  static const WordTable names(MUSTER_BYTES(extract_big_places_tsv), {"big"});
  std::string key(name);
  std::ranges::replace(key, ' ', '_');
  return names.find(key, 0) != nullptr;
}

}  // namespace muster::extract
