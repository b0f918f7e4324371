// Pieces that several sections of brief.html are made of: evidence, chips, reasons, bars, capped lists.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/brief.hpp"
#include "report/wording.hpp"

namespace muster::report {

// The quoted words in their sentences, behind a summary that names the documents; nothing without quotes.
// `layout` is a class: "" or "pair" (passages side by side).
void put_evidence(std::string& out, const Documents& documents, std::span<const Quote> quotes,
                  bool open = false, std::string_view layout = {});

// <bdi> with the file's name, direction controls spelled out.
[[nodiscard]] std::string file_name_html(const Documents& documents, model::DocumentId id);

// "roster.xlsx, row 12"
[[nodiscard]] std::string row_html(const Documents& documents, const RowRef& row);

[[nodiscard]] std::string stance_chip(model::Stance stance);
[[nodiscard]] std::string verdict_chip(model::Verdict verdict, bool on_list = false);

// Reasons one a line, their bits in a column of their own.
void put_reasons(std::string& out, const std::vector<std::string>& why);

struct Bar {
  std::string_view label;
  std::size_t count = 0;
  std::string_view note;  // smaller, below the label
};
void put_bars(std::string& out, std::span<const Bar> bars);

// Opens and closes <section id> with its heading and a count.
void open_section(std::string& out, std::string_view id, std::string_view title, std::string_view count);
void close_section(std::string& out);

// A long list: after `cap` items the rest go behind "Show the other 4,960 claims". Call next() before each
// item.
class Capped {
 public:
  Capped(std::string& out, std::size_t total, std::size_t cap, std::string_view plural);
  ~Capped();
  Capped(const Capped&) = delete;
  Capped& operator=(const Capped&) = delete;
  void next();

 private:
  std::string& out_;
  std::size_t total_, cap_, written_ = 0;
  std::string_view plural_;
  bool folded_ = false;
};

}  // namespace muster::report
