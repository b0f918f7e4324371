#include "extract/gazetteer.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(extract_places_tsv)
MUSTER_EMBEDDED(extract_place_names_tsv)

namespace muster::extract {
namespace {

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
  const std::string_view normalised = base::cut(line, '\t');
  const std::string_view name = base::cut(line, '\t');
  place.name = name.empty() ? with_capitals(normalised) : std::string(name);
  place.country = base::cut(line, '\t');
  place.region = base::cut(line, '\t');
  place.latitude = base::number_in(base::cut(line, '\t'));
  place.longitude = base::number_in(base::cut(line, '\t'));
  place.id = base::cut(line, '\t');
  place.population = 100 * base::number_in(line);
  return place;
}

std::unordered_map<std::string_view, OtherName> read_other_names() {
  std::unordered_map<std::string_view, OtherName> names;
  std::string_view table = MUSTER_BYTES(extract_place_names_tsv);
  while (!table.empty()) {
    std::string_view line = base::cut(table, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view country = base::cut(line, '\t');
    const std::string_view name = base::cut(line, '\t');
    while (!line.empty()) names.emplace(base::cut(line, ' '), OtherName{country, name});
  }
  return names;
}

}  // namespace

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

const OtherName* other_name(std::string_view form) {
  static const auto names = read_other_names();
  const auto found = names.find(form);
  return found == names.end() ? nullptr : &found->second;
}

}  // namespace muster::extract
