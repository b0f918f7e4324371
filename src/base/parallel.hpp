// Work cut into numbered pieces and done by several threads. What piece i gives must depend on i alone, so
// that the answer is the same for any number of threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace muster::base {

// Calls work(i) once for each i in [0, pieces), on `threads` threads (1: on the caller's own). An exception
// ends the program: work reports its failures as values.
template <class Work>
void for_each_piece(std::size_t pieces, std::size_t threads, Work work) {
  if (threads < 2 || pieces < 2) {
    for (std::size_t i = 0; i < pieces; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < pieces; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (std::size_t t = 1; t < threads; ++t) others.emplace_back(run);
  run();
}

}  // namespace muster::base
