// train: weights learned from the user's own annotated texts.
#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "base/table_lines.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "engine/attribution_corpus.hpp"
#include "extract/attribution_training.hpp"

namespace muster::cli {
namespace {

base::Result<std::vector<extract::GoldDocument>> read_corpora(const std::string& folders) {
  std::vector<extract::GoldDocument> documents;
  for (const std::string_view folder : base::cells_of(folders, ',')) {
    auto read = engine::read_corpus(folder);
    if (!read) return std::unexpected(read.error());
    std::ranges::move(*read, std::back_inserter(documents));
  }
  if (std::ranges::all_of(documents, [](const auto& gold) { return gold.attributions.empty(); }))
    return base::fail("nothing is marked in the texts", folders,
                      "docs/attribution-guide.md shows how attributions are marked");
  return documents;
}

base::Result<void> train(const Arguments& arguments) {
  if (arguments.positional.front() != "attribution")
    return base::fail("only attribution can be trained", arguments.positional.front(),
                      "muster train attribution --corpus DIR");
  const std::string folders = arguments.value("corpus");
  if (folders.empty()) return base::fail("no corpus", "--corpus", "name a folder of annotated texts");
  const std::filesystem::path output = arguments.value("output", "attribution.weights");
  std::error_code error;
  if (std::filesystem::exists(output, error) && !arguments.has("force"))
    return base::fail("is there already", output.string(), "give another name, or --force to overwrite it");
  extract::TrainingOptions options;
  if (const std::string threshold = arguments.value("threshold"); !threshold.empty()) {
    options.threshold = static_cast<float>(base::number_in(threshold));
    if (!(options.threshold > 0 && options.threshold < 1))
      return base::fail("not a probability", "--threshold " + threshold, "a number between 0 and 1");
  }
  const auto documents = read_corpora(folders);
  if (!documents) return std::unexpected(documents.error());
  const bool quiet = arguments.has("quiet");
  const std::string weights =
      extract::train_attribution(*documents, options, [quiet](const std::string& line) {
        if (!quiet) note(line);
      });
  return base::write_file(output, weights);
}

}  // namespace

int run_train(const Arguments& arguments) {
  const auto trained = train(arguments);
  if (trained) return kFine;
  report_error(trained.error());
  return kFailed;
}

}  // namespace muster::cli
