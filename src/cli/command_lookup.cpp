// lookup: the nearest names of a list.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "base/file.hpp"
#include "base/mapped_file.hpp"
#include "base/sha256.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "names/index.hpp"
#include "names/name_list.hpp"
#include "report/table.hpp"
#include "text/utf8.hpp"

namespace muster::cli {
namespace {

using base::Result;
using names::IndexBuilder;
using names::NameIndex;

// "1,200,000 names, 34 %" on a terminal, drawn over itself.
class Counter {
 public:
  explicit Counter(bool quiet) : shown_(!quiet && ::isatty(STDERR_FILENO) == 1) {}
  ~Counter() {
    if (drawn_any_) fmt::print(stderr, "\r\033[K");
  }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;

  void step(std::string_view what, std::size_t count, std::size_t done, std::size_t all) {
    if (!shown_ || count % 1024 != 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    drawn_any_ = true;
    fmt::print(stderr, "\r\033[K{} {}, {} %", count, what, all == 0 ? 100 : done * 100 / all);
    std::fflush(stderr);
  }

 private:
  bool shown_;
  bool drawn_any_ = false;
  std::chrono::steady_clock::time_point drawn_{};
};

std::unexpected<base::Error> in_file(base::Error error, const std::string& file) {
  if (error.where.empty()) error.where = file;
  return std::unexpected(std::move(error));
}

names::IndexSource source_of(std::string_view bytes) {
  return {bytes.size(), base::sha256_hex(bytes)};
}

Result<names::ListCounts> add_list(IndexBuilder& builder, std::string_view bytes, const std::string& file,
                                   bool quiet) {
  Counter counter(quiet);
  std::size_t count = 0;
  const auto visit = [&](std::string_view name, std::string_view id, std::size_t done) {
    builder.add(name, id);
    counter.step("names", ++count, done, bytes.size());
  };
  auto counts = names::read_names(bytes, names::list_kind(file, bytes), {}, visit);
  if (!counts) return in_file(counts.error(), file);
  return counts;
}

void say_what_was_left_out(const names::ListCounts& counts, const IndexBuilder& builder,
                           const std::string& file) {
  const auto say = [&](std::size_t count, const char* what) {
    if (count > 0) note(fmt::format("{}: {} {}", file, count, what));
  };
  say(counts.empty, "rows without a name");
  say(counts.broken, "lines that are no JSON object");
  say(builder.without_letters(), "names without letters were left out");
  say(builder.repeats(), "repeated names were taken once");
}

// Builds an index of the list, on top of `before` where there is one.
Result<std::string> build(std::string_view bytes, const std::string& file, const NameIndex* before,
                          bool quiet) {
  IndexBuilder builder;
  if (before != nullptr) builder.add_all(*before);
  builder.add_source(source_of(bytes));
  const auto counts = add_list(builder, bytes, file, quiet);
  if (!counts) return std::unexpected(counts.error());
  auto index = builder.bytes();
  if (index && !quiet) say_what_was_left_out(*counts, builder, file);
  return index;
}

Result<NameIndex> build_and_keep(std::string_view bytes, const std::string& file, const std::string& kept,
                                 const NameIndex* before, bool quiet) {
  auto index = build(bytes, file, before, quiet);
  if (!index) return std::unexpected(index.error());
  if (kept.empty()) return NameIndex::from_bytes(std::move(*index));
  if (auto written = base::write_file(kept, *index); !written) return std::unexpected(written.error());
  return NameIndex::open(kept);
}

// "Nothing found" must not come of a list that nobody read.
Result<NameIndex> not_empty(Result<NameIndex> index, const std::string& where) {
  if (index && index->size() == 0)
    return base::fail("holds no name", where,
                      "look whether it is the file you meant, and what its columns are called");
  return index;
}

// What --list, --index and --add ask for.
Result<NameIndex> index_asked_for(const Arguments& arguments) {
  const std::string list = arguments.value("list");
  const std::string kept = arguments.value("index");
  const bool quiet = arguments.has("quiet");
  const bool there = !kept.empty() && std::filesystem::exists(kept);
  if (list.empty() && kept.empty())
    return base::fail("names no list", "muster lookup", "give --list FILE, or --index FILE made before");
  if (list.empty()) return NameIndex::open(kept);
  const auto bytes = base::MappedFile::open(list);
  if (!bytes) return std::unexpected(bytes.error());
  if (!there) return not_empty(build_and_keep(bytes->bytes(), list, kept, nullptr, quiet), list);
  auto index = NameIndex::open(kept);
  if (!index) return index;
  const auto source = source_of(bytes->bytes());
  const auto sources = index->sources();
  if (arguments.has("add")) {
    if (std::ranges::find(sources, source) != sources.end()) return index;
    return build_and_keep(bytes->bytes(), list, kept, &*index, quiet);
  }
  if (sources.size() == 1 && sources[0] == source) return index;
  return base::fail("was built from another list than " + list, kept,
                    "leave --list out to use it, add the list to it with --add, or name another file");
}

Result<std::vector<std::string>> queries_asked_for(const Arguments& arguments) {
  std::vector<std::string> queries = arguments.positional;
  for (std::string& query : queries) {
    std::size_t broken = 0;
    if (!text::is_valid_utf8(query)) query = text::repair_utf8(query, broken);
  }
  const std::string file = arguments.value("queries");
  if (file.empty() && queries.empty())
    return base::fail("asks for no name", "muster lookup", "give a name, or --queries FILE");
  if (file.empty()) return queries;
  const auto bytes = base::MappedFile::open(file);
  if (!bytes) return std::unexpected(bytes.error());
  names::ListOptions options;
  options.columns.insert(options.columns.begin(), "query");
  options.others.clear();
  const auto visit = [&](std::string_view name, std::string_view, std::size_t) {
    queries.emplace_back(name);
  };
  const auto counts =
      names::read_names(bytes->bytes(), names::list_kind(file, bytes->bytes()), options, visit);
  if (!counts) return in_file(counts.error(), file);
  return queries;
}

Result<std::size_t> limit_asked_for(const Arguments& arguments) {
  const std::string given = arguments.value("limit", "10");
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), limit);
  if (error != std::errc{} || end != given.data() + given.size() || limit == 0 || limit > 1000)
    return base::fail("'" + given + "' is no number of answers", "--limit", "write a number from 1 to 1000");
  return limit;
}

std::string joined(const std::vector<std::string>& reasons) {
  return fmt::format("{}", fmt::join(reasons, "; "));
}

}  // namespace

int run_lookup(const Arguments& arguments) {
  const auto limit = limit_asked_for(arguments);
  if (!limit) return report_error(limit.error());
  const auto queries = queries_asked_for(arguments);
  if (!queries) return report_error(queries.error());
  const auto index = index_asked_for(arguments);
  if (!index) return report_error(index.error());
  report::Table table{{"query", "rank", "answer", "score", "id", "why"}, {}};
  Counter counter(arguments.has("quiet"));
  for (std::size_t i = 0; i < queries->size(); ++i) {
    const std::string& query = (*queries)[i];
    counter.step("queries", i, i, queries->size());
    std::int64_t rank = 0;
    for (names::Match& match : index->look_up(query, *limit)) {
      table.rows.push_back({query, ++rank, std::move(match.name), match.comparison.probability,
                            std::move(match.id), joined(match.comparison.why)});
    }
  }
  print(report::write_table(table, output_format(arguments.value("format")), text_options()));
  return table.rows.empty() ? kNothingFound : kFine;
}

}  // namespace muster::cli
