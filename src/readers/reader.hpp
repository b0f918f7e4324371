// Files into documents: text, where each piece of it stands, what the file says about itself, and what went
// wrong.
//
//   model::Document document = readers::read("report.html");
//   for (const auto& problem : document.problems) ...   // a file that cannot be read is data, not a failure
//
// Reads text and Markdown, HTML, CSV/TSV, XLSX, DOCX, PDF (by pdftotext) and PNG/JPEG pictures of identity
// papers (the machine-readable zone by our own reader, printed text by tesseract). Thread-safe; keeps no
// state.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "model/document.hpp"

namespace muster::readers {

struct Options {
  std::string published;  // EDTF given by the user; overrides all else
  std::string publisher;  // the same
  bool ocr = true;        // call tesseract for the printed text of pictures
};

// Never fails: a file that cannot be read gives a Document with a fatal Problem (what, where, remedy).
[[nodiscard]] model::Document read(const std::filesystem::path& path, const Options& options = {});

// The same from bytes already in memory. `original` names the file: its extension helps to tell the kind, a
// sidecar may lie beside it, and child programs read it (it may be a temporary copy).
[[nodiscard]] model::Document read_bytes(std::string_view bytes, const std::filesystem::path& original,
                                         const Options& options);

// True for NAME.json that lies beside another NAME.*: it tells when and where that file was published and is
// no evidence itself.
[[nodiscard]] bool is_sidecar(const std::filesystem::path& path);

}  // namespace muster::readers
