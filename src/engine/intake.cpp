#include "engine/intake.hpp"

#include <algorithm>
#include <set>

#include "readers/reader.hpp"

namespace muster::engine {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

bool is_case(const fs::path& folder) {
  std::error_code code;
  return fs::exists(folder / "case.db", code) && fs::exists(folder / "originals", code);
}

// The folder that labels begin with: its parent is cut off.
std::string label_of(const fs::path& path, const fs::path& root) {
  std::error_code code;
  const fs::path from = fs::weakly_canonical(root, code).parent_path();
  return fs::weakly_canonical(path, code).lexically_relative(from).generic_string();
}

class Finder {
 public:
  void add(const fs::path& path) {
    std::error_code code;
    if (!fs::exists(path, code)) {
      intake_.problems.push_back({"no such file or folder", path.string(), "check the path", true});
    } else if (fs::is_directory(path, code)) {
      walk(path, path);
    } else {
      take(path, path);
    }
  }

  Intake finish() {
    std::ranges::stable_sort(intake_.files, {}, &InputFile::label);
    return std::move(intake_);
  }

 private:
  void walk(const fs::path& folder, const fs::path& root) {
    std::error_code code;
    fs::directory_iterator entries(folder, code);
    if (code) {
      intake_.problems.push_back(
          {code.message(), folder.string(), "give yourself permission to open the folder", true});
      return;
    }
    for (const auto& entry : entries) {
      const fs::path& path = entry.path();
      if (is_hidden(path)) continue;
      if (entry.is_directory(code) && !entry.is_symlink(code)) {
        if (!is_case(path)) walk(path, root);
      } else if (!readers::is_sidecar(path)) {
        take(path, root);
      }
    }
  }

  void take(const fs::path& path, const fs::path& root) {
    if (!seen_.insert(path.lexically_normal()).second) return;
    if (path != root && path.extension() == ".json") {
      intake_.problems.push_back({"left alone: JSON beside the evidence that is no sidecar",
                                  label_of(path, root), "name the file itself to have it read", false});
    } else {
      intake_.files.push_back({path, label_of(path, root)});
    }
  }

  std::set<fs::path> seen_;
  Intake intake_;
};

}  // namespace

Intake find_inputs(const std::vector<fs::path>& paths) {
  Finder finder;
  for (const auto& path : paths) finder.add(path);
  return finder.finish();
}

}  // namespace muster::engine
