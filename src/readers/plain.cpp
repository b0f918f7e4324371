// Plain text and Markdown. The text is the file's, unchanged; parts are its paragraphs.
#include <algorithm>

#include "readers/decode.hpp"
#include "readers/formats.hpp"
#include "readers/parts.hpp"

namespace muster::readers {
namespace {

constexpr std::size_t kLongLine = std::size_t{1} << 20;
constexpr std::size_t kLongestLine = std::size_t{10} << 20;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   // without the line break
  std::size_t next = 0;  // where the next line begins
};

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t found = text.find('\n', begin);
  const std::size_t stop = found == std::string_view::npos ? text.size() : found;
  const std::size_t end = stop > begin && text[stop - 1] == '\r' ? stop - 1 : stop;
  return {begin, end, found == std::string_view::npos ? text.size() : found + 1};
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Line line = line_at(text, at);
    longest = std::max(longest, line.end - line.begin);
    at = line.next;
  }
  return longest;
}

// Does an empty line stand between two that are not?
bool has_paragraphs(std::string_view text) {
  bool text_before = false;
  bool blank_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const Line line = line_at(text, at);
    const bool blank = is_blank(text.substr(line.begin, line.end - line.begin));
    if (!blank && blank_before && text_before) return true;
    text_before = text_before || !blank;
    blank_before = blank;
    at = line.next;
  }
  return false;
}

bool is_heading(std::string_view line) {
  const std::size_t hashes = line.find_first_not_of('#');
  return hashes != std::string_view::npos && hashes >= 1 && hashes <= 6 && line[hashes] == ' ';
}

// Collects lines into parts of the text that the document already holds.
class Paragraphs {
 public:
  Paragraphs(model::Document& document, bool markdown, bool line_by_line)
      : document_(document), markdown_(markdown), line_by_line_(line_by_line) {}

  void add(const Line& line) {
    const std::string_view words = std::string_view(document_.text).substr(line.begin, line.end - line.begin);
    if (is_blank(words)) return close();
    const bool heading = markdown_ && is_heading(words);
    if (heading || line_by_line_) close();
    if (begin_ == end_) begin_ = line.begin;
    end_ = line.end;
    if (heading) {
      const std::size_t title = std::min(words.find_first_not_of("# "), words.size());
      if (document_.title.empty()) document_.title = squeeze(words.substr(title));
      close(model::PartKind::kHeading);
    }
  }

  void close(model::PartKind kind = model::PartKind::kParagraph) {
    if (end_ > begin_) {
      model::Part part;
      part.span = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)};
      part.kind = kind;
      document_.parts.push_back(part);
    }
    begin_ = end_ = 0;
  }

 private:
  model::Document& document_;
  bool markdown_;
  bool line_by_line_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

void split_paragraphs(model::Document& document, bool markdown) {
  Paragraphs paragraphs(document, markdown, !has_paragraphs(document.text));
  for (std::size_t at = 0; at < document.text.size();) {
    const Line line = line_at(document.text, at);
    paragraphs.add(line);
    at = line.next;
  }
  paragraphs.close();
}

std::string megabytes(std::size_t bytes) {
  return std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

}  // namespace

void read_plain(const Source& source, model::Document& document) {
  auto decoded = decode(source.bytes, "", document);
  if (!decoded) return refuse(document, decoded.error().what, decoded.error().where, decoded.error().remedy);
  const std::size_t longest = longest_line(decoded->text);
  if (longest > kLongestLine) {
    return refuse(document,
                  "a single line of " + megabytes(longest) + " is no report; nothing of it was read", "",
                  "if the file is a list or a table, export it with a line a record");
  }
  if (longest > kLongLine)
    note(document, "one line of " + megabytes(longest), "", "check that the file is a report");
  document.text = std::move(decoded->text);
  split_paragraphs(document, source.kind == Kind::kMarkdown);
  if (document.parts.empty())
    refuse(document, "the file holds no words, only white space", "",
           "get the file again from where it came");
}

}  // namespace muster::readers
