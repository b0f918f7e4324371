#include "readers/original.hpp"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.hpp"

namespace muster::readers {

OriginalFile::OriginalFile(const Source& source) {
  std::error_code ignored;
  const auto same = base::read_file(source.original);
  if (same && *same == source.bytes) {
    path_ = std::filesystem::absolute(source.original, ignored).string();
  } else {
    copy(source.bytes, ".bin");
  }
}

OriginalFile::OriginalFile(std::string_view bytes, const std::string& suffix) {
  copy(bytes, suffix);
}

OriginalFile::~OriginalFile() {
  if (temporary_) ::unlink(path_.c_str());
}

void OriginalFile::copy(std::string_view bytes, const std::string& suffix) {
  std::error_code failed;
  const auto folder = std::filesystem::temp_directory_path(failed);
  std::string name =
      ((failed ? std::filesystem::path("/tmp") : folder) / ("muster-XXXXXX" + suffix)).string();
  const int fd = ::mkstemps(name.data(), static_cast<int>(suffix.size()));
  if (fd < 0) return;
  path_ = name;
  temporary_ = true;
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  ::close(fd);
}

}  // namespace muster::readers
