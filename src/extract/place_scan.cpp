// How it works: at each capitalised word the longest run of up to four words that names a country, a region
// or a settlement is taken. A settlement's name is not enough: words are names of settlements by the
// thousand. It needs a word before it that places follow ("in", "near", "the town of"), a region or country
// behind it ("Lyman, Ukraine"), a place that it is listed with, or to be a big city.
#include "extract/place_scan.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "extract/countries.hpp"
#include "extract/gazetteer.hpp"
#include "extract/place_names.hpp"
#include "extract/word_table.hpp"

MUSTER_EMBEDDED(extract_big_places_tsv)
MUSTER_EMBEDDED(extract_place_context_tsv)

namespace muster::extract {
namespace {

using Sort = RawPlace::Sort;
using model::PlaceCandidate;

enum Kind : std::uint8_t { kBefore, kOf, kRegionKind, kPerson, kNever };

constexpr double kBigCity = 250000;  // as big_places.tsv has them
constexpr std::size_t kMostWords = 4;

const WordTable& table() {
  static const WordTable words(MUSTER_BYTES(extract_place_context_tsv),
                               {"before", "of", "kind", "person", "never"});
  return words;
}

// Is it the name of a big city somewhere? (And of an other name's: "Kyiv" for "Киев" is no matter here.)
bool is_big_name(std::string_view name) {
  static const WordTable names(MUSTER_BYTES(extract_big_places_tsv), {"big"});
  std::string key(name);
  std::ranges::replace(key, ' ', '_');
  return names.find(key, 0) != nullptr;
}

class Scanner {
 public:
  explicit Scanner(const Analysis& analysis)
      : a_(analysis), entries_(table().find_all(analysis.words)), names_(analysis.document.language) {}

