// What was read from one file: its text, the parts the text stands in, and what went wrong. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::model {

// Bytes [begin, end) of Document::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

enum class PartKind : std::uint8_t {
  kParagraph,
  kHeading,
  kPage,             // a page of a PDF; paragraphs are not told apart inside it
  kCell,             // sheet, row and column say which
  kMachineReadable,  // the lines of a machine-readable zone, joined by line breaks
  kImageRegion,      // text that OCR read
};

// A stretch of the text and where in the original it stands. Parts come in text order and do not overlap.
struct Part {
  Span span;
  PartKind kind = PartKind::kParagraph;
  std::uint32_t page = 0;    // from 1; 0: the format has no pages
  std::uint32_t sheet = 0;   // index into Document::sheets, for cells
  std::uint32_t row = 0;     // from 1, as the spreadsheet shows it
  std::uint32_t column = 0;  // from 1
};

// Something about a file that the reader of a brief must know: it could not be read, or not wholly.
struct Problem {
  std::string what;
  std::string where;  // sheet, page, line
  std::string remedy;
  bool fatal = false;  // nothing of the file was read
};

struct Document {
  std::string sha256;  // of the original bytes
  std::string name;    // file name
  std::string path;    // as the user named it
  std::string media_type;
  std::string title;
  std::string publisher;
  std::string published;      // EDTF; empty: not known
  std::string published_how;  // "given", "sidecar", "page metadata", "printed at its head"
  std::string url;
  std::string language;  // ISO 639-1: en, ru, uk, zh ...; empty: not known
  std::string parent;    // sha256 of the archive or mail it came in
  std::string text;      // valid UTF-8
  std::vector<Part> parts;
  std::vector<std::string> sheets;
  std::vector<Problem> problems;
};

[[nodiscard]] std::string_view text_at(const Document& document, Span span);

// The part that holds the first byte of the span; nullptr where no part does.
[[nodiscard]] const Part* part_at(const Document& document, Span span);

// "Roster!C12", "page 2", "paragraph 3", "machine-readable zone".
[[nodiscard]] std::string place_in(const Document& document, Span span);

}  // namespace muster::model
