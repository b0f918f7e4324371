// How it works: at each capitalised word the longest run of up to four words that names a country, a region
// or a settlement is taken. A settlement's name is not enough: words are names of settlements by the
// thousand. It needs a word before it that places follow ("in", "near", "the town of"), a region or country
// behind it ("Lyman, Ukraine"), a place that it is listed with, or to be a big city.
#include "extract/place_scan.hpp"

#include <algorithm>

#include "extract/place_names.hpp"
#include "extract/place_starts.hpp"
#include "extract/place_text.hpp"

namespace muster::extract {
namespace {

using Sort = RawPlace::Sort;
using model::PlaceCandidate;

constexpr double kBigCity = 250000;  // as big_places.tsv has them
constexpr std::size_t kMostWords = 4;

class Scanner {
 public:
  explicit Scanner(const Analysis& analysis) : text_(analysis), names_(analysis.document.language) {}

  PlaceScan scan() {
    for (std::size_t i = 0; i < text_.size();) {
      if (!text_.is_capital(i)) {
        ++i;
        continue;
      }
      auto place = at(i);
      if (!place) {
        note_adjective(i);
        ++i;
        continue;
      }
      i = place->last + 1;
      out_.places.push_back(std::move(*place));
    }
    link_containers(text_, out_.places);
    return std::move(out_);
  }

 private:
  std::optional<RawPlace> at(std::size_t i) {
    if (const std::size_t dotted = text_.dotted_end(i); dotted > i) return dotted_place(i, dotted);
    std::size_t last = i;
    while (last + 1 < i + kMostWords && text_.goes_on(last + 1)) ++last;
    while (last > i && !text_.is_capital(last)) --last;
    const PlaceStart start = place_start(text_.stem(i));
    may_be_area_ = start.area;
    if (!start.area && !start.big && !may_be_settlement(i, last)) return std::nullopt;
    for (;; --last) {
      if (text_.is_capital(last)) {
        if (auto place = named(i, last)) return place;
      }
      if (last == i) return std::nullopt;
    }
  }

  // What settlement_at asks for, asked once for all runs from `first` on: spares most words the look-ups.
  bool may_be_settlement(std::size_t first, std::size_t last) const {
    if (first == 0 || text_.token(first).paragraph_before) return true;
    if (is_led(first) || is_listed(first)) return true;
    for (std::size_t i = first; i <= last; ++i) {
      if (text_.is(i + 1, ",") && text_.follows_capital(i + 2)) return true;
    }
    return false;
  }

  std::optional<RawPlace> dotted_place(std::size_t first, std::size_t last) {
    const std::string name = text_.joined(first, last);
    if (const auto& found = names_.country(name); !found.empty())
      return make(first, last, Sort::kCountry, found);
    if (const auto& found = names_.region(name); !found.empty())
      return make(first, last, Sort::kRegion, found);
    return std::nullopt;
  }

  static RawPlace make(std::size_t first, std::size_t last, Sort sort,
                       std::vector<PlaceCandidate> candidates) {
    return {first, last, sort, std::move(candidates), -1};
  }

  std::optional<RawPlace> named(std::size_t first, std::size_t last) {
    const std::string name = text_.joined(first, last);
    if (may_be_area_) {
      if (auto region = region_at(first, last, name)) return region;
      if (auto country = country_at(first, last, name)) return country;
    }
    return settlement_at(first, last, name);
  }

  std::optional<RawPlace> country_at(std::size_t first, std::size_t last, const std::string& name) {
    const auto& found = names_.country(name);
    if (found.empty()) return std::nullopt;
    const bool short_name = name.size() <= 3 && !text_.token(first).all_capitals;  // "us", "uk"
    if (short_name || (first == last && is_person(first, last))) return std::nullopt;
    std::vector<PlaceCandidate> candidates = found;
    for (const PlaceCandidate& region : names_.region(name)) {  // Georgia
      if (region.country == "US") candidates.push_back(region);
    }
    return make(first, last, Sort::kCountry, std::move(candidates));
  }

  // "Donetsk region", "the Kursk Oblast", "Донецкой области", "state of Texas", "Texas".
  std::optional<RawPlace> region_at(std::size_t first, std::size_t last, const std::string& name) {
    if (text_.as(last, PlaceText::kRegionKind) && last > first) {  // "Donetsk Oblast" read as one run
      const auto& found = names_.region(text_.joined(first, last - 1));
      if (!found.empty()) return make(first, last, Sort::kRegion, found);
    }
    const bool kind_behind = text_.in_reach(last + 1) && text_.as(last + 1, PlaceText::kRegionKind);
    const bool kind_before =
        first >= 2 && text_.was(first - 1, "of") && text_.as(first - 2, PlaceText::kRegionKind);
    const auto& found = names_.region(name);
    if (found.empty()) return std::nullopt;
    if (kind_behind) return make(first, last + 1, Sort::kRegion, found);
    if (kind_before) return make(first, last, Sort::kRegion, found);
    if (!names_.country(name).empty() || text_.is_second_level(last)) return std::nullopt;
    if (name.size() <= 4) return abbreviated_state(first, last, found);
    if (is_person(first, last)) return std::nullopt;
    return stands_alone(name, found) ? std::optional(make(first, last, Sort::kRegion, found)) : std::nullopt;
  }
  // "La." and "Ga." behind a comma.
  std::optional<RawPlace> abbreviated_state(std::size_t first, std::size_t last,
                                            const std::vector<PlaceCandidate>& found) const {
    const bool behind_comma = first >= 2 && text_.was(first - 1, ",") && text_.is_capital(first - 2);
    if (!behind_comma) return std::nullopt;
    const bool stop = text_.is(last + 1, ".") && !text_.token(last + 1).space_before;
    return make(first, stop ? last + 1 : last, Sort::kRegion, found);
  }
  // A region whose name no bigger town of its country bears: Texas, Crimea; not Donetsk.
  bool stands_alone(const std::string& name, const std::vector<PlaceCandidate>& found) {
    if (found.size() > 1 && found.front().country != "US") return false;
    if (name == "new york" || name == "washington") return false;
    const auto& towns = names_.settlement(name);
    if (found.front().country == "US" || found.front().country == "CA" || found.front().country == "AU")
      return true;
    return std::ranges::none_of(
               towns, [&](const PlaceCandidate& town) { return town.country == found.front().country; }) &&
           (towns.empty() || towns.front().probability < kBigCity);
  }

