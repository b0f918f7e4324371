// How long names take to prepare and to compare, on one core: medians over many, in microseconds.
//
//   compare_names FILE     FILE: one name a line
//
// Compared are each name with the 16 that follow it in the order of their last words (as candidates of a
// look-up share words), and as many pairs at random.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "names/compare.hpp"

namespace {

using namespace muster::names;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostNames = 5000;
constexpr std::size_t kNeighbours = 16;
constexpr std::size_t kBatch = 8;  // the clock is too coarse for one

double quantile(std::vector<double>& values, double q) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

// Microseconds for each of `count` calls of work(i), timed in batches.
template <class Work>
void report(const char* what, std::size_t count, Work work) {
  std::vector<double> took;
  for (std::size_t i = 0; i + kBatch <= count; i += kBatch) {
    const auto start = Clock::now();
    for (std::size_t j = 0; j < kBatch; ++j) work(i + j);
    took.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count() / kBatch);
  }
  if (took.empty()) return;
  const double median = quantile(took, 0.5);
  fmt::print("{:<28} median {:6.2f} us, p99 {:6.2f} us ({} calls)\n", what, median, quantile(took, 0.99),
             count);
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.find_last_of(' ') + 1);
}

}  // namespace

int main(int count, char** arguments) {
  std::ifstream file(count > 1 ? arguments[1] : "");
  std::vector<std::string> names;
  for (std::string line; names.size() < kMostNames && std::getline(file, line);) names.push_back(line);
  if (names.size() < 100) return 2;
  std::ranges::stable_sort(names, {}, last_word);
  std::vector<Name> prepared;
  for (const std::string& name : names) prepared.push_back(prepare(name));
  const std::size_t n = names.size();
  double sum = 0;
  report("prepare", n,
         [&](std::size_t i) { sum += static_cast<double>(prepare(names[i]).written().size()); });
  const auto neighbour = [&](std::size_t i) -> const Name& {
    return prepared[(i / kNeighbours + 1 + i % kNeighbours) % n];
  };
  const auto random = [&](std::size_t i) -> const Name& { return prepared[(i * 7919 + 13) % n]; };
  const std::size_t pairs = n * kNeighbours;
  report("compare, shared words", pairs,
         [&](std::size_t i) { sum += compare(prepared[i / kNeighbours], neighbour(i)).bits; });
  report("compare, at random", pairs,
         [&](std::size_t i) { sum += compare(prepared[i / kNeighbours], random(i)).bits; });
  report("bits alone, shared words", pairs,
         [&](std::size_t i) { sum += compare_bits(prepared[i / kNeighbours], neighbour(i)); });
  report("bits alone, at random", pairs,
         [&](std::size_t i) { sum += compare_bits(prepared[i / kNeighbours], random(i)); });
  return sum == 0 ? 1 : 0;
}
