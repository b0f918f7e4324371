// First half of finding places: which words may name one, and every place that they may name.
// place_decide.hpp does the second half.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "model/extraction.hpp"

namespace muster::extract {

struct RawPlace {
  enum class Sort : std::uint8_t { kCountry, kRegion, kSettlement };
  std::size_t first = 0;  // tokens, both inclusive
  std::size_t last = 0;
  Sort sort = Sort::kSettlement;
  std::vector<model::PlaceCandidate> candidates;  // probability: not yet a probability but the population
  std::int32_t container = -1;  // index of the region or country named with it: "Lyman, Donetsk region"
};

struct PlaceScan {
  std::vector<RawPlace> places;
  std::vector<std::string> adjectives;  // codes of countries named by an adjective: "Chinese"
};

class PlaceText;
// Sets `container`: the region or country behind a settlement (", Texas", "in the Donetsk region"); for a
// list it stands behind the last.
void link_containers(const PlaceText& text, std::vector<RawPlace>& places);

[[nodiscard]] PlaceScan scan_places(const Analysis& analysis);

}  // namespace muster::extract
