// dedupe, link: who is the same in a list, or in several.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "engine/judgement_file.hpp"
#include "engine/lists.hpp"
#include "report/linkage_ftm.hpp"
#include "report/linkage_page.hpp"
#include "report/linkage_tables.hpp"
#include "report/xlsx.hpp"
#include "resolve/link_measures.hpp"

namespace muster::cli {
namespace {

using base::Result;

constexpr std::size_t kMostNoted = 8;  // lines of a kind on stderr

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    if (comma != 0) parts.emplace_back(rest.substr(0, comma));
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return parts;
}

Result<resolve::ColumnWishes> wishes_of(const Arguments& arguments) {
  resolve::ColumnWishes wishes{arguments.value("id"), arguments.value("truth"), {}, {}};
  for (const std::string& pair : parts_of(arguments.value("map"))) {
    const std::size_t equals = pair.rfind('=');
    if (equals == std::string::npos)
      return base::fail("'" + pair + "' maps nothing", "--map", "write COLUMN=PROPERTY, several with commas");
    wishes.map[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  for (const std::string& column : parts_of(arguments.value("ignore"))) wishes.ignore.insert(column);
  return wishes;
}

Result<double> share_of(const Arguments& arguments, std::string_view flag, std::string_view otherwise) {
  const std::string given = arguments.value(flag, otherwise);
  double value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error != std::errc{} || end != given.data() + given.size() || !(value >= 0 && value <= 1))
    return base::fail("'" + given + "' is no probability", fmt::format("--{}", flag),
                      "write a number from 0 to 1");
  return value;
}

Result<std::size_t> threads_of(const Arguments& arguments) {
  const std::string given = arguments.value("threads", "0");
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error != std::errc{} || end != given.data() + given.size() || value > 256)
    return base::fail("'" + given + "' is no number of threads", "--threads", "write a number from 1 to 256");
  return value == 0 ? std::max(1U, std::thread::hardware_concurrency()) : value;
}

bool is_there(const std::string& file) {
  std::error_code error;  // of a name that is too long, say: writing it tells
  return std::filesystem::exists(file, error);
}

// Nothing is overwritten unasked, and that is said before the work, not after it.
Result<void> check_outputs(const Arguments& arguments) {
  std::vector<std::string> files;
  for (const char* flag : {"clusters", "pairs", "output", "page", "doubts", "save-model"}) {
    const std::string file = arguments.value(flag);
    if (file.empty()) continue;
    if (std::ranges::find(files, file) != files.end())
      return base::fail("is to be written twice", file, "name a file of its own for each output");
    files.push_back(file);
    if (!arguments.has("force") && is_there(file))
      return base::fail("is there already", file, "name another file, or say --force to overwrite it");
  }
  return {};
}

std::string extension_of(const std::string& file) {
  return std::filesystem::path(file).extension().string();
}

Result<void> write_to(const std::string& file, std::string_view sheet, report::Table table) {
  const std::string extension = extension_of(file);
  if (extension == ".xlsx") {
    auto book = report::XlsxWriter::create(file);
    if (!book) return std::unexpected(book.error());
    if (auto begun = book->sheet(sheet, table.columns); !begun) return begun;
    for (const auto& row : table.rows) {
      if (auto written = book->row(row); !written) return written;
    }
    if (const auto done = book->finish(); !done) return std::unexpected(done.error());
    return {};
  }
  report::Format format = report::Format::kCsv;
  if (extension == ".tsv") format = report::Format::kTsv;
  if (extension == ".jsonl") format = report::Format::kJsonl;
  if (extension == ".json") format = report::Format::kJson;
  return base::write_file(file, report::write_table(table, format));
}

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

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

void tell_columns(const engine::Lists& lists) {
  note("columns:");
  for (std::size_t i = 0; i < lists.roles.size(); ++i) {
    const resolve::ColumnRole& role = lists.roles[i];
    const bool compared =
        role.use == resolve::ColumnUse::kField || role.use == resolve::ColumnUse::kOrganisation;
    const std::string what = compared ? fmt::format("{} ({})", role.property, to_string(role.kind))
                                      : fmt::format("not compared: {}", role.property);
    note(fmt::format("  {:24} {}, by {}", lists.table.columns[i].header, what, role.why));
  }
}

void tell_rules(const resolve::Linkage& linkage) {
  if (linkage.all_pairs)
    return note(fmt::format("a short list: all {} pairs were compared", grouped(linkage.compared)));
  note(fmt::format("blocking rules: {}, which brought up {} pairs", linkage.rules.size(),
                   grouped(linkage.compared)));
  for (const resolve::BlockRule& rule : linkage.rules) {
    std::string line = fmt::format("  {:60} {:>12} pairs", rule.label, grouped(rule.pairs));
    if (rule.hot_blocks > 0)
      line += fmt::format("; {} rows that share a key with too many others left to the other rules",
                          grouped(rule.hot_rows));
    note(line);
  }
}

std::size_t count_clusters(const resolve::Linkage& linkage) {
  std::vector<std::uint32_t> size(linkage.cluster.size());
  for (const std::uint32_t cluster : linkage.cluster) ++size[cluster];
  return static_cast<std::size_t>(std::ranges::count_if(size, [](auto n) { return n > 1; }));
}

void tell_doubts(const resolve::Linkage& linkage) {
  if (linkage.doubts.empty()) return;
  note(fmt::format("{} doubts that a person should look at (--doubts FILE for all):",
                   grouped(linkage.doubts.size())));
  for (std::size_t i = 0; i < std::min(kMostNoted, linkage.doubts.size()); ++i)
    note(fmt::format("  {}: {}", to_string(linkage.doubts[i].kind), linkage.doubts[i].why));
}

std::optional<resolve::LinkMeasures> measures_of(const engine::Lists& lists, const resolve::LinkRows& rows,
                                                 const resolve::Linkage& linkage, bool asked) {
  const auto column = std::ranges::find(lists.roles, resolve::ColumnUse::kTruth, &resolve::ColumnRole::use);
  if (!asked || column == lists.roles.end()) return std::nullopt;
  const auto& values = lists.table.columns[static_cast<std::size_t>(column - lists.roles.begin())].value_of;
  std::vector<std::uint32_t> truth;
  for (const std::uint32_t row : rows.table_row) {  // an empty cell: a person of its own
    const auto alone = static_cast<std::uint32_t>(values.size() + row);
    truth.push_back(values[row] == 0 ? alone + 1 : values[row]);
  }
  return resolve::measure(linkage, truth);
}

void tell_measures(const resolve::LinkMeasures& m) {
  note(
      fmt::format("pairwise precision {:.4f}, recall {:.4f}, F1 {:.4f}; B-cubed {:.4f}, {:.4f}, {:.4f}; "
                  "calibration error {:.4f}",
                  m.precision, m.recall, m.f1, m.b_precision, m.b_recall, m.b_f1, m.calibration_error));
}

struct Inputs {
  std::vector<model::Judgement> judgements;
  std::map<std::string, std::string> known;
  std::unique_ptr<resolve::LinkModel> model;
};

Result<Inputs> read_inputs(const Arguments& arguments) {
  Inputs inputs;
  if (const std::string file = arguments.value("judgements"); !file.empty()) {
    auto judgements = engine::read_judgements(file);
    if (!judgements) return std::unexpected(judgements.error());
    inputs.judgements = std::move(*judgements);
  }
  if (const std::string file = arguments.value("known"); !file.empty()) {
    auto known = engine::read_clusters(file);
    if (!known) return std::unexpected(known.error());
    inputs.known = {known->begin(), known->end()};
  }
  if (const std::string file = arguments.value("model"); !file.empty()) {
    const auto bytes = base::read_file(file);
    if (!bytes) return std::unexpected(bytes.error());
    auto model = resolve::model_from_json(*bytes, file);
    if (!model) return std::unexpected(model.error());
    inputs.model = std::make_unique<resolve::LinkModel>(std::move(*model));
  }
  return inputs;
}

// A saved model fits the list when it knows the same fields in the same order.
Result<void> check_model(const resolve::LinkModel& model, const resolve::LinkRows& rows,
                         const std::string& file) {
  std::string wanted;
  std::string there;
  for (const auto& field : rows.fields)
    wanted += fmt::format("{}{} ({})", wanted.empty() ? "" : ", ", field.name, to_string(field.kind));
  for (const auto& field : model.fields)
    there += fmt::format("{}{} ({})", there.empty() ? "" : ", ", field.name, to_string(field.kind));
  if (wanted == there) return {};
  return base::fail(
      fmt::format("has other fields than the list: {}", there), file,
      fmt::format("the list has {}; save a model from a list like it, or name columns with --map", wanted));
}

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

// What there is to write about.
struct Work {
  const engine::Lists& lists;
  const resolve::LinkRows& rows;
  const resolve::Linkage& linkage;
  double threshold = 0;
  std::optional<resolve::LinkMeasures> measures = {};
};

std::string merged_entities(const Work& work) {
  std::string out;
  report::write_linkage_ftm({work.lists.table, work.lists.roles, work.rows, work.linkage},
                            [&](std::string_view line) { out += line; });
  return out;
}

// NAME.ftm.json: merged entities; else the rows with their cluster in front.
Result<void> write_rows(const std::string& file, const Work& work) {
  if (file.ends_with(".ftm.json") || file.ends_with(".ftm.jsonl"))
    return base::write_file(file, merged_entities(work));
  return write_to(file, "rows",
                  report::row_table(work.lists.table, work.rows, work.linkage, work.lists.sources, false));
}

Result<void> write_page(const std::string& file, const Work& work) {
  report::LinkagePage page{work.lists.table, work.rows, work.linkage, work.threshold};
  if (work.lists.sources.size() > 1) page.sources = work.lists.sources;
  page.measures = work.measures;
  return base::write_file(file, report::linkage_html(page));
}

Result<void> write_files(const Arguments& arguments, const Work& work) {
  const auto least = share_of(arguments, "least", "0.01");
  if (!least) return std::unexpected(least.error());
  Result<void> done;
  const auto write = [&](const char* flag, const auto& how) {
    const std::string file = arguments.value(flag);
    if (done && !file.empty()) done = how(file);
  };
  write("clusters", [&](const std::string& file) {
    return write_to(file, "clusters", report::cluster_table(work.rows, work.linkage, work.lists.sources));
  });
  write("pairs", [&](const std::string& file) {
    if (file.ends_with(".jsonl"))
      return base::write_file(file, report::pairs_as_json_lines(work.rows, work.linkage, *least));
    return write_to(file, "pairs", report::pair_table(work.rows, work.linkage, *least));
  });
  write("output", [&](const std::string& file) { return write_rows(file, work); });
  write("page", [&](const std::string& file) { return write_page(file, work); });
  write("doubts", [&](const std::string& file) {
    return write_to(file, "doubts", report::doubt_table(work.rows, work.linkage));
  });
  write("save-model", [&](const std::string& file) {
    return base::write_file(file, resolve::to_json(work.linkage.model));
  });
  return done;
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
  options.one_per_source = arguments.has("one-per-list");
  options.across_only = across && arguments.has("across");
  options.model = inputs->model.get();
  options.judgements = inputs->judgements;
  options.known = inputs->known;
  Meter meter(quiet);
  options.progress = [&](std::string_view what, std::uint64_t done, std::uint64_t total) {
    meter.step(what, done, total);
  };
  const resolve::Linkage linkage = resolve::link(rows, options);
  if (!quiet) {
    tell_rules(linkage);
    tell_doubts(linkage);
  }
  const Work work{*lists, rows, linkage, *threshold,
                  measures_of(*lists, rows, linkage, !wishes->truth.empty())};
  if (work.measures) tell_measures(*work.measures);
  if (const auto done = write_files(arguments, work); !done) return report_error(done.error());
  const std::size_t clusters = count_clusters(linkage);
  if (!quiet)
    note(fmt::format("{} rows, {} clusters of two and more", grouped(rows.size()), grouped(clusters)));
  const bool to_files = std::ranges::any_of(std::array{"clusters", "pairs", "output", "page"},
                                            [&](const char* flag) { return !arguments.value(flag).empty(); });
  if (!to_files)
    print(report::write_table(report::row_table(lists->table, rows, linkage, lists->sources, true),
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
