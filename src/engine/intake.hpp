// Which files a command's paths mean: folders are walked, sidecars and cases left out, order by path.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace muster::engine {

struct InputFile {
  std::filesystem::path path;
  std::string label;  // the path as a case keeps it: relative to the case's parent folder
};

struct Intake {
  std::vector<InputFile> files;
  // Paths that name nothing, or folders that cannot be opened; Problem::where is the path.
  std::vector<model::Problem> problems;
};

// `base` is the folder that labels are relative to.
[[nodiscard]] Intake find_inputs(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& base);

}  // namespace muster::engine
