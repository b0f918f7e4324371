// The machine-readable zone (ICAO Doc 9303) of a picture of a passport, identity card or visa.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "readers/raster.hpp"

namespace muster::readers {

struct MachineZone {
  std::vector<std::string> lines;  // two of 44 or 36 signs, or three of 30
  int top = 0;                     // rows of the picture that the zone covers
  int bottom = 0;
  double likeness = 0;  // mean correlation of the signs with their pictures
  int unsure = 0;       // signs that look almost as much like another one
};

// The zone as printed. A sign that looks like two (0 and O, 1 and I, 8 and B) is settled by what its cell may
// hold and then by check digits; a sign that the picture shows clearly stays, right or wrong.
[[nodiscard]] std::optional<MachineZone> read_machine_zone(const Grey& picture);

}  // namespace muster::readers
