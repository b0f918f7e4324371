#include "engine/add.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "engine/reading.hpp"

namespace muster::engine {
namespace {

// A file whose bytes the case may already hold, so that it need not be read.
struct Work {
  Reading reading;
  std::string sha256;
  store::Origin origin;
};

std::string path_key(const std::filesystem::path& path) {
  std::error_code code;
  return base::sha256_hex(std::filesystem::weakly_canonical(path, code).string());
}

bool failed_to_read(const model::Document& document) {
  return std::ranges::any_of(document.problems, &model::Problem::fatal);
}

// Opens and, unless the case holds it already, reads one file. `known` is asked under a lock.
template <class Known>
Work do_file(const InputFile& file, const readers::Options& options, const Known& known) {
  Work work;
  work.origin = {context_of(file.path, options), path_key(file.path)};
  auto bytes = base::read_file(file.path);
  if (!bytes) {
    work.reading = read_file(file.path, options);
    return work;
  }
  work.sha256 = base::sha256_hex(*bytes);
  work.reading.opened = true;
  if (known(work.sha256, work.origin.context)) return work;
  work.reading = read_bytes(std::move(*bytes), file.path, options);
  work.reading.document.path = file.label;
  return work;
}

// Files read ahead by worker threads and handed out in order; at most kAhead wait.
class ReadAhead {
 public:
  using Known = std::function<bool(const std::string&, const std::string&)>;

  ReadAhead(const std::vector<InputFile>& files, const readers::Options& options, Known known,
            const Progress& progress)
      : files_(files), options_(options), known_(std::move(known)), progress_(progress) {
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    for (unsigned i = 0; i < cores; ++i) workers_.emplace_back([this] { work(); });
  }
  ~ReadAhead() {
    {
      const std::scoped_lock lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
  }
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // The work of file `index`; empty when reading was stopped.
  std::optional<Work> take(std::size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_.contains(index) || progress_.stopped(); });
    const auto found = done_.find(index);
    if (found == done_.end()) return std::nullopt;
    Work work = std::move(found->second);
    done_.erase(found);
    taken_ = index + 1;
    lock.unlock();
    changed_.notify_all();
    return work;
  }

 private:
  static constexpr std::size_t kAhead = 16;

  void work() {
    for (;;) {
      std::size_t index = 0;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return ended_ || next_ >= files_.size() || next_ < taken_ + kAhead; });
        if (ended_ || next_ >= files_.size() || progress_.stopped()) break;
        index = next_++;
      }
      Work done = do_file(files_[index], options_, known_);
      const std::scoped_lock lock(mutex_);
      done_.emplace(index, std::move(done));
      changed_.notify_all();
    }
    changed_.notify_all();
  }

  const std::vector<InputFile>& files_;
  const readers::Options& options_;
  Known known_;
  const Progress& progress_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Work> done_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  bool ended_ = false;
  std::vector<std::jthread> workers_;
};

base::Result<void> refuse(store::Case& to, const std::string& label, const model::Problem& problem,
                          AddReport& report) {
  report.failed += problem.fatal;
  return to.refuse(label, problem);
}

base::Result<void> keep(store::Case& to, const InputFile& file, const Work& work, AddReport& report) {
  const auto& document = work.reading.document;
  if (!work.reading.opened) return refuse(to, file.label, document.problems.front(), report);
  if (document.sha256.empty()) {
    ++report.unchanged;
    return to.see_again(work.sha256, file.label, work.origin);
  }
  const auto added = to.add(document, work.reading.extraction, work.reading.bytes, work.origin);
  if (!added) return std::unexpected(added.error());
  if (*added == store::Added::kUnchanged) {
    ++report.unchanged;
  } else if (failed_to_read(document)) {
    ++report.failed;
  } else {
    ++(*added == store::Added::kNew ? report.added : report.changed);
  }
  return {};
}

}  // namespace

base::Result<AddReport> add_files(store::Case& to, const Intake& intake, const readers::Options& options,
                                  const Progress& progress) {
  AddReport report;
  for (const auto& problem : intake.problems) {
    if (auto done = refuse(to, problem.where, problem, report); !done) return std::unexpected(done.error());
  }
  std::mutex database;
  const auto known = [&](const std::string& sha256, const std::string& context) {
    const std::scoped_lock lock(database);
    return to.holds(sha256, context).value_or(false);
  };
  ReadAhead ahead(intake.files, options, known, progress);
  for (std::size_t i = 0; i < intake.files.size(); ++i) {
    auto work = progress.stopped() ? std::nullopt : ahead.take(i);
    if (!work) {
      report.interrupted = true;
      break;
    }
    const std::scoped_lock lock(database);
    if (auto kept = keep(to, intake.files[i], *work, report); !kept) return std::unexpected(kept.error());
    if (progress.step) progress.step(i + 1, intake.files.size(), intake.files[i].label);
  }
  return report;
}

}  // namespace muster::engine
