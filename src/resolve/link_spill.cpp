#include "resolve/link_spill.hpp"

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <type_traits>

namespace muster::resolve {
namespace {

static_assert(std::is_trivially_copyable_v<EvidencePair>, "pairs go to the file as they lie in memory");

constexpr std::size_t kChunk = 32768;  // pairs
constexpr std::size_t kPairBytes = sizeof(EvidencePair);

std::string temporary_folder() {
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

}  // namespace

PairStore::~PairStore() {
  if (file_ >= 0) ::close(file_);
}

void PairStore::add(std::span<const EvidencePair> pairs) {
  const std::scoped_lock lock(mutex_);
  while (!pairs.empty() && in_memory_ < most_) {
    if (chunks_.empty() || chunks_.back().size() == chunks_.back().capacity())
      chunks_.emplace_back().reserve(std::min<std::uint64_t>(kChunk, most_ - in_memory_));
    auto& chunk = chunks_.back();
    const std::size_t taken = std::min(pairs.size(), chunk.capacity() - chunk.size());
    chunk.insert(chunk.end(), pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(taken));
    in_memory_ += taken;
    pairs = pairs.subspan(taken);
  }
  if (!pairs.empty()) write(pairs);
}

void PairStore::fail(const char* what) {
  if (failure_) return;
  failure_ = base::Error{std::string(what) + ": " + std::strerror(errno), folder_,
                         "free some of that disk, name another folder in TMPDIR, or allow more memory"};
}

void PairStore::open() {
  if (folder_.empty()) folder_ = temporary_folder();
  std::string name = folder_ + "/muster-pairs-XXXXXX";
  file_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) return fail("no temporary file can be made for pairs that memory does not hold");
  ::unlink(name.c_str());
}

void PairStore::write(std::span<const EvidencePair> pairs) {
  if (file_ < 0 && !failure_) open();
  if (failure_) return;
  const char* from = reinterpret_cast<const char*>(pairs.data());
  std::size_t left = pairs.size_bytes();
  while (left > 0) {
    const ssize_t done = ::write(file_, from, left);
    if (done < 0 && errno == EINTR) continue;
    if (done == 0) errno = ENOSPC;
    if (done <= 0) return fail("the temporary file for pairs that memory does not hold cannot be written");
    from += done;
    left -= static_cast<std::size_t>(done);
  }
  in_file_ += pairs.size();
}

std::size_t PairStore::pieces() const {
  return chunks_.size() + static_cast<std::size_t>((in_file_ + kChunk - 1) / kChunk);
}

std::span<const EvidencePair> PairStore::piece(std::size_t i, std::vector<EvidencePair>& read) {
  if (i < chunks_.size()) return chunks_[i];
  const std::uint64_t first = (i - chunks_.size()) * kChunk;
  read.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, in_file_ - first)));
  char* to = reinterpret_cast<char*>(read.data());
  std::uint64_t at = first * kPairBytes;
  std::size_t left = read.size() * kPairBytes;
  while (left > 0) {
    const ssize_t got = ::pread(file_, to, left, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) errno = EIO;
    if (got <= 0) {
      const std::scoped_lock lock(mutex_);
      fail("the temporary file for pairs that memory does not hold cannot be read back");
      return {};
    }
    to += got;
    at += static_cast<std::uint64_t>(got);
    left -= static_cast<std::size_t>(got);
  }
  return read;
}

}  // namespace muster::resolve
