// Whole files in and out. Writes are atomic: a reader sees the old file or the new one, never half.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace muster::base {

[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

// Writes to a temporary file beside `path`, syncs it and renames it over `path`; through a link, and to a
// device or pipe, it writes at once.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace muster::base
