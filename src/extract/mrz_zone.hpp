// The lines of a machine-readable zone cut into their fields, and their check digits.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace muster::extract {

struct MrzLine {
  std::string_view text;  // A-Z, 0-9 and <
  model::Span span;
};

struct MrzField {
  std::string_view name;  // "number", "birth", ... as in data/extract/mrz_layouts.tsv
  std::string_view text;
  model::Span span;
  bool checked = false;  // the layout has a check digit for it
  bool holds = true;
};

struct MrzZone {
  std::string_view layout;  // "TD3"
  std::vector<MrzField> fields;
  [[nodiscard]] const MrzField* field(std::string_view name) const;
};

// Lines that can belong to a zone: 30, 36 or 44 characters of its alphabet, with a "<" or a digit; in text
// order.
[[nodiscard]] std::vector<MrzLine> mrz_lines(std::string_view text);

// The zone that begins at line `first` of `lines`; none when no layout fits.
[[nodiscard]] std::optional<MrzZone> read_zone(const std::vector<MrzLine>& lines, std::size_t first);

}  // namespace muster::extract
