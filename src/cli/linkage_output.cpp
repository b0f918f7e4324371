#include "cli/linkage_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/file.hpp"
#include "cli/linkage_arguments.hpp"
#include "cli/terminal.hpp"
#include "report/linkage_ftm.hpp"
#include "report/linkage_page.hpp"
#include "report/linkage_tables.hpp"
#include "report/xlsx.hpp"

namespace muster::cli {
namespace {

using base::Result;

constexpr std::size_t kMostNoted = 8;  // lines of a kind on stderr

std::string extension_of(const std::string& file) {
  return std::filesystem::path(file).extension().string();
}

report::Format format_of(const std::string& file) {
  const std::string extension = extension_of(file);
  if (extension == ".tsv") return report::Format::kTsv;
  if (extension == ".jsonl") return report::Format::kJsonl;
  return extension == ".json" ? report::Format::kJson : report::Format::kCsv;
}

Result<void> write_to(const std::string& file, std::string_view sheet, report::Table table) {
  if (extension_of(file) != ".xlsx")
    return base::write_file(file, report::write_table(table, format_of(file)));
  auto book = report::XlsxWriter::create(file);
  if (!book) return std::unexpected(book.error());
  if (auto begun = book->sheet(sheet, table.columns); !begun) return begun;
  for (const auto& row : table.rows) {
    if (auto written = book->row(row); !written) return written;
  }
  if (const auto done = book->finish(); !done) return std::unexpected(done.error());
  return {};
}

constexpr std::size_t kPairsAtOnce = 100'000;

// Calls visit(linkage) with some of the pairs at a time: as words, a million of them are gigabytes.
template <class Visit>
void for_some_pairs(const resolve::Linkage& linkage, Visit visit) {
  resolve::Linkage some;
  some.model = linkage.model;
  some.cluster = linkage.cluster;
  for (std::size_t from = 0; from < linkage.pairs.size() || from == 0; from += kPairsAtOnce) {
    const auto begin = linkage.pairs.begin() + static_cast<std::ptrdiff_t>(from);
    const std::size_t count = std::min(kPairsAtOnce, linkage.pairs.size() - from);
    some.pairs.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
    visit(some);
  }
}

Result<void> write_pairs(const std::string& file, const Work& work, double least) {
  const bool lines = file.ends_with(".jsonl");
  if (!lines && (extension_of(file) == ".xlsx" || format_of(file) == report::Format::kJson))
    return write_to(file, "pairs", report::pair_table(work.rows, work.linkage, least));
  std::string out;
  for_some_pairs(work.linkage, [&](const resolve::Linkage& some) {
    std::string text = lines
                           ? report::pairs_as_json_lines(work.rows, some, least)
                           : report::write_table(report::pair_table(work.rows, some, least), format_of(file));
    const bool again = !lines && !out.empty();  // its header, that is
    if (out.empty()) out.reserve(text.size() * (work.linkage.pairs.size() / kPairsAtOnce + 2));
    out += std::string_view(text).substr(again ? text.find('\n') + 1 : 0);
  });
  return base::write_file(file, out);
}

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

}  // namespace

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
  if (linkage.spilled > 0)
    note(fmt::format("{} pairs waited in a temporary file: memory for pairs is bounded (--memory)",
                     grouped(linkage.spilled)));
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
  write("pairs", [&](const std::string& file) { return write_pairs(file, work, *least); });
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

}  // namespace muster::cli
