// The sidecar NAME.json beside NAME.ext: {"published", "publisher", "url", "title"}, all optional strings,
// for files that cannot tell it themselves.
#pragma once

#include <filesystem>

#include "model/document.hpp"

namespace muster::readers {

// Takes the sidecar of `original` into the document, where there is one. A broken sidecar is a Problem, and
// not fatal.
void apply_sidecar(const std::filesystem::path& original, model::Document& document);

// The date at the start of "2025-04-12T09:30:00+03:00", "2025-04-12", "2025-04", "2025" or "20250412" as
// EDTF; empty where there is none.
[[nodiscard]] std::string edtf_date(std::string_view written);

}  // namespace muster::readers
