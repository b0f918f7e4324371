// The first-level regions of the world and their names.
#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "extract/gazetteer.hpp"
#include "extract/place_spelling.hpp"

MUSTER_EMBEDDED(extract_regions_tsv)
MUSTER_EMBEDDED(extract_region_words_tsv)

namespace muster::extract {
namespace {

// What follows or precedes a region's own name and says what kind it is.
bool is_kind_word(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kKinds = {
      "oblast",         "region",     "republic", "krai",      "kray",        "province",
      "city",           "of",         "state",    "voblasc",   "governorate", "prefecture",
      "county",         "department", "district", "territory", "the",         "leningradskaya",
      "arkhangelskaya", "autonomous", "sheng",    "muhafazat"};
  return std::ranges::find(kKinds, word) != kKinds.end();
}

std::string own_name(std::string_view region_name) {
  const std::string all = normalise_place(region_name);
  std::string_view rest = all;
  std::string out;
  while (!rest.empty()) {
    const std::string_view word = base::cut(rest, ' ');
    if (is_kind_word(word)) continue;
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out.empty() ? all : out;
}

struct ViewHash : std::hash<std::string_view> {  // look-ups by a view make no string
  using is_transparent = void;
};

class Regions {
 public:
  Regions() {
    std::string_view table = MUSTER_BYTES(extract_regions_tsv);
    while (!table.empty()) {
      std::string_view line = base::cut(table, '\n');
      if (line.empty() || line.front() == '#') continue;
      Region region;
      region.code = base::cut(line, '\t');
      region.name = base::cut(line, '\t');
      region.latitude = base::number_in(base::cut(line, '\t'));
      region.longitude = base::number_in(line);
      all_.push_back(region);
    }
    for (const Region& region : all_) {
      codes_.emplace(region.code, &region);
      add(own_name(region.name), region);
    }
    std::string_view words = MUSTER_BYTES(extract_region_words_tsv);
    while (!words.empty()) {
      std::string_view line = base::cut(words, '\n');
      if (line.empty() || line.front() == '#') continue;
      const Region* region = by_code(base::cut(line, '\t'));
      while (region && !line.empty()) add(std::string(base::cut(line, ' ')), *region);
    }
  }
  const std::vector<const Region*>* by_name(std::string_view name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
  }
  std::vector<std::string_view> beginnings() const {
    std::vector<std::string_view> words;
    for (const auto& entry : names_) {
      const std::string_view name = entry.first;
      words.push_back(name.substr(0, name.find_first_of(" .-")));
    }
    return words;
  }
  const Region* by_code(std::string_view code) const {
    const auto found = codes_.find(code);
    return found == codes_.end() ? nullptr : found->second;
  }

 private:
  void add(std::string name, const Region& region) {
    auto& list = names_[std::move(name)];
    if (std::ranges::find(list, &region) == list.end()) list.push_back(&region);
  }
  std::vector<Region> all_;
  std::unordered_map<std::string_view, const Region*> codes_;
  std::unordered_map<std::string, std::vector<const Region*>, ViewHash, std::equal_to<>> names_;
};

const Regions& regions() {
  static const Regions all;
  return all;
}

}  // namespace

std::vector<const Region*> regions_named(std::string_view normalised) {
  const auto* found = regions().by_name(normalised);
  return found ? *found : std::vector<const Region*>{};
}

std::vector<std::string_view> region_beginnings() {
  return regions().beginnings();
}

const Region* region_of_code(std::string_view code) {
  return regions().by_code(code);
}

}  // namespace muster::extract
