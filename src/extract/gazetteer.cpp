#include "extract/gazetteer.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "base/embedded.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

MUSTER_EMBEDDED(extract_places_tsv)
MUSTER_EMBEDDED(extract_regions_tsv)
MUSTER_EMBEDDED(extract_region_words_tsv)
MUSTER_EMBEDDED(extract_place_names_tsv)

namespace muster::extract {
namespace {

std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view head = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return head;
}

double to_number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Letters that have no accent to take off.
std::string_view plain_letter(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ı':
      return "i";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ə':
      return "a";
    case U'ħ':
      return "h";
    default:
      return {};
  }
}

std::string without_accents(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString parts =
      nfd->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_getCombiningClass(c) == 0) kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

// The start of the first line whose first column is not less than `name`.
std::size_t lower_bound_line(std::string_view table, std::string_view name) {
  std::size_t low = 0;
  std::size_t high = table.size();
  while (low < high) {
    std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : table.rfind('\n', middle - 1);
    middle = before == std::string_view::npos || before + 1 < low ? low : before + 1;
    const std::size_t end = std::min(table.find('\n', middle), table.size());
    if (table.substr(middle, table.find('\t', middle) - middle) < name)
      low = end + 1;
    else
      high = middle;
  }
  return low;
}

std::string with_capitals(std::string_view normalised) {
  std::string out(normalised);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if ((i == 0 || out[i - 1] == ' ') && out[i] >= 'a' && out[i] <= 'z')
      out[i] = static_cast<char>(out[i] - 32);
  }
  return out;
}

Settlement read_settlement(std::string_view line) {
  Settlement place;
  const std::string_view normalised = cut(line, '\t');
  const std::string_view name = cut(line, '\t');
  place.name = name.empty() ? with_capitals(normalised) : std::string(name);
  place.country = cut(line, '\t');
  place.region = cut(line, '\t');
  place.latitude = to_number(cut(line, '\t'));
  place.longitude = to_number(cut(line, '\t'));
  place.id = cut(line, '\t');
  place.population = 100 * to_number(line);
  return place;
}

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
    const std::string_view word = cut(rest, ' ');
    if (is_kind_word(word)) continue;
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out.empty() ? all : out;
}

class Regions {
 public:
  Regions() {
    std::string_view table = MUSTER_BYTES(extract_regions_tsv);
    while (!table.empty()) {
      std::string_view line = cut(table, '\n');
      if (line.empty() || line.front() == '#') continue;
      Region region;
      region.code = cut(line, '\t');
      region.name = cut(line, '\t');
      region.latitude = to_number(cut(line, '\t'));
      region.longitude = to_number(line);
      all_.push_back(region);
    }
    for (const Region& region : all_) {
      codes_.emplace(region.code, &region);
      add(own_name(region.name), region);
    }
    std::string_view words = MUSTER_BYTES(extract_region_words_tsv);
    while (!words.empty()) {
      std::string_view line = cut(words, '\n');
      if (line.empty() || line.front() == '#') continue;
      const Region* region = by_code(cut(line, '\t'));
      while (region && !line.empty()) add(std::string(cut(line, ' ')), *region);
    }
  }
  const std::vector<const Region*>* by_name(std::string_view name) const {
    const auto found = names_.find(std::string(name));
    return found == names_.end() ? nullptr : &found->second;
  }
  bool begins(std::string_view word) const { return beginnings_.contains(std::string(word)); }
  const Region* by_code(std::string_view code) const {
    const auto found = codes_.find(code);
    return found == codes_.end() ? nullptr : found->second;
  }

 private:
  void add(std::string name, const Region& region) {
    beginnings_.insert(name.substr(0, name.find_first_of(" .-")));
    auto& list = names_[std::move(name)];
    if (std::ranges::find(list, &region) == list.end()) list.push_back(&region);
  }
  std::vector<Region> all_;
  std::unordered_map<std::string_view, const Region*> codes_;
  std::unordered_map<std::string, std::vector<const Region*>> names_;
  std::unordered_set<std::string> beginnings_;
};

const Regions& regions() {
  static const Regions all;
  return all;
}

std::unordered_map<std::string_view, OtherName> read_other_names() {
  std::unordered_map<std::string_view, OtherName> names;
  std::string_view table = MUSTER_BYTES(extract_place_names_tsv);
  while (!table.empty()) {
    std::string_view line = cut(table, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view country = cut(line, '\t');
    const std::string_view name = cut(line, '\t');
    while (!line.empty()) names.emplace(cut(line, ' '), OtherName{country, name});
  }
  return names;
}

}  // namespace

std::string normalise_place(std::string_view name) {
  const std::string lowered = without_accents(text::lower(name));
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < lowered.size();) {
    const char32_t c = text::next_codepoint(lowered, at);
    if (text::is_apostrophe(c) || c == U'ʻ') continue;
    if (!text::is_letter(c) && !text::is_digit(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    const std::string_view plain = plain_letter(c);
    if (plain.empty())
      text::append_utf8(out, c);
    else
      out += plain;
  }
  return out;
}

std::vector<Settlement> settlements_named(std::string_view normalised) {
  std::vector<Settlement> found;
  if (normalised.empty()) return found;
  const std::string_view table = MUSTER_BYTES(extract_places_tsv);
  for (std::size_t at = lower_bound_line(table, normalised); at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view line = table.substr(at, end - at);
    if (line.substr(0, line.find('\t')) != normalised) break;
    found.push_back(read_settlement(line));
    at = end + 1;
  }
  return found;
}

std::vector<const Region*> regions_named(std::string_view normalised) {
  const auto* found = regions().by_name(normalised);
  return found ? *found : std::vector<const Region*>{};
}

bool may_begin_region(std::string_view word) {
  const bool ascii = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return !ascii || regions().begins(word.substr(0, word.find_first_of("-'")));
}

const Region* region_of_code(std::string_view code) {
  return regions().by_code(code);
}

const OtherName* other_name(std::string_view form) {
  static const auto names = read_other_names();
  const auto found = names.find(form);
  return found == names.end() ? nullptr : &found->second;
}

}  // namespace muster::extract
