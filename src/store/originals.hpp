// The original bytes of a case's files, under originals/ab/cd/<sha256>, read-only.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.hpp"

namespace muster::store {

[[nodiscard]] std::filesystem::path original_path(const std::filesystem::path& folder,
                                                  std::string_view sha256);

// Writes the bytes where they are not there yet.
[[nodiscard]] base::Result<void> keep_original(const std::filesystem::path& folder, std::string_view sha256,
                                               std::string_view bytes);

// Fails where the file is missing or its bytes have another hash.
[[nodiscard]] base::Result<void> verify_original(const std::filesystem::path& folder,
                                                 std::string_view sha256);

}  // namespace muster::store
