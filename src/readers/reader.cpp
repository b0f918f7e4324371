#include "readers/reader.hpp"

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "readers/formats.hpp"
#include "readers/kind.hpp"
#include "readers/parts.hpp"
#include "readers/sidecar.hpp"
#include "text/language.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;

model::Document named(const std::filesystem::path& path) {
  model::Document document;
  document.name = path.filename().string();
  document.path = path.string();
  return document;
}

void read_kind(const Source& source, model::Document& document) {
  switch (source.kind) {
    case Kind::kText:
    case Kind::kMarkdown:
      return read_plain(source, document);
    case Kind::kHtml:
      return read_html(source, document);
    case Kind::kDelimited:
      return read_delimited(source, document);
    case Kind::kXlsx:
      return read_xlsx(source, document);
    case Kind::kDocx:
      return read_docx(source, document);
    case Kind::kPdf:
      return read_pdf(source, document);
    case Kind::kPng:
    case Kind::kJpeg:
      return read_picture(source, document);
    case Kind::kUnknown:
      break;
  }
}

// What the user says comes before the sidecar, and the sidecar before the page itself.
void settle_origin(const Options& options, const std::filesystem::path& original, model::Document& document) {
  apply_sidecar(original, document);
  if (!options.published.empty()) {
    document.published = options.published;
    document.published_how = "given";
  }
  if (!options.publisher.empty()) document.publisher = options.publisher;
}

}  // namespace

model::Document read_bytes(std::string_view bytes, const std::filesystem::path& original,
                           const Options& options) {
  model::Document document = named(original);
  document.sha256 = base::sha256_hex(bytes);
  const Sniffed sniffed = sniff(bytes, original);
  document.media_type = sniffed.media_type;
  if (bytes.empty()) {
    refuse(document, "the file is empty", "", "get the file again from where it came");
  } else if (bytes.size() > kMostBytes) {
    refuse(document, "the file is larger than 1 GB", "", "split it into smaller files");
  } else if (sniffed.kind == Kind::kUnknown) {
    refuse(document, sniffed.what, "", sniffed.remedy);
  } else {
    read_kind({bytes, original, sniffed.kind, options.ocr}, document);
  }
  if (document.language.empty()) document.language = text::detect_language(document.text);
  settle_origin(options, original, document);
  return document;
}

model::Document read(const std::filesystem::path& path, const Options& options) {
  const auto bytes = base::read_file(path);
  if (bytes) return read_bytes(*bytes, path, options);
  model::Document document = named(path);
  refuse(document, bytes.error().what, bytes.error().where, bytes.error().remedy);
  return document;
}

bool is_sidecar(const std::filesystem::path& path) {
  if (path.extension() != ".json") return false;
  std::error_code ignored;
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  for (auto entry = std::filesystem::directory_iterator(folder, ignored);
       !ignored && entry != std::filesystem::directory_iterator(); entry.increment(ignored)) {
    if (entry->path().stem() != path.stem() || entry->path().extension() == ".json") continue;
    const auto bytes = base::read_file(path);
    return bytes && sidecar_kind(*bytes) != SidecarKind::kOther;
  }
  return false;
}

}  // namespace muster::readers
