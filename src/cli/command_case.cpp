// init, add, status, verify, brief: the commands that make and fill a case.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "engine/add.hpp"
#include "engine/build_brief.hpp"
#include "report/brief_html.hpp"
#include "report/brief_json.hpp"
#include "report/brief_text.hpp"
#include "store/case.hpp"

namespace muster::cli {
namespace {

namespace fs = std::filesystem;

readers::Options reader_options(const Arguments& arguments) {
  return {arguments.value("published"), arguments.value("publisher"), !arguments.has("no-ocr")};
}

// A date that the user gives must be one: YYYY, YYYY-MM or YYYY-MM-DD.
base::Result<void> check_published(const std::string& date) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  bool good = date.empty() || date.size() == 4 || date.size() == 7 || date.size() == 10;
  for (std::size_t i = 0; good && i < date.size(); ++i) {
    good = kShape[i] == 'd' ? date[i] >= '0' && date[i] <= '9' : date[i] == kShape[i];
  }
  good = good && (date.size() < 7 || (date.substr(5, 2) >= "01" && date.substr(5, 2) <= "12"));
  good = good && (date.size() < 10 || (date.substr(8, 2) >= "01" && date.substr(8, 2) <= "31"));
  if (good) return {};
  return base::fail("'" + date + "' is no date", "--published", "write it as 2025-04-12, 2025-04 or 2025");
}

fs::path strip_slash(fs::path path) {
  path = path.lexically_normal();
  return path.filename().empty() ? path.parent_path() : path;
}

bool can_write_in(const fs::path& folder) {
  const fs::path where = folder.empty() ? fs::path(".") : folder;
  return ::access(where.c_str(), W_OK) == 0;
}

// NAME.case beside the input; in this folder where that one cannot be written to.
fs::path default_case(const fs::path& first) {
  fs::path input = strip_slash(first);
  if (fs::exists(input / "case.db")) return input;
  std::error_code code;
  const bool folder = fs::is_directory(input, code);
  fs::path name = folder ? input.filename() : input.stem();
  if (name.empty() || name == "." || name == "..") name = fs::weakly_canonical(input, code).filename();
  name += ".case";
  const fs::path parent =
      input == "." || input == ".." ? fs::weakly_canonical(input, code).parent_path() : input.parent_path();
  if (can_write_in(parent)) return parent / name;
  note(fmt::format("cannot write beside {}; the case is {}", first.string(), name.string()));
  return name;
}

base::Result<engine::AddReport> add_paths(store::Case& to, const std::vector<std::string>& words,
                                          const Arguments& arguments) {
  const std::vector<fs::path> paths(words.begin(), words.end());
  const auto intake = engine::find_inputs(paths);
  return engine::add_files(to, intake, reader_options(arguments), make_progress(arguments.has("quiet")));
}

std::string added_line(const engine::AddReport& report) {
  std::string line = fmt::format("{} read", report.added);
  if (report.changed > 0) line += fmt::format(", {} read again", report.changed);
  if (report.unchanged > 0) line += fmt::format(", {} known already", report.unchanged);
  if (report.failed > 0) line += fmt::format(", {} could not be read", report.failed);
  return line;
}

bool is_fatal(const store::StoredDocument& stored) {
  return std::ranges::any_of(stored.document.problems, &model::Problem::fatal);
}

// Tells of every file that could not be read; kFailed when there is one.
int report_problems(const store::Case& of, bool quiet) {
  int result = kFine;
  const auto tell = [&](const std::string& path, const model::Problem& p) {
    result = kFailed;
    if (!quiet)
      report_error({p.what, p.where.empty() || p.where == path ? path : path + ", " + p.where, p.remedy});
  };
  for (const auto& refused : of.refused().value_or(std::vector<store::Refused>()))
    if (refused.problem.fatal) tell(refused.path, refused.problem);
  for (const auto& stored : of.documents().value_or(std::vector<store::StoredDocument>())) {
    if (stored.superseded) continue;
    for (const auto& problem : stored.document.problems) {
      if (problem.fatal) tell(stored.document.path, problem);
    }
  }
  return result;
}

int write_brief(const store::Case& of, bool quiet) {
  const auto brief = engine::build_brief(of);
  if (!brief) return report_error(brief.error());
  const fs::path html = of.folder() / "brief.html";
  if (auto done = base::write_file(html, report::brief_html(*brief)); !done)
    return report_error(done.error());
  if (auto done = base::write_file(of.folder() / "brief.json", report::brief_json(*brief)); !done)
    return report_error(done.error());
  print(report::brief_text(*brief, text_options()));
  if (!quiet) note(fmt::format("written: {} (open it in a browser) and brief.json", html.string()));
  return report_problems(of, quiet);
}

std::string joined(const std::vector<model::Problem>& problems) {
  std::string out;
  for (const auto& p : problems)
    out += (out.empty() ? "" : "; ") + base::describe({p.what, p.where, p.remedy});
  return out;
}

}  // namespace