  std::optional<RawPlace> settlement_at(std::size_t first, std::size_t last, const std::string& name) {
    if (name.size() < 3 || (first == last && text_.as(first, PlaceText::kNever) && !text_.is(last + 1, ",")))
      return std::nullopt;
    if (is_person(first, last) || text_.is_second_level(last)) return std::nullopt;
    const bool led = is_led(first);
    const bool listed = is_listed(first);
    const bool comma = text_.is(last + 1, ",") && text_.follows_capital(last + 2);
    const bool dateline = text_.is_dateline(first, last);
    const bool held = comma && container_follows(last);
    if (first == last && text_.as(first, PlaceText::kNever)) return std::nullopt;
    if (!led && !listed && !held && !dateline && !(name.size() > 3 && is_big_name(name))) return std::nullopt;
    const auto& found = names_.settlement(name);
    if (!found.empty()) return make(first, last, Sort::kSettlement, found);
    const bool said_to_be = first == last && led && named_settlement(first);
    return said_to_be ? std::optional(make(first, last, Sort::kSettlement, {})) : std::nullopt;
  }
  bool container_follows(std::size_t last) {
    const std::size_t at = last + 2;
    const std::size_t dotted = text_.dotted_end(at);
    const std::string name = text_.joined(at, dotted > at ? dotted : at);
    if (!names_.country(name).empty() || !names_.region(name).empty()) return true;
    return text_.follows_capital(at + 1) && (!names_.region(text_.joined(at, at + 1)).empty() ||
                                             !names_.country(text_.joined(at, at + 1)).empty());
  }

  // A word before it that places follow.
  bool is_led(std::size_t first) const {
    if (first == 0 || text_.token(first).paragraph_before) return false;
    if (text_.as(first - 1, PlaceText::kBefore)) return true;
    if (named_settlement(first)) return true;
    return first >= 2 && text_.was(first - 1, ".") && text_.as(first - 2, PlaceText::kOf) &&
           text_.token(first - 2).script == text::Script::kCyrillic;
  }
  // "the town of X", "село X": it is said to be a settlement, so it is one even where the gazetteer has none.
  bool named_settlement(std::size_t first) const {
    if (first == 0 || text_.token(first).paragraph_before) return false;
    if (text_.as(first - 1, PlaceText::kOf) && text_.token(first).script == text::Script::kCyrillic)
      return true;
    if (first >= 2 && text_.was(first - 1, "of") && text_.as(first - 2, PlaceText::kOf)) return true;
    return is_listed(first) && out_.places.back().candidates.empty();
  }
  // "A and B", "A, B and C" after a settlement that was taken.
  bool is_listed(std::size_t first) const {
    if (out_.places.empty() || out_.places.back().sort != Sort::kSettlement) return false;
    const std::size_t end = out_.places.back().last;
    if (end + 2 == first)
      return text_.was(first - 1, "and") || text_.was(first - 1, ",") || text_.was(first - 1, "и") ||
             text_.was(first - 1, "та") || text_.was(first - 1, "і") || text_.was(first - 1, "or");
    return end + 3 == first && text_.was(first - 2, ",") && text_.was(first - 1, "and");
  }
  // Is the name part of a person's or a company's: "Paris Hilton", "Mr London", "London said"?
  bool is_person(std::size_t first, std::size_t last) const {
    if (first > 0 && !text_.token(first).paragraph_before) {
      const std::size_t before = first - 1;
      if (text_.as(before, PlaceText::kPerson)) return true;
      if (text_.was(before, ".") && before > 0 && text_.as(before - 1, PlaceText::kPerson)) return true;
      const bool name_before = text_.is_capital(before) && !text_.starts_sentence(before) &&
                               !text_.as(before, PlaceText::kBefore) && !text_.as(before, PlaceText::kOf);
      if (name_before && names_another(before)) return true;
      if (text_.was(before, ".") && before > 0 && text_.raw(before - 1).size() == 1 &&
          text_.is_capital(before - 1))
        return true;  // J. London
    }
    if (!text_.follows_capital(last + 1) || text_.word(last).ends_with("'s")) return false;
    return !text_.as(last + 1, PlaceText::kRegionKind) &&
           text_.token(last + 1).script == text_.token(last).script && !is_led(first);
  }
  bool names_another(std::size_t before) const {
    return out_.places.empty() || out_.places.back().last != before;
  }
  void note_adjective(std::size_t i) {
    if (!place_start(text_.word(i)).adjective) return;
    const std::string& code = names_.adjective(std::string(text_.word(i)));
    if (!code.empty() && std::ranges::find(out_.adjectives, code) == out_.adjectives.end())
      out_.adjectives.push_back(code);
  }

  PlaceText text_;
  PlaceNames names_;
  PlaceScan out_;
  bool may_be_area_ = true;  // the run of words being tried can begin a country's or region's name
};

}  // namespace

PlaceScan scan_places(const Analysis& analysis) {
  return Scanner(analysis).scan();
}

}  // namespace muster::extract
