// A file as read-only memory: opened in no time whatever its size, its pages read as they are touched.
// Do not cut or rewrite the file in place meanwhile; replacing it by renaming (base::write_file) is safe.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.hpp"

namespace muster::base {

class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);

  // At an address that is a multiple of the page size; empty for an empty file.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace muster::base
