// How fast a name index is opened and asked, one thread, processor time: lookup_speed INDEX QUERIES.tsv
// The first column of QUERIES.tsv is looked up; the second, where it is not empty, is the name expected.
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "names/index.hpp"

namespace {

// Of this thread: other work on the machine does not count.
double processor_milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Query {
  std::string text, expected;
};

std::vector<Query> read_queries(const char* path) {
  std::vector<Query> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    const std::size_t end = line.find('\t', tab + 1);
    queries.push_back(
        {line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1, end - tab - 1)});
  }
  return queries;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace muster;
  if (argc != 3) return 2;
  const double start = processor_milliseconds();
  const auto index = names::NameIndex::open(argv[1]);
  if (!index) {
    fmt::print(stderr, "{}\n", base::describe(index.error()));
    return 2;
  }
  fmt::print("open {:.2f} ms, {} names, {} words\n", processor_milliseconds() - start, index->size(),
             index->words());
  const auto queries = read_queries(argv[2]);
  for (std::size_t i = 0; i < queries.size() && i < 200; ++i)
    (void)index->look_up(queries[i].text);  // warm up
  std::vector<double> times;
  std::size_t expected = 0;
  std::size_t first = 0;
  std::size_t found = 0;
  for (const Query& query : queries) {
    const double asked = processor_milliseconds();
    const auto matches = index->look_up(query.text);
    times.push_back(processor_milliseconds() - asked);
    if (query.expected.empty()) continue;
    ++expected;
    first += !matches.empty() && matches[0].name == query.expected ? 1 : 0;
    found += std::ranges::find(matches, query.expected, &names::Match::name) != matches.end() ? 1 : 0;
  }
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("queries {}  p50 {:.3f} ms  p90 {:.3f} ms  p99 {:.3f} ms  worst {:.3f} ms\n", times.size(),
             at(0.5), at(0.9), at(0.99), at(1));
  fmt::print("resident {} MB; first {} of {}, in the first ten {}\n", usage.ru_maxrss / 1024, first, expected,
             found);
}
