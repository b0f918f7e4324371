#include "readers/zone_format.hpp"

#include <algorithm>
#include <charconv>

#include "base/embedded.hpp"
#include "base/table_lines.hpp"

MUSTER_EMBEDDED(readers_mrz_formats_tsv)

namespace muster::readers {
namespace {

std::size_t number(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "45-54,58-64>88"
ZoneCheck parse_check(std::string_view text) {
  ZoneCheck check;
  std::string_view ranges = base::cut(text, '>');
  check.digit = number(text) - 1;
  while (!ranges.empty()) {
    std::string_view range = base::cut(ranges, ',');
    const std::size_t from = number(base::cut(range, '-'));
    for (std::size_t cell = from; cell <= number(range); ++cell) check.cells.push_back(cell - 1);
  }
  return check;
}

std::vector<ZoneFormat> parse_formats(std::string_view table) {
  std::vector<ZoneFormat> formats;
  while (!table.empty()) {
    std::string_view line = base::cut(table, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    ZoneFormat format;
    format.name = base::cut(line, '\t');
    format.lines = static_cast<int>(number(base::cut(line, '\t')));
    format.width = static_cast<int>(number(base::cut(line, '\t')));
    format.classes = base::cut(line, '\t');
    while (!line.empty()) format.checks.push_back(parse_check(base::cut(line, ' ')));
    formats.push_back(std::move(format));
  }
  return formats;
}

int value_of(char sign) {
  if (sign >= '0' && sign <= '9') return sign - '0';
  return sign == '<' ? 0 : sign - 'A' + 10;
}

}  // namespace

const std::vector<ZoneFormat>& zone_formats() {
  static const std::vector<ZoneFormat> formats = parse_formats(MUSTER_BYTES(readers_mrz_formats_tsv));
  return formats;
}

bool may_hold(char cell_class, char sign) {
  const bool digit = sign >= '0' && sign <= '9';
  switch (cell_class) {
    case 'a':
      return !digit;
    case 'd':
      return digit || sign == '<';
    case 's':
      return sign == 'M' || sign == 'F' || sign == '<';
    default:
      return true;
  }
}

bool check_holds(const ZoneCheck& check, std::string_view signs) {
  constexpr int kWeights[] = {7, 3, 1};
  int sum = 0;
  bool empty = true;
  for (std::size_t i = 0; i < check.cells.size(); ++i) {
    empty = empty && signs[check.cells[i]] == '<';
    sum += kWeights[i % 3] * value_of(signs[check.cells[i]]);
  }
  const char digit = signs[check.digit];
  if (digit == '<') return empty;
  return digit >= '0' && digit <= '9' && sum % 10 == digit - '0';
}

}  // namespace muster::readers
