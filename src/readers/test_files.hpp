// Files that the tests of this folder make for themselves: a scratch folder, zip archives, workbooks.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "readers/reader.hpp"
#include "text/utf8.hpp"

namespace muster::readers::testing {

class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "muster-test-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return folder_ / name;
  }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

inline model::Document read_as(const std::string& name, std::string_view bytes) {
  Options options;
  options.ocr = false;
  return read_bytes(bytes, "/nowhere/" + name, options);
}

inline std::string make_zip(const std::map<std::string, std::string>& members) {
  std::size_t room = 1 << 20;
  for (const auto& [name, bytes] : members) room += bytes.size() + name.size() * 4;
  std::string zip(room, '\0');
  std::size_t used = 0;
  archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_open_memory(out, zip.data(), zip.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  zip.resize(used);
  return zip;
}

inline const model::Problem* fatal_problem(const model::Document& document) {
  const auto found = std::ranges::find_if(document.problems, &model::Problem::fatal);
  return found != document.problems.end() ? &*found : nullptr;
}

// The text of the cell; "" where there is none.
inline std::string cell(const model::Document& document, std::uint32_t row, std::uint32_t column,
                        std::uint32_t sheet = 0) {
  for (const auto& part : document.parts) {
    if (part.row == row && part.column == column && part.sheet == sheet)
      return std::string(model::text_at(document, part.span));
  }
  return "";
}

// What holds for every document, however broken the file.
inline bool is_sound(const model::Document& document) {
  std::uint32_t before = 0;
  for (const auto& part : document.parts) {
    if (part.span.begin < before || part.span.end <= part.span.begin || part.span.end > document.text.size())
      return false;
    before = part.span.end;
    if (!text::is_valid_utf8(model::text_at(document, part.span))) return false;
  }
  const bool explained = !document.parts.empty() || fatal_problem(document) != nullptr;
  const bool told = std::ranges::all_of(document.problems, [](const auto& problem) {
    return !problem.what.empty() && text::is_valid_utf8(problem.what) &&
           (!problem.fatal || !problem.remedy.empty());
  });
  return explained && told && text::is_valid_utf8(document.text) && text::is_valid_utf8(document.title);
}

}  // namespace muster::readers::testing
