// read: what stands in files, without a case.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <iterator>

#include "base/mapped_file.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "engine/intake.hpp"
#include "engine/reading.hpp"
#include "report/reading_json.hpp"

namespace muster::cli {
namespace {

engine::Reading read_input(const std::string& name, const readers::Options& options,
                           const extract::AttributionModel& attribution) {
  if (name != "-") return engine::read_file(name, options, attribution);
  std::string bytes{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  return engine::read_bytes(std::move(bytes), "stdin.txt", options, attribution);
}

// Paths as given; a folder means the files in it.
std::vector<std::string> inputs_of(const Arguments& arguments, int& result) {
  std::vector<std::string> inputs;
  for (const auto& word : arguments.positional) {
    if (word == "-") {
      inputs.push_back(word);
      continue;
    }
    const auto intake = engine::find_inputs({word});
    for (const auto& problem : intake.problems) {
      report_error({problem.what, problem.where, problem.remedy});
      if (problem.fatal) result = kFailed;
    }
    for (const auto& file : intake.files) inputs.push_back(file.path.string());
  }
  return inputs;
}

// Weights of one's own, and the file they stand in.
struct Weights {
  base::MappedFile file;
  extract::AttributionModel model = extract::AttributionModel::get();
};

base::Result<Weights> open_weights(const std::string& path) {
  Weights weights;
  if (path.empty()) return weights;
  auto file = base::MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  weights.file = std::move(*file);
  auto model = extract::AttributionModel::open(weights.file.bytes());
  if (!model) return base::fail(model.error().what, path, "make it with `muster train attribution`");
  weights.model = *model;
  return weights;
}

}  // namespace

int run_read(const Arguments& arguments) {
  const readers::Options options{arguments.value("published"), arguments.value("publisher"),
                                 !arguments.has("no-ocr")};
  auto weights = open_weights(arguments.value("attribution-weights"));
  if (!weights) {
    report_error(weights.error());
    return kFailed;
  }
  weights->model.set_explains(arguments.has("explain"));
  const bool array = arguments.value("format") == "json";
  int result = kFine;
  bool first = true;
  if (array) print("[");
  for (const auto& input : inputs_of(arguments, result)) {
    const auto reading = read_input(input, options, weights->model);
    for (const auto& problem : reading.document.problems) {
      report_error(
          {problem.what, problem.where.empty() ? input : input + ", " + problem.where, problem.remedy});
      if (problem.fatal) result = kFailed;
    }
    print((array && !first ? ",\n" : "") + report::reading_json(reading.document, reading.extraction) +
          (array ? "" : "\n"));
    first = false;
  }
  if (array) print("]\n");
  return result;
}

}  // namespace muster::cli
