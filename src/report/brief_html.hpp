// The brief as one HTML file: no network, no script needed, opened from disk, printed, handed to an editor, a
// lawyer, a court. What a document says is set in a serif face and marked; what the program says is set in a
// sans face.
//
// Every word from a document is escaped, and a content security policy names the hash of the one script and
// the one style sheet, so that nothing a hostile file brings along can run or fetch. Style, script, frame and
// "How to read this" are files in data/report/.
#pragma once

#include <string>

#include "report/brief.hpp"

namespace muster::report {

[[nodiscard]] std::string brief_html(const Brief& brief);

// The content of <main> alone: what changes with the case.
[[nodiscard]] std::string brief_html_main(const Brief& brief);

}  // namespace muster::report