  PlaceScan scan() {
    for (std::size_t i = 0; i < a_.tokens.size();) {
      if (!is_capital(i)) {
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
    link_containers();
    return std::move(out_);
  }

 private:
  bool as(std::size_t i, Kind kind) const {
    return i < entries_.size() && entries_[i] >= 0 && table().of_kind(entries_[i], kind);
  }
  bool in_reach(std::size_t i) const { return i < a_.tokens.size() && !a_.tokens[i].paragraph_before; }
  bool is(std::size_t i, std::string_view text) const { return in_reach(i) && a_.words[i] == text; }
  // The same without asking whether the token is in reach of the one before it: for looking back.
  bool was(std::size_t i, std::string_view text) const { return i < a_.words.size() && a_.words[i] == text; }
  bool is_capital(std::size_t i) const {
    return i < a_.tokens.size() && a_.tokens[i].kind == text::TokenKind::kWord && a_.tokens[i].capital;
  }
  bool follows_capital(std::size_t i) const {
    return is_capital(i) && in_reach(i) && !a_.tokens[i].line_before;
  }

  // "ukraine's" names Ukraine.
  std::string_view stem(std::size_t i) const {
    std::string_view w = a_.words[i];
    if (w.ends_with("'s"))
      w.remove_suffix(2);
    else if (w.ends_with("s'"))
      w.remove_suffix(1);
    return w;
  }
  std::string joined(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t i = first; i <= last; ++i) {
      const bool mark = a_.words[i] == ".";
      if (!out.empty() && !mark && a_.words[i - 1] != ".") out.push_back(' ');
      out += i == last ? stem(i) : a_.words[i];
    }
    while (!out.empty() && out.back() == '.') out.pop_back();
    return out;
  }
  // Can the name go on to token i: a capitalised word, or a small one between two ("Isle of Man")?
  bool goes_on(std::size_t i) const {
    if (follows_capital(i)) return true;
    if (!in_reach(i) || !follows_capital(i + 1)) return false;
    return was(i, "of") || was(i, "the") || was(i, "and") || was(i, "de") || was(i, "upon") || was(i, "on") ||
           was(i, "la");
  }
  // "U.S", "N.Y", "U.K.": letters with full stops between.
  std::size_t dotted_end(std::size_t i) const {
    std::size_t last = i;
    while (a_.raw(last).size() == 1 && is(last + 1, ".") && !a_.tokens[last + 1].space_before &&
           is_capital(last + 2) && !a_.tokens[last + 2].space_before && a_.raw(last + 2).size() == 1 &&
           last < i + 6)
      last += 2;
    if (last > i && is(last + 1, ".") && !a_.tokens[last + 1].space_before) ++last;
    return last;
  }

  std::optional<RawPlace> at(std::size_t i) {
    if (const std::size_t dotted = dotted_end(i); dotted > i) return dotted_place(i, dotted);
    std::size_t last = i;
    while (last + 1 < i + kMostWords && goes_on(last + 1)) ++last;
    while (last > i && !is_capital(last)) --last;
    may_be_area_ = may_begin_country(stem(i)) || may_begin_region(stem(i));
    for (;; --last) {
      if (is_capital(last)) {
        if (auto place = named(i, last)) return place;
      }
      if (last == i) return std::nullopt;
    }
  }

  std::optional<RawPlace> dotted_place(std::size_t first, std::size_t last) {
    const std::string name = joined(first, last);
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
    const std::string name = joined(first, last);
    if (may_be_area_) {
      if (auto region = region_at(first, last, name)) return region;
      if (auto country = country_at(first, last, name)) return country;
    }
    return settlement_at(first, last, name);
  }

  std::optional<RawPlace> country_at(std::size_t first, std::size_t last, const std::string& name) {
    const auto& found = names_.country(name);
    if (found.empty()) return std::nullopt;
    const bool short_name = name.size() <= 3 && !a_.tokens[first].all_capitals;  // "us", "uk"
    if (short_name || (first == last && is_person(first, last))) return std::nullopt;
    std::vector<PlaceCandidate> candidates = found;
    for (const PlaceCandidate& region : names_.region(name)) {  // Georgia
      if (region.country == "US") candidates.push_back(region);
    }
    return make(first, last, Sort::kCountry, std::move(candidates));
  }

  // "Donetsk region", "the Kursk Oblast", "Донецкой области", "state of Texas", "Texas".
  std::optional<RawPlace> region_at(std::size_t first, std::size_t last, const std::string& name) {
    if (as(last, kRegionKind) && last > first) {  // "Donetsk Oblast" read as one run
      const auto& found = names_.region(joined(first, last - 1));
      if (!found.empty()) return make(first, last, Sort::kRegion, found);
    }
    const bool kind_behind = in_reach(last + 1) && as(last + 1, kRegionKind);
    const bool kind_before = first >= 2 && was(first - 1, "of") && as(first - 2, kRegionKind);
    const auto& found = names_.region(name);
    if (found.empty()) return std::nullopt;
    if (kind_behind) return make(first, last + 1, Sort::kRegion, found);
    if (kind_before) return make(first, last, Sort::kRegion, found);
    if (!names_.country(name).empty()) return std::nullopt;
    if (name.size() <= 4) return abbreviated_state(first, last, found);
    if (is_person(first, last)) return std::nullopt;
    return stands_alone(name, found) ? std::optional(make(first, last, Sort::kRegion, found)) : std::nullopt;
  }
  // "La." and "Ga." behind a comma.
  std::optional<RawPlace> abbreviated_state(std::size_t first, std::size_t last,
                                            const std::vector<PlaceCandidate>& found) const {
    const bool behind_comma = first >= 2 && was(first - 1, ",") && is_capital(first - 2);
    if (!behind_comma) return std::nullopt;
    const bool stop = is(last + 1, ".") && !a_.tokens[last + 1].space_before;
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
    if (name.size() < 3 || (first == last && as(first, kNever) && !is(last + 1, ","))) return std::nullopt;
    if (is_person(first, last)) return std::nullopt;
    const bool led = is_led(first);
    const bool listed = is_listed(first);
    const bool comma = is(last + 1, ",") && follows_capital(last + 2);
    const bool dateline = is_dateline(first, last);
    const bool held = comma && container_follows(last);
    if (first == last && as(first, kNever)) return std::nullopt;
    if (!led && !listed && !held && !dateline && !(name.size() > 3 && is_big_name(name))) return std::nullopt;
    const auto& found = names_.settlement(name);
    if (!found.empty()) return make(first, last, Sort::kSettlement, found);
    const bool said_to_be = first == last && led && named_settlement(first);
    return said_to_be ? std::optional(make(first, last, Sort::kSettlement, {})) : std::nullopt;
  }
  bool container_follows(std::size_t last) {
    const std::size_t at = last + 2;
    const std::size_t dotted = dotted_end(at);
    const std::string name = joined(at, dotted > at ? dotted : at);
    if (!names_.country(name).empty() || !names_.region(name).empty()) return true;
    return follows_capital(at + 1) &&
           (!names_.region(joined(at, at + 1)).empty() || !names_.country(joined(at, at + 1)).empty());
  }

  // A word before it that places follow.
  bool is_led(std::size_t first) const {
    if (first == 0 || a_.tokens[first].paragraph_before) return false;
    if (as(first - 1, kBefore)) return true;
    if (named_settlement(first)) return true;
    return first >= 2 && was(first - 1, ".") && as(first - 2, kOf) &&
           a_.tokens[first - 2].script == text::Script::kCyrillic;
  }
  // "the town of X", "село X": it is said to be a settlement, so it is one even where the gazetteer has none.
  bool named_settlement(std::size_t first) const {
    if (first == 0 || a_.tokens[first].paragraph_before) return false;
    if (as(first - 1, kOf) && a_.tokens[first].script == text::Script::kCyrillic) return true;
    if (first >= 2 && was(first - 1, "of") && as(first - 2, kOf)) return true;
    return is_listed(first) && out_.places.back().candidates.empty();
  }
  // "A and B", "A, B and C" after a settlement that was taken.
  bool is_listed(std::size_t first) const {
    if (out_.places.empty() || out_.places.back().sort != Sort::kSettlement) return false;
    const std::size_t end = out_.places.back().last;
    if (end + 2 == first)
      return was(first - 1, "and") || was(first - 1, ",") || was(first - 1, "и") || was(first - 1, "та") ||
             was(first - 1, "і") || was(first - 1, "or");
    return end + 3 == first && was(first - 2, ",") && was(first - 1, "and");
  }
  // "KYIV, March 3 —", "WASHINGTON (AP) —".
  bool is_dateline(std::size_t first, std::size_t last) const {
    if (!a_.tokens[first].paragraph_before && first != 0) return false;
    for (std::size_t i = last + 1; i < last + 10 && in_reach(i); ++i) {
      if (was(i, "—") || was(i, "–") || was(i, "--") || (was(i, "-") && a_.tokens[i].space_before))
        return a_.tokens[first].all_capitals || i <= last + 5;
      if (was(i, ".") && !a_.tokens[i].space_before && a_.raw(i - 1).size() > 4) return false;
    }
    return false;
  }

  // Is the name part of a person's or a company's: "Paris Hilton", "Mr London", "London said"?
  bool is_person(std::size_t first, std::size_t last) const {
    if (first > 0 && !a_.tokens[first].paragraph_before) {
      const std::size_t before = first - 1;
      if (as(before, kPerson)) return true;
      if (was(before, ".") && before > 0 && as(before - 1, kPerson)) return true;
      const bool name_before =
          is_capital(before) && !starts_sentence(before) && !as(before, kBefore) && !as(before, kOf);
      if (name_before && names_another(before)) return true;
      if (was(before, ".") && before > 0 && a_.raw(before - 1).size() == 1 && is_capital(before - 1))
        return true;  // J. London
    }
    if (!follows_capital(last + 1) || a_.words[last].ends_with("'s")) return false;
    return !as(last + 1, kRegionKind) && a_.tokens[last + 1].script == a_.tokens[last].script &&
           !is_led(first);
  }
  bool names_another(std::size_t before) const {
    return out_.places.empty() || out_.places.back().last != before;
  }
  bool starts_sentence(std::size_t i) const {
    return i == 0 || a_.tokens[i].line_before || was(i - 1, ".") || was(i - 1, "”") || was(i - 1, "\"") ||
           was(i - 1, "“");
  }

  void note_adjective(std::size_t i) {
    const std::string& code = names_.adjective(std::string(a_.words[i]));
    if (!code.empty() && std::ranges::find(out_.adjectives, code) == out_.adjectives.end())
      out_.adjectives.push_back(code);
  }

  // The region or country behind a settlement: ", Texas", "in the Donetsk region"; for a list it stands
  // behind the last.
  void link_containers() {
    for (std::size_t i = out_.places.size(); i-- > 0;) {
      RawPlace& place = out_.places[i];
      if (i + 1 >= out_.places.size() || place.sort == Sort::kCountry) continue;
      const RawPlace& next = out_.places[i + 1];
      if (next.sort == Sort::kSettlement && place.sort == Sort::kSettlement && joins_list(place, next))
        place.container = next.container;
      else if (next.sort != Sort::kSettlement && next.sort != place.sort && contains(place, next))
        place.container = static_cast<std::int32_t>(i + 1);
    }
  }
  bool joins_list(const RawPlace& place, const RawPlace& next) const {
    const std::size_t gap = next.first - place.last;
    const bool comma = gap == 2 && was(next.first - 1, ",");
    const bool word =
        gap == 2 && (was(next.first - 1, "and") || was(next.first - 1, "и") || was(next.first - 1, "та") ||
                     was(next.first - 1, "і") || was(next.first - 1, "or"));
    return comma || word || (gap == 3 && was(next.first - 2, ","));
  }
  bool contains(const RawPlace& place, const RawPlace& next) const {
    const std::size_t gap = next.first - place.last;
    if (gap == 1) return true;  // "Лиман Донецкой области"
    if (gap > 5) return false;
    bool in = false;
    for (std::size_t i = place.last + 1; i < next.first; ++i) {
      if (!in_reach(i)) return false;
      const bool preposition = was(i, "in") || was(i, "of") || was(i, ",") || was(i, "(") || was(i, "в") ||
                               was(i, "у") || was(i, "на");
      const bool filler = was(i, "the") || was(i, "'s") || was(i, "eastern") || was(i, "northern") ||
                          was(i, "southern") || was(i, "western");
      if (!preposition && !filler) return false;
      in = in || preposition;
    }
    return in;
  }

  const Analysis& a_;
  std::vector<std::int32_t> entries_;
  PlaceNames names_;
  PlaceScan out_;
  bool may_be_area_ = true;  // the run of words being tried can begin a country's or region's name
};

}  // namespace

PlaceScan scan_places(const Analysis& analysis) {
  return Scanner(analysis).scan();
}

}  // namespace muster::extract
