#include "store/originals.hpp"

#include "base/file.hpp"
#include "base/sha256.hpp"

namespace muster::store {
namespace fs = std::filesystem;

fs::path original_path(const fs::path& folder, std::string_view sha256) {
  return folder / "originals" / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

base::Result<void> keep_original(const fs::path& folder, std::string_view sha256, std::string_view bytes) {
  const fs::path path = original_path(folder, sha256);
  std::error_code code;
  if (fs::file_size(path, code) == bytes.size() && !code) return {};
  fs::create_directories(path.parent_path(), code);
  if (code)
    return base::fail(code.message(), path.parent_path().string(),
                      "check that the disk is not full and the case can be written to");
  if (auto written = base::write_file(path, bytes); !written) return written;
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read, code);
  return {};
}

base::Result<void> verify_original(const fs::path& folder, std::string_view sha256) {
  const fs::path path = original_path(folder, sha256);
  const auto bytes = base::read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  if (base::sha256_hex(*bytes) == sha256) return {};
  return base::fail("the original's bytes have changed", path.string(),
                    "restore the file from where it came, or from a copy of the case");
}

}  // namespace muster::store
