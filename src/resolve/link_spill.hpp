// Compared pairs that wait until the odds are settled: in memory up to a bound, what is more in a temporary
// file. The file has no name from the moment it is open, so that nothing is left behind however the program
// ends. The order of the pairs is that of their coming: what is made of them must not depend on it.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "resolve/link_score.hpp"

namespace muster::resolve {

struct EvidencePair {
  RowPair rows;
  PairScorer::Evidence evidence;
};

class PairStore {
 public:
  // The file is made in `folder` when it is needed; empty: where temporary files go ($TMPDIR, /tmp).
  explicit PairStore(std::uint64_t bytes_in_memory, std::string folder = {})
      : most_(bytes_in_memory / sizeof(EvidencePair)), folder_(std::move(folder)) {}
  ~PairStore();
  PairStore(const PairStore&) = delete;
  PairStore& operator=(const PairStore&) = delete;

  // From any thread.
  void add(std::span<const EvidencePair> pairs);

  [[nodiscard]] std::uint64_t size() const { return in_memory_ + in_file_; }
  [[nodiscard]] std::uint64_t in_file() const { return in_file_; }
  // Why pairs could not be kept or read back: a full disk, no folder to write to. Asked for between adding
  // and reading, not meanwhile.
  [[nodiscard]] const std::optional<base::Error>& failure() const { return failure_; }

  // Calls visit(pairs, lane) for all pairs, some thousand at a time, on `threads` threads; of one lane of
  // kLanes there is one call at a time.
  static constexpr std::size_t kLanes = 16;
  template <class Visit>
  void for_each(std::size_t threads, Visit visit) {
    base::for_each_piece(kLanes, threads, [&](std::size_t lane) {
      std::vector<EvidencePair> read;
      for (std::size_t i = lane; i < pieces(); i += kLanes) visit(piece(i, read), lane);
    });
  }

 private:
  [[nodiscard]] std::size_t pieces() const;
  std::span<const EvidencePair> piece(std::size_t i, std::vector<EvidencePair>& read);
  void write(std::span<const EvidencePair> pairs);
  void open();
  void fail(const char* what);

  const std::uint64_t most_;  // pairs in memory
  std::string folder_;
  std::vector<std::vector<EvidencePair>> chunks_;
  std::uint64_t in_memory_ = 0;
  std::uint64_t in_file_ = 0;
  int file_ = -1;
  std::optional<base::Error> failure_;
  std::mutex mutex_;
};

}  // namespace muster::resolve
