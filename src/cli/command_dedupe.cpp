// dedupe, link: who is the same in a list, or in several.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/linkage_arguments.hpp"
#include "cli/linkage_output.hpp"
#include "cli/terminal.hpp"
#include "report/linkage_tables.hpp"

namespace muster::cli {
namespace {

// What is being done, with a rate and the time left, on a terminal.
class Meter {
 public:
  explicit Meter(bool quiet) : shown_(!quiet && ::isatty(STDERR_FILENO) == 1) {}
  ~Meter() {
    if (drawn_) fmt::print(stderr, "\r\033[K");
  }
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  void step(std::string_view what, std::uint64_t done, std::uint64_t total) {
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (what != what_) begun_ = now;
    if (what == what_ && now - last_ < std::chrono::milliseconds(100)) return;
    what_ = what;
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    std::string more;
    if (what == resolve::kComparing && seconds > 0.5)
      more += fmt::format("  {:.0f} pairs/s", static_cast<double>(done) / seconds);
    if (done > 0 && seconds > 0.5)
      more += fmt::format("  {:.0f} s left",
                          seconds * static_cast<double>(total - done) / static_cast<double>(done));
    fmt::print(stderr, "\r\033[K{} {}/{}{}", what, done, total, more);
    std::fflush(stderr);
  }

 private:
  bool shown_;
  bool drawn_ = false;
  std::string what_;
  std::chrono::steady_clock::time_point begun_{};
  std::chrono::steady_clock::time_point last_{};
};

// Why there is nothing to compare, and what to do about it.
base::Error nothing_to_compare(const engine::Lists& lists, const std::string& file) {
  if (lists.table.rows == 1)
    return {"holds one row, and nothing to compare it with", file, "give a longer list"};
  const bool compared = std::ranges::any_of(lists.roles, [](const resolve::ColumnRole& role) {
    return role.use == resolve::ColumnUse::kField || role.use == resolve::ColumnUse::kOrganisation;
  });
  if (compared)
    return {"its rows are the same in every column that could be compared", file,
            "nothing tells one person's rows from another's; add a column that does"};
  return {"no column can be compared", file,
          "say what a column holds with --map COLUMN=PROPERTY, as in --map Wer=name"};
}

int link_lists(const Arguments& arguments, bool across) {
  if (const auto free = check_outputs(arguments); !free) return report_error(free.error());
  const auto wishes = wishes_of(arguments);
  if (!wishes) return report_error(wishes.error());
  const auto threshold = share_of(arguments, "threshold", "0.95");
  if (!threshold) return report_error(threshold.error());
  if (const auto least = share_of(arguments, "least", "0.01"); !least) return report_error(least.error());
  const auto threads = threads_of(arguments);
  if (!threads) return report_error(threads.error());
  const auto memory = memory_of(arguments);
  if (!memory) return report_error(memory.error());
  const auto inputs = read_inputs(arguments);
  if (!inputs) return report_error(inputs.error());
  const auto lists = engine::read_lists(arguments.positional, *wishes);
  if (!lists) return report_error(lists.error());
  const bool quiet = arguments.has("quiet");
  const resolve::LinkRows rows = resolve::make_link_rows(lists->table, lists->roles, lists->source_of);
  if (!quiet) {
    for (const auto* notes : {&lists->notes, &rows.notes}) {
      for (const std::string& line : *notes) note(line);
    }
    tell_columns(*lists);
  }
  if (rows.fields.empty() || rows.size() < 2)
    return report_error(nothing_to_compare(*lists, arguments.positional[0]));
  if (inputs->model) {
    if (const auto fits = check_model(*inputs->model, rows, arguments.value("model")); !fits)
      return report_error(fits.error());
  }
  resolve::LinkOptions options;
  options.threshold = *threshold;
  options.threads = *threads;
  options.pair_memory = *memory;
  options.one_per_source = arguments.has("one-per-list");
  options.across_only = across && arguments.has("across");
  options.model = inputs->model.get();
  options.judgements = inputs->judgements;
  options.known = inputs->known;
  Meter meter(quiet);
  options.progress = [&](std::string_view what, std::uint64_t done, std::uint64_t total) {
    meter.step(what, done, total);
  };
  const auto linkage = resolve::link(rows, options);
  if (!linkage) return report_error(linkage.error());
  if (!quiet) {
    tell_rules(*linkage);
    tell_doubts(*linkage);
  }
  const Work work{*lists, rows, *linkage, *threshold,
                  measures_of(*lists, rows, *linkage, !wishes->truth.empty())};
  if (work.measures) tell_measures(*work.measures);
  if (const auto done = write_files(arguments, work); !done) return report_error(done.error());
  const std::size_t clusters = count_clusters(*linkage);
  if (!quiet)
    note(fmt::format("{} rows, {} clusters of two and more", grouped(rows.size()), grouped(clusters)));
  const bool to_files = std::ranges::any_of(std::array{"clusters", "pairs", "output", "page"},
                                            [&](const char* flag) { return !arguments.value(flag).empty(); });
  if (!to_files)
    print(report::write_table(report::row_table(lists->table, rows, *linkage, lists->sources, true),
                              output_format(arguments.value("format")), text_options()));
  return clusters > 0 ? kFine : kNothingFound;
}

}  // namespace

int run_dedupe(const Arguments& arguments) {
  return link_lists(arguments, false);
}

int run_link(const Arguments& arguments) {
  return link_lists(arguments, true);
}

}  // namespace muster::cli
