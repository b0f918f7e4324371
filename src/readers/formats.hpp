// One function a format; reader.cpp chooses among them. Each fills text, parts and problems, and title,
// publisher, published, url and language where the file itself tells them.
#pragma once

#include <filesystem>
#include <string_view>

#include "model/document.hpp"
#include "readers/kind.hpp"

namespace muster::readers {

struct Source {
  std::string_view bytes;
  std::filesystem::path original;  // for child programs
  Kind kind = Kind::kUnknown;
  bool ocr = true;
};

void read_plain(const Source& source, model::Document& document);
void read_html(const Source& source, model::Document& document);
void read_delimited(const Source& source, model::Document& document);
void read_xlsx(const Source& source, model::Document& document);
void read_docx(const Source& source, model::Document& document);
void read_pdf(const Source& source, model::Document& document);
void read_picture(const Source& source, model::Document& document);

}  // namespace muster::readers
