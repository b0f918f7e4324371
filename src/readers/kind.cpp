#include "readers/kind.hpp"

#include <algorithm>
#include <array>

namespace muster::readers {
namespace {

constexpr std::string_view kNotRead = "not a kind of file that Muster reads";
constexpr std::string_view kKinds = "Muster reads TXT, MD, HTML, CSV, TSV, XLSX, DOCX, PDF, PNG and JPEG";

struct Signature {
  std::string_view bytes;
  std::string_view media_type;
  Kind kind;
  std::string_view remedy;
};

using namespace std::string_view_literals;
constexpr std::array<Signature, 15> kSignatures{{
    {"\x89PNG\r\n\x1a\n"sv, "image/png", Kind::kPng, ""},
    {"\xFF\xD8\xFF"sv, "image/jpeg", Kind::kJpeg, ""},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/x-ole-storage", Kind::kUnknown,
     "an old Office file (.xls, .doc): open it and save it as XLSX or DOCX"},
    {"{\\rtf"sv, "application/rtf", Kind::kUnknown, "open it and save it as DOCX or TXT"},
    {"GIF8"sv, "image/gif", Kind::kUnknown, "save the picture as PNG"},
    {"BM"sv, "image/bmp", Kind::kUnknown, "save the picture as PNG"},
    {"II*\0"sv, "image/tiff", Kind::kUnknown, "save the picture as PNG"},
    {"MM\0*"sv, "image/tiff", Kind::kUnknown, "save the picture as PNG"},
    {"\x1F\x8B"sv, "application/gzip", Kind::kUnknown, "unpack it first"},
    {"BZh"sv, "application/x-bzip2", Kind::kUnknown, "unpack it first"},
    {"\xFD"
     "7zXZ\0"sv,
     "application/x-xz", Kind::kUnknown, "unpack it first"},
    {"7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed", Kind::kUnknown, "unpack it first"},
    {"Rar!\x1A\x07"sv, "application/vnd.rar", Kind::kUnknown, "unpack it first"},
    {"\x7F"
     "ELF"sv,
     "application/x-executable", Kind::kUnknown, "this is a program, not a document"},
    {"SQLite format 3\0"sv, "application/vnd.sqlite3", Kind::kUnknown, "export its tables as CSV"},
}};

Sniffed refused(std::string_view media_type, std::string_view what, std::string_view remedy) {
  return {Kind::kUnknown, std::string(media_type), std::string(what), std::string(remedy)};
}

Sniffed known(Kind kind, std::string_view media_type) {
  return {kind, std::string(media_type), "", ""};
}

std::string extension_of(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

bool contains(std::string_view bytes, std::string_view wanted) {
  return bytes.find(wanted) != std::string_view::npos;
}

// The names of a zip archive's members stand at its start and at its end.
Sniffed sniff_zip(std::string_view bytes, const std::string& extension) {
  constexpr std::size_t kLook = 64 << 10;
  const auto head = bytes.substr(0, kLook);
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), kLook));
  const auto holds = [&](std::string_view name) { return contains(head, name) || contains(tail, name); };
  constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";
  if (holds("xl/workbook") || extension == ".xlsx")
    return known(Kind::kXlsx, std::string(kOffice) + "spreadsheetml.sheet");
  if (holds("word/document") || extension == ".docx")
    return known(Kind::kDocx, std::string(kOffice) + "wordprocessingml.document");
  if (holds("vnd.oasis.opendocument.spreadsheet")) {
    return refused("application/vnd.oasis.opendocument.spreadsheet", kNotRead,
                   "open it and save it as XLSX or CSV");
  }
  if (holds("vnd.oasis.opendocument")) {
    return refused("application/vnd.oasis.opendocument.text", kNotRead, "open it and save it as DOCX or PDF");
  }
  return refused("application/zip", kNotRead, "unpack the archive and add the files in it");
}

bool starts_like_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  std::ranges::transform(head, head.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::size_t at = head.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF");
  if (at == std::string::npos || head[at] != '<') return false;
  return contains(head, "<!doctype html") || contains(head, "<html") || contains(head, "<head") ||
         contains(head, "<body");
}

// A name that promises a format whose signature the bytes do not bear.
Sniffed broken_promise(std::string_view format) {
  return refused("application/octet-stream",
                 "the name says " + std::string(format) + ", the content does not",
                 "open it in another program; if that fails too, get the file again");
}

Sniffed sniff_by_name(std::string_view bytes, const std::string& extension) {
  if (extension == ".txt" || extension == ".text" || extension == ".log")
    return known(Kind::kText, "text/plain");
  if (extension == ".md" || extension == ".markdown") return known(Kind::kMarkdown, "text/markdown");
  if (extension == ".csv") return known(Kind::kDelimited, "text/csv");
  if (extension == ".tsv" || extension == ".tab") return known(Kind::kDelimited, "text/tab-separated-values");
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml" || starts_like_html(bytes))
    return known(Kind::kHtml, "text/html");
  if (extension == ".pdf") return broken_promise("PDF");
  if (extension == ".xlsx") return broken_promise("XLSX");
  if (extension == ".docx") return broken_promise("DOCX");
  if (extension == ".png" || extension == ".jpg" || extension == ".jpeg") return broken_promise("a picture");
  if (extension == ".json" || extension == ".jsonl")
    return refused("application/json", kNotRead, "export the data as CSV");
  if (extension == ".xml") return refused("application/xml", kNotRead, "export the data as CSV or HTML");
  if (extension == ".eml" || extension == ".mbox")
    return refused("message/rfc822", kNotRead, "save the mail's text and attachments as files");
  if (contains(bytes.substr(0, 8192), "\0"sv)) return refused("application/octet-stream", kNotRead, kKinds);
  return known(Kind::kText, "text/plain");
}

bool is_text_name(const std::string& extension) {
  constexpr std::array<std::string_view, 6> kNames{".txt", ".md", ".csv", ".tsv", ".html", ".htm"};
  return std::ranges::find(kNames, extension) != kNames.end();
}

}  // namespace

Sniffed sniff(std::string_view bytes, const std::filesystem::path& path) {
  const std::string extension = extension_of(path);
  if (bytes.starts_with("\xD0\xCF\x11\xE0") && (extension == ".xlsx" || extension == ".docx")) {
    return refused("application/x-ole-storage",
                   "the file is encrypted, or an old Office file under a new name",
                   "open it in an Office program, with its password if it has one, and save it anew");
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return sniff_zip(bytes, extension);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos && !is_text_name(extension))
    return known(Kind::kPdf, "application/pdf");
  for (const Signature& signature : kSignatures) {
    // Two or three letters may open any text: they count only where the name does not say text.
    if (!bytes.starts_with(signature.bytes) ||
        (signature.bytes.size() < 5 && is_text_name(extension) && signature.kind == Kind::kUnknown))
      continue;
    return {signature.kind, std::string(signature.media_type),
            signature.kind == Kind::kUnknown ? std::string(kNotRead) : "", std::string(signature.remedy)};
  }
  return sniff_by_name(bytes, extension);
}

}  // namespace muster::readers
