#include "store/log.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "store/case.hpp"

namespace muster::store {
namespace {

const std::string kFirst(64, '0');

struct LogEnd {
  std::string hash = kFirst;  // of the last line
  std::int64_t bytes = 0;     // of the whole log
};

LogEnd end_of_log(Database& database) {
  Query last(database, "SELECT line, end FROM log ORDER BY seq DESC LIMIT 1");
  return last.step() ? LogEnd{base::sha256_hex(last.text(0)), last.integer(1)} : LogEnd{};
}

// The lines that end after `bytes`, each with its line break.
std::string log_from(Database& database, std::int64_t bytes) {
  std::string text;
  Query lines(database, "SELECT line FROM log WHERE end > ? ORDER BY seq");
  lines.with(bytes);
  while (lines.step()) text += lines.text(0) + '\n';
  return text;
}

// Where the last line that ends at or before `bytes` ends.
std::int64_t line_end_before(Database& database, std::int64_t bytes) {
  Query query(database, "SELECT max(end) FROM log WHERE end <= ?");
  query.with(bytes);
  return query.step() ? query.integer(0) : 0;
}

class LockedFile {
 public:
  explicit LockedFile(const std::filesystem::path& path)
      : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (fd_ < 0 || ::flock(fd_, LOCK_EX) != 0) {
      throw DatabaseError({"cannot write the log", path.string(), "check the folder's permissions"});
    }
  }
  ~LockedFile() { ::close(fd_); }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;

  [[nodiscard]] std::int64_t size() const { return ::lseek(fd_, 0, SEEK_END); }
  [[nodiscard]] std::string tail(std::int64_t from) const {
    std::string bytes(static_cast<std::size_t>(size() - from), '\0');
    const ssize_t got = ::pread(fd_, bytes.data(), bytes.size(), from);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }
  void append(std::string_view bytes) const {
    const std::int64_t at = size();
    const bool good = ::pwrite(fd_, bytes.data(), bytes.size(), at) == static_cast<ssize_t>(bytes.size());
    if (!good || ::fsync(fd_) != 0)
      throw DatabaseError(
          {"cannot write the log", "log.jsonl", "free some disk space and run the command again"});
  }

 private:
  int fd_;
};

}  // namespace

void append_log(Database& database, std::string_view event, std::string_view subject,
                std::string_view detail) {
  const LogEnd end = end_of_log(database);
  const nlohmann::ordered_json entry = {
      {"at", now_utc()}, {"event", event}, {"subject", subject}, {"detail", detail}, {"prev", end.hash}};
  const std::string line = entry.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  Query(database, "INSERT INTO log (line, end) VALUES (?, ?)")
      .with(std::string_view(line), end.bytes + static_cast<std::int64_t>(line.size()) + 1)
      .run();
}

void mirror_log(Database& database, const std::filesystem::path& file) {
  const LockedFile log(file);
  const std::int64_t size = log.size();
  if (size >= end_of_log(database).bytes) return;
  const std::int64_t boundary = line_end_before(database, size);
  const std::string missing = log_from(database, boundary);
  const std::string torn = log.tail(boundary);
  // A file that says something else was changed by another hand: it stays as it is, for verify_log to report.
  if (missing.starts_with(torn)) log.append(std::string_view(missing).substr(torn.size()));
}

std::vector<base::Error> verify_log(Database& database, const std::filesystem::path& file,
                                    std::size_t& lines) {
  std::vector<base::Error> failures;
  std::string previous = kFirst;
  Query query(database, "SELECT seq, line FROM log ORDER BY seq");
  for (lines = 0; query.step(); ++lines) {
    const std::string line = query.text(1);
    const auto entry = nlohmann::json::parse(line, nullptr, false);
    if (!entry.is_object() || entry.value("prev", "") != previous) {
      failures.push_back({"a line does not carry the hash of the line before it",
                          "log line " + std::to_string(query.integer(0)),
                          "the log was changed after it was written; compare with a copy of the case"});
    }
    previous = base::sha256_hex(line);
  }
  const auto mirrored = base::read_file(file);
  if (!mirrored || *mirrored != log_from(database, 0)) {
    failures.push_back({"log.jsonl differs from the log in case.db", file.filename().string(),
                        "the file was changed by another program; case.db holds the log as written"});
  }
  return failures;
}

}  // namespace muster::store
