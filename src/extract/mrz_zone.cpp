#include "extract/mrz_zone.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"
#include "extract/machine_readable.hpp"

MUSTER_EMBEDDED(extract_mrz_layouts_tsv)

namespace muster::extract {
namespace {

struct Stretch {
  std::size_t line = 0, from = 0, to = 0;  // from 0, end exclusive
};

std::size_t to_size(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool in_alphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
}

Stretch read_stretch(std::string_view text) {
  const std::size_t line = to_size(base::cut(text, '.'));
  const std::size_t from = to_size(base::cut(text, '-'));
  return {line - 1, from - 1, to_size(text)};
}

// Reads "number=2.1-9/10" against the lines.
MrzField read_field(std::string_view spec, const std::vector<MrzLine>& lines, std::size_t first) {
  MrzField field;
  field.name = base::cut(spec, '=');
  std::string_view stretches = base::cut(spec, '/');
  std::string covered;
  std::size_t last_line = 0;
  bool start = true;
  while (!stretches.empty()) {
    const Stretch stretch = read_stretch(base::cut(stretches, ','));
    const MrzLine& line = lines[first + stretch.line];
    const std::string_view part = line.text.substr(stretch.from, stretch.to - stretch.from);
    covered += part;
    last_line = stretch.line;
    if (start) {
      field.text = part;
      const auto begin = static_cast<std::uint32_t>(line.span.begin + stretch.from);
      field.span = {begin, static_cast<std::uint32_t>(begin + part.size())};
    }
    start = false;
  }
  if (spec.empty()) return field;
  const char written = lines[first + last_line].text[to_size(spec) - 1];
  const int wanted = check_digit(covered);
  const bool empty = covered.find_first_not_of('<') == std::string::npos;
  field.checked = !(field.name == "optional" && empty);
  field.holds = (written == '<' ? 0 : written - '0') == wanted && (written != '<' || empty);
  return field;
}

bool first_letter_fits(std::string_view layout, char letter) {
  if (layout.starts_with("MRV")) return letter == 'V';
  if (layout == "TD3") return letter == 'P';
  return letter == 'I' || letter == 'A' || letter == 'C' || (layout == "TD2" && letter == 'P');
}

}  // namespace

const MrzField* MrzZone::field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &MrzField::name);
  return found == fields.end() ? nullptr : &*found;
}

std::vector<MrzLine> mrz_lines(std::string_view text) {
  std::vector<MrzLine> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::size_t from = begin;
    std::size_t to = end;
    while (from < to && (text[from] == ' ' || text[from] == '\t')) ++from;
    while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\t')) --to;
    const std::string_view line = text.substr(from, to - from);
    const bool long_enough = line.size() == 30 || line.size() == 36 || line.size() == 44;
    if (long_enough && std::ranges::all_of(line, in_alphabet) && line.find('<') != std::string_view::npos) {
      lines.push_back({line, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}});
    } else if (long_enough && std::ranges::all_of(line, in_alphabet) && !lines.empty()) {
      lines.push_back({line, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}});
    }
    begin = end + 1;
  }
  return lines;
}

std::optional<MrzZone> read_zone(const std::vector<MrzLine>& lines, std::size_t first) {
  std::string_view layouts = MUSTER_BYTES(extract_mrz_layouts_tsv);
  while (!layouts.empty()) {
    std::string_view line = base::cut(layouts, '\n');
    if (line.empty() || line.front() == '#') continue;
    MrzZone zone;
    zone.layout = base::cut(line, '\t');
    const std::size_t count = to_size(base::cut(line, '\t'));
    const std::size_t width = to_size(base::cut(line, '\t'));
    if (first + count > lines.size() || !first_letter_fits(zone.layout, lines[first].text[0])) continue;
    const auto fits = [&](std::size_t i) { return lines[first + i].text.size() == width; };
    bool all = true;
    for (std::size_t i = 0; i < count; ++i) all = all && fits(i);
    if (!all) continue;
    while (!line.empty()) zone.fields.push_back(read_field(base::cut(line, ' '), lines, first));
    return zone;
  }
  return std::nullopt;
}

}  // namespace muster::extract
