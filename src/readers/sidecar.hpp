// The sidecar NAME.json beside NAME.ext: {"published", "publisher", "url", "title"}, all optional strings,
// for files that cannot tell it themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace muster::readers {

// What JSON beside a file is: a sidecar has one of the four keys (or is empty); one that cannot be read is
// meant as a sidecar when its first key is one of them; anything else (a saved reading, a table) is none.
enum class SidecarKind : std::uint8_t { kSidecar, kBroken, kOther };
[[nodiscard]] SidecarKind sidecar_kind(std::string_view bytes);

// Takes the sidecar of `original` into the document, where there is one. A broken sidecar is a Problem, and
// not fatal.
void apply_sidecar(const std::filesystem::path& original, model::Document& document);

// The date at the start of "2025-04-12T09:30:00+03:00", "2025-04-12", "2025-04", "2025" or "20250412" as
// EDTF; empty where there is none.
[[nodiscard]] std::string edtf_date(std::string_view written);

}  // namespace muster::readers
