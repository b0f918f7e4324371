// What a name may be that begins with a word: one look-up spares most capitalised words all others.
#pragma once

#include <cstdint>
#include <string_view>

namespace muster::extract {

struct PlaceStart {
  bool area = false;       // of a country's or a region's name
  bool big = false;        // of a big city's name
  bool adjective = false;  // the word is an adjective of a country
};

// Lower-case word, "'s" taken off. Words with letters beyond ASCII may begin any area and be any adjective:
// their endings change.
[[nodiscard]] PlaceStart place_start(std::string_view word);

// Is it the name of a big city somewhere? Lower case, words parted by spaces.
[[nodiscard]] bool is_big_name(std::string_view name);

}  // namespace muster::extract
