#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace muster::base {
namespace {

std::unexpected<Error> refused(const std::filesystem::path& path) {
  std::string what = std::strerror(errno);
  return fail(std::move(what), path.string(), "check the path, and that you may read it");
}

}  // namespace

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return refused(path);
  struct stat info{};
  if (::fstat(fd, &info) != 0 || S_ISDIR(info.st_mode)) {
    if (S_ISDIR(info.st_mode)) errno = EISDIR;
    auto failure = refused(path);
    ::close(fd);
    return failure;
  }
  MappedFile file;
  const auto size = static_cast<std::size_t>(info.st_size);
  void* memory = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (memory == MAP_FAILED) {
    auto failure = refused(path);
    ::close(fd);
    return failure;
  }
  ::close(fd);
  if (memory != nullptr) file.bytes_ = {static_cast<const char*>(memory), size};
  return file;
}

}  // namespace muster::base
