// DOCX: paragraphs, headings, and tables as lines of cells. What is deleted or hidden in the file is left
// out.
#include "readers/formats.hpp"
#include "readers/parts.hpp"
#include "readers/xml.hpp"

namespace muster::readers {
namespace {

// Collects the runs of one paragraph or table row; a table inside a table is flattened into the outer row.
class Body {
 public:
  Body(XmlStream& xml, model::Document& document) : xml_(xml), document_(document) {}

  void read() {
    while (xml_.next()) {
      if (xml_.at_text()) {
        if (in_text_ && deleted_ == 0) line_ += xml_.text();
      } else {
        on_tag();
      }
    }
    close_line();
  }

 private:
  void on_tag() {
    const std::string name(xml_.name());
    const bool ends = xml_.at_end(name);
    const bool starts = xml_.at_start(name);
    if (name == "t") in_text_ = starts && !ends;
    if (name == "del" || name == "moveFrom" || name == "instrText" || name == "Fallback")
      deleted_ += starts && !ends ? 1 : (ends && !starts ? -1 : 0);
    if (starts) on_start(name);
    if (ends) on_end(name);
  }

  void on_start(const std::string& name) {
    if (name == "tbl") ++tables_;
    if (name == "tab") line_ += ' ';
    if (name == "br" || name == "cr") line_ += '\n';
    if (name == "noBreakHyphen") line_ += '-';
    if (name == "pStyle") {
      const std::string style = xml_.attribute("w:val");
      heading_ = style.starts_with("Heading") || style.starts_with("heading") || style == "Title";
    }
  }

  void on_end(const std::string& name) {
    if (name == "p" && tables_ == 0) close_line();
    if (name == "p" && tables_ > 0) line_ += ' ';
    if (name == "tc") line_ += '\t';
    if (name == "tr" && tables_ == 1) close_line();
    if (name == "tbl" && tables_ > 0) --tables_;
  }

  void close_line() {
    std::string cells;
    std::size_t begin = 0;
    while (begin <= line_.size()) {
      const std::size_t end = std::min(line_.find_first_of("\t\n", begin), line_.size());
      cells += squeeze(std::string_view(line_).substr(begin, end - begin));
      if (end < line_.size()) cells += line_[end];
      begin = end + 1;
    }
    const std::size_t last = cells.find_last_not_of("\t\n ");
    cells.resize(last == std::string::npos ? 0 : last + 1);
    model::Part part;
    part.kind = heading_ ? model::PartKind::kHeading : model::PartKind::kParagraph;
    if (!cells.empty()) append_part(document_, cells, part, tables_ > 0 && row_before_ ? "\n" : "\n\n");
    if (!cells.empty()) row_before_ = tables_ > 0;
    line_.clear();
    heading_ = false;
  }

  XmlStream& xml_;
  model::Document& document_;
  std::string line_;
  bool in_text_ = false;
  bool heading_ = false;
  bool row_before_ = false;  // the part before this one is a row of a table
  int tables_ = 0;
  int deleted_ = 0;
};

void read_title(std::string_view zip, model::Document& document) {
  auto xml = XmlStream::open(zip, "docProps/core.xml");
  bool in_title = false;
  while (xml && xml->next()) {
    if (xml->at_start("title"))
      in_title = !xml->is_empty();
    else if (xml->at_end("title"))
      in_title = false;
    else if (in_title && xml->at_text())
      document.title += xml->text();
  }
  document.title = squeeze(document.title);
}

}  // namespace

void read_docx(const Source& source, model::Document& document) {
  auto xml = XmlStream::open(source.bytes, "word/document.xml");
  if (!xml) return refuse(document, xml.error().what, xml.error().where, xml.error().remedy);
  Body(*xml, document).read();
  if (!xml->failure().empty())
    note(document, xml->failure() + "; text after that is missing", "",
         "get the file again, or save it anew in an Office program");
  read_title(source.bytes, document);
  if (document.parts.empty())
    refuse(document, "the document holds no text", "", "if its pages are pictures, save them as PNG");
}

}  // namespace muster::readers
