// The brief for a terminal: one or two screens, the most important first. What does not fit is counted, never
// dropped without a word; brief.html and brief.json hold all of it.
#pragma once

#include <string>

#include "report/brief.hpp"
#include "report/terminal.hpp"

namespace muster::report {

// Lines are cut or wrapped to options.width (80 where it is 0).
[[nodiscard]] std::string brief_text(const Brief& brief, const TextOptions& options);

}  // namespace muster::report
