// How long work is told of and stopped. The engine reports; the command line draws.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>

namespace muster::engine {

struct Progress {
  // Called from one thread, after each file: how many of how many, and which.
  std::function<void(std::size_t done, std::size_t total, std::string_view name)> step;
  // Set by a signal handler; work stops before the next file.
  const std::atomic<bool>* stop = nullptr;

  [[nodiscard]] bool stopped() const { return stop != nullptr && stop->load(); }
};

}  // namespace muster::engine
