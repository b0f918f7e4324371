#include "engine/intake.hpp"

#include <algorithm>
#include <set>

#include "readers/reader.hpp"

namespace muster::engine {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

bool is_case(const fs::path& folder) {
  std::error_code code;
  return fs::exists(folder / "case.db", code) && fs::exists(folder / "originals", code);
}

std::string label_of(const fs::path& path, const fs::path& base) {
  std::error_code code;
  const fs::path whole = fs::weakly_canonical(path, code);
  const fs::path from = fs::weakly_canonical(base.empty() ? "." : base, code);
  const fs::path relative = whole.lexically_relative(from);
  return relative.empty() ? path.filename().string() : relative.generic_string();
}

class Finder {
 public:
  explicit Finder(const fs::path& base) : base_(base) {}

  void add(const fs::path& path) {
    std::error_code code;
    if (!fs::exists(path, code)) {
      intake_.problems.push_back({"no such file or folder", path.string(), "check the path", true});
    } else if (fs::is_directory(path, code)) {
      walk(path);
    } else {
      take(path);
    }
  }

  Intake finish() {
    std::ranges::stable_sort(intake_.files, {}, &InputFile::label);
    return std::move(intake_);
  }

 private:
  void walk(const fs::path& folder) {
    std::error_code code;
    fs::directory_iterator entries(folder, code);
    if (code) {
      intake_.problems.push_back({code.message(), folder.string(), "give yourself permission to open the folder", true});
      return;
    }
    for (const auto& entry : entries) {
      const fs::path& path = entry.path();
      if (is_hidden(path)) continue;
      if (entry.is_directory(code) && !entry.is_symlink(code)) {
        if (!is_case(path)) walk(path);
      } else if (!readers::is_sidecar(path)) {
        take(path);
      }
    }
  }

  void take(const fs::path& path) {
    if (seen_.insert(path.lexically_normal()).second) intake_.files.push_back({path, label_of(path, base_)});
  }

  fs::path base_;
  std::set<fs::path> seen_;
  Intake intake_;
};

}  // namespace

Intake find_inputs(const std::vector<fs::path>& paths, const fs::path& base) {
  Finder finder(base);
  for (const auto& path : paths) finder.add(path);
  return finder.finish();
}

}  // namespace muster::engine
