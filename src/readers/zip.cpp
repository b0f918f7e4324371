#include "readers/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace muster::readers {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{1} << 30;
// Deflate packs at most about 1:1032; honest sheets stay below 1:60.
constexpr std::size_t kMostRatio = 400;
constexpr std::size_t kFreeOfRatio = std::size_t{16} << 20;
constexpr std::string_view kRemedy =
    "the file is cut off or damaged: get it again, or open it in an Office program and save it anew";

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

std::string archive_message(archive* from) {
  const char* message = archive_error_string(from);
  return message != nullptr ? message : "the archive is broken";
}

}  // namespace

struct ZipMember::State {
  Archive archive{archive_read_new(), archive_read_free};
  std::size_t unpacked = 0;
  std::size_t limit = 0;
  std::string failure;
};

ZipMember::ZipMember(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipMember::ZipMember(ZipMember&&) noexcept = default;
ZipMember& ZipMember::operator=(ZipMember&&) noexcept = default;
ZipMember::~ZipMember() = default;

base::Result<ZipMember> ZipMember::open(std::string_view zip, std::string_view name) {
  auto state = std::make_unique<State>();
  state->limit = std::min(kMostUnpacked, std::max(kFreeOfRatio, zip.size() * kMostRatio));
  archive_read_support_format_zip(state->archive.get());
  if (archive_read_open_memory(state->archive.get(), zip.data(), zip.size()) != ARCHIVE_OK) {
    return base::fail(archive_message(state->archive.get()), std::string(name), std::string(kRemedy));
  }
  archive_entry* entry = nullptr;
  int status = ARCHIVE_OK;
  while ((status = archive_read_next_header(state->archive.get(), &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN) {
    const char* path = archive_entry_pathname(entry);
    if (path != nullptr && path == name) return ZipMember(std::move(state));
  }
  if (status == ARCHIVE_EOF)
    return base::fail("the part " + std::string(name) + " is missing", "", std::string(kRemedy));
  return base::fail("the archive is broken: " + archive_message(state->archive.get()), std::string(name),
                    std::string(kRemedy));
}

long ZipMember::read(char* buffer, std::size_t size) {
  const la_ssize_t got = archive_read_data(state_->archive.get(), buffer, size);
  if (got < 0) {
    state_->failure = "the archive is broken: " + archive_message(state_->archive.get());
    return -1;
  }
  state_->unpacked += static_cast<std::size_t>(got);
  if (state_->unpacked > state_->limit) {
    state_->failure = "it unpacks to more than " + std::to_string(state_->limit >> 20) +
                      " MB, which no honest file of its size does";
    return -1;
  }
  return static_cast<long>(got);
}

const std::string& ZipMember::failure() const {
  return state_->failure;
}

base::Result<std::string> read_member(std::string_view zip, std::string_view name, std::size_t most_bytes) {
  auto member = ZipMember::open(zip, name);
  if (!member) return std::unexpected(member.error());
  std::string bytes;
  char buffer[1 << 15];
  for (;;) {
    const long got = member->read(buffer, sizeof buffer);
    if (got < 0) return base::fail(member->failure(), std::string(name), std::string(kRemedy));
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > most_bytes)
      return base::fail("the part is too large", std::string(name), std::string(kRemedy));
  }
}

}  // namespace muster::readers