int run_brief(const Arguments& arguments) {
  if (auto good = check_published(arguments.value("published")); !good) return report_error(good.error());
  const fs::path folder = arguments.value("output").empty() ? default_case(arguments.positional.front())
                                                            : strip_slash(arguments.value("output"));
  auto made = store::Case::create_or_open(folder);
  if (!made) return report_error(made.error());
  const auto report = add_paths(*made, arguments.positional, arguments);
  if (!report) return report_error(report.error());
  if (report->interrupted) {
    note("interrupted; what was read is kept, run the same command to go on");
    return kInterrupted;
  }
  return write_brief(*made, arguments.has("quiet"));
}

int run_init(const Arguments& arguments) {
  const auto made = store::Case::create_or_open(strip_slash(arguments.positional[0]));
  if (!made) return report_error(made.error());
  note(fmt::format("case: {}", made->folder().string()));
  return kFine;
}

int run_add(const Arguments& arguments) {
  if (auto good = check_published(arguments.value("published")); !good) return report_error(good.error());
  auto opened = store::Case::open(strip_slash(arguments.positional.front()));
  if (!opened) return report_error(opened.error());
  const std::vector<std::string> paths(arguments.positional.begin() + 1, arguments.positional.end());
  const auto report = add_paths(*opened, paths, arguments);
  if (!report) return report_error(report.error());
  const bool quiet = arguments.has("quiet");
  if (!quiet) note(added_line(*report));
  if (report->interrupted) return kInterrupted;
  return report->failed > 0 ? report_problems(*opened, quiet) : kFine;
}

int run_status(const Arguments& arguments) {
  const auto opened = store::Case::open(strip_slash(arguments.positional[0]));
  if (!opened) return report_error(opened.error());
  const auto documents = opened->documents();
  if (!documents) return report_error(documents.error());
  const auto refused = opened->refused();
  if (!refused) return report_error(refused.error());
  report::Table table{{"file", "state", "kind", "publisher", "published", "problems", "sha256"}, {}};
  bool failed = false;
  for (const auto& stored : *documents) {
    const auto& d = stored.document;
    const std::string state = stored.superseded ? "superseded" : is_fatal(stored) ? "failed" : "read";
    failed = failed || state == "failed";
    table.rows.push_back(
        {d.path, state, d.media_type, d.publisher, d.published, joined(d.problems), d.sha256});
    for (const auto& path : stored.also_at)
      table.rows.push_back(
          {path, "same bytes as " + d.path, d.media_type, d.publisher, d.published, "", d.sha256});
  }
  for (const auto& r : *refused) {
    failed = failed || r.problem.fatal;
    const std::string state = r.problem.fatal ? "failed" : "left alone";
    table.rows.push_back(
        {r.path, state, "", "", "", joined({{r.problem.what, "", r.problem.remedy, false}}), ""});
  }
  print(report::write_table(table, output_format(arguments.value("format")), text_options()));
  if (table.rows.empty()) return kNothingFound;
  return failed ? kFailed : kFine;
}

int run_verify(const Arguments& arguments) {
  const auto opened = store::Case::open(strip_slash(arguments.positional[0]));
  if (!opened) return report_error(opened.error());
  const auto verified = opened->verify();
  if (!verified) return report_error(verified.error());
  for (const auto& failure : verified->failures) report_error(failure);
  print(fmt::format("{} originals, {} quotations, {} log lines checked: {}\n", verified->documents,
                    verified->spans, verified->log_lines,
                    verified->failures.empty() ? "all as they were written"
                                               : fmt::format("{} are off", verified->failures.size())));
  return verified->failures.empty() ? kFine : kFailed;
}

}  // namespace muster::cli
