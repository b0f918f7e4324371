#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace muster::base {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  int close() {
    const int result = fd_ >= 0 ? ::close(fd_) : 0;
    fd_ = -1;
    return result;
  }

 private:
  int fd_;
};

std::unexpected<Error> system_failure(const std::filesystem::path& path, std::string remedy) {
  return fail(std::strerror(errno), path.string(), std::move(remedy));
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

const char* remedy_for_reading(int error) {
  switch (error) {
    case ENOENT:
      return "check the path";
    case EACCES:
      return "give yourself read permission, or copy the file";
    default:
      return "check the disk and the path";
  }
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_failure(path, remedy_for_reading(errno));
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return system_failure(path, "check the disk");
  if (S_ISDIR(info.st_mode)) return fail("is a folder, not a file", path.string(), "name a file");
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(info.st_size > 0 ? info.st_size : 0) + 1);
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure(path, "check the disk");
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

namespace {

// A device, a pipe or a link (/dev/null, /dev/stdout) is written to and not replaced by a file.
bool is_written_through(const std::filesystem::path& path) {
  struct stat info{};
  return ::lstat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

Result<void> write_through(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_TRUNC | O_CREAT | O_CLOEXEC, 0644));
  if (file.get() < 0) return system_failure(path, "check that it can be written to");
  if (write_all(file.get(), bytes) && file.close() == 0) return {};
  return system_failure(path, "check that the disk is not full");
}

}  // namespace

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  if (is_written_through(path)) return write_through(path, bytes);
  const std::string temporary = path.string() + ".part" + std::to_string(::getpid());
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return system_failure(path, "check that the folder exists and can be written to");
  const bool written = write_all(file.get(), bytes) && ::fsync(file.get()) == 0 && file.close() == 0 &&
                       ::rename(temporary.c_str(), path.c_str()) == 0;
  if (written) return {};
  const auto failure =
      system_failure(path, "check that the disk is not full and the folder can be written to");
  ::unlink(temporary.c_str());
  return failure;
}

}  // namespace muster::base
