// A file on disk with the bytes of a source, for child programs.
#pragma once

#include <string>

#include "readers/formats.hpp"

namespace muster::readers {

// The original where it still holds the bytes, otherwise a temporary copy that goes with this object.
class OriginalFile {
 public:
  explicit OriginalFile(const Source& source);
  // A temporary file with these bytes; `suffix` like ".pgm".
  OriginalFile(std::string_view bytes, const std::string& suffix);
  ~OriginalFile();
  OriginalFile(const OriginalFile&) = delete;
  OriginalFile& operator=(const OriginalFile&) = delete;
  // Absolute, so that no file name can pass for an option; empty where no copy could be written.
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void copy(std::string_view bytes, const std::string& suffix);
  std::string path_;
  bool temporary_ = false;
};

}  // namespace muster::readers
