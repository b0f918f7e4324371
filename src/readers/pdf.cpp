// PDF through poppler's pdftotext and pdfinfo, as child programs with limits: hostile files are parsed there.
#include <chrono>
#include <optional>

#include "base/process.hpp"
#include "readers/formats.hpp"
#include "readers/original.hpp"
#include "readers/parts.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace muster::readers {
namespace {

constexpr std::chrono::milliseconds kLimit{60'000};

std::string tool_remedy(const base::Error& error) {
  return error.what.starts_with("cannot run") ? "install poppler-utils" : error.remedy;
}

bool ends_with_letter(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = text.size();
  return text::is_letter(text::previous_codepoint(text, at));
}

bool starts_small(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  const char32_t first = text::next_codepoint(text, at);
  return text::is_letter(first) && !text::is_upper(first);
}

// A word broken at the line's end loses its hyphen only where what follows goes on in small letters.
void join_line(std::string& paragraph, std::string_view line) {
  if (paragraph.empty()) {
    paragraph = line;
    return;
  }
  const std::string_view before = std::string_view(paragraph).substr(0, paragraph.size() - 1);
  if (paragraph.ends_with('-') && ends_with_letter(before) && starts_small(line)) {
    paragraph.pop_back();
  } else {
    paragraph += ' ';
  }
  paragraph += line;
}

std::size_t longest_line(std::string_view page) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  return longest;
}

// A line ends its paragraph where the next word would still have fitted on it.
bool ends_paragraph(std::string_view line, std::string_view next, std::size_t width) {
  const std::size_t word = std::min(next.find(' '), next.size());
  return !line.empty() && (line.size() + 1 + word) * 10 < width * 9 && !starts_small(next);
}

void add_page(std::string_view page, std::uint32_t number, model::Document& document) {
  const std::size_t width = longest_line(page);
  std::string paragraph;
  std::string before;
  const auto close = [&] {
    model::Part part;
    part.page = number;
    if (!paragraph.empty()) append_part(document, paragraph, part, "\n\n");
    paragraph.clear();
  };
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    std::string line = squeeze(page.substr(0, end));
    page.remove_prefix(std::min(end + 1, page.size()));
    if (line.empty() || ends_paragraph(before, line, width)) close();
    if (!line.empty()) join_line(paragraph, line);
    before = std::move(line);
  }
  close();
}

void add_pages(const std::string& text, model::Document& document) {
  std::uint32_t number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\f', begin), text.size());
    add_page(std::string_view(text).substr(begin, end - begin), number, document);
    begin = end + 1;
  }
}

std::string field(std::string_view info, std::string_view name) {
  for (std::size_t at = 0; at < info.size();) {
    const std::size_t end = std::min(info.find('\n', at), info.size());
    const std::string_view line = info.substr(at, end - at);
    if (line.starts_with(name)) return squeeze(line.substr(name.size()));
    at = end + 1;
  }
  return {};
}

// When a PDF was made says little of when its text was published: the date is not taken.
void read_info(const std::string& path, model::Document& document) {
  const auto info = base::run_process({"pdfinfo", "-enc", "UTF-8", path}, kLimit, std::size_t{1} << 20);
  if (info && info->exit_code == 0 && text::is_valid_utf8(info->out))
    document.title = field(info->out, "Title:");
}

void explain_failure(const base::ProcessOutput& run, model::Document& document) {
  const bool locked = run.err.find("password") != std::string::npos ||
                      run.err.find("ncrypt") != std::string::npos || run.exit_code == 3;
  if (locked)
    return refuse(document, "the PDF is encrypted", "",
                  "open it with its password and print it to a PDF without one");
  refuse(document, "the PDF is damaged or cut off: pdftotext could not read it", "",
         "get the file again, or print it to a new PDF");
}

}  // namespace

void read_pdf(const Source& source, model::Document& document) {
  const OriginalFile file(source);
  const auto run =
      base::run_process({"pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", file.path(), "-"}, kLimit);
  if (!run) return refuse(document, run.error().what, run.error().where, tool_remedy(run.error()));
  if (run->exit_code != 0 && run->out.empty()) {
    const auto loud = base::run_process({"pdfinfo", file.path()}, kLimit);
    return explain_failure(loud ? *loud : *run, document);
  }
  std::size_t broken = 0;
  add_pages(text::repair_utf8(run->out, broken), document);
  read_info(file.path(), document);
  if (run->exit_code != 0)
    note(document, "pdftotext met errors in the PDF; some text may be missing", "", "get the file again");
  if (document.parts.empty())
    refuse(document, "the PDF holds no text, only pictures", "",
           "run OCR on it (ocrmypdf), or save its pages as PNG");
}

}  // namespace muster::readers
