// How a place is decided: only what is written counts. Evidence in order of strength: the region or country
// named with it; the same name decided elsewhere in the document; the regions, then the countries, that the
// document names.
#include "extract/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "extract/countries.hpp"
#include "extract/place_scan.hpp"

namespace muster::extract {
namespace {

using model::PlaceCandidate;
using model::PlaceMention;
using Sort = RawPlace::Sort;

constexpr double kDominates = 20;  // times the population of the next

class Decider {
 public:
  Decider(const Analysis& analysis, PlaceScan scan) : a_(analysis), scan_(std::move(scan)) {}

  std::vector<PlaceMention> decide() {
    gather_named();
    std::vector<PlaceMention> mentions;
    for (const RawPlace& place : scan_.places) mentions.push_back(decide_one(place));
    carry_over(mentions);
    return mentions;
  }

 private:
  void gather_named() {
    countries_.insert(scan_.adjectives.begin(), scan_.adjectives.end());
    for (const RawPlace& place : scan_.places) {
      if (place.sort == Sort::kSettlement || place.candidates.size() != 1) continue;
      const PlaceCandidate& only = place.candidates.front();
      countries_.insert(only.country);
      if (place.sort == Sort::kRegion) regions_.insert(only.country + "." + only.region);
    }
  }
  bool names_region(const PlaceCandidate& c) const { return regions_.contains(c.country + "." + c.region); }
  bool names_country(const PlaceCandidate& c) const { return countries_.contains(c.country); }

  PlaceMention decide_one(const RawPlace& place) const {
    PlaceMention mention;
    mention.span = a_.span(place.first, place.last);
    mention.candidates = place.candidates;
    weigh(mention, place);
    if (place.sort == Sort::kSettlement)
      choose_settlement(mention, place);
    else
      choose_area(mention, place);
    return mention;
  }

  std::string text_of(const RawPlace& place) const {
    return std::string(model::text_at(a_.document, a_.span(place.first, place.last)));
  }
  const PlaceCandidate* container_of(const RawPlace& place) const {
    if (place.container < 0) return nullptr;
    const RawPlace& holder = scan_.places[static_cast<std::size_t>(place.container)];
    return holder.candidates.size() == 1 ? &holder.candidates.front() : area_by_document(holder.candidates);
  }
  // Of several regions of one name the only one whose country the document names.
  const PlaceCandidate* area_by_document(const std::vector<PlaceCandidate>& candidates) const {
    const PlaceCandidate* found = nullptr;
    for (const PlaceCandidate& c : candidates) {
      if (!names_country(c)) continue;
      if (found) return nullptr;
      found = &c;
    }
    return found;
  }
  static bool lies_in(const PlaceCandidate& place, const PlaceCandidate& area) {
    return place.country == area.country && (area.region.empty() || place.region == area.region);
  }

  // Populations become probabilities; written evidence multiplies.
  void weigh(PlaceMention& mention, const RawPlace& place) const {
    const PlaceCandidate* area = container_of(place);
    double sum = 0;
    for (PlaceCandidate& c : mention.candidates) {
      double weight = c.probability + 500;
      if (names_country(c)) weight *= 10;
      if (names_region(c)) weight *= 20;
      if (area) weight *= lies_in(c, *area) ? 1e4 : 1;
      c.probability = weight;
      sum += weight;
    }
    for (PlaceCandidate& c : mention.candidates) c.probability /= sum;
    std::ranges::stable_sort(mention.candidates, std::ranges::greater{}, &PlaceCandidate::probability);
  }

  void choose(PlaceMention& mention, const PlaceCandidate& candidate, std::string why) const {
    mention.chosen = static_cast<std::int32_t>(&candidate - mention.candidates.data());
    mention.why = std::move(why);
  }

  void choose_area(PlaceMention& mention, const RawPlace& place) const {
    const char* sort = place.sort == Sort::kCountry ? "a country's name" : "a region's name";
    if (mention.candidates.size() == 1) return choose(mention, mention.candidates.front(), sort);
    if (const PlaceCandidate* area = container_of(place)) {
      for (const PlaceCandidate& c : mention.candidates) {
        if (lies_in(c, {.id = {}, .name = {}, .country = area->country, .region = {}}))
          return choose(mention, c, fmt::format("{} is named with it", area->name));
      }
    }
    if (const PlaceCandidate* c = area_by_document(mention.candidates))
      return choose(mention, *c, fmt::format("the document names {}", country_name(*c)));
    mention.why =
        fmt::format("{} areas of that name; the text does not say which", mention.candidates.size());
  }
  static std::string country_name(const PlaceCandidate& c) {
    const Country* country = country_of_code(c.country);
    return country ? std::string(country->name) : c.country;
  }

