// Annotated texts from a folder, in either of two forms: marks in the text (docs/attribution-guide.md), or
// brat's stand-off files as PolNeAR has them.
#pragma once

#include <filesystem>
#include <vector>

#include "base/error.hpp"
#include "extract/marked_text.hpp"

namespace muster::engine {

// In order of the files' names. Of several annotators of a text the first in name order counts. Files whose
// names begin with "test_" are left out: they are for measuring.
[[nodiscard]] base::Result<std::vector<extract::GoldDocument>> read_corpus(
    const std::filesystem::path& folder);

}  // namespace muster::engine
