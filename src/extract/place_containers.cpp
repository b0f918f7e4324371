#include "extract/place_scan.hpp"
#include "extract/place_text.hpp"

namespace muster::extract {
namespace {

using Sort = RawPlace::Sort;

bool joins_list(const PlaceText& text, const RawPlace& place, const RawPlace& next) {
  const std::size_t gap = next.first - place.last;
  const bool comma = gap == 2 && text.was(next.first - 1, ",");
  const bool word = gap == 2 && (text.was(next.first - 1, "and") || text.was(next.first - 1, "и") ||
                                 text.was(next.first - 1, "та") || text.was(next.first - 1, "і") ||
                                 text.was(next.first - 1, "or"));
  return comma || word || (gap == 3 && text.was(next.first - 2, ","));
}
bool contains(const PlaceText& text, const RawPlace& place, const RawPlace& next) {
  const std::size_t gap = next.first - place.last;
  if (gap == 1) return true;  // "Лиман Донецкой области"
  if (gap > 5) return false;
  bool in = false;
  for (std::size_t i = place.last + 1; i < next.first; ++i) {
    if (!text.in_reach(i)) return false;
    const bool preposition = text.was(i, "in") || text.was(i, "of") || text.was(i, ",") || text.was(i, "(") ||
                             text.was(i, "в") || text.was(i, "у") || text.was(i, "на");
    const bool filler = text.was(i, "the") || text.was(i, "'s") || text.was(i, "eastern") ||
                        text.was(i, "northern") || text.was(i, "southern") || text.was(i, "western");
    if (!preposition && !filler) return false;
    in = in || preposition;
  }
  return in;
}

}  // namespace

// The region or country behind a settlement: ", Texas", "in the Donetsk region"; for a list it stands
// behind the last.
void link_containers(const PlaceText& text, std::vector<RawPlace>& places) {
  for (std::size_t i = places.size(); i-- > 0;) {
    RawPlace& place = places[i];
    if (i + 1 >= places.size() || place.sort == Sort::kCountry) continue;
    const RawPlace& next = places[i + 1];
    if (next.sort == Sort::kSettlement && place.sort == Sort::kSettlement && joins_list(text, place, next))
      place.container = next.container;
    else if (next.sort != Sort::kSettlement && next.sort != place.sort && contains(text, place, next))
      place.container = static_cast<std::int32_t>(i + 1);
  }
}

}  // namespace muster::extract