  void choose_settlement(PlaceMention& mention, const RawPlace& place) const {
    const std::string text = text_of(place);
    if (mention.candidates.empty()) {
      mention.why = fmt::format("{}: not in the gazetteer (places above about 1,000 inhabitants)", text);
      return;
    }
    if (const PlaceCandidate* area = container_of(place)) return choose_within(mention, *area, text);
    if (choose_by(
            mention, [this](const PlaceCandidate& c) { return names_region(c); },
            [](const PlaceCandidate& c) { return c.region; }))
      return;
    if (choose_by(
            mention, [this](const PlaceCandidate& c) { return names_country(c); },
            [](const PlaceCandidate& c) { return country_name(c); }))
      return;
    const bool elsewhere = std::ranges::none_of(mention.candidates,
                                                [this](const PlaceCandidate& c) { return names_country(c); });
    const std::size_t count = mention.candidates.size();
    if (elsewhere && !countries_.empty()) {
      mention.why = fmt::format("{} of that name in the gazetteer, {} in a country that the text names",
                                count == 1 ? "1 place" : fmt::format("{} places", count), "none");
      return;
    }
    mention.why = count == 1 ? "1 place of that name in the gazetteer; the text does not say where it lies"
                             : fmt::format("{} places of that name; the text does not say which", count);
  }

  void choose_within(PlaceMention& mention, const PlaceCandidate& area, const std::string& text) const {
    const PlaceCandidate* found = nullptr;
    std::size_t count = 0;
    for (const PlaceCandidate& c : mention.candidates) {
      if (!lies_in(c, area)) continue;
      if (!found) found = &c;
      ++count;
    }
    if (count == 1) return choose(mention, *found, fmt::format("{} is named with it", area.name));
    if (count > 1)
      mention.why =
          fmt::format("{} places of that name in {}; the text does not say which", count, area.name);
    else
      mention.why = fmt::format(
          "{} in {}: not in the gazetteer (places above about 1,000 inhabitants), which has {} of that name "
          "elsewhere",
          text, area.name, mention.candidates.size());
  }

  // The one place of that name, or one that outweighs every namesake anywhere by far, lies in what the
  // document names. A name that several villages bear is not decided so: a document that names a region also
  // tells of places outside it, and the gazetteer does not know every village.
  template <class Named, class Area>
  bool choose_by(PlaceMention& mention, Named named, Area area) const {
    const auto& candidates = mention.candidates;
    const PlaceCandidate& first = candidates.front();
    const bool dominates =
        candidates.size() > 1 && first.probability >= kDominates * candidates[1].probability;
    if (!named(first) || (candidates.size() > 1 && !dominates)) return false;
    const char* far = dominates ? ", and this is by far the largest of that name" : "";
    choose(mention, first, fmt::format("the document names {}{}", area(first), far));
    return true;
  }

  // A name decided by what stands with it once means the same in the rest of the document.
  void carry_over(std::vector<PlaceMention>& mentions) const {
    std::unordered_map<std::string, const PlaceMention*> decided;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].chosen >= 0 && scan_.places[i].container >= 0)
        decided.try_emplace(text_of(scan_.places[i]), &mentions[i]);
    }
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const auto known = decided.find(text_of(scan_.places[i]));
      if (known == decided.end() || scan_.places[i].container >= 0) continue;
      const std::string& id = known->second->candidates[static_cast<std::size_t>(known->second->chosen)].id;
      const auto same = std::ranges::find(mentions[i].candidates, id, &PlaceCandidate::id);
      if (same == mentions[i].candidates.end()) continue;
      mentions[i].chosen = static_cast<std::int32_t>(same - mentions[i].candidates.begin());
      mentions[i].why = "decided where the document names it with its region or country";
    }
  }

  const Analysis& a_;
  PlaceScan scan_;
  std::set<std::string> countries_;
  std::set<std::string> regions_;
};

}  // namespace

std::vector<PlaceMention> find_places(const Analysis& analysis) {
  return Decider(analysis, scan_places(analysis)).decide();
}

}  // namespace muster::extract
