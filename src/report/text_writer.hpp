// Lines of the terminal brief: a label in a column of its own, then text that keeps to the width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/brief.hpp"
#include "report/terminal.hpp"
#include "report/wording.hpp"

namespace muster::report {

// Keeps pointers into the brief, which must outlive it.
class TextWriter {
 public:
  TextWriter(const Brief& brief, const TextOptions& options);

  void heading(std::string_view title);
  // Text over the whole width.
  void plain(std::string_view text, Ink ink);
  // Text cut to one line.
  void line(std::string_view label, std::string_view text, Ink ink = Ink::kDim);
  // Text wrapped to at most `lines` lines, the last one cut.
  void wrapped(std::string_view label, std::string_view text, std::size_t lines, Ink ink = Ink::kDim);
  // speaker: “words” [file, place]: the words give way, so that it stays within two lines.
  void quoted(std::string_view label, std::string_view head, std::string_view words, std::string_view tail,
              Ink ink);
  // "… and 40 more claims"; nothing when all were shown.
  void more(std::size_t total, std::size_t shown, std::string_view plural);

  // "wire.txt, paragraph 3" of the first quote.
  [[nodiscard]] std::string where(const std::vector<Quote>& quotes) const;
  // "Ма Хунтао (roster.xlsx, row 5)"
  [[nodiscard]] std::string row(const RowRef& row) const;
  [[nodiscard]] const Documents& documents() const { return documents_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void put(std::string_view label, std::string_view text, Ink ink);
  [[nodiscard]] std::size_t room() const;  // columns beside the label

  Documents documents_;
  TextOptions options_;
  std::size_t width_;
  std::string out_;
};

}  // namespace muster::report
