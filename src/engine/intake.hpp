// Which files a command's paths mean: folders are walked, sidecars and cases left out, order by path.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace muster::engine {

struct InputFile {
  std::filesystem::path path;
  std::string label;  // as a case shows it: the path below the folder that was named, with that folder's name
};

struct Intake {
  std::vector<InputFile> files;
  // Paths that name nothing, folders that cannot be opened, and (not fatal) files that are no evidence;
  // Problem::where is the path.
  std::vector<model::Problem> problems;
};

[[nodiscard]] Intake find_inputs(const std::vector<std::filesystem::path>& paths);

}  // namespace muster::engine
